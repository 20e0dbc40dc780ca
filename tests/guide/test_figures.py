"""A number is the same in every language, however it is written."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from guide_sources import SOURCES, prose, source_page, without_fences

ABOUT_FORMS_OF_NUMBERS = {"reference/translate"}
"""Pages that show how each language writes numbers."""
LOCAL_MONEY = {"foundations/why-it-matters", "metrics/clv"}
"""Pages that calculate in the currency of each language: only their percentages are the same."""
HONEST_DIFFERENCES = {
    ("sr", "metrics/csat"): {"4": "the two best answers are called by their numbers"},
    ("th", "foundations/stages"): {"10": "the questions on delivery are counted twice"},
    ("th", "metrics/nps"): {"8": "the rise is named again beside the margin"},
    ("cs", "metrics/ux-metrics"): {"1996": "the year says that the name is that of a work"},
}
"""Numbers that a translation has once more than the English page, and why."""

TRANSLATIONS = pytest.mark.parametrize(
    ("tag", "path"),
    [(tag, path) for tag, path in SOURCES if tag != "en" and path not in ABOUT_FORMS_OF_NUMBERS],
)

_GROUP_AND_DECIMAL = {"en": ",.", "sr": ".,", "th": ",.", "cs": "\u00a0,"}
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
ENGLISH_WORDS = {word: str(number) for number, word in enumerate(_ONES)} | {
    word: str(10 * number) for number, word in enumerate(_TENS, start=3)
}
"""Numbers that an editor writes in words or in figures, as the sentence wants it."""

_CODE = re.compile(r"`[^`\n]*`")
_PERCENTAGE = re.compile(r"[\d.,]+[ \u00a0]?%")
_WORD = re.compile(rf"\b({'|'.join(ENGLISH_WORDS)})s?\b", re.I)
_VERSION = re.compile(r"(?:CC BY|WCAG\)?|Font License|Python|MkDocs)[ \u00a0]\d+\.\d+")
"""A name, the same in every language: no decimal comma belongs there."""
_THAI_LAW = re.compile(r"(?<=พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล) พ\.ศ\. 2562")
"""The year is part of its name."""
_THAI_YEAR_AND_CHRISTIAN = re.compile(r"พ\.ศ\. 2[45]\d\d \(ค\.ศ\. (\d{4})\)")
_THAI_YEAR = re.compile(r"(?<=[\u0e00-\u0e7f.] )2[45]\d\d\b")
_THAI_TIME = re.compile(r"\b(\d{1,2})\.(\d\d)(?= น\.)")


def text_of(tag: str, path: str) -> str:
    """What readers see: no fences, code, addresses of links, ids."""
    text = prose(_CODE.sub(" ", without_fences(source_page(tag, path).text)))
    return " ".join(_PERCENTAGE.findall(text)) if path in LOCAL_MONEY else text


def figures_in(text: str, tag: str) -> Counter[str]:
    """The numbers written in figures, as -1234.5."""
    text = _VERSION.sub(" ", text)
    if tag == "th":
        text = with_christian_years(text)
    group, decimal = (re.escape(mark) for mark in _GROUP_AND_DECIMAL[tag])
    thousands = rf"(?<!\d)\d{{1,3}}(?:{group}\d{{3}})+(?!\d)"
    number = re.compile(rf"((?<![\w)])[-−])?({thousands}|\d+)(?:{decimal}(\d+))?")
    return Counter(
        ("-" if sign else "") + re.sub(r"\D", "", whole) + (f".{part}" if part else "")
        for sign, whole, part in number.findall(text)
    )


def with_christian_years(text: str) -> str:
    """A Thai text with years as elsewhere, 543 less, and with times as 16:40."""
    text = _THAI_YEAR_AND_CHRISTIAN.sub(r"\1", _THAI_LAW.sub("", text))
    text = _THAI_YEAR.sub(lambda year: str(int(year[0]) - 543), text)
    return _THAI_TIME.sub(r"\1:\2", text)


def said_in_words(english: str) -> Counter[str]:
    """The numbers that an English text has in words."""
    return Counter(ENGLISH_WORDS[word.lower()] for word in _WORD.findall(english))


def in_figures(tag: str, path: str) -> Counter[str]:
    """The numbers of a page, without those that are known to be there once more."""
    known = Counter(list(HONEST_DIFFERENCES.get((tag, path), ())))
    return figures_in(text_of(tag, path), tag) - known


@TRANSLATIONS
def test_a_page_has_the_numbers_of_the_english_page(tag: str, path: str):
    """All but those that can be said in a word."""
    in_words = set(ENGLISH_WORDS.values())

    english, actual = (in_figures(one, path) for one in ("en", tag))

    assert {n: count for n, count in english.items() if n not in in_words} == {
        n: count for n, count in actual.items() if n not in in_words
    }


@TRANSLATIONS
def test_a_page_has_no_number_that_the_english_page_does_not_say(tag: str, path: str):
    said = in_figures("en", path) + said_in_words(text_of("en", path))

    assert Counter() == in_figures(tag, path) - said


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "1,234.5 of -2, and 26.8% in 2026 (CC BY 4.0)"),
        ("sr", "1.234,5 од −2, и 26,8% у 2026. (CC BY 4.0)"),
        ("th", "1,234.5 จาก −2 และ 26.8% ใน พ.ศ. 2569 (ค.ศ. 2026) (CC BY 4.0)"),
        ("th", "1,234.5 จาก −2 และ 26.8% เมื่อ พ.ศ. 2569 (CC BY 4.0)"),
        ("cs", "1\u00a0234,5 z\u00a0−2 a\u00a026,8\u00a0% v\u00a0roce 2026 (CC BY 4.0)"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(tag: str, text: str):
    assert Counter(["1234.5", "-2", "26.8", "2026"]) == figures_in(text, tag)


def test_a_time_of_day_in_thai_is_read_as_elsewhere():
    assert figures_in("16:40", "en") == figures_in("เวลา 16.40 น.", "th")


@pytest.mark.parametrize(("tag", "path"), HONEST_DIFFERENCES)
def test_an_honest_difference_is_still_there(tag: str, path: str):
    once_more = figures_in(text_of(tag, path), tag) - in_figures("en", path)

    assert [] == [number for number in HONEST_DIFFERENCES[tag, path] if number not in once_more]
