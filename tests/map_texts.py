"""The guide's maps and their texts in every language of the guide, for tests of drawings."""

from __future__ import annotations

from functools import lru_cache

from cxguide.adapters.latin_texts import LatinTexts
from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import LOCALE
from cxguide.journeys import Journey, read_journeys
from cxguide.journeys.plain import PlainMap, plain_map
from guide_site import ROOT

TAGS = ("en", "sr", "sr-Latn", "th", "cs")
MAPS = tuple(sorted(file.stem for file in (ROOT / "docs" / "journeys").glob("*.yml")))
DRAWN = [(name, tag) for name in MAPS for tag in TAGS]
"""Every map in every language."""


@lru_cache
def texts_in(tag: str) -> Texts:
    """The texts of a language: the software's and the guide's."""
    if tag == "en":
        return Texts(ENGLISH)
    if tag == "sr-Latn":
        return LatinTexts(texts_in("sr"), Language(tag))
    language = Language(tag)
    translations = Translations(language)
    for folder in (LOCALE, ROOT / "docs" / "locale"):
        catalog = read_catalog(folder / f"{tag}.po", language, ROOT)
        translations = translations.joined(translations_of(catalog, language, f"{tag}.po"))
    return Texts(language, translations)


@lru_cache
def journey_of(name: str) -> Journey:
    """A map of the guide."""
    return read_journeys(ROOT / "docs" / "journeys", ROOT)[name]


@lru_cache
def plain_of(name: str, tag: str) -> PlainMap:
    """A map of the guide in a language."""
    return plain_map(journey_of(name), texts_in(tag))
