"""Tables on small screens: in boxes that scroll; a row as a block where it is too wide for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from cxguide.core.markup import EndTag, Piece, StartTag, Words, pieces

__all__ = ["tables_in_boxes", "with_labelled_cells"]

MOST_LETTERS = 35
"""Of the longest words of all columns together that a phone of 320 px shows side by side."""
MOST_COLUMNS = 4
LONGEST_THAI_WORD = 8
"""Thai words end without a space, where browsers know it."""

_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
_WORD = re.compile(r"[^\s\u200b]+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")


_BOXES = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">', "</div></div>"


def tables_in_boxes(content: str) -> str:
    """The page with its tables in two boxes, of which the outer one scrolls.

    Material's script does the same when a page is there, which moves what is below. Tables with a
    class belong to somebody else; a table inside another one stays as it is.

    >>> tables_in_boxes("<table>...</table>").count("<div")
    2
    >>> tables_in_boxes('<table class="own">...</table>')
    '<table class="own">...</table>'
    """
    if "<table" not in content.lower():
        return content
    result: list[str] = []
    open_tables: list[bool] = []
    for piece in pieces(content):
        raw = piece.raw
        if isinstance(piece, StartTag) and piece.name == "table":
            is_boxed = not open_tables and piece.value("class") is None
            open_tables.append(is_boxed)
            raw = _BOXES[0] + raw if is_boxed else raw
        elif isinstance(piece, EndTag) and piece.name == "table" and open_tables:
            raw = raw + _BOXES[1] if open_tables.pop() else raw
        result.append(raw)
    return "".join(result)


def with_labelled_cells(content: str) -> str:
    """The page with a name beside every cell of tables that are too wide for a phone.

    Styles can then show a row as a block; roles say that it still is a table. Tables with
    attributes belong to somebody else and stay as they are.
    """
    if "<table" not in content.lower():
        return content
    result: list[str] = []
    table: list[Piece] = []
    for piece in pieces(content):
        if table or _is_plain_table(piece):
            table.append(piece)
            if isinstance(piece, EndTag) and piece.name == "table":
                result.append(_labelled(table))
                table = []
        else:
            result.append(piece.raw)
    return "".join([*result, *(piece.raw for piece in table)])


def _is_plain_table(piece: Piece) -> bool:
    return isinstance(piece, StartTag) and piece.name == "table" and not piece.attributes


def _labelled(table: list[Piece]) -> str:
    columns = _columns(table)
    if not _is_wide(columns):
        return "".join(piece.raw for piece in table)
    at = 0
    numbered = _is_numbered(columns[0])
    written = []
    for piece in table:
        raw = piece.raw
        if isinstance(piece, StartTag) and piece.name in {*_ROLES, "th"}:
            is_row_head = piece.name == "th" and piece.value("scope") == "row"
            role = "rowheader" if is_row_head else _ROLES.get(piece.name, "columnheader")
            extra = f' role="{role}"'
            if piece.name == "table":
                extra += " data-cx-wide"
            elif piece.name == "tr":
                at = 0
            elif piece.name == "td" or is_row_head:
                extra += _label(columns[at]) if at < len(columns) and (at or numbered) else ""
                at += 1
            raw = f"{raw[:-1]}{extra}>"
        written.append(raw)
    return "".join(written)


def _is_numbered(titles: _Column) -> bool:
    """Whether the first cells need a label: a number alone is no title of a block."""
    return not all(any(sign.isalpha() for sign in text) for text in titles.cells)


def _label(column: _Column) -> str:
    return f' data-h="{escape(column.head)}"' if column.head else ""


@dataclass
class _Column:
    """The name of a column and the texts of its cells."""

    head: str
    cells: list[str] = field(default_factory=list)

    @property
    def letters(self) -> int:
        """Of the longest word."""
        words = (word[0] for text in (self.head, *self.cells) for word in _WORD.finditer(text))
        return max((min(len(w), _longest(w)) for w in words), default=0)


def _longest(word: str) -> int:
    return LONGEST_THAI_WORD if _THAI.search(word) else len(word)


def _is_wide(columns: list[_Column]) -> bool:
    letters = sum(column.letters for column in columns) + len(columns)
    return len(columns) > MOST_COLUMNS or (len(columns) > 2 and letters > MOST_LETTERS)


def _columns(table: list[Piece]) -> list[_Column]:
    columns: list[_Column] = []
    for row in _rows(table):
        if not columns:
            columns = [_Column(text) for text in row]
        else:
            for column, text in zip(columns, row, strict=False):
                column.cells.append(text)
    return columns


def _rows(table: list[Piece]) -> Iterator[list[str]]:
    row: list[str] = []
    words: list[str] = []
    for piece in table:
        if isinstance(piece, StartTag) and piece.name in {"th", "td"}:
            words = []
        elif isinstance(piece, Words):
            words.append(unescape(piece.raw).replace("\u00ad", "\u200b"))
        elif isinstance(piece, EndTag) and piece.name in {"th", "td"}:
            row.append("".join(words).strip())
        elif isinstance(piece, EndTag) and piece.name == "tr":
            yield row
            row = []
