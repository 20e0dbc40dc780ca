"""The marks of a map: shapes that tell without colour who feels it and what it is."""

from __future__ import annotations

from cxguide.drawing.palette import Ink
from cxguide.drawing.parts import Mark
from cxguide.journeys.icons import ICONS, STAR

__all__ = [
    "DASHES",
    "TARGET_DASH",
    "bullet",
    "circle",
    "downward",
    "feeling",
    "icon",
    "legend_feeling",
    "line",
    "mood_ink",
    "target",
    "truth",
    "upward",
]

_DISC = "M-5.5 0A5.5 5.5 0 0 1 5.5 0A5.5 5.5 0 0 1 -5.5 0z"
_SQUARE = "M-5 -5H5V5H-5z"
_TRIANGLE = "M0 -6.5L6.2 4.8H-6.2z"
_DIAMOND = "M0 -6L6 0L0 6L-6 0z"
_SHAPES = (_DISC, _SQUARE, _TRIANGLE)

DASHES = ("", "8 4", "12 4 2 4")
"""The line of the first, second and third persona."""
TARGET_DASH = "0.1 5"
"""Dots, as line ends are round."""


def mood_ink(score: int | None) -> Ink:
    """The colour of an emotion; of none for want of data."""
    if score is None:
        return "soft"
    return "bad" if score < 0 else "good" if score > 0 else "middle"


def feeling(score: int | None, persona: int = 0, *, is_truth: bool = False) -> Mark:
    """What a persona (by position) feels, around the origin; a star at a moment of truth."""
    shape = STAR if is_truth else _SHAPES[persona]
    return Mark(shape, fill=mood_ink(score), stroke="paper", stroke_width=1.5)


def legend_feeling(persona: int) -> Mark:
    """The mark of a persona without an emotion."""
    return Mark(_SHAPES[persona], fill="soft", stroke="paper", stroke_width=1.5)


def target(score: int | None) -> Mark:
    """What should be felt: an empty diamond around the origin."""
    return Mark(_DIAMOND, fill="paper", stroke=mood_ink(score), stroke_width=2)


def truth() -> Mark:
    """A moment of truth, around the origin."""
    return Mark(STAR, fill="accent")


def icon(name: str, size: float) -> Mark:
    """The icon of a channel, in px; its corner is the origin."""
    return Mark(ICONS[name], scale=size / 16, stroke="accent", stroke_width=1.4)


def line(path: str, ink: Ink, *, width: float = 1, dash: str = "") -> Mark:
    """A line along a path."""
    return Mark(path, stroke=ink, stroke_width=width, dash=dash)


def circle(radius: float, ink: Ink) -> Mark:
    """A ring around the origin."""
    path = f"M{-radius:g} 0A{radius:g} {radius:g} 0 0 1 {radius:g} 0"
    return line(f"{path}A{radius:g} {radius:g} 0 0 1 {-radius:g} 0z", ink, width=1.5)


def bullet() -> Mark:
    """The dot before an entry of a list, around the origin."""
    return Mark("M-1.6 0A1.6 1.6 0 0 1 1.6 0A1.6 1.6 0 0 1 -1.6 0z", fill="soft")


def downward() -> Mark:
    """A triangle that points downwards, around the origin: a pain point."""
    return Mark("M-4 -3H4L0 4z", fill="bad-ink")


def upward() -> Mark:
    """A triangle that points upwards, around the origin: an opportunity."""
    return Mark("M-4 3.5H4L0 -3.5z", fill="good-ink")
