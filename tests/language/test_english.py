from __future__ import annotations

import pytest

from cxguide.core.languages import Language
from cxguide.language import language_faults
from cxguide.language.english import english_faults
from language_texts import catalog, told

SENTENCE = "Ask customers what they did, and write it down in their own words."


@pytest.mark.parametrize("tag", ["sr", "th", "cs", "sr-Latn", "el"])
@pytest.mark.parametrize("text", [SENTENCE, f"- {SENTENCE}", f"| {SENTENCE} |", f"## {SENTENCE}"])
def test_an_english_passage_is_told(tag: str, text: str):
    assert 1 == len(told(english_faults, text, tag))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sr", "Питајте купце. Then write down what they told you. Онда бројте."),
        ("th", "ถามลูกค้า then write down what they told you แล้วนับ"),
        ("cs", "Ptejte se zákazníků. Then write down what they told you. Pak počítejte."),
    ],
)
def test_an_english_sentence_inside_a_passage_is_told(tag: str, text: str):
    assert 1 == len(told(english_faults, text, tag))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sr", "Нето промотер скор (Net Promoter Score)"),
        ("sr", "Bain & Company"),
        ("sr", "NPS, CSAT, CES"),
        ("th", "คะแนนผู้สนับสนุนสุทธิ (Net Promoter Score)"),
        ("cs", "Hlas zákazníka (anglicky voice of the customer) je slib."),
        ("cs", "To je dobré i pro toho, kdo nemá rozpočet ani tým."),
        ("cs", "Net Promoter Score (NPS)"),
        ("cs", "Podle dat na tom firma byla dobře."),
        ("cs", '„<span lang="en">How satisfied are you with our service?</span>“'),
        ("en", SENTENCE),
    ],
)
def test_names_and_terms_are_not_told(tag: str, text: str):
    assert [] == told(english_faults, text, tag)


def test_titles_of_sources_stay_as_they_are():
    text = (
        "## Zdroje { #sources }\n\n- The Thinking That Was Behind the Score, and What Came of It\n"
    )

    assert [] == told(english_faults, text, "cs")


def test_a_short_text_that_says_what_its_english_says_is_told():
    source = catalog(("Two more stages", "Two more stages"), ("Net Promoter Score",) * 2)

    [fault] = language_faults([source], Language("cs"))

    assert ("english", 7) == (fault.check, fault.place.line)
