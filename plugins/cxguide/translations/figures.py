"""Numbers in sentences, read as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from cxguide.core.languages import Language

__all__ = ["Figure", "figures_in"]

_BLANKS = "\u00a0\u202f"
_UNIT = re.compile(
    r"[ \u00a0\u202f-]?(?P<unit>[%‰°]|(?:per[ ]cent|percentage|points?|seconds?|minutes?|hours?|"
    r"days?|weeks?|months?|quarters?|years?|times|pixels?|px|ms|[kMG]B|km|cm|mm|kg)\b)"
)
"""What makes a number a quantity. Words of English are enough: translations are searched for the
numbers of the English text."""
_THAI_YEAR_AND_CHRISTIAN = re.compile(r"พ\.ศ\. 2[45]\d\d \(ค\.ศ\. (?P<year>\d{4})\)")
_THAI_YEAR = re.compile(r"(?<=[\u0e00-\u0e7f.] )2[45]\d\d\b")
_THAI_TIME = re.compile(r"\b(\d{1,2})\.(\d\d)(?= น\.)")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is written in figures.

    Attributes:
        value: the same for every language, such as `-1234.5`.
        written: as it stands in the text.
        start: where it stands in the text.
        unit: what makes it a quantity, such as `%`; nothing where there is none.
    """

    value: str
    written: str
    start: int
    unit: str = ""


def figures_in(text: str, language: Language) -> Iterator[Figure]:
    r"""The numbers of a text, in reading order.

    Thai years, which are 543 more, and times of day are given as elsewhere.

    >>> [one.value for one in figures_in("1\u00a0234,5 z −2 a 26,8 %", Language("cs"))]
    ['1234.5', '-2', '26.8']
    """
    if language.locale.language == "th":
        text = _with_christian_years(text.translate(_THAI_DIGITS))
    for found in _number(language).finditer(text):
        whole, part = re.sub(r"\D", "", found["whole"]), found["part"]
        value = ("-" if found["sign"] else "") + whole + (f".{part}" if part else "")
        unit = _UNIT.match(text, found.end())
        yield Figure(value, found[0], found.start(), unit["unit"] if unit else "")


@cache
def _number(language: Language) -> re.Pattern[str]:
    group = get_group_symbol(language.locale)
    groups = f"[{_BLANKS}]" if group in _BLANKS else re.escape(group)
    decimal = re.escape(get_decimal_symbol(language.locale))
    thousands = rf"(?<!\d)\d{{1,3}}(?:{groups}\d{{3}})+(?!\d)"
    return re.compile(
        rf"(?P<sign>(?<![\w)])[-−])?(?P<whole>{thousands}|\d+)(?:{decimal}(?P<part>\d+))?"
    )


def _with_christian_years(text: str) -> str:
    """A Thai text with years and times of day as elsewhere: 2026 and 16:40."""
    text = _THAI_YEAR_AND_CHRISTIAN.sub(r"\g<year>", text)
    text = _THAI_YEAR.sub(lambda year: str(int(year[0]) - 543), text)
    return _THAI_TIME.sub(r"\1:\2", text)
