"""What a drawing is made of: words and marks in their place. All measures in px."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxguide.drawing.palette import Ink

__all__ = ["Area", "Cell", "Mark", "Words"]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def holds(self, other: Area, *, tolerance_px: float = 0.01) -> bool:
        """Whether the other one is inside."""
        return (
            self.x - tolerance_px <= other.x
            and self.y - tolerance_px <= other.y
            and other.right <= self.right + tolerance_px
            and other.bottom <= self.bottom + tolerance_px
        )

    def overlaps(self, other: Area, *, tolerance_px: float = 0.01) -> bool:
        """Whether both have some room in common; edges may touch."""
        return (
            self.x + tolerance_px < other.right
            and other.x + tolerance_px < self.right
            and self.y + tolerance_px < other.bottom
            and other.y + tolerance_px < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        text: as it is shown.
        area: what it takes up; as high as its line.
        baseline: where its letters stand.
        size: of an em.
        weight: 400 or 600.
        ink: its colour.
    """

    text: str
    area: Area
    baseline: float
    size: float
    weight: int
    ink: Ink

    def moved(self, x: float, y: float) -> Words:
        """The same further right and down."""
        area = replace(self.area, x=self.area.x + x, y=self.area.y + y)
        return replace(self, area=area, baseline=self.baseline + y)


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing without words.

    Attributes:
        path: an SVG path in its own measures.
        x: where its origin is.
        y: likewise.
        scale: how much larger it is than its path.
        fill: the colour of its inside, if it has one.
        stroke: the colour of its line, if it has one.
        stroke_width: before scaling.
        dash: lengths of dashes and gaps, as SVG wants them; empty for a whole line.
        opacity: of its inside.
    """

    path: str
    x: float = 0
    y: float = 0
    scale: float = 1
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: float = 1
    dash: str = ""
    opacity: float = 1

    def moved(self, x: float, y: float) -> Mark:
        """The same further right and down."""
        return replace(self, x=self.x + x, y=self.y + y)

    def scaled(self, scale: float) -> Mark:
        """The same in another size, with its origin in the same place."""
        return replace(self, scale=self.scale * scale)


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a drawing: its words and marks stay in its area."""

    area: Area
    words: tuple[Words, ...] = ()
    marks: tuple[Mark, ...] = ()
