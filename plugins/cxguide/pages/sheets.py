"""Sheets: sections of a page that people print and fill in, or keep as a file.

An editor marks the heading of such a section: `## Self-check { #self-check .cx-sheet }`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from cxguide.core.markup import EndTag, Piece, StartTag, Words, pieces, pieces_without

__all__ = ["SHEET", "Paragraph", "Points", "Sheet", "Table", "with_sheets"]

_HEADING = re.compile(r"<h(?P<level>[2-6])(?P<attributes>[^>]*)>")
SHEET = "cx-sheet"
"""The class of a heading whose section is a sheet."""
_CLASS = re.compile(rf'\bclass="(?:[^"]* )?{SHEET}(?: [^"]*)?"')
_ID = re.compile(r'\bid="([^"]+)"')
_NOT_KEPT = frozenset({"script", "style", "svg", "template"})
_LISTS = frozenset({"ol", "ul"})
_CELLS = frozenset({"td", "th"})
_HOLDERS = _CELLS | {"p", "li", "dt", "dd", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a heading inside a sheet is one as well."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """The items of a list."""

    items: tuple[str, ...]
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the heads first; empty cells are there to be filled in."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a section that is a sheet.

    Attributes:
        id: of its heading.
        title: its heading.
        parts: in reading order.
    """

    id: str
    title: str
    parts: tuple[Paragraph | Points | Table, ...]


def with_sheets(content: str, links: Callable[[Sheet], str]) -> tuple[str, tuple[Sheet, ...]]:
    """The page with its sheets marked as sections, and these sheets.

    Args:
        content: the HTML of the page, as Markdown writes it.
        links: what stands after the heading of a sheet, as HTML.
    """
    written, sheets, done = [], [], 0
    for start, body, end in _sections(content):
        sheet = _sheet(content[start:end])
        sheets.append(sheet)
        written += [
            content[done:start],
            '<section class="cx-sheet-section">\n',
            content[start:body],
            "\n",
            links(sheet),
            content[body:end].rstrip(),
            "\n</section>\n",
        ]
        done = end
    return "".join([*written, content[done:]]), tuple(sheets)


def _sections(content: str) -> Iterator[tuple[int, int, int]]:
    """Where each sheet begins, where its heading has ended, and where it ends."""
    headings = list(_HEADING.finditer(content))
    for index, heading in enumerate(headings):
        level, attributes = heading["level"], heading["attributes"]
        if _CLASS.search(attributes) and _ID.search(attributes):
            closing = f"</h{level}>"
            body = content.index(closing, heading.end()) + len(closing)
            after = (one.start() for one in headings[index + 1 :] if one["level"] <= level)
            yield heading.start(), body, next(after, len(content))


def _sheet(section: str) -> Sheet:
    reader = _Reader()
    for piece in pieces_without(section, _is_not_kept):
        reader.hear(piece)
    title, *parts = reader.parts
    heading = next(piece for piece in pieces(section) if isinstance(piece, StartTag))
    name = title.text if isinstance(title, Paragraph) else ""
    return Sheet(heading.value("id") or "", name, tuple(parts))


def _is_not_kept(tag: StartTag) -> bool:
    return tag.name in _NOT_KEPT or "headerlink" in (tag.value("class") or "")


class _Reader:
    """Hears the pieces of a section and puts its parts together."""

    def __init__(self) -> None:
        self.parts: list[Paragraph | Points | Table] = []
        self._words: list[str] = []
        self._holder = ""
        """The element whose words are being heard: a paragraph, an item, a cell."""
        self._lists: list[str] = []
        self._items: list[str] = []
        self._rows: list[list[str]] = []

    def hear(self, piece: Piece) -> None:
        """Take the next piece."""
        if isinstance(piece, Words):
            self._words.append(unescape(piece.raw))
        elif isinstance(piece, StartTag):
            self._begin(piece.name)
        elif isinstance(piece, EndTag):
            self._end(piece.name)

    def _begin(self, name: str) -> None:
        if name in _LISTS:
            self._lists.append(name)
        elif name == "tr":
            self._rows.append([])
        if not self._holder and name in _HOLDERS:
            self._holder, self._words = name, []

    def _end(self, name: str) -> None:
        if name == self._holder and not self._is_in_inner_list:
            self._holder = ""
            self._keep(name, re.sub(r"[ \n\t]+", " ", "".join(self._words)).strip(" "))
        elif name == "table":
            self.parts.append(Table(tuple(tuple(row) for row in self._rows)))
            self._rows = []
        elif name in _LISTS:
            self._lists.pop()
            if not self._lists:
                self.parts.append(Points(tuple(self._items), name == "ol"))
                self._items = []

    @property
    def _is_in_inner_list(self) -> bool:
        """An item of a list inside an item: its words belong to the outer one."""
        return len(self._lists) > 1

    def _keep(self, name: str, text: str) -> None:
        if name == "li":
            self._items.append(text)
        elif name in _CELLS:
            self._rows[-1].append(text)
        elif text:
            self.parts.append(Paragraph(text))
