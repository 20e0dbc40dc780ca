"""What we need of mkdocs-static-i18n, and the only place that touches its private parts.

static-i18n 1.3.1 builds the default language, and inside its `on_post_build` builds every
other one again with the same config object. A site without it has one language:
`theme.language`. `tests/adapters/test_i18n.py` fails loudly when a new version differs.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import mkdocs.utils

from cxguide.adapters.pseudo_language import PSEUDO_NAME, is_pseudo
from cxguide.core.languages import Language
from cxguide.translations.pseudo import PSEUDO_LANGUAGE

try:
    from mkdocs_static_i18n import folder, suffix
    from mkdocs_static_i18n.config import RE_LOCALE
except ImportError:  # it is an extra; what needs it is reached in sites that have it alone
    folder = suffix = RE_LOCALE = None

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

T = TypeVar("T")
_clean_directory = mkdocs.utils.clean_directory

PLUGIN_CODE = "mkdocs_static_i18n."
"""Where its modules stand."""

__all__ = [
    "PLUGIN_CODE",
    "SiteLanguage",
    "build_default_alone",
    "building_language",
    "default_language",
    "drop_own_sitemap",
    "forget_build",
    "has_i18n",
    "is_fallback",
    "is_first_build",
    "is_home",
    "is_last_build",
    "keep_languages",
    "language_folders",
    "looks_like_language",
    "once_for",
    "originals",
    "shared_path",
    "shared_url",
    "site_languages",
    "take_over",
    "uses_folders",
    "written_files",
    "written_language",
]


@dataclass(frozen=True)
class SiteLanguage:
    """A language that pages are written in.

    Attributes:
        language: the language.
        name: what it calls itself, for the switcher.
        folder: its folder in the docs directory.
        prefix: the first part of its addresses, `""` for the default language.
    """

    language: Language
    name: str
    folder: str
    prefix: str


def _plugin(config: MkDocsConfig) -> Any:
    return config.plugins.get("i18n")


def has_i18n(config: MkDocsConfig) -> bool:
    """Whether the site has static-i18n."""
    return _plugin(config) is not None


def site_languages(config: MkDocsConfig) -> tuple[SiteLanguage, ...]:
    """The languages of the site, the default one first."""
    plugin = _plugin(config)
    if plugin is None:
        tag = str(getattr(config.theme, "language", None) or config.theme.get("language") or "en")
        entries = [SiteLanguage(Language(tag), tag, "", "")]
    else:
        entries = [
            SiteLanguage(
                Language(entry.locale),
                entry.name,
                entry.locale,
                "" if entry.default else entry.locale,
            )
            for entry in plugin.config.languages
            if entry.build is not False and entry.locale != "null"
        ]
    default, *others = sorted(entries, key=lambda entry: entry.prefix != "")
    if is_pseudo(config):
        default = replace(default, language=PSEUDO_LANGUAGE, name=PSEUDO_NAME)
    return (default, *others)


def default_language(config: MkDocsConfig) -> SiteLanguage:
    """The language at the root of the site."""
    return site_languages(config)[0]


def building_language(config: MkDocsConfig) -> SiteLanguage:
    """The language whose pages are being built now.

    Before static-i18n's own `on_config` (priority -100) of the first build this is the default
    language; during later builds it is right in every event.
    """
    plugin = _plugin(config)
    languages = site_languages(config)
    if plugin is None or plugin.current_language is None:
        return languages[0]
    return next(entry for entry in languages if entry.folder == plugin.current_language)


def is_first_build(config: MkDocsConfig) -> bool:
    """Whether this is the default language's build, the first of a run."""
    plugin = _plugin(config)
    return plugin is None or not plugin.building


def is_last_build(config: MkDocsConfig) -> bool:
    """Whether every language is on disk; true once a run, in `on_post_build` below -100."""
    plugin = _plugin(config)
    return plugin is None or not plugin.building


def written_language(file: File, config: MkDocsConfig) -> Language:
    """The language that the text of a file is written in."""
    locale = getattr(file, "locale", None)
    if not locale:
        return building_language(config).language
    default = default_language(config)
    return default.language if locale == default.folder else Language(locale)


def is_fallback(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page shows the default language because nobody has translated it."""
    return (
        has_i18n(config)
        and written_language(page.file, config) != building_language(config).language
    )


def is_home(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page is the first one of its language; MkDocs knows that of the default one."""
    return shared_url(page.url, building_language(config)) in {"", "index.html"}


def shared_path(file: File) -> str:
    """The path of a source file that all its translations share, such as `metrics/nps.md`."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


def take_over(config: MkDocsConfig) -> None:
    """Leave theme and search to us; call it before static-i18n's `on_config` (-100).

    Its switcher and head links are relative, announce fallback pages and are wrong on "not
    found"; its search drops a translation whose words equal the English ones.
    """
    plugin = _plugin(config)
    if plugin is not None:
        plugin.config.reconfigure_material = False
        plugin.config.reconfigure_search = False


def build_default_alone(config: MkDocsConfig) -> None:
    """Leave out the other languages of the site, which it keeps; call it as `take_over`."""
    plugin = _plugin(config)
    for entry in plugin.config.languages if plugin is not None else ():
        if entry.build and not entry.default:
            entry.build = None  # static-i18n builds what says True; False would be no language


def forget_build(config: MkDocsConfig) -> None:
    """Let the next build of a preview begin anew, where this one has stopped in some language.

    static-i18n would go on in that language, say nothing of the build, and clean no folder.
    """
    plugin = _plugin(config)
    if plugin is not None:
        plugin.building = False
        plugin.current_language = None
        mkdocs.utils.clean_directory = _clean_directory
        log = logging.getLogger("mkdocs.commands.build")
        for found in [*log.filters]:
            if type(found).__module__.startswith(PLUGIN_CODE):
                log.removeFilter(found)


def drop_own_sitemap(config: MkDocsConfig) -> None:
    """Forget static-i18n's sitemap, which it puts before everybody's once per language."""
    dirs = config.theme.dirs
    dirs[:] = [folder for folder in dirs if not folder.endswith("custom_i18n_sitemap")]


def keep_languages(config: MkDocsConfig, tags: Collection[str]) -> None:
    """Build these languages and the default one alone; call it before static-i18n's `on_config`."""
    plugin = _plugin(config)
    for entry in plugin.config.languages if plugin is not None else ():
        entry.build = entry.default or entry.locale in tags


def uses_folders(config: MkDocsConfig) -> bool:
    """Whether each language is a folder of the docs directory, not a suffix of file names."""
    plugin = _plugin(config)
    return plugin is not None and plugin.config.docs_structure == "folder"


def language_folders(config: MkDocsConfig) -> tuple[str, ...]:
    """The folders of all languages, those included that are not built; the default one first."""
    plugin = _plugin(config)
    if plugin is None:
        return ()
    default = plugin.default_language
    return (default, *(name for name in plugin.all_languages if name != default))


def looks_like_language(config: MkDocsConfig) -> Callable[[str], bool]:
    """The test by which static-i18n takes a folder for one of a language."""
    if not uses_folders(config):
        return lambda folder: False
    return lambda folder: RE_LOCALE.match(folder) is not None


def shared_url(page_url: str, version: SiteLanguage) -> str:
    """The address of a page without the prefix of its version: `metrics/nps/`, `""` for home."""
    url = page_url.removeprefix("./")
    return url.removeprefix(f"{version.prefix}/") if version.prefix else url


def written_files(files: Files, config: MkDocsConfig) -> Mapping[str, Mapping[str, File]]:
    """The pages that people wrote: their files by prefix of the language, by shared address.

    To be called with all files of the site, so before static-i18n's `on_files` (-100).
    """
    found: dict[str, dict[str, File]] = defaultdict(dict)
    languages = {entry.folder: entry for entry in site_languages(config)}
    for file in files.documentation_pages():
        located = _located(file, config)
        entry = languages.get(getattr(located, "locale", ""))
        if entry is not None:
            found[shared_url(located.url, entry)][entry.prefix] = located
    return found


def originals(files: Files, config: MkDocsConfig) -> dict[str, File]:
    """The pages of the default language, by the path that all languages share.

    To be called with all files of the site, as `written_files`.
    """
    prefix = default_language(config).prefix
    pages = (by_prefix.get(prefix) for by_prefix in written_files(files, config).values())
    return {shared_path(file): file for file in pages if file is not None}


def _located(file: File, config: MkDocsConfig) -> File:
    """The file as static-i18n sees it when it builds the language of the file.

    Every plugin asks for it, and finding it takes longer than all else that is done with a path.
    """
    return once_for(file, "located", lambda: _found(file, config))


def once_for(file: File, name: str, found: Callable[[], T]) -> T:
    """What is found for a file once a build, however many ask; MkDocs makes new files for each."""
    kept: dict[str, Any] = vars(file).setdefault("_cx", {})
    if name not in kept:
        kept[name] = found()
    return cast("T", kept[name])


def _found(file: File, config: MkDocsConfig) -> File:
    plugin = _plugin(config)
    if plugin is None:
        return file
    locate = (folder if uses_folders(config) else suffix).create_i18n_file
    default, known = plugin.default_language, plugin.all_languages
    top = file.src_uri.partition("/")[0]
    guess = top if top in known else default
    located = locate(file, guess, default, known, config)
    if located.locale != guess:
        located = locate(file, located.locale, default, known, config)
    return cast("File", located)
