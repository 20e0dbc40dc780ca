"""Texts set in lines, and marks beside them: what drawings are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxguide.core.languages import Language
from cxguide.drawing.line_breaks import broken
from cxguide.drawing.palette import Ink
from cxguide.drawing.parts import Area, Cell, Mark, Words
from cxguide.drawing.typeface import REGULAR, width_of

__all__ = ["EMPTY", "Block", "Style", "item", "line_height", "paragraph", "stacked"]

_THAI = re.compile(r"[\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `size` of an em in px, `leading` of a line in em, 0 for that of a text."""

    size: float = 12.5
    weight: int = REGULAR
    ink: Ink = "ink"
    leading: float = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Words and marks from (0, 0) on, and how much room they take, in px."""

    width: float = 0
    height: float = 0
    words: tuple[Words, ...] = ()
    marks: tuple[Mark, ...] = ()

    def moved(self, x: float, y: float) -> Block:
        """The same further right and down; it takes up the room it left as well."""
        return Block(
            self.width + x,
            self.height + y,
            tuple(words.moved(x, y) for words in self.words),
            tuple(mark.moved(x, y) for mark in self.marks),
        )

    def beside(self, other: Block) -> Block:
        """Both in one place."""
        return Block(
            max(self.width, other.width),
            max(self.height, other.height),
            (*self.words, *other.words),
            (*self.marks, *other.marks),
        )

    def within(self, area: Area, *, padding: float = 0) -> Cell:
        """The block as a cell, at the top left of an area."""
        placed = self.moved(area.x + padding, area.y + padding)
        return Cell(area, placed.words, placed.marks)


EMPTY = Block()


def line_height(text: str, size: float) -> float:
    """How high the lines of a text are, in px: Thai marks stand above and below its letters."""
    return (1.75 if _THAI.search(text) else 1.45) * size


def paragraph(text: str, width: float, style: Style, language: Language) -> Block:
    """A text in lines that are at most `width` px wide, or one letter."""

    def measured(line: str) -> float:
        return style.size * width_of(line, style.weight, language)

    height = style.leading * style.size or line_height(text, style.size)
    lines = broken(text, lambda line: measured(line) <= width, language)
    return Block(
        max(map(measured, lines), default=0),
        height * len(lines),
        tuple(
            Words(
                text=line,
                area=Area(0, index * height, measured(line), height),
                # The middle of small letters is in the middle of the line.
                baseline=(index + 0.5) * height + 0.34 * style.size,
                size=style.size,
                weight=style.weight,
                ink=style.ink,
            )
            for index, line in enumerate(lines)
        ),
    )


def item(sign: Block, text: Block, *, gutter: float) -> Block:
    """A text with a sign before it, in a gutter of some px."""
    return sign.beside(text.moved(gutter, 0))


def stacked(blocks: Iterable[Block], *, gap: float = 0) -> Block:
    """Blocks one under the other with a gap between them; empty ones take no room."""
    whole = EMPTY
    for block in blocks:
        if block.height:
            whole = whole.beside(block.moved(0, whole.height + gap if whole.height else 0))
    return whole
