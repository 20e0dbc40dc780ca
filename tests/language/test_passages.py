from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.core.passages import UNREAD, Passage
from cxguide.core.source_text import SourceText
from cxguide.language import passages_of
from language_texts import catalog, page, read

PARTS = (
    *("---\n", "title: ", "\n", " ", "slovo", "`", "```", "*", "_", "[a](b)", "<b>", "</b>", "|"),
    *("<!--", "-->", '<i lang="en">', "</i>", "&amp;", "\\", '"', "{ #a }", "> ", "- ", "## "),
    *('msgctxt "', 'msgid "', 'msgstr "', "{n}", "!!! note"),
)
SEEN = f"vidět {UNREAD} tady"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**tučně** a *šikmo*", "tučně a šikmo"),
        ("[odkaz](kam.md#a) a ![obraz](b.png)", "odkaz a obraz"),
        ("vidět `code: x` tady", SEEN),
        ("vidět https://a.example/b tady", SEEN),
        ("vidět {name} tady", SEEN),
        ('vidět <span lang="en">two words</span> tady', SEEN),
        ('vidět <i translate="no">Bain</i> tady', SEEN),
        ("vidět *two words*{ lang=en } tady", SEEN),
        ("vidět [two words](a.md){ .cx lang='en' } tady", SEEN),
        ("vidět **two words**{lang=en} tady", SEEN),
        ("*své*{ lang=cs }", "své"),
        ('<span lang="cs">své</span>', "své"),
        ("slovo{ .cx-nowrap }", "slovo"),
        ("a&nbsp;b &amp; c&shy;d", "a\xa0b & cd"),
        (r"pět \* šest", "pět * šest"),
        ("2 * 3", "2 * 3"),
        ("text<!-- nic -->", "text"),
        ("věta[^1]", "věta"),
    ],
)
def test_readers_see_words_without_markup(written: str, seen: str):
    assert [seen] == read(page(written), "cs")


@pytest.mark.parametrize(
    "unseen",
    [
        "```calculator\nmetric: nps\n```",
        "    ```\n    code\n    ```",
        "<!-- a comment\n\nwith two paragraphs -->",
        "<script>let a</script>",
        "---",
        "| --- | :-: |",
        "[odkaz]: https://a.example",
    ],
)
def test_what_is_not_read_is_no_passage(unseen: str):
    assert ["Nad", "Pod"] == read(page(f"Nad\n\n{unseen}\n\nPod\n"), "cs")


def test_headings_items_cells_and_notes_are_passages_of_their_own():
    text = (
        "## Nadpis { #id }\n\nVěta\nna dvou řádcích.\n\n- bod\n1. druhý\n   a dál\n\n"
        '| A | B |\n| - | - |\n| c | d |\n\n!!! note "Titulek"\n    Tělo\n\n> Citát\n> dál\n'
    )

    expected = ["Nadpis", "Věta\nna dvou řádcích.", "bod", "druhý\na dál", "A", "B", "c", "d"]
    assert [*expected, "Titulek", "Tělo", "Citát\ndál"] == read(page(text), "cs")


@pytest.mark.parametrize("value", ["Co je CX", "'Co je CX'", '"Co je CX"', ">-\n  Co je CX"])
def test_title_and_description_are_read(value: str):
    assert ["Co je CX"] == read(page(f"---\ntitle: {value}\nreviewed: 2026-11-26\n---\n"), "cs")


def test_sections_that_are_english_on_purpose_are_left_out():
    text = (
        "---\nen: todo\ntitle: Title\n---\n## One { #one data-en=todo }\n\nText\n\n## Dvě { #b }\n"
    )

    assert ["Dvě"] == read(page(text), "cs")


def test_a_catalog_has_its_translations():
    source = catalog(("Two", r"Řekl \"ano\""), ("{n} of them", r"{n} z nich\nkonec"))

    assert ['Řekl "ano"', f"{UNREAD} z nich\nkonec"] == read(source, "cs")


def test_a_translation_of_several_lines_is_one_text():
    text = 'msgctxt "a"\nmsgid "A"\nmsgstr ""\n"jedna "\n"dvě"\n#~ msgctxt "b"\n#~ msgstr "pryč"\n'

    assert ["jedna dvě"] == read(SourceText("cs.po", text), "cs")


@pytest.mark.parametrize(
    ("source", "word", "place"),
    [
        (page("---\ntitle: 'Tak''s slovo'\n---\n"), "slovo", "2:16"),
        (page("## [Ano](a.md) *slovo* { #a }"), "slovo", "1:17"),
        (page("> jedna\n> slovo"), "slovo", "2:3"),
        (page("| a | **slovo** |\n"), "slovo", "1:9"),
        (catalog(("Word", r"Jo \"slovo\"")), "slovo", "7:14"),
    ],
)
def test_every_word_knows_its_place(source: SourceText, word: str, place: str):
    [passage] = [one for one in passages_of(source, Language("cs")) if word in one.text]

    at = passage.place(passage.text.index(word))
    assert place == f"{at.line}:{at.column}"


@pytest.mark.parametrize("name", ["page.md", "cs.po"])
@given(parts=st.lists(st.sampled_from(PARTS), max_size=20))
def test_every_sign_of_a_passage_stands_where_it_says(name: str, parts: list[str]):
    source = SourceText(name, "".join(parts))

    moved = [
        (sign, source.text[start:end])
        for passage in passages_of(source, Language("cs"))
        for sign, (start, end) in _signs(passage)
        if end - start == 1 and sign not in {source.text[start], UNREAD}
    ]

    assert [] == moved


def _signs(passage: Passage) -> list[tuple[str, tuple[int, int]]]:
    return [(sign, passage.span(at, at + 1)) for at, sign in enumerate(passage.text)]
