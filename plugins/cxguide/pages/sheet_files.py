"""A sheet as a file to keep: for spreadsheets (CSV) and for text editors (Markdown)."""

from __future__ import annotations

from collections.abc import Iterator

from cxguide.core.plain_tables import csv_file, markdown_inline, markdown_row
from cxguide.pages.sheets import Paragraph, Points, Sheet, Table

__all__ = ["sheet_csv", "sheet_markdown"]


def sheet_csv(sheet: Sheet) -> bytes:
    """The tables and lists of a sheet; an empty row stands between two of them.

    An item of a numbered list is a row of its number and its text.
    """
    return csv_file(_rows(sheet))


def sheet_markdown(sheet: Sheet, source: str) -> str:
    """The sheet as Markdown.

    Args:
        sheet: the sheet.
        source: a line on where it comes from; empty for none.
    """
    blocks = [f"# {markdown_inline(sheet.title)}"]
    for part in sheet.parts:
        match part:
            case Paragraph(text):
                blocks.append(markdown_inline(text))
            case Points(items, is_numbered):
                marks = [f"{n}." if is_numbered else "-" for n in range(1, len(items) + 1)]
                points = zip(marks, map(markdown_inline, items), strict=True)
                blocks.append("\n".join(" ".join(point) for point in points))
            case Table(rows):
                heads, *others = ([markdown_inline(cell) for cell in row] for row in rows)
                lines = (markdown_row(row) for row in (heads, ["---"] * len(heads), *others))
                blocks.append("\n".join(lines))
    if source:
        blocks.append(markdown_inline(source))
    return "\n\n".join(blocks) + "\n"


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    listed = [part for part in sheet.parts if not isinstance(part, Paragraph)]
    for index, part in enumerate(listed):
        if index:
            yield ("",)
        if isinstance(part, Table):
            yield from part.rows
        else:
            for number, item in enumerate(part.items, 1):
                yield (str(number), item) if part.is_numbered else (item,)
