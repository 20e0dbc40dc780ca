"""How high frames are: measured in a browser, kept as data, since a build has no browser."""

from __future__ import annotations

import json
from functools import lru_cache

from cxguide.core.resources import CALCULATORS

__all__ = ["HEIGHTS", "USUAL", "height_of"]

HEIGHTS = CALCULATORS / "heights.json"
"""By name (`nps.cs`), the height in CSS pixels at a width of 340, everything folded as it comes."""
USUAL = {"calculator": 800, "map": 1000}
"""For what is not ours, and so has not been measured; a higher one scrolls inside its frame."""


def height_of(name: str) -> int:
    """The height of a frame.

    >>> height_of("journey/somebodys.en")
    1000
    """
    return _heights().get(name, USUAL["map" if name.startswith("journey/") else "calculator"])


@lru_cache(maxsize=1)
def _heights() -> dict[str, int]:
    found: dict[str, int] = json.loads(HEIGHTS.read_text(encoding="utf-8"))
    return found
