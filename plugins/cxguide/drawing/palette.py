"""The colours of drawings, light and dark: those of the guide.

Words have a contrast of at least 4.5 on the paper, drawings of at least 3; lines only divide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["DRAWINGS", "PALETTE", "WORDS", "Colour", "Ink", "light_paints"]

Ink = Literal[
    "paper",
    "ink",
    "soft",
    "line",
    "accent",
    "good",
    "middle",
    "bad",
    "good-ink",
    "bad-ink",
    "mood",
]
"""What something is drawn with; `mood` runs from good at the top of the curve to bad."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in both schemes, as `#rrggbb`."""

    light: str
    dark: str


# plugins/theme/guide/assets/cx/tokens.css has the same; there they follow the page.
PALETTE: Mapping[Ink, Colour] = MappingProxyType(
    {
        "paper": Colour("#ffffff", "#172027"),
        "ink": Colour("#1b2530", "#e7ecef"),
        "soft": Colour("#52606d", "#a3b0ba"),
        "line": Colour("#dcd8cf", "#2d3a44"),
        "accent": Colour("#0c4f6e", "#7dc4e4"),
        "good": Colour("#1a8262", "#56cba0"),
        "middle": Colour("#b8860b", "#e6b84f"),
        "bad": Colour("#ad3220", "#ea6a50"),
        "good-ink": Colour("#0f6b4d", "#62cda5"),
        "bad-ink": Colour("#a32d1c", "#f59a86"),
    }
)

WORDS: tuple[Ink, ...] = ("ink", "soft", "accent", "good-ink", "bad-ink")
"""The colours of words."""
DRAWINGS: tuple[Ink, ...] = ("accent", "good", "middle", "bad", "good-ink", "bad-ink", "soft")
"""The colours of drawings that mean something."""


def light_paints(mood: str) -> Mapping[Ink, str]:
    """The light colours as SVG wants them; `mood` is the id of the gradient."""
    paints: dict[Ink, str] = {ink: colour.light for ink, colour in PALETTE.items()}
    return {**paints, "mood": f"url(#{mood})"}
