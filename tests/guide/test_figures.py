"""A number is the same in every language, however it is written."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cxguide.core.languages import Language
from cxguide.translations import figures
from guide_sources import SOURCES, prose, source_page, without_fences

ABOUT_FORMS_OF_NUMBERS = {"reference/translate"}
"""Pages that show how each language writes numbers."""
LOCAL_MONEY = {"foundations/why-it-matters", "metrics/clv"}
"""Pages that calculate in the currency of each language: only their percentages are the same."""
HONEST_DIFFERENCES = {
    ("sr", "metrics/csat"): {"4": "the two best answers are called by their numbers"},
    ("sr", "metrics/ux-metrics"): {"1996": "the year says that the name is that of a work"},
    ("th", "foundations/stages"): {"10": "the questions on delivery are counted twice"},
    ("th", "metrics/nps"): {"8": "the rise is named again beside the margin"},
    ("cs", "metrics/ux-metrics"): {"1996": "the year says that the name is that of a work"},
}
"""Numbers that a translation has once more than the English page, and why."""

TRANSLATIONS = pytest.mark.parametrize(
    ("tag", "path"),
    [(tag, path) for tag, path in SOURCES if tag != "en" and path not in ABOUT_FORMS_OF_NUMBERS],
)

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


def text_of(tag: str, path: str) -> str:
    """What readers see: no fences, code, addresses of links, ids."""
    text = prose(_CODE.sub(" ", without_fences(source_page(tag, path).text)))
    return " ".join(_PERCENTAGE.findall(text)) if path in LOCAL_MONEY else text


def figures_in(text: str, tag: str) -> Counter[str]:
    """The numbers written in figures, as -1234.5."""
    text = _THAI_LAW.sub("", _VERSION.sub(" ", text))
    return Counter(figure.value for figure in figures.figures_in(text, Language(tag)))


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


@pytest.mark.parametrize(("tag", "path"), HONEST_DIFFERENCES)
def test_an_honest_difference_is_still_there(tag: str, path: str):
    once_more = figures_in(text_of(tag, path), tag) - in_figures("en", path)

    assert [] == [number for number in HONEST_DIFFERENCES[tag, path] if number not in once_more]
