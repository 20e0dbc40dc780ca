from __future__ import annotations

from collections import Counter

import pytest

from cxguide.core.languages import Language
from cxguide.search.analyzer import Analyzer
from cxguide.search.rules import rules_data, rules_for
from cxguide.search.synonyms import Synonyms, same_words

TAGS = ["en", "sr", "th", "cs"]


def terms(tag: str, word: str) -> tuple[str, ...]:
    return tuple(one.term for one in Analyzer(rules_for(Language(tag))).tokens(word))


def others(text: str, *line: str) -> list[str]:
    """What is written in place of the words of an English text by one line of synonyms."""
    analyzer = Analyzer(rules_for(Language("en")))
    found = Synonyms([line], analyzer).of(analyzer.tokens(text, compounds=True))
    return [written for _, written in found]


@pytest.mark.parametrize("tag", TAGS)
def test_every_line_has_words_that_differ(tag: str):
    lines = [{terms(tag, word) for word in line} for line in same_words(Language(tag))]

    assert [] == [line for line in lines if len(line) < 2 or () in line]


@pytest.mark.parametrize("tag", TAGS)
def test_no_word_stands_twice_in_a_line(tag: str):
    twice = [
        word
        for line in same_words(Language(tag))
        for word, number in Counter(line).items()
        if number > 1
    ]

    assert [] == twice


@pytest.mark.parametrize("tag", TAGS)
def test_words_of_which_questions_are_made_stand_for_nothing(tag: str):
    common = {*rules_data(Language(tag))["common"], *rules_data(Language(tag))["faint"]}
    lines = same_words(Language(tag))

    assert set() == {word for line in lines for word in line} & common


def test_serbian_in_latin_letters_has_the_words_of_serbian():
    assert same_words(Language("sr")) == same_words(Language("sr-Latn"))


def test_part_of_a_phrase_stands_for_nothing():
    assert [] == others("page", "landing page", "entry")
    assert [] == others("landing", "landing page", "entry")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("First-contact resolution", "first contact resolution"),
        ("first contact/resolution", "first contact resolution"),
        ("first-contact-resolution", "first contact resolution"),
        ("first contact resolution", "first-contact resolution"),
        ("the drop-off", "dropoff"),
        ("the drop-off rate", "dropoff rate"),
        ("the drop-off rate", "drop off rate"),
        ("A/B tests", "a/b"),
        ("re- & drop-off", "dropoff"),
    ],
)
def test_a_phrase_is_there_however_the_text_joins_its_words(text: str, word: str):
    assert ["x"] == others(text, word, "x")


@pytest.mark.parametrize("text", ["drop-off of the rate", "off-rate", "drop-in off rate"])
def test_words_apart_are_no_phrase(text: str):
    assert [] == others(text, "drop off rate", "x")
