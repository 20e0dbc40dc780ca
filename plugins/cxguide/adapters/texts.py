"""The short texts of a site.

Their catalogs are in three folders, each beside what it belongs to:

- the calculators' (`calculators/locale`): texts of the built-in metrics and of their interface;
- the software's (`cxguide/locale`): words of maps, notices, the 404 page, the theme;
- the site's (`docs/locale`): names in the navigation, its journey maps, its pictures, its
  glossary, its own metrics.

What each catalog must hold is told by `catalog_sets`, which has to read all of these.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.i18n import has_i18n, site_languages
from cxguide.adapters.latin_texts import LatinTexts
from cxguide.adapters.previews import preview_tags
from cxguide.adapters.pseudo_language import PseudoTexts
from cxguide.adapters.settings import script_variants, site_root
from cxguide.core.catalog_lines import lines_by_key
from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.no_break import with_no_break_spaces
from cxguide.core.resources import CALCULATORS, LOCALE
from cxguide.translations.pseudo import PSEUDO_LANGUAGE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = [
    "SITE_TEXTS",
    "catalog_file",
    "catalog_folders",
    "nav_key",
    "texts_for",
    "texts_of_versions",
]

SITE_TEXTS = {"site_name": "name", "site_description": "description", "copyright": "copyright"}
"""Settings of mkdocs.yml that readers see, and the last part of their keys in the catalogs."""
_SITE_KEYS = ("nav/", "site/", "glossary/", "journey/", "metric/", "picture/")


def catalog_folders(config: MkDocsConfig) -> tuple[Path, Path, Path]:
    """Where catalogs are: the calculators', the software's and the site's own."""
    plugin = config.plugins.get("cx-translations")
    folder = plugin.config.locale_dir if plugin else "docs/locale"
    return CALCULATORS / "locale", LOCALE, site_root(config) / folder


def catalog_file(folder: Path, language: Language) -> Path:
    """The catalog of a language in one of these folders, which may not exist."""
    return folder / f"{language.tag}.po"


def texts_for(
    config: MkDocsConfig, language: Language, *, english_for: tuple[str, ...] = ()
) -> Texts:
    """The texts of a language; English where the software does not speak it.

    Args:
        config: of the site.
        language: the language.
        english_for: beginnings of keys whose English may stand in, beside those of drafts.
    """
    if language == PSEUDO_LANGUAGE:
        return PseudoTexts()
    if language.tag == ENGLISH.tag:
        return Texts(ENGLISH)
    catalogs = [catalog_file(folder, language) for folder in catalog_folders(config)]
    if not all(path.exists() for path in catalogs[:2]):
        return Texts(ENGLISH)
    there = tuple((path, path.stat().st_mtime_ns) for path in catalogs if path.exists())
    is_written_in_it = not has_i18n(config) and language == site_languages(config)[0].language
    alone = _SITE_KEYS if is_written_in_it else ()
    drafts = [
        key
        for name in ("cx-calculators", "cx-glossary", "cx-journeys", "cx-pictures")
        for key in getattr(config.plugins.get(name), "draft_keys", ())
    ]
    begun = ("",) if language.tag in preview_tags(config) else ()
    return _texts(there, language, site_root(config), alone, (*english_for, *drafts, *begun))


def texts_of_versions(
    config: MkDocsConfig, *, english_for: tuple[str, ...] = ()
) -> dict[str, Texts]:
    """By tag, the texts of each version of the site; versions in another script included.

    Args:
        config: of the site.
        english_for: as for `texts_for`.
    """
    versions = {
        entry.language.tag: texts_for(config, entry.language, english_for=english_for)
        for entry in site_languages(config)
    }
    for variant in script_variants(config):
        if (source := versions.get(variant.from_)) is not None:
            versions[variant.locale] = LatinTexts(source, Language(variant.locale))
    return versions


@lru_cache(maxsize=64)
def _texts(
    files: tuple[tuple[Path, int], ...],
    language: Language,
    root: Path,
    written_in_it: tuple[str, ...],
    english_for: tuple[str, ...],
) -> Texts:
    """The texts in files, as each was at a time."""
    translations = Translations(language)
    for path, changed in files:
        translations = translations.joined(_translations(path, changed, language, root))
    return Texts(language, translations, written_in_it=written_in_it, english_for=english_for)


@lru_cache(maxsize=64)
def _translations(path: Path, changed: int, language: Language, root: Path) -> Translations:
    """The translations of a file as it was at the time `changed` (part of the cache's key)."""
    name = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    lines = lines_by_key(path.read_text("utf-8-sig"))
    catalog = read_catalog(path, language, root)
    found = translations_of(catalog, language, name.as_posix(), lines=lines)
    # Here, because pages, embeds, scripts and drawings all take their short texts from here.
    by_key = {key: with_no_break_spaces(text, language) for key, text in found.by_key.items()}
    return replace(found, by_key=by_key)


def nav_key(title: str) -> str:
    """The last part of the key of a title in the navigation.

    >>> nav_key("UX & usability")
    'ux-usability'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
