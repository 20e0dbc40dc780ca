"""The pseudo-language of short texts: longer, accented, in brackets, and nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.translations.pseudo import PSEUDO_LANGUAGE, accented, is_plain, pseudo

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCXYZ ,.%0123456789", min_size=1)
PLACEHOLDERS = st.sampled_from(("{n}", "{low}", "&nbsp;", "<b>", "</b>", "https://a.example/b"))
TEXTS = st.lists(WORDS | PLACEHOLDERS, min_size=1).map(" ".join)
KEPT = re.compile(r"\{\w+\}|&\w+;|</?b>|https://[a-z./]+")


@given(TEXTS)
def test_placeholders_entities_tags_and_addresses_survive_in_their_order(text: str):
    assert KEPT.findall(text) == KEPT.findall(pseudo(text))


@given(TEXTS)
def test_numbers_and_percent_signs_survive(text: str):
    assert re.findall(r"[\d%]+", text) == re.findall(r"[\d%]+", pseudo(text))


@given(WORDS.filter(lambda text: re.search("[a-zA-Z]", text)))
def test_a_text_with_letters_is_longer_and_shows_no_plain_letter(text: str):
    assert len(pseudo(text)) >= 1.3 * len(text)
    assert not is_plain(pseudo(text))


@given(WORDS, WORDS)
def test_a_word_is_the_same_alone_and_in_a_sentence(one: str, other: str):
    assert accented(one) + accented(other) == accented(one + other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Result", "«Řééšúúļť»"),
        (" and ", " «ááñď» "),
        ("NPS", "«ÑPŠ»"),
        ("{n} of {total}", "{n} óóf {total}"),
        ("mmmmmmmmmmmmmmmmmmmm", "«mmmmmmmmmmmmmmmmmmmm····»"),
    ],
)
def test_brackets_stand_around_the_words(text: str, expected: str):
    assert expected.strip("«»") in pseudo(text)
    assert pseudo(text).strip()[0] == "«"
    assert pseudo(text).strip()[-1] == "»"


@pytest.mark.parametrize("text", ["", " ", "100 %", "–", "{n}", "→ {low}…{high}"])
def test_what_has_no_words_stays(text: str):
    assert text == pseudo(text)


def test_it_counts_and_writes_numbers_as_english_does():
    assert Language("en").locale == PSEUDO_LANGUAGE.locale
    assert ("one", "other") == PSEUDO_LANGUAGE.plural_categories
