"""Tables in plain text: for spreadsheets, and as Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

__all__ = ["csv_file", "csv_text", "markdown_escaped", "markdown_inline", "markdown_row"]

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of its country."""
_SIGNS = re.compile(r"[\\`*\[\]]|<(?=[a-zA-Z/!?])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
"""For signs that the Markdown of Python does not let a backslash stand before."""
_FORMULA = re.compile(r"[=+\-@\t\r]")


def csv_file(rows: Iterable[Iterable[str]]) -> bytes:
    """The rows as a file that spreadsheet programs open with the right letters."""
    return (_BYTE_ORDER_MARK + csv_text(rows)).encode()


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    r"""The rows as CSV (RFC 4180).

    A text that a spreadsheet would take for a formula has an apostrophe before it.

    >>> csv_text([["a", "b, c"], ["=1+1", ""]])
    'a,"b, c"\r\n\'=1+1,\r\n'
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def markdown_row(cells: Iterable[str]) -> str:
    """A row of a Markdown table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def markdown_inline(text: str) -> str:
    r"""A text that Markdown shows as it is, in one line and in tables, too.

    >>> markdown_inline("a|b *c* <d>, R&D")
    'a\\|b \\*c\\* &lt;d>, R&D'
    """
    return markdown_escaped(" ".join(text.split("\n"))).replace("|", r"\|")


def markdown_escaped(text: str) -> str:
    r"""A text without its own lines that Markdown, also that of Python, shows as it is.

    >>> markdown_escaped("1 < 2, snake_case, _x_, [a], &lt;")
    '1 < 2, snake_case, \\_x\\_, \\[a\\], &amp;lt;'
    """
    return _SIGNS.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), text)


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
