"""Which paragraphs of two languages belong together, where one language has fewer of them.

Words cannot tell across languages; lengths can, and what every language has in common: links,
code, numbers and abbreviations.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["may_be_twins", "without_twin"]

_SHARED = re.compile(r"\]\([^)\s]*\)|`[^`]*`|\d+|\b[A-Z]{2,}\b")


def without_twin(fewer: Sequence[str], more: Sequence[str]) -> tuple[int, ...]:
    """The positions in `more` of those that probably have no twin in `fewer`.

    Both are in reading order. All that remain belong together one by one.

    >>> without_twin(["Počet: 5", "Viz [zde](a.md)"], ["Count: 5", "Averages.", "See [it](a.md)"])
    (1,)
    """
    scale = (sum(map(len, fewer)) or 1) / (sum(map(len, more)) or 1)
    skips = len(more) - len(fewer)
    # The least cost of pairing the first of `fewer` with all but `skipped` of the first of `more`.
    rows: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (skips + 1)]
    rows[0] = [(0.0, tuple(range(skipped))) for skipped in range(skips + 1)]
    for number, one in enumerate(fewer):
        row: list[tuple[float, tuple[int, ...]]] = []
        for skipped in range(skips + 1):
            before, positions = rows[-1][skipped]
            paired = before + _unlikeness(one, more[number + skipped], scale)
            best = (paired, positions)
            if row:
                cost, others = row[-1]
                best = min(best, (cost, (*others, number + skipped)))
            row.append(best)
        rows.append(row)
    return rows[-1][-1][1]


def may_be_twins(one: str, other: str) -> bool:
    """Whether nothing of what languages share speaks against it."""
    ours, theirs = set(_SHARED.findall(one)), set(_SHARED.findall(other))
    return bool(ours & theirs) or not (ours and theirs)


@lru_cache(maxsize=4096)
def _unlikeness(one: str, other: str, scale: float) -> float:
    """How little speaks for two texts being the same in two languages; 0 for nothing against it."""
    lengths = abs(math.log((len(one) + 5) / (len(other) * scale + 5)))
    ours, theirs = set(_SHARED.findall(one)), set(_SHARED.findall(other))
    if not ours | theirs:
        return lengths
    return lengths + 2 * (1 - len(ours & theirs) / len(ours | theirs))
