from __future__ import annotations

from importlib.resources import files

import pytest

from cxguide.language.ijekavian import ekavian_of, ijekavian_faults
from language_texts import told

PAIRS = [
    line.split()
    for line in (files("cxguide.language") / "data/ijekavian.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(
    ("ijekavian", "ekavian"),
    [
        ("вријеме", "време"),
        ("Вријеме", "Време"),
        ("Мјера", "Мера"),
        ("млијека", "млека"),
        ("измијенити", "изменити"),
        ("најпримјереније", "најпримереније"),
        ("неразумијевање", "неразумевање"),
        ("прије", "пре"),
        ("сусједи", "суседи"),
        ("увијек", "увек"),
        ("оцјењивање", "оцењивање"),
    ],
)
def test_an_ijekavian_word_is_told_with_its_ekavian_form(ijekavian: str, ekavian: str):
    assert [f"1:5 write {ekavian!r}"] == told(ijekavian_faults, f"Наш {ijekavian} овде", "sr")


@pytest.mark.parametrize(
    "word",
    [
        *("пријем", "објекат", "субјекат", "сједињен", "изједначити", "подједнако", "одједном"),
        *("одјек", "инјекција", "раздоље", "клијент", "умијеш", "дијете", "предјело"),
        *("најјаснијем", "понедељак", "јединствен", "змије", "путовање", "земље"),
    ],
)
def test_words_that_ekavian_has_too_are_not_told(word: str):
    assert [] == told(ijekavian_faults, f"Наш {word} овде", "sr")


@pytest.mark.parametrize(("ijekavian", "ekavian"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_every_word_of_the_list_is_found(ijekavian: str, ekavian: str):
    word = ijekavian.strip("-")

    assert [f"1:1 write {ekavian.strip('-.')!r}"] == told(ijekavian_faults, word, "sr")


def test_what_the_list_says_to_write_is_not_told_itself():
    assert [] == [ekavian for _, ekavian in PAIRS if ekavian_of(ekavian.strip("-."))]


def test_other_languages_are_not_looked_at():
    assert [] == told(ijekavian_faults, "вријеме", "mk")
