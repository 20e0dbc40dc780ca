from __future__ import annotations

import pytest

from cxguide.language.scripts import script_faults
from language_texts import told

LATIN_A, CYRILLIC_A = "a", "а"


@pytest.mark.parametrize(
    ("tag", "text", "fix"),
    [
        ("sr", f"куп{LATIN_A}ц", "write 'купац', all its letters of one script"),
        ("sr", "Cтрана", "write 'Страна', all its letters of one script"),
        ("cs", f"z{CYRILLIC_A}kázka", "write 'zakázka', all its letters of one script"),
        ("th", f"ลูกค้า d{CYRILLIC_A}ta", "write 'data', all its letters of one script"),
        ("sr", "NPSом", "write the word in letters of one script; an ending after a hyphen"),
    ],
)
def test_a_letter_of_another_script_inside_a_word_is_told(tag: str, text: str, fix: str):
    assert [fix] == [one.partition(" ")[2] for one in told(script_faults, text, tag)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [("sr", f"купац {LATIN_A} не продавац"), ("cs", f"zákazník {CYRILLIC_A} prodejce")],
)
def test_a_word_of_one_letter_in_the_wrong_script_is_told(tag: str, text: str):
    assert 1 == len(told(script_faults, text, tag))


@pytest.mark.parametrize("word", ["je", "kupac", "već", "mišljenje"])
def test_a_serbian_word_in_latin_letters_is_told(word: str):
    assert ["1:7 write it in Cyrillic letters"] == told(script_faults, f"Наш и {word} овде", "sr")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sr", "NPS-у, CX и UX, Bain & Company; формула a + b и `kupac`"),
        ("sr", '<span lang="sr-Latn">kupac je naš</span>'),
        ("sr", "[странице](kupac/je.md) и https://a.example/kupac/je"),
        ("cs", 'verze v cyrilici: <span lang="sr">купац</span>'),
    ],
)
def test_names_code_and_marked_words_are_not_told(tag: str, text: str):
    assert [] == told(script_faults, text, tag)
