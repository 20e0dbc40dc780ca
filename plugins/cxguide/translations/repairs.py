"""Repairs of a page: each with the lines it replaces, and what it did as an editor would say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxguide.core.places import Place

__all__ = ["Edit", "Repair", "with_edits"]


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """Something that was mended.

    Attributes:
        place: in the page as it was.
        done: what stands there now.
    """

    place: Place
    done: str

    def __str__(self) -> str:
        return f"{self.place}: {self.done}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of a page that become others.

    Attributes:
        first: index of the first of them; new lines come before it where none is replaced.
        end: index of the first line that stays.
        lines: the new ones, without their ends.
        done: what an editor is told.
    """

    first: int
    end: int
    lines: tuple[str, ...]
    done: str

    def repair(self, file: str) -> Repair:
        """What an editor is told, with the line."""
        return Repair(Place(file, self.first + 1), self.done)


def with_edits(text: str, edits: Sequence[Edit]) -> str:
    r"""The page after its edits; all other lines stay as they are, with their ends.

    >>> with_edits("a\nb\n", [Edit(1, 1, ("x", "y"), "put in")])
    'a\nx\ny\nb\n'
    """
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda one: (one.first, one.end), reverse=True):
        lines[edit.first : edit.end] = [line + newline for line in edit.lines]
    return "".join(_ended(lines, newline, is_ended=text.endswith(("\n", "\r"))))


def _ended(lines: Iterable[str], newline: str, *, is_ended: bool) -> list[str]:
    """Lines that were the last one, and have no end yet, get one; the last keeps its state."""
    *before, last = [*lines] or [""]
    ended = [line if line.endswith(("\n", "\r")) else line + newline for line in before]
    return [*ended, last if is_ended else last.rstrip("\r\n")]
