"""Whether the bands of a metric lie on its scale, from low to high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cxguide.core.places import SourceError
from cxguide.core.sources import Places
from cxguide.metrics.model import Band

__all__ = ["band_faults"]


def band_faults(
    bands: Sequence[Band], scale: tuple[float, float] | None, places: Places
) -> Iterator[SourceError]:
    """The faults of the lower edges of bands; each at the edge that was probably mistyped."""
    edges: dict[int, float] = {}
    for index, band in enumerate(bands):
        if (band.above is None) == (band.lower is None):
            yield places.fault(
                f"the band {band.id!r} needs one lower edge",
                *("bands", "steps", index),
                fix="give it either 'above: 20' (20 does not belong to it) or 'from: 20'",
            )
            continue
        edge = band.above if band.above is not None else band.lower or 0.0
        if scale and scale[0] < scale[1] and not scale[0] <= edge <= scale[1]:
            yield places.fault(
                f"the band {band.id!r} begins at {edge:g}, "
                f"outside the scale from {scale[0]:g} to {scale[1]:g}",
                *_at(band, index),
                fix=f"write a number from {scale[0]:g} to {scale[1]:g}, or correct the scale",
            )
            continue
        edges[index] = edge
    yield from _order_faults(bands, edges, places)


def _order_faults(
    bands: Sequence[Band], edges: Mapping[int, float], places: Places
) -> Iterator[SourceError]:
    kept = _longest_ascent(edges)
    for index in edges.keys() - kept:
        before = max((one for one in kept if one < index), default=None)
        after = min((one for one in kept if one > index), default=None)
        ends = [
            *([f"more than {edges[before]:g}"] if before is not None else ()),
            *([f"less than {edges[after]:g}"] if after is not None else ()),
        ]
        if before is not None and edges[index] <= edges[before]:
            problem = f"not above the one before, which begins at {edges[before]:g}"
        else:
            problem = f"not below the one after, which begins at {edges[after or 0]:g}"
        yield places.fault(
            f"the band {bands[index].id!r} begins at {edges[index]:g}, {problem}",
            *_at(bands[index], index),
            fix=f"write a number {' and '.join(ends)}, or the bands from low to high",
        )


def _longest_ascent(edges: Mapping[int, float]) -> set[int]:
    """The most bands that are in order; the others are out of it."""
    best: dict[int, tuple[int, ...]] = {}
    longest: tuple[int, ...] = ()
    for index, edge in edges.items():
        before = max((best[one] for one in best if edges[one] < edge), key=len, default=())
        best[index] = (*before, index)
        longest = max(longest, best[index], key=len)
    return set(longest)


def _at(band: Band, index: int) -> tuple[str | int, ...]:
    return ("bands", "steps", index, "above" if band.above is not None else "from")
