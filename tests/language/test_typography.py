from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.core.source_text import SourceText
from cxguide.language import fixed, passages_of, typography_faults, typography_fixes
from language_texts import catalog, page, told

ONE_OF_EACH = "\"'„“”‚‘’«»‹› \xa0-–−.…,()[]{}*_`<>|#\\&\n%€0159 aAkvsčЖžтผเํา่"


CASES = Path(__file__).parents[1] / "cases" / "typography"
TAGS = ("en", "sr", "th", "cs")


def listed(tag: str) -> list[tuple[str, str, str]]:
    """The language of a list of quotations, and of each line what is written and what is right."""
    lines = (CASES / f"quotes.{tag}.txt").read_text("utf-8").splitlines()
    cases = [line.split(" => ") for line in lines if line and not line.startswith("# ")]
    return [(tag, case[0], case[-1]) for case in cases]


QUOTATIONS = [case for tag in TAGS for case in listed(tag)]


def mended(source: SourceText, tag: str) -> str:
    passages = passages_of(source, Language(tag))
    return fixed(source.text, typography_fixes(passages, Language(tag)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('"slovo" a "[odkaz](a.md)"', "„slovo“ a „[odkaz](a.md)“"),
        ("“slovo”", "„slovo“"),
        ("rock'n'roll 'slovo'", "rock’n’roll ‚slovo‘"),
        ("strany 3-5 a -5 bodů", "strany 3–5 a −5 bodů"),
        ("slovo - slovo...", "slovo – slovo…"),
        ("---\ntitle: 'K čemu je \"NPS\"'\n---\n", "---\ntitle: 'K čemu je „NPS“'\n---\n"),
        ("!!! note \"O 'nás'\"\n", '!!! note "O ‚nás‘"\n'),
    ],
)
def test_czech_is_set_as_a_czech_typesetter_would(wrong: str, right: str):
    assert right == mended(page(wrong), "cs")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('Каже: "не"', "Каже: „не“"),
        ("Каже: “не”", "Каже: „не”"),
        ("од 3-5 и -5 поена", "од 3–5 и −5 поена"),
        ("реч - реч...", "реч – реч…"),
        ("О'Конор", "О’Конор"),
    ],
)
def test_serbian_is_set_as_a_serbian_typesetter_would(wrong: str, right: str):
    assert right == mended(page(wrong), "sr")


@pytest.mark.parametrize(
    ("tag", "wrong", "right"),
    [
        ("th", 'เขาว่า "ดี"', "เขาว่า “ดี”"),
        ("th", "เเละ ทํา นํ้า น้ํา", "และ ทำ น้ำ น้ำ"),
        ("en", 'It\'s "good": 3-5 and -2', "It’s “good”: 3–5 and −2"),
        ("en", "„good“", "“good”"),
    ],
)
def test_thai_and_english_have_their_own_signs(tag: str, wrong: str, right: str):
    assert right == mended(page(wrong), tag)


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("cs", "ISO 9241-210, 2026-11-26, 777-123-456, poměr 5-3, 15% sleva, okno 27\", výška 5'"),
        ("cs", "e-mail, n-tá, `a - b` a [x](a-1.md), {-} <b class='x'>1</b>"),
        ("cs", "5 - 3"),
        ("cs", "- bod\n- v bodě\n\n1. krok\n- o\xa0nás, 5 %"),
        ("sr", "„реч”, „реч“ и ’реч’"),
        ("sr", "у 5 % и у продавници"),
        ("de", '"Wort"'),
    ],
)
def test_what_is_right_stays(tag: str, right: str):
    assert right == mended(page(right), tag)


@pytest.mark.parametrize(("tag", "written", "right"), QUOTATIONS)
def test_quotations_are_set_as_the_list_of_the_language_says(tag: str, written: str, right: str):
    assert right == mended(page(written), tag)
    assert right == mended(page(right), tag)


@pytest.mark.parametrize("tag", TAGS)
def test_the_list_of_quotations_is_long_enough_to_mean_something(tag: str):
    wrong = [case for case in listed(tag) if case[1] != case[2]]

    assert len(listed(tag)) >= 50
    assert len(wrong) >= 25
    assert len(listed(tag)) == len({*listed(tag)})


def test_a_catalog_is_mended_between_its_quotes():
    source = catalog(('A \\"word\\" in {n}', 'V {n} z \\"5 %\\"\\n'))

    assert 'msgstr "V {n} z „5 %“\\n"' == mended(source, "cs").splitlines()[-1]
    assert 'msgid "A \\"word\\" in {n}"' in mended(source, "cs")


def test_every_fault_says_where_and_what():
    assert ["1:1 write '„'", "1:6 write '“'", "2:3 write '–'"] == told(
        typography_faults, '"Jdou"\nv - noci', "cs"
    )


@pytest.mark.parametrize("tag", TAGS)
@given(text=st.text(st.sampled_from(ONE_OF_EACH), max_size=30))
def test_what_has_been_mended_needs_no_mending(tag: str, text: str):
    once = mended(page(text), tag)

    assert once == mended(page(once), tag)


@pytest.mark.parametrize("tag", TAGS)
@given(text=st.text(st.sampled_from("\"' -.v5%čเ"), max_size=20))
def test_mending_changes_signs_only(tag: str, text: str):
    signs = str.maketrans("", "", "\"'„“”‚‘’,«»‹› \xa0-–−.…เแ")

    assert text.translate(signs) == mended(page(text), tag).translate(signs)
