"""Where the reader of YAML stopped, and what it said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxguide.core.places import SourceError, short
from cxguide.core.source_text import SourceText

__all__ = ["KEY", "Stop", "indent_of"]

KEY = re.compile(r" *(- +)*[\w-]+:\s+")
"""The beginning of a line up to the value of its key."""


@dataclass(frozen=True)
class Stop:
    """Where the reader stopped, in lines and columns from 0, and what it said."""

    source: SourceText
    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    began: tuple[int, int]
    """Where what it was reading begins."""

    @property
    def text(self) -> str:
        """The line it stopped in."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def rest(self) -> str:
        """What stands from there on in the line."""
        return self.text[self.column :].strip()

    @property
    def indentation(self) -> int:
        """How many spaces that line begins with."""
        return indent_of(self.text)

    def fault(
        self, problem: str, found: str, *, fix: str, line: int | None = None, column: int = 0
    ) -> SourceError:
        """A fault in that line, or another one, with what was found and how to mend it."""
        at = self.source.place(self.line if line is None else line, column)
        return SourceError(at, f"{problem}: found {short(repr(found.strip()))}", fix=fix)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
