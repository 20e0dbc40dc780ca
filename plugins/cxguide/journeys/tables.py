"""A map as a table in plain text: for spreadsheets, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxguide.core import plain_tables
from cxguide.core.plain_tables import markdown_inline, markdown_row
from cxguide.journeys.plain import PlainMap

__all__ = ["csv_file", "csv_text", "markdown_table"]


def csv_file(plain: PlainMap) -> bytes:
    """The map as a CSV file that spreadsheet programs open with the right letters."""
    return plain_tables.csv_file(_csv_rows(plain))


def csv_text(plain: PlainMap) -> str:
    """The map as CSV: a row for each aspect, a column for each stage.

    The first row has the stages' names, the first column the heads of the rows; several lines of
    a cell are divided by line feeds.
    """
    return plain_tables.csv_text(_csv_rows(plain))


def markdown_table(plain: PlainMap) -> str:
    """The map as Markdown: title, lens, summary, a table with a column for each stage."""
    lens = (f"- {markdown_inline(head)}: {_joined(texts, '; ')}" for head, texts in plain.lens)
    heads = [plain.stage_head, *(f"{stage.number}. {stage.name}" for stage in plain.stages)]
    lines = [
        f"# {markdown_inline(plain.title)}",
        "",
        *lens,
        "",
        markdown_inline(plain.summary),
        "",
        markdown_row(map(markdown_inline, heads)),
        markdown_row("---" for _ in heads),
        *(markdown_row(_joined(cell, "<br>") for cell in cells) for cells in _rows(plain)),
    ]
    return "\n".join(lines) + "\n"


def _csv_rows(plain: PlainMap) -> Iterator[list[str]]:
    yield [plain.stage_head, *(one.name for one in plain.stages)]
    for cells in _rows(plain):
        yield ["\n".join(cell) for cell in cells]


def _rows(plain: PlainMap) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Rows of cells of lines, heads first; the remarks beside the stages' names as well."""
    if any(stage.remarks for stage in plain.stages):
        yield ((), *(stage.remarks for stage in plain.stages))
    for row, head in plain.heads.items():
        yield ((head,), *(stage.cells[row] for stage in plain.stages))


def _joined(lines: Iterable[str], mark: str) -> str:
    return mark.join(map(markdown_inline, lines))
