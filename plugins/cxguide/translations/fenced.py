"""Fences in Markdown source: where one begins, what it holds, whether Markdown takes it for one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cxguide.core.places import Place
from cxguide.core.sources import SourceText

__all__ = ["EMBED_KEYS", "FLAWS", "Fenced", "OpenFence", "comment_lines", "is_in_container"]

EMBED_KEYS = {
    "calculator": "metric",
    "embed-builder": "",
    "glossary": "",
    "journey": "map",
    "picture": "picture",
    "sources": "of",
    "translations": "",
}
"""Our fences, and the key that says which one it is; none where there is only one."""

FLAWS: Mapping[str, tuple[str, str]] = {
    "beginning": (
        "the fence {name!r} does not begin as it must, so it would be text",
        "write '```{name}' and nothing else in this line",
    ),
    "end": (
        "the fence {name!r} is not closed",
        "write its signs once more, on a line of their own, where it ends",
    ),
    "columns": (
        "the lines of the fence {name!r} do not begin where a fence may, so it would be text",
        "write all its lines from the first column on, the last one as well",
    ),
}
"""Why Markdown would show a fence as text, and the remedy."""

_BEGINNING = re.compile(
    r"(?P<indent>[ \t>]*)(?P<signs>`{3,}|~{3,})(?P<rest>[ ]*\{?[ ]*\.?(?P<name>[\w-]*)[^`]*)$"
)
_TWO_SIGNS = re.compile(
    rf"(?P<indent>[ \t>]*)(?P<signs>``|~~)[ ]*(?P<name>{'|'.join(EMBED_KEYS)})[ ]*"
)
_CONTAINER = re.compile(r"([!?]{3}\+?\s|[*+-]\s|\d+\.\s|:\s|\[\^[^\]]+\]:|===\+?!?\s|///)")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fence with its name, where it begins, and the text inside it.

    Attributes:
        flaw: one of `FLAWS`, or nothing where Markdown reads it as a fence.
        last_line: where it ends; where it begins if nobody closes it.
    """

    name: str
    place: Place
    content: SourceText
    flaw: str = ""
    last_line: int = 0


@dataclass
class OpenFence:
    """A fence whose lines are being read."""

    name: str
    signs: str
    place: Place
    indent: str
    flaw: str = ""
    lines: list[str] = field(default_factory=list)

    @classmethod
    def beginning(cls, lines: Sequence[str], index: int, file: str) -> OpenFence | None:
        """The fence that begins at a line, if one does, or was meant to."""
        place = Place(file, index + 1)
        if two := _TWO_SIGNS.fullmatch(lines[index]):
            return cls(two["name"], two["signs"], place, two["indent"], "beginning")
        opening = _BEGINNING.match(lines[index])
        if opening is None:
            return None
        fence = cls(opening["name"], opening["signs"], place, opening["indent"])
        if opening["rest"].strip() not in {"", fence.name}:
            fence.flaw = "beginning"
        elif len(fence.indent.expandtabs(4)) >= 4 and not is_in_container(lines, index):
            fence.flaw = "columns"
        return fence

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in a quote."""
        return ">" in self.indent

    def is_closed_by(self, line: str) -> bool:
        """Whether the line holds the signs of its beginning alone."""
        return line.strip(" \t>") == self.signs

    def is_open_in(self, lines: Sequence[str]) -> bool:
        """Whether nobody closes it in the lines after its beginning.

        Nothing begins inside one of ours, so where the next fence begins it is still open.
        """
        for line in lines:
            if self.is_closed_by(line):
                return False
            begun = _BEGINNING.match(line) if self.name in EMBED_KEYS else None
            if begun is not None and begun["name"]:
                return True
        return True

    def add(self, line: str) -> None:
        """Take in a line of it, the last one too."""
        if not self.flaw and line.strip() and not self._is_in_column(line):
            self.flaw = "columns"
        self.lines.append(line)

    def ended(self) -> Fenced:
        """The fence, its last line having been added; one without an end has no content."""
        content = "\n".join(map(self._without_indent, self.lines[:-1]))
        at = self.place
        inside = SourceText(at.file, content, at.line + 1, at.column + len(self.indent))
        return Fenced(self.name, at, inside, self.flaw, at.line + len(self.lines))

    def _is_in_column(self, line: str) -> bool:
        if self.is_quoted:
            return line.lstrip().startswith(">")
        is_last = self.is_closed_by(line)
        return line.startswith(self.indent) and (not is_last or _indent(line) == len(self.indent))

    def _without_indent(self, line: str) -> str:
        if self.is_quoted and not line.startswith(self.indent):
            return line.lstrip(" \t>")  # an empty line of a quote has no space behind its sign
        return line.removeprefix(self.indent)


def comment_lines(text: str) -> frozenset[int]:
    r"""The lines of a page that stand in comments, counted from 1.

    >>> sorted(comment_lines("a\n<!--\nb\n-->\nc"))
    [2, 3, 4]
    """
    lines: set[int] = set()
    for found in re.finditer(r"<!--.*?(-->|\Z)", text, re.S):
        first = text.count("\n", 0, found.start()) + 1
        lines.update(range(first, first + found[0].count("\n") + 1))
    return frozenset(lines)


def is_in_container(lines: Sequence[str], index: int) -> bool:
    """Whether an indented line belongs to a list, an admonition or a quote, not to code."""
    line = lines[index]
    if line.lstrip(" \t").startswith(">"):
        return True
    indent = _indent(line)
    for number in range(index - 1, -1, -1):
        before = lines[number]
        if before.strip() and _indent(before) < indent:
            if _CONTAINER.match(before.lstrip()) is not None:
                return True
            if number == 0 or not lines[number - 1].strip():
                return False  # else the text of an item goes on there, less indented
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
