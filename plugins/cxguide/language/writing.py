"""The script of a language, and which letters of two scripts look alike."""

from __future__ import annotations

import re
from functools import lru_cache

from babel.core import get_global

from cxguide.core.languages import Language

__all__ = ["CYRILLIC_TWINS", "LATIN_TWINS", "LETTERS", "script_of"]

LETTERS = {
    "Arab": "\u0600-\u06ff",
    "Cyrl": "\u0400-\u04ff",
    "Grek": "\u0370-\u03ff",
    "Hebr": "\u0590-\u05ff",
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏ",
    "Thai": "\u0e00-\u0e7f",
}
"""The letters of scripts, as part of a pattern."""

_LATIN, _CYRILLIC = "ABCEHJKMOPTXaceijopxys", "АВСЕНЈКМОРТХасеіјорхуѕ"
CYRILLIC_TWINS = str.maketrans(_LATIN, _CYRILLIC)
"""From Latin letters to the Cyrillic ones that look like them."""
LATIN_TWINS = str.maketrans(_CYRILLIC, _LATIN)
"""From Cyrillic letters to the Latin ones that look like them."""


@lru_cache
def script_of(language: Language) -> str:
    """The script of a language by its ISO 15924 code, as CLDR knows it.

    >>> script_of(Language("sr")), script_of(Language("sr-Latn")), script_of(Language("th"))
    ('Cyrl', 'Latn', 'Thai')
    """
    if language.locale.script:
        return str(language.locale.script)
    likely = get_global("likely_subtags").get(language.locale.language, "")
    return next((part for part in likely.split("_") if re.fullmatch("[A-Z][a-z]{3}", part)), "Latn")
