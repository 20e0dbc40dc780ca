"""Sections that people print, fill in and keep."""

import csv
import io

from markdown import markdown

from cxguide.pages import Sheet, sheet_csv, sheet_markdown, with_sheets
from cxguide.pages.sheets import Paragraph, Points, Table

PAGE = """
# The five Cs { #five-cs }

Before.

## Self-check { #self-check .cx-sheet }

Answer with [a colleague](other.md).

| Question | Answer |
| --- | --- |
| Is the *price* told? | |

1. Sign it
2. =SUM(A1)

### Afterwards { #afterwards }

Keep it.

## Sources { #sources }

None.
"""
CONTENT = markdown(PAGE, extensions=["attr_list", "tables"])
PARTS = (
    Paragraph("Answer with a colleague."),
    Table((("Question", "Answer"), ("Is the price told?", ""))),
    Points(("Sign it", "=SUM(A1)"), is_numbered=True),
    Paragraph("Afterwards"),
    Paragraph("Keep it."),
)


def no_links(sheet: Sheet) -> str:
    return f"<p>files of {sheet.id}</p>"


def test_a_marked_section_is_a_sheet_with_all_its_parts():
    _, sheets = with_sheets(CONTENT, no_links)

    assert (Sheet("self-check", "Self-check", PARTS),) == sheets


def test_the_page_keeps_every_word_and_marks_where_the_sheet_is():
    marked, _ = with_sheets(CONTENT, no_links)

    assert marked.count('<section class="cx-sheet-section">') == marked.count("</section>") == 1
    before, _, rest = marked.partition('<section class="cx-sheet-section">\n')
    inside, _, after = rest.partition("\n</section>\n")
    assert "<p>files of self-check</p>" in inside
    assert before + inside.replace("\n<p>files of self-check</p>", "") + "\n" + after == CONTENT


def test_a_page_without_sheets_stays_as_it_is():
    plain = markdown("# A { #a }\n\n## cx-sheet { #b }\n", extensions=["attr_list"])

    assert (plain, ()) == with_sheets(plain, no_links)


def test_a_sheet_at_the_end_of_a_page_ends_with_it():
    content = markdown("## Sheet { #s .cx-sheet }\n\n- one\n", extensions=["attr_list"])

    marked, (sheet,) = with_sheets(content, no_links)

    assert marked.rstrip().endswith("</ul>\n</section>")
    assert (Points(("one",), is_numbered=False),) == sheet.parts


def test_a_spreadsheet_gets_tables_and_lists_and_no_formula():
    made = sheet_csv(Sheet("self-check", "Self-check", PARTS)).decode("utf-8-sig")

    assert [
        ["Question", "Answer"],
        ["Is the price told?", ""],
        [""],
        ["1", "Sign it"],
        ["2", "'=SUM(A1)"],
    ] == [row or [""] for row in csv.reader(io.StringIO(made, newline=""))]


def test_markdown_of_a_sheet_is_read_as_the_same_sheet():
    text = sheet_markdown(Sheet("self-check", "Self-check", PARTS), "https://x.example/")

    again = markdown(text.replace("# Self-check", "# Self-check { #self-check .cx-sheet }"),
                     extensions=["attr_list", "tables"])  # fmt: skip
    _, (sheet,) = with_sheets(again.replace("h1", "h2"), no_links)
    assert (*PARTS, Paragraph("https://x.example/")) == sheet.parts
