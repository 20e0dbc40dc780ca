"""Looking up terms by a word, in English or in a language, in any form."""

from __future__ import annotations

import pytest

from cxguide.core.catalogs import Message, Texts, Translations
from cxguide.core.languages import Language
from cxguide.core.places import Place
from cxguide.glossary import (
    Glossary,
    Term,
    WrongForm,
    entries_with,
    nearest_entries,
    term_entries,
    wrong_with,
)

HERE = Place("glossary.yml")
CZECH, THAI = Language("cs"), Language("th")
NAMES = {
    "customer": ("customer", "zákazník", "ลูกค้า"),
    "churn": ("churn rate", "míra odchodu zákazníků", "อัตราการเลิกใช้บริการ"),
    "nps": ("Net Promoter Score", "Net Promoter Score", "Net Promoter Score"),
    "journey": ("customer journey map", "mapa zákaznické cesty", "แผนที่เส้นทางของลูกค้า"),
}
WRONG = (WrongForm("cestovní karta", "mapa zákaznické cesty"), WrongForm("advokacie", "doporučit"))


def term(name: str) -> Term:
    return Term(
        name,
        Message(f"glossary/{name}/term", NAMES[name][0], HERE),
        Message(f"glossary/{name}/definition", f"What {name} is.", HERE),
        "NPS" if name == "nps" else "",
    )


GLOSSARY = Glossary(tuple(map(term, NAMES)), {"cs": WRONG})


def entries(language: Language, at: int):
    by_key = {f"glossary/{name}/term": names[at] for name, names in NAMES.items()}
    texts = Texts(language, Translations(language, by_key), english_for=("glossary/",))
    return term_entries(GLOSSARY, texts)


CZECH_ENTRIES, THAI_ENTRIES = entries(CZECH, 1), entries(THAI, 2)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zákazník", "customer churn"),
        ("ZÁKAZNÍKŮM", "customer churn"),
        ("customers", "customer journey"),
        ("Churn", "churn"),
        ("nps", "nps"),
        ("míru", "churn"),
        ("odch", "churn"),
        ("cestovní karta", "journey"),
        ("míra udržení", ""),
        ("chod", ""),
    ],
)
def test_a_word_finds_its_terms_in_either_language(word: str, expected: str):
    found = entries_with(word, CZECH_ENTRIES, CZECH)

    assert expected.split() == [entry.term.id for entry in found]


def test_a_part_of_a_thai_term_finds_it_for_there_are_no_spaces():
    found = entries_with("ลูกค้า", THAI_ENTRIES, THAI)

    assert ["customer", "journey"] == [entry.term.id for entry in found]


def test_a_term_knows_what_must_not_be_said_for_it():
    assert [(), (), (), WRONG[:1]] == [entry.wrong for entry in CZECH_ENTRIES]


def test_what_is_ruled_out_is_found_where_it_belongs_to_no_term():
    assert WRONG[1:] == wrong_with("advokacií", WRONG, CZECH)


def test_definitions_that_nobody_has_translated_are_empty():
    assert {""} == {entry.definition for entry in CZECH_ENTRIES}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("chrun", "churn"), ("zakaznik", "customer"), ("costumer", "customer"), ("mpa", "journey")],
)
def test_an_unknown_word_has_near_terms(word: str, expected: str):
    near = nearest_entries(word, CZECH_ENTRIES)

    assert expected == near[0].term.id


def test_nothing_is_near_to_nonsense():
    assert () == nearest_entries("qqqqqq", CZECH_ENTRIES)
