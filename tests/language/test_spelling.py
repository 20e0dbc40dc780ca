from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from cxguide.core.languages import Language
from cxguide.core.places import Severity
from cxguide.language import can_spell, listed_words, passages_of, spelling_faults, words_in
from language_texts import page
from system_tools import required

HOW_TO_GET_IT = "hunspell is missing: apt-get install hunspell hunspell-cs hunspell-sr"


def misspelt(text: str, tag: str, *allowed: str) -> list[str]:
    required(can_spell(Language(tag)), HOW_TO_GET_IT)
    passages = passages_of(page(text), Language(tag))
    faults = spelling_faults(passages, Language(tag), allowed=allowed)
    return [text[fault.place.column - 1 :].split(maxsplit=1)[0] for fault in faults]


@pytest.mark.parametrize(
    ("tag", "text", "wrong"),
    [
        ("cs", "Zákaznik hodnotí službu", "Zákaznik"),
        ("sr", "Купца питамо за миšљење и задвољство", "задвољство"),
        ("th", "ลูกคา้ พอใจกับบริการ", "คา้"),
    ],
)
def test_a_misspelt_word_is_told_at_its_place(tag: str, text: str, wrong: str):
    assert wrong in misspelt(text, tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("cs", "Zákazník hodnotí službu; n-tá odmocnina, NPS a `kdoví`"),
        ("sr", "Купац оцењује услугу; Bain & Company, НПС"),
        ("th", "ลูกค้าพอใจกับบริการ พ.ศ. 2569 ต่าง ๆ"),
    ],
)
def test_what_is_right_or_cannot_be_checked_is_not_told(tag: str, text: str):
    assert [] == misspelt(text, tag)


def test_listed_words_are_right_with_a_capital_too():
    assert [] == misspelt("Frobnikace a frobnikace", "cs", "frobnikace")
    assert ["frobnikace"] == misspelt("Frobnik a frobnikace", "cs", "Frobnik", "Frobnikace")


def test_a_listed_thai_word_is_one_word():
    assert [] == misspelt("กลุ่มโคฮอร์ตของลูกค้า", "th", "โคฮอร์ต")


def test_the_nearest_words_and_the_list_are_named():
    required(can_spell(Language("cs")), HOW_TO_GET_IT)
    passages = passages_of(page("Zákaznik"), Language("cs"))

    [fault] = spelling_faults(passages, Language("cs"), word_list="docs/spelling/cs.txt")

    assert (Severity.WARNING, "spelling") == (fault.severity, fault.check)
    assert fault.known.startswith("nearest are: Zákazník")
    assert fault.fix == "correct it, or add the word to docs/spelling/cs.txt"


def test_the_nearest_words_are_looked_for_for_some_only():
    required(can_spell(Language("cs")), HOW_TO_GET_IT)
    words = [f"Zák{letter}xq" for letter in "abcdefghijklmnopqrstuvwxyz"]

    faults = spelling_faults(passages_of(page(" ".join(words)), Language("cs")), Language("cs"))

    assert len(words) == len(faults)
    assert all("" == fault.known for fault in faults[20:])


def test_ten_thousand_unknown_words_take_a_moment():
    required(can_spell(Language("cs")), HOW_TO_GET_IT)
    letters = "bcdfghjklm"
    words = ["xq" + "".join(letters[int(digit)] for digit in f"{n:04}") for n in range(10_000)]
    started = monotonic()

    faults = spelling_faults(passages_of(page(" ".join(words)), Language("cs")), Language("cs"))

    assert 9_900 < len(faults)
    assert 30 > monotonic() - started


def test_thai_spelling_only_gives_notice():
    required(can_spell(Language("th")), "PyThaiNLP is missing: pip install 'cx-guide[spelling]'")
    passages = passages_of(page("ลูกคา้"), Language("th"))

    severities = {fault.severity for fault in spelling_faults(passages, Language("th"))}

    assert {Severity.NOTICE} == severities


def test_titles_of_sources_are_not_checked():
    [heading, title] = passages_of(page("## Zdroje { #sources }\n\n- Titel\n"), Language("cs"))

    assert [] == [*words_in(heading, Language("cs")), *words_in(title, Language("cs"))]


def test_a_language_without_a_dictionary_is_not_checked():
    passages = passages_of(page("xyzzy"), Language("eo"))

    assert not can_spell(Language("eo"))
    assert () == spelling_faults(passages, Language("eo"))


def test_a_list_has_a_word_a_line(tmp_path: Path):
    path = tmp_path / "cs.txt"
    path.write_text("# names\nBain\n\nSauro \n", "utf-8")

    assert ("Bain", "Sauro") == listed_words(path)
    assert () == listed_words(tmp_path / "none.txt")
