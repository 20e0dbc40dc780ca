"""What we need of mkdocs-static-i18n, and the only place that touches its private parts.

static-i18n 1.3.1 builds the default language, and inside its `on_post_build` builds every
other one again with the same config object. A site without it has one language:
`theme.language`. `tests/adapters/test_i18n.py` fails loudly when a new version differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxguide.core.languages import Language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

__all__ = [
    "SiteLanguage",
    "building_language",
    "default_language",
    "has_i18n",
    "is_fallback",
    "is_last_build",
    "shared_path",
    "site_languages",
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
        return (SiteLanguage(Language(tag), tag, "", ""),)
    entries = [
        SiteLanguage(
            Language(entry.locale),
            entry.name,
            entry.locale,
            "" if entry.default else entry.locale,
        )
        for entry in plugin.config.languages
        if entry.build and entry.locale != "null"
    ]
    return tuple(sorted(entries, key=lambda entry: entry.prefix != ""))


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


def is_last_build(config: MkDocsConfig) -> bool:
    """Whether every language is on disk; true once a run, in `on_post_build` below -100."""
    plugin = _plugin(config)
    return plugin is None or not plugin.building


def written_language(file: File, config: MkDocsConfig) -> Language:
    """The language that the text of a file is written in."""
    locale = getattr(file, "locale", None)
    return Language(locale) if locale else building_language(config).language


def is_fallback(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page shows the default language because nobody has translated it."""
    return (
        has_i18n(config)
        and written_language(page.file, config) != building_language(config).language
    )


def shared_path(file: File) -> str:
    """The path of a source file that all its translations share, such as `metrics/nps.md`."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


