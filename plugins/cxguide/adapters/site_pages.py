"""What the templates of `cx-site` show, made from MkDocs' files and pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxguide.adapters.i18n import (
    building_language,
    language_folders,
    shared_url,
    site_languages,
    written_files,
)
from cxguide.adapters.latin_texts import LatinTexts
from cxguide.adapters.previews import preview_tags
from cxguide.adapters.pseudo_language import is_pseudo
from cxguide.adapters.settings import option_place, settings_file
from cxguide.adapters.texts import texts_for
from cxguide.core.languages import Language
from cxguide.core.places import SourceError
from cxguide.site.alternates import alternates, switch_links
from cxguide.site.versions import SiteModel, SiteVersion, source_version
from cxguide.translations.pseudo import PSEUDO_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from cxguide.site.alternates import Alternate, SwitchLink

__all__ = [
    "PageLinks",
    "VersionTexts",
    "missing_page_links",
    "other_versions",
    "own_page_links",
    "page_links",
]


SCRIPTS = frozenset({("sr", "sr-Latn")})
"""What can be put into another script letter by letter: the language and what comes of it."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """How a page stands among the versions of the site.

    Attributes:
        root: address of its version's root, relative to the site's root: `sr/`, or `""`.
        alternates: what search engines are told; empty for pages that are not announced.
        switch: the links of the language switcher; empty on a site with one version.
        is_preview: its version is one that nobody is led to.
    """

    root: str
    alternates: tuple[Alternate, ...]
    switch: tuple[SwitchLink, ...]
    is_preview: bool = False


@dataclass(frozen=True, slots=True)
class VersionTexts:
    """A version and the function that says short texts in its language.

    Attributes:
        home: address of its home page, relative to the site's root.
        search: address of its search page, likewise; empty without our search.
        t: called with a key and the English text.
    """

    version: SiteVersion
    home: str
    search: str
    t: Callable[[str, str], str]


def site_model(
    files: Files, config: MkDocsConfig, variants: Iterable[tuple[str, str, str]]
) -> SiteModel:
    """The versions of the site and where each page is written.

    Args:
        files: all files of all languages, so before static-i18n has chosen among them.
        config: the site's.
        variants: tag, tag of the language it is made from, and name of each further script.

    Raises:
        SourceError: a further script cannot be made, or not from this language.
    """
    written, begun = site_languages(config), preview_tags(config)
    if is_pseudo(config):  # what it is built beside has the other versions
        written, begun, variants = written[:1], frozenset({PSEUDO_LANGUAGE.tag}), ()
    versions = [
        SiteVersion(
            entry.language, entry.name, entry.prefix, is_preview=entry.language.tag in begun
        )
        for entry in written
    ]
    for tag, source, name in variants:
        if (source, tag) not in SCRIPTS:
            raise SourceError(
                option_place(settings_file(config), "script_variants"),
                f"the version {tag!r} cannot be made from {source!r}",
                known="what can be made: 'sr-Latn' from 'sr'",
                fix="write 'locale: sr-Latn' and 'from: sr', or remove the variant",
            )
        at = next((i for i, v in enumerate(versions) if v.language.tag == source), None)
        if at is None and source in language_folders(config):
            continue  # a preview of other languages
        language = Language(tag)
        made_from = versions[at].prefix if at is not None else source
        # Beside the version it is made from: the switcher shows them together.
        place = len(versions) if at is None else at + 1
        versions.insert(place, SiteVersion(language, name, language.path, made_from))
    translations = {
        path: frozenset(by_prefix) for path, by_prefix in written_files(files, config).items()
    }
    model = SiteModel(tuple(versions), config.site_url or "", translations)
    for version in model.derived:
        source_version(model, version)
    return model


def page_links(page: Page, model: SiteModel, config: MkDocsConfig) -> PageLinks:
    """The links of a page of the language that is being built."""
    entry = building_language(config)
    version, path = model.version(entry.prefix), shared_url(page.url, entry)
    announced = alternates(model, path) if model.is_written(path, version) else ()
    switch = _switch(model, path, version, config)
    return PageLinks(version.address(""), announced, switch, version.is_preview)


def missing_page_links(model: SiteModel, config: MkDocsConfig) -> PageLinks:
    """The links of a page that does not exist, in the language that is being built."""
    version = model.version(building_language(config).prefix)
    return PageLinks(version.address(""), (), _switch(model, None, version, config))


def own_page_links(path: str, model: SiteModel, config: MkDocsConfig) -> PageLinks:
    """The links of a page that every version has, though nobody writes it; not announced."""
    version = model.version(building_language(config).prefix)
    shared = replace(model, translations={path: frozenset(one.prefix for one in model.versions)})
    return PageLinks(version.address(""), (), _switch(shared, path, version, config))


def other_versions(
    model: SiteModel, config: MkDocsConfig, *, search: str
) -> tuple[VersionTexts, ...]:
    """All versions but the default one, for a page that has to speak every language.

    Args:
        model: the site.
        config: the site's.
        search: address of the search page from the root of its version; empty without our search.

    Raises:
        SourceError: a language lacks its catalog.
    """
    found = []
    for version in model.shown[1:]:
        made_from = version if version.derived_from is None else model.version(version.derived_from)
        texts = texts_for(config, made_from.language)
        say = texts if made_from is version else LatinTexts(texts, version.language)
        home, searched = version.address(_home(config)), search and version.address(search)
        found.append(VersionTexts(version, home, searched, say))
    return tuple(found)


def _switch(
    model: SiteModel, path: str | None, version: SiteVersion, config: MkDocsConfig
) -> tuple[SwitchLink, ...]:
    if len(model.shown) < 2 and not version.is_preview:
        return ()
    return switch_links(model, path, version, home=_home(config))


def _home(config: MkDocsConfig) -> str:
    return "" if config.use_directory_urls else "index.html"
