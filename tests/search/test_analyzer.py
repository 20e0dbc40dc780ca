from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.search.analyzer import Analyzer, Rules, folded
from cxguide.search.rules import rules_for

WORDS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/search/same_words.yml").read_text("utf-8")
)
SAME = [(tag, words) for tag, kinds in WORDS.items() for words in kinds["same"]]
OTHER = [(tag, words) for tag, kinds in WORDS.items() for words in kinds["other"]]


def terms(tag: str, text: str, **options: bool) -> list[str]:
    analyzer = Analyzer(rules_for(Language(tag)))
    return [one.term for one in analyzer.tokens(text, **options)]


@pytest.mark.parametrize(("tag", "words"), SAME)
def test_forms_of_a_word_are_one(tag: str, words: list[str]):
    assert 1 == len({tuple(terms(tag, word)) for word in words})


@pytest.mark.parametrize(("tag", "words"), OTHER)
def test_words_that_only_look_alike_are_two(tag: str, words: list[str]):
    assert len(words) == len({tuple(terms(tag, word)) for word in words})


def test_a_term_knows_where_it_stands():
    analyzer = Analyzer(rules_for(Language("cs")))
    text = "(Míra odchodů: 3,5 %)"

    found = [text[one.start : one.end] for one in analyzer.tokens(text)]

    assert ["Míra", "odchodů", "3", "5"] == found


def test_soft_hyphens_and_invisible_spaces_are_no_letters():
    assert terms("en", "sur\u00advey") == terms("en", "survey")
    assert terms("th", "ลูก\u200bค้า") == terms("th", "ลูกค้า")


def test_thai_is_found_inside_unspaced_text():
    text, part = terms("th", "คะแนนความพึงพอใจของลูกค้า"), terms("th", "พึงพอใจ")

    assert part == [one for one in text if one in part]
    assert len(part) > 2


def test_thai_and_latin_side_by_side_are_words_of_their_own():
    assert "nps" in terms("th", "คะแนนNPSของร้าน")


def test_joined_words_are_also_one_in_an_index():
    assert 2 == len(terms("en", "drop-off"))
    assert [*terms("en", "drop-off"), *terms("en", "dropoff")] == terms(
        "en", "drop-off", compounds=True
    )


def test_numbers_keep_all_their_digits():
    assert ["2026", "385"] == terms("en", "2026 385")


def test_a_language_without_rules_keeps_its_words():
    assert ["clients"] == terms("fr", "Clients")


def test_at_least_the_shortest_stem_stays():
    rules = Rules(3, 2, frozenset({"ing", "s", "e"}))

    assert ["sing", "use", "thing"] == [rules.stem(word) for word in ("sing", "use", "things")]


def test_ends_that_stand_for_each_other_are_tried_in_order():
    rules = Rules(3, 1, frozenset({"i"}), (("ac", "c"), ("c", "k")))

    assert {"kupk"} == {rules.stem(word) for word in ("kupac", "kupci")}


def test_every_letter_of_serbian_cyrillic_becomes_latin():
    assert folded("АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ").isascii()


@given(
    tag=st.sampled_from(["en", "sr", "th", "cs"]),
    text=st.text(
        st.sampled_from("aeTs7жѢšßI.,-/&_'’\u2011\u00a0\u200b\u00ad \nกเำ่\u0e4dา"), max_size=60
    ),
)
def test_words_of_an_index_are_those_of_the_text_and_its_compounds(tag: str, text: str):
    analyzer = Analyzer(rules_for(Language(tag)))

    expected = [
        (one.term, text[one.start : one.end].lower(), one.joins)
        for one in analyzer.tokens(text, compounds=True)
    ]
    assert expected == list(analyzer.written(text))
