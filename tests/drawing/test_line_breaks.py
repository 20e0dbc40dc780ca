"""Where the lines of a drawn map end."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxguide.core.languages import ENGLISH, Language
from cxguide.drawing.line_breaks import broken, line_breaks, pieces, shown

THAI, CZECH, SERBIAN = Language("th"), Language("cs"), Language("sr")


def lines(text: str, language: Language, *, at_most: int) -> tuple[str, ...]:
    return broken(text, lambda line: len(line) <= at_most, language)


def letters(line: str) -> int:
    """Without the marks above and below them."""
    return sum(unicodedata.category(sign) != "Mn" for sign in line)


@pytest.mark.parametrize(
    "word",
    [
        "ใบแจ้งหนี้",
        "ค่าธรรมเนียม",
        "กระจัดกระจาย",
        "ผลตรวจ",
        "เชิงบวก",
        "คอนเวอร์ชัน",
    ],
)
def test_a_thai_compound_stays_whole(word: str):
    assert (word,) == tuple(pieces(word, THAI))


def test_thai_breaks_between_words():
    assert ["ลูกค้า", "จ่าย", "ค่าธรรมเนียม"] == list(pieces("ลูกค้าจ่ายค่าธรรมเนียม", THAI))


@pytest.mark.parametrize("text", ["ต่าง ๆ ของลูกค้า", "ต่างๆ ของลูกค้า", "กรุงเทพฯ และอื่น ๆ"])
def test_no_thai_line_begins_with_a_sign_of_repetition_or_abbreviation(text: str):
    starts = [text[end] for end in line_breaks(text, THAI)[:-1]]

    assert starts
    assert not {"ๆ", "ฯ"}.intersection(starts)


def test_a_czech_preposition_of_one_letter_stays_with_its_noun():
    assert ["Jde ", "k pokladně ", "v obchodě"] == list(pieces("Jde k pokladně v obchodě", CZECH))


def test_a_number_stays_with_its_unit():
    assert ["Saves ", "5 % ", "of ", "10 kg"] == list(pieces("Saves 5 % of 10 kg", ENGLISH))


def test_a_no_break_space_holds():
    assert ["one\u00a0two ", "three"] == list(pieces("one\u00a0two three", ENGLISH))


def test_a_long_word_is_divided_as_its_language_divides_it():
    actual = lines("Високотехнолошко решење", SERBIAN, at_most=12)

    assert ("Високотехно-", "лошко решење") == actual


def test_an_editors_soft_hyphen_is_used_first_and_seen_only_at_the_end_of_a_line():
    assert ("super-", "calidocious") == lines("super\u00adcalidocious", ENGLISH, at_most=11)
    assert ("supercalidocious",) == lines("super\u00adcalidocious", ENGLISH, at_most=16)


def test_a_hyphen_does_not_leave_most_of_a_line_empty():
    assert ("number012345", "678901") == lines("number012345678901", ENGLISH, at_most=12)


def test_what_cannot_be_divided_otherwise_is_divided_between_letters_with_their_marks():
    assert ("กี่กี่", "กี่กี่", "กี่") == broken("กี่" * 5, lambda line: len(line) <= 6, Language("en"))


def test_a_letter_wider_than_the_line_stands_alone():
    assert ("a", "b", "c") == broken("ab c", lambda line: False, ENGLISH)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60))
def test_pieces_are_the_whole_text(text: str):
    assert text == "".join(pieces(text, ENGLISH))


@settings(deadline=None)  # the first Thai text loads a dictionary
@given(
    st.text(st.sampled_from("abcdefgh ijkl นี้ก่า ๆљубав,.-/"), max_size=80),
    st.sampled_from(["en", "sr", "th", "cs"]),
    st.integers(1, 20),
)
def test_nothing_is_lost_between_lines(text: str, tag: str, at_most: int):
    found = lines(text, Language(tag), at_most=at_most)

    expected = shown(text).replace(" ", "").replace("-", "")
    assert expected == "".join(found).replace(" ", "").replace("-", "")
    assert all(len(line) <= at_most or letters(line) == 1 for line in found)
