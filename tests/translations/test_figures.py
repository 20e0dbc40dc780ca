"""The quantities of the English section stand in its translation, as the language writes them."""

from __future__ import annotations

import pytest

from cxguide.core.languages import Language
from cxguide.translations.figures import figures_in
from translations.translated_page import remarks

PAGE = "# A { #a }\n\nOf 1,250.5 orders 26.8% come back within 30 days, as 26.8 says.\n"
CZECH = (
    "# A { #a }\n\nZ 1\u00a0250,5 objednávky se jich 26,8\u00a0% vrátí do 30 dnů, jak říká 26,8.\n"
)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "1,234.5 of -2, and 26.8% at 16:40"),
        ("sr", "1.234,5 од −2, и 26,8% у 16:40"),
        ("th", "1,234.5 จาก −2 และ 26.8% เวลา 16.40 น."),
        ("th", "๑,๒๓๔.๕ จาก −๒ และ ๒๖.๘% เวลา 16:40"),
        ("cs", "1\u00a0234,5 z\u00a0−2 a\u00a026,8\u00a0% v\u00a016:40"),
        ("cs", "1\u202f234,5 z\u00a0−2 a\u00a026,8\u202f% v\u00a016:40"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(tag: str, text: str) -> None:
    figures = list(figures_in(text, Language(tag)))

    assert ["1234.5", "-2", "26.8", "16", "40"] == [one.value for one in figures]
    assert ["", "", "%", "", ""] == [one.unit for one in figures]


@pytest.mark.parametrize("text", ["พ.ศ. 2569 (ค.ศ. 2026)", "พ.ศ. 2569", "ปี 2569"])
def test_a_thai_year_is_read_as_a_christian_one(text: str) -> None:
    assert ["2026"] == [one.value for one in figures_in(text, Language("th"))]


def test_numbers_as_czech_writes_them_are_the_same() -> None:
    assert [] == remarks(CZECH, PAGE)


@pytest.mark.parametrize(
    ("right", "wrong", "told", "fix"),
    [
        (
            "26,8\u00a0%",
            "28,6\u00a0%",
            "3:30: notice: '26.8%' of docs/en/nps.md:3 is missing in this section; found '28,6'",
            "26,8\u00a0%",
        ),
        (
            "30 dnů",
            "13 dnů",
            "3:46: notice: '30 days' of docs/en/nps.md:3 is missing in this section; found '13'",
            "30",
        ),
        (
            "do 30 dnů",
            "brzy",
            "1:1: notice: '30 days' of docs/en/nps.md:3 is missing in this section",
            "30",
        ),
    ],
)
def test_another_quantity_is_a_notice_with_what_to_write(
    right: str, wrong: str, told: str, fix: str
) -> None:
    (found,) = remarks(CZECH.replace(right, wrong), PAGE)

    assert found.startswith(f"docs/cs/nps.md:{told} [numbers]\n")
    assert found.endswith(f"  fix: write {fix!r}")


def test_a_number_without_a_unit_may_be_said_in_words() -> None:
    assert [] == remarks(CZECH.replace("1\u00a0250,5", "tisícovky"), PAGE)


def test_numbers_of_a_section_that_is_not_current_are_not_compared() -> None:
    text = CZECH.replace("30 dnů", "13 dnů")

    assert [] == remarks(text, PAGE, is_current=lambda section: section != "a")
