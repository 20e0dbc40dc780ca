"""Maps as tables in plain text."""

import csv
import io

import pytest

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.journeys.plain import plain_map
from cxguide.journeys.tables import csv_file, csv_text, markdown_table
from map_texts import DRAWN, plain_of


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("name", "tag"), DRAWN)
def test_csv_has_a_row_for_each_aspect_and_a_column_for_each_stage(name: str, tag: str):
    plain = plain_of(name, tag)

    names, remarks, *rows = read(csv_text(plain))

    assert [plain.stage_head, *(stage.name for stage in plain.stages)] == names
    assert ["", *("\n".join(stage.remarks) for stage in plain.stages)] == remarks
    assert [
        [head, *("\n".join(stage.cells[row]) for stage in plain.stages)]
        for row, head in plain.heads.items()
    ] == rows


def test_excel_is_told_that_it_is_utf_8_and_lines_end_as_rfc_4180_wants():
    made = csv_file(plain_of("retailer", "th"))

    assert made.startswith(b"\xef\xbb\xbf")
    assert made.endswith(b"\r\n")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_text_is_taken_for_a_formula(journey_of, start: str):
    plain = plain_map(journey_of(f'goal: "{start}"', "goal: harmless"), Texts(ENGLISH))

    row = next(row for row in read(csv_text(plain)) if row[0] == "Customer goal")

    assert ["Customer goal", f"'{start}", "harmless"] == row


@pytest.mark.parametrize(("name", "tag"), DRAWN)
def test_markdown_has_a_row_for_each_aspect_and_a_column_for_each_stage(name: str, tag: str):
    plain = plain_of(name, tag)

    lines = markdown_table(plain).splitlines()

    rows = [line for line in lines if line.startswith("|")]
    assert f"# {plain.title}" == lines[0]
    assert {len(plain.stages) + 2} == {row.count("|") for row in rows}
    assert len(plain.heads) + 3 == len(rows)


def test_markdown_shows_signs_as_they_are(journey_of):
    plain = plain_map(journey_of('goal: "a|b *c* <d> [e] _f_ & g"', ""), Texts(ENGLISH))

    assert r"a\|b \*c\* &lt;d> \[e\] \_f\_ & g" in markdown_table(plain)
