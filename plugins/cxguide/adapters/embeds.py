"""The plugin `cx-embeds`: calculators and maps for other people's pages, without asking anyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as opt
from mkdocs.plugins import event_priority

from cxguide.adapters.embed_builder import builder_for
from cxguide.adapters.embeddable import EmbedVersion, embeddable_plugins
from cxguide.adapters.embedded_files import FOLDER, loader
from cxguide.adapters.faults import found_faults, stop_with
from cxguide.adapters.fence_plugin import FencePlugin
from cxguide.adapters.fences import FencePage, check_fences, refuse_content
from cxguide.adapters.generated import write_files
from cxguide.adapters.i18n import is_first_build, is_last_build, site_languages
from cxguide.adapters.latin_texts import LatinTexts
from cxguide.adapters.plugin import Options
from cxguide.adapters.policies import site_policy
from cxguide.adapters.previews import preview_tags
from cxguide.adapters.settings import script_variants, settings_file, site_root, text_place
from cxguide.adapters.texts import texts_of_versions
from cxguide.adapters.timings import step
from cxguide.core.built_pages import file_of
from cxguide.core.places import Faults, SourceError, SourceFaults
from cxguide.core.sources import SourceText
from cxguide.embeds.builder import builder_files, with_own_code
from cxguide.embeds.discovery import with_discovery
from cxguide.embeds.headers import headers_file
from cxguide.embeds.releases import Release, read_releases, unpack_release, versions_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["EmbedsPlugin"]

HEADERS = "_headers"
VERSIONS = "embed/versions.json"


class EmbedsOptions(Options):
    """Options of `cx-embeds` in mkdocs.yml."""

    releases_dir = opt.Optional(opt.Type(str))
    """Folder with the exact releases, relative to mkdocs.yml; `cx embed release` adds to it."""


class EmbedsPlugin(FencePlugin):
    """Writes what partners' pages load, and the page on which partners make their code."""

    config_class = EmbedsOptions
    config: EmbedsOptions
    fence = "embed-builder"

    def __init__(self) -> None:
        self._name = ""
        self._builders: set[str] = set()
        """Addresses of the pages with the fence, which all languages share."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Learn what the site is called in its default language."""
        if is_first_build(config):
            self._name = config.site_name
        return super().on_config(config)

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Check that the site has an address, and the fences of all languages."""
        faults = found_faults()
        if not config.site_url:
            faults.add(
                SourceError(
                    text_place(settings_file(config), "cx-embeds"),
                    "cx-embeds needs the address of the site, which other people's pages load from",
                    fix="add 'site_url: https://...', or remove cx-embeds",
                )
            )
        with faults.caught():
            check_fences(self.fence, _nothing, files, config)

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The page on which partners make their code."""
        _nothing(source)
        versions = tuple(self._versions(config))
        url = getattr(page.owner, "url", "")
        own = next((one for one in versions if one.tag == page.language.tag), None)
        if own is None:  # a language that is being begun has no embeds, and shows those of English
            return builder_for(versions[0], versions, url, config)
        self._builders.add(url.removeprefix(own.prefix))
        return builder_for(own, versions, url, config)

    @event_priority(-300)  # after cx-site has made the versions in other scripts
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the current files, those of exact releases, and what tells about them."""
        if not is_last_build(config):
            return
        versions = tuple(self._versions(config))
        with step("embeds"):
            files = self.files(config)
        write_files({f"{FOLDER}/{name}": text for name, text in files.items()}, config)
        for version in versions:
            _announce(config, version)
            self._write_builder(version, versions, config)
        folder = self.releases_folder(config)
        pages = _pages(Path(config.site_dir))
        faults = Faults()
        releases: tuple[Release, ...] = ()
        with faults.caught():
            releases = read_releases(folder) if folder else ()
        for release in releases:
            with faults.caught():
                unpack_release(release, Path(config.site_dir, "embed"))
        if faults.found:
            stop_with(SourceFaults(faults.found))
        own = Path(config.docs_dir, HEADERS)
        if own.is_file():  # what the site says itself stays, and we speak of the embeds alone
            headers = f"{own.read_text('utf-8').rstrip()}\n\n{headers_file(pages, is_added=True)}"
        else:
            headers = headers_file(pages, policy=site_policy(config))
        told = {VERSIONS: versions_file(releases, files), HEADERS: headers}
        write_files(told | builder_files(), config)

    def files(self, config: MkDocsConfig) -> dict[str, str]:
        """Name and content of what a release of now would hold; to be asked for after `on_files`.

        The same sources give the same bytes.
        """
        versions = _of_each_language(self._versions(config))
        files = {"loader.js": loader()}
        for plugin in embeddable_plugins(config):
            files |= plugin.embed_files(versions, config)
        return files

    def _write_builder(
        self, version: EmbedVersion, versions: tuple[EmbedVersion, ...], config: MkDocsConfig
    ) -> None:
        """Give a version in another script the code of its own calculators, not of its source's."""
        if not isinstance(version.texts, LatinTexts):
            return
        for address in self._builders:
            url = f"{version.prefix}{address}"
            path = file_of(Path(config.site_dir), url)
            if path.is_file():
                made = builder_for(version, versions, url, config)
                path.write_text(with_own_code(path.read_text("utf-8"), made), encoding="utf-8")

    def releases_folder(self, config: MkDocsConfig) -> Path | None:
        """Where the exact releases are; `None` on a site without them."""
        folder = self.config.releases_dir
        return site_root(config) / folder if folder else None

    def _versions(self, config: MkDocsConfig) -> Iterator[EmbedVersion]:
        site = f"{(config.site_url or '').rstrip('/')}/"
        written = {entry.language.tag: entry for entry in site_languages(config)}
        names = {tag: entry.name for tag, entry in written.items()}
        names |= {variant.locale: variant.name for variant in script_variants(config)}
        for tag, texts in texts_of_versions(config).items():
            if tag in preview_tags(config):
                continue
            prefix = written[tag].prefix if tag in written else texts.language.path
            name = texts.if_translated("site/name", self._name)
            root = f"{site}{prefix}/" if prefix else site
            yield EmbedVersion(tag, texts, root, site, name, names[tag])


_nothing = partial(
    refuse_content, fence=EmbedsPlugin.fence, fix="remove it: visitors choose on the page"
)


def _of_each_language(versions: Iterable[EmbedVersion]) -> tuple[EmbedVersion, ...]:
    """One for each language that we speak; of several in English, the one that is meant to be."""
    found: dict[str, EmbedVersion] = {}
    for version in versions:
        path = version.texts.language.path
        if path not in found or version.tag == version.texts.tag:
            found[path] = version
    return tuple(found.values())


def _pages(site: Path) -> Iterator[str]:
    """Patterns of the addresses of all pages but embeds."""
    for path in site.iterdir():
        if path.suffix == ".html":
            yield path.name
        elif path.name != "embed" and path.is_dir() and next(path.rglob("*.html"), None):
            yield f"{path.name}/*"


def _announce(config: MkDocsConfig, version: EmbedVersion) -> None:
    """Tell systems that are given the address of a page what of it they can show."""
    answers: dict[str, list[tuple[str, str]]] = {}
    tag = version.texts.language.path
    for plugin in embeddable_plugins(config):
        for name, home in plugin.homes.items():
            title = plugin.embed_title(name, version.texts)
            address = f"{version.site}{FOLDER}/{plugin.embed_folder}{name}.{tag}.oembed.json"
            answers.setdefault(home, []).append((address, title))
    for home, named in answers.items():
        path = file_of(Path(config.site_dir), f"{version.prefix}{home}")
        if path.is_file():
            path.write_text(with_discovery(path.read_text("utf-8"), named), encoding="utf-8")
