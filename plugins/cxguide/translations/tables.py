"""Tables in Markdown source: where each stands, its size, and what Markdown would make of it.

Reads rows as Python-Markdown does, without running it: a cell too many is dropped there and one too
few is added, and a table that does not begin a block is text, all without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxguide.core.places import Place, SourceError, short
from cxguide.translations.fenced import is_in_container

__all__ = ["NO_TEXT", "Table", "cells_in", "counted", "read_tables"]

NO_TEXT = "<!"
"""Stands for a line of a fence, a comment or the front matter: no text, but not empty either."""

_TOKEN = re.compile(r"\\\\|(?P<escaped>\\)?(?P<ticks>`+)|\\\||(?P<pipe>\|)")
_END_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_DELIMITERS = re.compile(r"(?=.*-)(?=.*\|)[|:\- ]+")
_OPENS_BLOCK = re.compile(r"#{1,6}|[!?]{3}|===|///")
_HTML = re.compile(r"</?[a-z!]", re.IGNORECASE)
_ITEM = re.compile(r"([*+-]|\d+\.|:)\s")


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a page.

    Attributes:
        place: of its head.
        columns: cells of its head.
        rows: those below the head.
        faults: why Markdown would not show it as it is written.
    """

    place: Place
    columns: int
    rows: int
    faults: tuple[SourceError, ...] = ()

    def __str__(self) -> str:
        return f"{self.place.file}:{self.place.line}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be a row: without indent and signs of a quote."""

    place: Place
    text: str

    @property
    def is_piped(self) -> bool:
        return self.text.startswith("|") and _END_BORDER.search(self.text) is not None

    @property
    def is_delimiters(self) -> bool:
        return _DELIMITERS.fullmatch(self.text) is not None


def cells_in(row: str, *, is_bordered: bool = True) -> int:
    r"""The number of cells that Markdown divides a row into.

    Args:
        row: without indent.
        is_bordered: whether the head of its table has a `|` at one of its ends, at least.

    >>> cells_in(r"| a \| b | `c | d` |")
    2
    """
    if is_bordered:
        row = _END_BORDER.sub("", row.removeprefix("|"))
    found = list(_TOKEN.finditer(row))
    spans = _code_spans([one for one in found if one["ticks"]])
    pipes = [one.start() for one in found if one["pipe"]]
    return 1 + sum(not any(start <= pipe < end for start, end in spans) for pipe in pipes)


def _code_spans(ticks: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """Where code begins and ends; a backslash takes away a sign of its beginning only."""
    spans: list[tuple[int, int]] = []
    position = 0
    while position < len(ticks):
        first = ticks[position]
        size = len(first["ticks"]) - bool(first["escaped"])
        closing = (n for n, one in enumerate(ticks) if n > position and len(one["ticks"]) == size)
        end = next(closing, position) if size else position
        if end > position:
            spans.append((first.start(), ticks[end].end()))
        position = end + 1
    return spans


def read_tables(lines: Sequence[str], text: Sequence[str], file: str) -> tuple[Table, ...]:
    """The tables of a page, in reading order.

    Args:
        lines: of the page.
        text: the same lines, those of fences and comments replaced by `NO_TEXT`.
        file: the page as an editor knows it.
    """
    tables: list[Table] = []
    end = 0
    for block in _blocks(text, file):
        first = block[0].place
        if first.column > 4 and not is_in_container(lines, first.line - 1):
            continue  # code
        if len(block) > 1 and block[1].is_delimiters:
            tables.append(_table(block))
        elif (joined := _joined_table(block)) is not None:
            tables.append(joined)
        elif not all(row.is_piped for row in block):
            continue
        elif tables and all(line.strip() in {"", NO_TEXT} for line in text[end : first.line - 1]):
            tables[-1] = _continued(tables[-1], block)
        elif len(block) > 1:
            tables.append(_without_delimiters(block))
        else:
            continue
        end = block[-1].place.line
    return tuple(tables)


def _blocks(text: Sequence[str], file: str) -> Iterator[list[_Row]]:
    """Lines that Markdown takes together; a heading inside a table is a row of it."""
    block: list[_Row] = []
    for number, line in enumerate((*text, ""), 1):
        row = line.lstrip(" \t>")
        column = len(line.expandtabs(4)) - len(row.expandtabs(4)) + 1
        is_table = len(block) > 1 and block[1].is_delimiters
        ends = not row or _HTML.match(row) or (_OPENS_BLOCK.match(row) and not is_table)
        if not ends:
            block.append(_Row(Place(file, number, column), row.rstrip()))
        elif block:
            yield block
            block = []


def _table(block: Sequence[_Row], *more: SourceError) -> Table:
    head, delimiters, *rows = block
    is_bordered = head.text.startswith("|") or _END_BORDER.search(head.text) is not None
    columns = cells_in(head.text, is_bordered=is_bordered)
    divided = cells_in(delimiters.text, is_bordered=is_bordered)
    cells = [cells_in(row.text, is_bordered=is_bordered) for row in rows]
    faults = list(more)
    if columns != divided:
        faults.append(_delimiter_fault(head, columns, divided, cells))
    elif len(cells) > 1 and len(set(cells)) == 1 and cells[0] != columns:
        faults.append(
            SourceError(
                head.place,
                f"the head of this table has {counted(columns, 'cell')}, "
                f"all its rows have {cells[0]}",
                fix=f"divide the head and the line below it into {counted(cells[0], 'cell')}",
            )
        )
    else:
        faults += _row_faults(rows, cells, columns, head.place.line)
    return Table(head.place, columns, len(rows), tuple(faults))


def _delimiter_fault(head: _Row, columns: int, divided: int, cells: Sequence[int]) -> SourceError:
    is_head_wrong = bool(cells) and set(cells) == {divided}
    return SourceError(
        head.place if is_head_wrong else Place(head.place.file, head.place.line + 1),
        f"the head of this table has {counted(columns, 'cell')}, the line below it {divided}, "
        "so it would be text",
        fix=f"divide the head into {counted(divided, 'cell')}"
        if is_head_wrong
        else f"write {_delimiters(columns)!r} below the head",
    )


def _row_faults(
    rows: Sequence[_Row], cells: Sequence[int], columns: int, line: int
) -> Iterator[SourceError]:
    """Rows of other than so many columns: of lines that belong together, the first."""
    told = ""
    for row, count in zip(rows, cells, strict=True):
        if count == columns:
            told = ""
        elif told and (cells_in(f"{told} {row.text}") == columns or "|" not in row.text):
            told += f" {row.text}"
        else:
            told = row.text
            yield _row_fault(row, count, columns, line)


def _row_fault(row: _Row, cells: int, columns: int, line: int) -> SourceError:
    found = f"this row has {counted(cells, 'cell')}, the head of its table on line {line} {columns}"
    if cells > columns:
        return SourceError(
            row.place,
            f"{found}, so the last would be dropped",
            fix=r"remove a '|', or write '\|' where it belongs to the words",
        )
    return SourceError(
        row.place,
        f"{found}: {short(repr(row.text))}",
        fix=f"write the whole row with {counted(columns, 'cell')} in one line"
        if "|" in row.text
        else "put an empty line before it, if it does not belong to the table",
    )


def _joined_table(block: Sequence[_Row]) -> Table | None:
    """A table right below other words, which Markdown takes for more of them."""
    for number in range(2, len(block)):
        head = block[number - 1]
        if block[number].is_delimiters and "|" in head.text:
            if any(row.is_piped or _ITEM.match(row.text) for row in block[: number - 1]):
                return None
            fault = SourceError(
                head.place,
                "this table begins right below a text, so it would be text as well",
                fix="put an empty line before it",
            )
            return _table(block[number - 1 :], fault)
    return None


def _continued(table: Table, block: Sequence[_Row]) -> Table:
    fault = SourceError(
        block[0].place,
        f"this row is cut off from the table on line {table.place.line}, so it would be text",
        fix="remove the empty line or the comment before it",
    )
    return Table(table.place, table.columns, table.rows + len(block), (*table.faults, fault))


def _without_delimiters(block: Sequence[_Row]) -> Table:
    head, below, *_ = block
    columns = cells_in(head.text)
    if head.is_delimiters:
        fault = SourceError(
            head.place,
            "the head of this table does not stand right above this line, so it would be text",
            fix="write the head in the line above, without an empty line between them",
        )
        return Table(head.place, columns, len(block) - 1, (fault,))
    is_attempt = "---" in below.text or not re.search(r"\w", below.text)
    fault = SourceError(
        below.place if is_attempt else head.place,
        f"the line below the head of a table is not made of hyphens: found {short(below.text)!r}"
        if is_attempt
        else "this table has no line of hyphens below its head, so it would be text",
        fix=f"write {_delimiters(columns)!r}{'' if is_attempt else ' below this line'}",
    )
    return Table(head.place, columns, len(block) - 1 - is_attempt, (fault,))


def _delimiters(columns: int) -> str:
    return "|" + " --- |" * columns


def counted(number: int, what: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {what}{'' if number == 1 else 's'}"
