"""A map as a table in plain text: for spreadsheets, and as Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from cxguide.journeys.plain import PlainMap

__all__ = ["csv_file", "csv_text", "markdown_table"]

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of its country."""
_FORMULA = re.compile(r"[=+\-@\t\r]")


def csv_file(plain: PlainMap) -> bytes:
    """The map as a CSV file that spreadsheet programs open with the right letters."""
    return (_BYTE_ORDER_MARK + csv_text(plain)).encode()


def csv_text(plain: PlainMap) -> str:
    """The map as CSV (RFC 4180): a row for each aspect, a column for each stage.

    The first row has the stages' names, the first column the heads of the rows; several lines of
    a cell are divided by line feeds. A text that a spreadsheet would take for a formula has an
    apostrophe before it.
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([_harmless(plain.stage_head), *(_harmless(one.name) for one in plain.stages)])
    for cells in _rows(plain):
        rows.writerow([_harmless("\n".join(cell)) for cell in cells])
    return written.getvalue()


def markdown_table(plain: PlainMap) -> str:
    """The map as Markdown: title, lens, summary, a table with a column for each stage."""
    lens = (f"- {_inline(head)}: {_joined(texts, '; ')}" for head, texts in plain.lens)
    heads = [plain.stage_head, *(f"{stage.number}. {stage.name}" for stage in plain.stages)]
    lines = [
        f"# {_inline(plain.title)}",
        "",
        *lens,
        "",
        _inline(plain.summary),
        "",
        _table_row(map(_inline, heads)),
        _table_row("---" for _ in heads),
        *(_table_row(_joined(cell, "<br>") for cell in cells) for cells in _rows(plain)),
    ]
    return "\n".join(lines) + "\n"


def _rows(plain: PlainMap) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Rows of cells of lines, heads first; the remarks beside the stages' names as well."""
    if any(stage.remarks for stage in plain.stages):
        yield ((), *(stage.remarks for stage in plain.stages))
    for row, head in plain.heads.items():
        yield ((head,), *(stage.cells[row] for stage in plain.stages))


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _joined(lines: Iterable[str], mark: str) -> str:
    return mark.join(map(_inline, lines))


def _inline(text: str) -> str:
    r"""A text that Markdown shows as it is, in one line.

    >>> _inline("a|b *c* <d>")
    'a\\|b \\*c\\* &lt;d>'
    """
    one_line = " ".join(text.split("\n")).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_|\[\]])", r"\\\1", one_line)
