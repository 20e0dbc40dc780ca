"""Which forms of a term are found in texts of each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.languages import Language
from cxguide.glossary.finding import Finder, finder

CASES = Path(__file__).parents[1] / "cases" / "glossary"
FORMS = [
    (path.stem, *line.split("\t"))
    for path in sorted(CASES.glob("forms.*.tsv"))
    for line in path.read_text("utf-8").splitlines()
]


def finder_of(tag: str, *terms: str) -> Finder:
    return finder([(term, term) for term in terms], Language(tag))


def uses(tag: str, text: str, *terms: str) -> list[tuple[str, str]]:
    """The words of a text that are terms, and which."""
    return [(text[one.start : one.end], one.term) for one in finder_of(tag, *terms)(text)]


@pytest.mark.parametrize(("file", "term", "sign", "form"), FORMS)
def test_a_form_is_found_or_is_not(file: str, term: str, sign: str, form: str):
    found = uses(file.removeprefix("forms."), f"({form}).", term)

    assert ([(form, term)] if sign == "+" else []) == found


def test_the_longest_term_wins_and_its_words_are_used_up():
    terms = ("customer", "customer journey", "journey map")

    found = uses("en", "Customer journey maps, and a journey map of a customer", *terms)

    assert [
        ("Customer journey", "customer journey"),
        ("journey map", "journey map"),
        ("customer", "customer"),
    ] == found


def test_of_two_terms_with_one_name_the_first_counts():
    find = finder([("review", "first"), ("review", "second")], Language("en"))

    assert ["first"] == [one.term for one in find("a review")]


def test_signs_end_a_term_and_line_ends_do_not():
    text = "pain. Point, pain\npoint, pain\N{NO-BREAK SPACE}points"

    assert ["pain\npoint", "pain\N{NO-BREAK SPACE}points"] == [
        word for word, _ in uses("en", text, "pain point")
    ]


def test_an_abbreviation_is_found_in_capitals_only():
    assert ["CES"] == [word for word, _ in uses("en", "ces and CES and Ces", "CES")]


def test_abbreviations_take_endings_as_the_language_writes_them():
    assert ["NPS-а"] == [word for word, _ in uses("sr", "до NPS-а", "NPS")]
    assert ["KPIs"] == [word for word, _ in uses("en", "three KPIs", "KPI")]


def test_a_thai_term_is_found_between_words():
    text = "วัดความภักดีของลูกค้าทุกเดือน"

    assert ["ความภักดีของลูกค้า"] == [word for word, _ in uses("th", text, "ความภักดีของลูกค้า")]


def test_a_thai_term_inside_another_word_is_none():
    assert [] == uses("th", "ตากลมมองฟ้า", "กลม")  # ตา|กลม and ตาก|ลม: PyThaiNLP has one word
    assert [] == uses("th", "เกมนี้", "กม")


def test_a_thai_term_is_found_without_the_library_but_never_inside_a_syllable(monkeypatch):
    monkeypatch.setattr("cxguide.glossary.finding.knows_thai_words", lambda: False)

    assert ["คลิก"] == [word for word, _ in uses("th", "คลิกที่นี่", "คลิก")]
    assert [] == uses("th", "การค้า", "ค้")
    assert [] == uses("th", "เกมนี้", "กม")


def test_latin_letters_in_thai_stand_alone(monkeypatch):
    monkeypatch.setattr("cxguide.glossary.finding.knows_thai_words", lambda: False)

    assert ["NPS"] == [word for word, _ in uses("th", "ค่า NPSX และNPSของเรา", "NPS")]


def test_in_a_language_without_rules_words_are_found_as_they_are_written():
    assert ["Kunde"] == [word for word, _ in uses("de", "Der Kunde, die Kunden", "Kunde")]
