"""How high frames are: measured in a browser, kept as data, since a build has no browser."""

from __future__ import annotations

import json
from functools import lru_cache

from cxguide.core.resources import CALCULATORS

__all__ = ["HEIGHTS", "USUAL", "height_of"]

HEIGHTS = CALCULATORS / "heights.json"
"""By name (`nps.cs`), the height in CSS pixels at a width of 340, folded as it comes."""
USUAL = 1000
"""For what is not measured; what is higher scrolls inside its frame until the page makes it high.
Maps are a few screens high on a phone and one on a desk: neither is right for the other."""


def height_of(name: str) -> int:
    """The height of a frame.

    >>> height_of("journey/somebodys.en")
    1000
    """
    return _heights().get(name, USUAL)


@lru_cache(maxsize=1)
def _heights() -> dict[str, int]:
    found: dict[str, int] = json.loads(HEIGHTS.read_text(encoding="utf-8"))
    return found
