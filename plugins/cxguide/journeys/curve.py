"""The emotion curve, cut into one piece for each stage.

A piece stands in the cell of its stage, so the curve follows any column width without
measuring. Neighbouring pieces meet at the cell's edge with the same value and slope.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Cubic", "curve_pieces"]

Point = tuple[float, float]
"""x from 0 to 1 across the stage's cell, its score in the middle; y in points of emotion."""


@dataclass(frozen=True, slots=True)
class Cubic:
    """A cubic Bézier curve."""

    start: Point
    control_1: Point
    control_2: Point
    end: Point


def curve_pieces(scores: Sequence[float | None]) -> tuple[tuple[Cubic, ...], ...]:
    """For each stage its part of the curve, left to right: none, one or two halves.

    The curve is a monotone cubic: between two scores it never leaves their range. Where a
    score is missing it breaks off at the neighbours; a score without neighbours has no curve.

    Source:
        Fritsch and Butland, "A Method for Constructing Local Monotone Piecewise Cubic
        Interpolants", SIAM J. Sci. Stat. Comput. 5 (1984): the slope is the harmonic mean.

    >>> curve_pieces([1, 1])[0]
    (Cubic(start=(0.5, 1.0), control_1=(0.67, 1.0), control_2=(0.83, 1.0), end=(1.0, 1.0)),)
    >>> curve_pieces([1, None, 2])
    ((), (), ())
    """
    pieces: list[list[Cubic]] = [[] for _ in scores]
    slopes = _slopes(scores)
    for index, (left, right) in enumerate(pairwise(scores)):
        if left is None or right is None:
            continue
        first, second = _halves(left, right, slopes[index], slopes[index + 1])
        pieces[index].append(first)
        pieces[index + 1].append(second)
    return tuple(map(tuple, pieces))


def _slopes(scores: Sequence[float | None]) -> list[float]:
    rises = [
        None if left is None or right is None else right - left for left, right in pairwise(scores)
    ]
    around = list(zip([None, *rises], [*rises, None], strict=True))
    inner = [_inner(before, after) for before, after in around]
    slopes = []
    for index, (before, after) in enumerate(around):
        if before is None and after is not None:
            slopes.append(_at_end(after, inner[index + 1]))
        elif after is None and before is not None:
            slopes.append(_at_end(before, inner[index - 1]))
        else:
            slopes.append(inner[index] or 0.0)
    return slopes


def _inner(before: float | None, after: float | None) -> float | None:
    """The slope at a score between two others; `None` at an end of the curve."""
    if before is None or after is None:
        return None
    return 0.0 if before * after <= 0 else 2 * before * after / (before + after)


def _at_end(rise: float, inner: float | None) -> float:
    """The slope at an end of the curve: the second derivative there is zero."""
    return rise if inner is None else 1.5 * rise - 0.5 * inner


def _halves(left: float, right: float, slope: float, next_slope: float) -> tuple[Cubic, Cubic]:
    """The curve between two scores, split at the edge between their cells (de Casteljau)."""
    y0, y1, y2, y3 = left, left + slope / 3, right - next_slope / 3, right
    y01, y12, y23 = (y0 + y1) / 2, (y1 + y2) / 2, (y2 + y3) / 2
    y012, y123 = (y01 + y12) / 2, (y12 + y23) / 2
    edge = (y012 + y123) / 2
    return (
        _cubic((0.5, y0), (2 / 3, y01), (5 / 6, y012), (1, edge)),
        _cubic((0, edge), (1 / 6, y123), (1 / 3, y23), (0.5, y3)),
    )


def _cubic(*points: Point) -> Cubic:
    start, control_1, control_2, end = ((round(float(x), 2), round(float(y), 4)) for x, y in points)
    return Cubic(start, control_1, control_2, end)
