"""A picture laid out: which words and marks stand where. All measures in px."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxguide.drawing.parts import Area, Mark, Words

__all__ = ["Paragraph", "Part", "Scene"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in its lines.

    Attributes:
        lines: in their places.
        joints: what the text has between each line and the next, a space or nothing.
        is_centred: it keeps its middle when its letters change.
    """

    lines: tuple[Words, ...]
    joints: tuple[str, ...] = ()
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What is read as one: its texts in order, inside its area, and its marks."""

    area: Area
    texts: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture.

    Attributes:
        area: all of it.
        marks: what stands behind everything.
        head: what is read before the list.
        items: what is read as a list.
        foot: what is read after it.
    """

    area: Area
    items: tuple[Part, ...]
    marks: tuple[Mark, ...] = ()
    head: Part | None = None
    foot: Part | None = None

    @property
    def parts(self) -> Iterator[Part]:
        """All its parts in the order in which they are read."""
        yield from (part for part in (self.head, *self.items, self.foot) if part is not None)

    @property
    def words(self) -> tuple[Words, ...]:
        """All its lines in the order in which they are read."""
        return tuple(line for part in self.parts for text in part.texts for line in text.lines)
