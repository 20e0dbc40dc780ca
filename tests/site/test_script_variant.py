from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.markup import pieces
from cxguide.site.latin import to_latin
from cxguide.site.script_variant import ScriptVariant, in_other_script

CASES = Path(__file__).parents[1] / "cases" / "script_variant"
WORDS = [line.split("\t") for line in (CASES / "words.tsv").read_text("utf-8").splitlines()]
PAGES = sorted(CASES.glob("*.html"))
CYRILLIC = st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ -.")

VARIANT = ScriptVariant(
    "sr",
    "sr-Latn",
    "sr",
    "sr-latn",
    "https://guide.example/",
    has_file=lambda path: path == "embed/v1/nps.sr-latn.html",
)


def test_the_list_of_words_is_long_enough_to_mean_something() -> None:
    assert len(WORDS) >= 300


@pytest.mark.parametrize(("cyrillic", "latin"), WORDS)
def test_words_are_written_in_latin_letters(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize("case", PAGES, ids=lambda path: path.stem)
def test_a_page_changes_its_script(case: Path) -> None:
    source, expected = case.read_text("utf-8").split("<!-- becomes -->\n")

    actual = in_other_script(source, VARIANT, page="metrics/nps/")

    assert actual == expected


@pytest.mark.parametrize("case", PAGES, ids=lambda path: path.stem)
def test_a_page_in_the_new_script_does_not_change_again(case: Path) -> None:
    expected = case.read_text("utf-8").split("<!-- becomes -->\n")[1]

    actual = in_other_script(expected, VARIANT, page="metrics/nps/")

    assert actual == expected


def test_an_address_that_is_none_stays() -> None:
    html = '<a lang="sr" href="http://[">џ</a>'
    assert in_other_script(html, VARIANT) == '<a lang="sr-Latn" href="http://[">dž</a>'


@given(CYRILLIC)
def test_no_cyrillic_letter_is_left(text: str) -> None:
    assert [letter for letter in to_latin(text) if "Ѐ" <= letter <= "џ"] == []


@given(CYRILLIC)
def test_the_case_of_letters_does_not_change_the_word(text: str) -> None:
    assert to_latin(text).lower() == to_latin(text.lower())


@given(st.text(alphabet="<>/!-?&;=\"' abпљscript\n"))
def test_the_pieces_of_any_text_give_the_text_back(text: str) -> None:
    assert "".join(piece.raw for piece in pieces(text)) == text


@given(st.text(alphabet="<>/!-?&;=\"' abtitlescript\n"))
def test_a_text_without_cyrillic_keeps_every_byte(text: str) -> None:
    assert in_other_script(text, VARIANT, is_source=True) == text


@pytest.mark.parametrize("sign", ["<!--", '<a b="', "<a ", "<script>", "<", "&#", "</a ", "<?"])
def test_a_long_text_of_unfinished_tags_takes_no_longer(sign: str) -> None:
    text = sign * 100_000  # minutes, where each of them looks for its end

    assert in_other_script(text, VARIANT) == text
