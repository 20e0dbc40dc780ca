"""A table is shown as it is written, and has the size of the English one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from cxguide.translations.page_source import read_page
from cxguide.translations.structure import structure_faults
from cxguide.translations.tables import cells_in
from translations.translated_page import faults

PAGE = """\
# Score { #nps }

## Groups { #groups }

| Group | Answers |
| --- | --- |
| Promoters | 9 and 10 |
| Passives | 7 and 8 |

## Steps { #steps }

| Step | Who | When |
| --- | --- | --- |
| Ask | we | today |

And after that:

| Step | Who |
| --- | --- |
| Thank | we |
| Call | she |
"""


def changed(old: str, new: str) -> str:
    assert old in PAGE
    return PAGE.replace(old, new)


def told(text: str) -> list[str]:
    """The faults of a translation with this text."""
    return faults(text, PAGE)


def told_of_original(text: str, *translations: str) -> list[str]:
    twins = [(one, f"docs/{name}/nps.md") for name, one in zip("abcd", translations, strict=False)]
    return [str(fault) for fault in structure_faults(text, "docs/en/nps.md", translations=twins)]


def sizes(text: str) -> list[tuple[str | None, int, int, int]]:
    page = read_page(text, "a.md")
    return [
        (heading.id, table.place.line, table.columns, table.rows)
        for heading in page.headings
        for table in page.tables_in(heading.id)
    ]


def test_tables_of_the_same_size_have_no_faults() -> None:
    assert told(changed("9 and 10", "9 a 10").replace("Ask", "Zeptat se")) == []


def test_tables_are_found_in_their_sections() -> None:
    assert sizes(PAGE) == [("groups", 5, 2, 2), ("steps", 12, 3, 1), ("steps", 18, 2, 2)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("```text\n", "```\n\n"), ("<!--\n", "-->\n\n"), ("Words.\n\n    ", "Words.\n\n")],
    ids=["fence", "comment", "code"],
)
def test_a_table_that_is_not_shown_as_one_is_none(before: str, after: str) -> None:
    text = changed("| Group |", before + "| Group |").replace("## Steps", after + "## Steps")

    assert [columns for _, _, columns, _ in sizes(text)] == [3, 2]


def test_tables_in_notes_quotes_and_items_are_read_and_code_is_not() -> None:
    table = ["| A | B |", "| --- | --- |", "| a | b |"]
    parts = [
        '!!! note "A"\n\n    ' + "\n    ".join(table),
        "> " + "\n> ".join(table),
        "- An item:\n\n    " + "\n    ".join(table),
        "Words.\n\n    " + "\n    ".join(table),
    ]

    assert sizes("# A { #a }\n\n" + "\n\n".join(parts)) == [
        ("a", line, 2, 1) for line in (5, 9, 15)
    ]


def test_a_lost_row_is_told_at_the_table() -> None:
    expected = [
        (
            "docs/cs/nps.md:5:1: this table has 1 row, that of docs/en/nps.md:5 has 2\n"
            "  fix: add what is missing, or remove it in every language"
        )
    ]
    assert told(changed("| Passives | 7 and 8 |\n", "")) == expected


def test_a_row_too_many_is_told_at_the_table() -> None:
    expected = [
        (
            "docs/cs/nps.md:18:1: this table has 3 rows, that of docs/en/nps.md:18 has 2\n"
            "  fix: remove what is not there, or add it in every language"
        )
    ]
    assert told(changed("| Call | she |", "| Call | she |\n| Call | she |")) == expected


def test_another_number_of_columns_is_told_once() -> None:
    text = changed("| Step | Who | When |\n| --- | --- | --- |\n| Ask | we | today |",
                   "| Step | Who |\n| --- | --- |\n| Ask | we |\n| Ask | we |")  # fmt: skip
    expected = [
        (
            "docs/cs/nps.md:12:1: this table has 2 columns and 2 rows, "
            "that of docs/en/nps.md:12 has 3 and 1\n"
            "  fix: give it the columns and rows of that one, or change them in every language"
        )
    ]
    assert told(text) == expected


FIRST = "| Step | Who | When |\n| --- | --- | --- |\n| Ask | we | today |\n"
SECOND = "| Step | Who |\n| --- | --- |\n| Thank | we |\n| Call | she |\n"


@pytest.mark.parametrize(("table", "line"), [(FIRST, 12), (SECOND, 18)])
def test_of_several_tables_the_missing_one_is_told(table: str, line: int) -> None:
    expected = [
        (
            f"docs/cs/nps.md:10:1: the table of docs/en/nps.md:{line} is missing here\n"
            "  fix: copy it from there into this section, and translate it"
        )
    ]
    assert told(changed(table, "")) == expected


def test_a_table_that_english_lacks_is_a_fault() -> None:
    expected = [
        (
            "docs/cs/nps.md:12:1: this table does not stand in this section of docs/en/nps.md\n"
            "  fix: remove it, or add it in every language"
        )
    ]
    assert told(changed(FIRST, "| A | B |\n| --- | --- |\n\n" + FIRST)) == expected


@pytest.mark.parametrize(
    "text",
    [
        changed("## Steps { #steps }\n", ""),
        PAGE[: PAGE.index("## Steps")],
        changed("{ #steps }", "{ #kroky }"),
        changed(" { #steps }", ""),
    ],
    ids=["heading", "section", "other id", "no id"],
)
def test_tables_of_a_missing_section_are_not_told_too(text: str) -> None:
    assert len(told(text)) == 1


ROW = "| Promoters | 9 and 10 |"
HEAD = "| Group | Answers |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("old", "new", "told", "fix"),
    [
        (ROW, "| Promoters 9 and 10 |", "7:1: this row has 1 cell", "write the whole row"),
        (ROW, "| Promoters | 9 | 10 |", "7:1: this row has 3 cells", "remove a '|', or"),
        (ROW, "| Promoters |\n9 and 10 |", "7:1: this row has 1 cell", "write the whole row"),
        (ROW, ROW + "\n", "9:1: this row is cut off from the table on line 5", "remove the empty"),
        (ROW, ROW + "\n<!-- x -->", "9:1: this row is cut off", "remove the empty line or the"),
        ("8 |\n\n", "8 |\n", "9:1: this row has 1 cell", "put an empty line before it"),
        ("8 |\n", "8 |\nOne.\nTwo.\n", "9:1: this row has 1 cell", "put an empty line before it"),
        (HEAD, HEAD[:20], "5:1: this table has no line of hyphens", "write '| --- | --- |' below"),
        (HEAD, HEAD[20:], "5:1: the head of this table does not stand", "write the head"),
        (HEAD, HEAD.replace("---", "—"), "6:1: the line below the head", "write '| --- | --- |'"),
        (HEAD, HEAD[:26] + "\n", "6:1: the head of this table has 2 cells", "write '| --- |"),
        ("| Group | A", "| Group A", "5:1: the head of this table has 1 cell", "divide the head"),
        (HEAD, "| A |\n| - |\n", "5:1: the head of this table has 1 cell, all", "divide the head"),
        (HEAD, f"Words:\n{HEAD}", "6:1: this table begins right below a text", "put an empty line"),
    ],
)
@pytest.mark.parametrize("original", [None, PAGE], ids=["original", "translation"])
def test_what_markdown_would_show_otherwise_is_one_fault(
    old: str, new: str, told: str, fix: str, original: str | None
) -> None:
    (fault,) = faults(changed(old, new), original)

    assert fault.startswith(f"docs/cs/nps.md:{told}")
    assert f"\n  fix: {fix}" in fault


@pytest.mark.parametrize(
    "row",
    [r"| a \| b | c |", "| `a | b` | c |", "| a | b", "a | b |", "a | b", "  | a | b |"],
)
def test_a_sign_that_divides_nothing_makes_no_cell(row: str) -> None:
    assert told(changed(ROW, row)) == []


@given(st.text("|`\\ab ", max_size=14))
def test_a_row_has_the_cells_that_markdown_gives_it(words: str) -> None:
    head = f"|{words} x|x|"
    cells = cells_in(head)

    # Markdown takes lines for a table where the line below the head has as many cells.
    shown = [
        "<table>" in markdown(f"{head}\n|{'---|' * number}\n", extensions=["tables"])
        for number in (cells - 1, cells, cells + 1)
    ]

    assert shown == [False, True, False]


def test_a_slip_in_an_english_table_is_told_there_only() -> None:
    row = "| Passives | 7 and 8 |\n"
    expected = [
        (
            "docs/en/nps.md:5:1: this table has 1 row, that of all translations has 2\n"
            "  fix: add what is missing, or remove it in every language"
        )
    ]
    assert told_of_original(changed(row, ""), PAGE, PAGE) == expected


def test_a_lost_english_table_is_told_there_only() -> None:
    expected = [
        (
            "docs/en/nps.md:10:1: the table of docs/a/nps.md:18 is missing here, "
            "which all translations have\n"
            "  fix: write it in this section, or remove it in every language"
        )
    ]
    assert told_of_original(changed(SECOND, ""), PAGE, PAGE) == expected


def test_translations_that_do_not_agree_tell_nothing_of_english() -> None:
    assert told_of_original(PAGE, changed(SECOND, ""), changed(ROW, "")) == []
    assert told_of_original(PAGE, changed(SECOND, "")) == []
