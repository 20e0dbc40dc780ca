"""Names in a row, as a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.lists import format_list

from cxguide.core.languages import Language
from cxguide.core.no_break import with_no_break_spaces

__all__ = ["listed"]

_TIGHT_THAI_AND = re.compile(r"(?<=[^\s\u0e00-\u0e7f])และ|และ(?=[^\s\u0e00-\u0e7f])")


def listed(names: Iterable[str], language: Language) -> str:
    """The names with commas and an "and"; empty for none.

    >>> listed(["Cart", "Chat", "SMS"], Language("en"))
    'Cart, Chat, and SMS'
    >>> listed(["โทรศัพท์ (2)", "SMS"], Language("th"))
    'โทรศัพท์ (2) และ SMS'
    """
    found = list(names)
    if not found:
        return ""
    text = format_list(found, locale=language.locale)
    if language.locale.language == "th":
        # CLDR puts no spaces here, which is right between Thai words alone.
        text = _TIGHT_THAI_AND.sub(lambda word: f" {word[0]} ", text).replace("  ", " ")
    return with_no_break_spaces(text, language)
