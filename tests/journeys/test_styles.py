"""Colours of maps, computed from the styles; they cannot be seen by axe."""

from __future__ import annotations

import gzip
import re

import pytest

from cxguide.journeys import journey_styles

COLOURS = dict(
    re.findall(r"--(\w[\w-]*):var\(--cx-[\w-]+,light-dark\((#\w+, ?#\w+)\)\)", journey_styles())
)
SCHEMES = {"light": 0, "dark": 1}
PAPER = {"light": "#ffffff", "dark": "#121212"}


def colour(name: str, scheme: str) -> str:
    return COLOURS[name].split(",")[SCHEMES[scheme]].strip()


def channels(hex_colour: str) -> list[float]:
    """From `#rgb` or `#rrggbb`."""
    digits = (len(hex_colour) - 1) // 3
    parts = [hex_colour[1 + i * digits : 1 + (i + 1) * digits] for i in range(3)]
    return [int(part * (2 // digits), 16) / 255 for part in parts]


def luminance(rgb: list[float]) -> float:
    """Relative luminance after WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> list[float]:
    return [
        a * (1 - share) + b * share for a, b in zip(channels(one), channels(other), strict=True)
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["ink", "soft", "accent", "good", "bad"])
def test_text_can_be_read(name: str, scheme: str) -> None:
    text = channels(colour(name, scheme))

    assert contrast(text, channels(PAPER[scheme])) >= 4.5
    assert contrast(text, channels(colour("surface", scheme))) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ends", [("good", "middle"), ("middle", "bad")], ids=" to ".join)
def test_every_colour_of_the_curve_can_be_seen(ends: tuple[str, str], scheme: str) -> None:
    surface = channels(colour("surface", scheme))
    start, end = (colour(name, scheme) for name in ends)

    lowest = min(contrast(mixed(start, end, step / 20), surface) for step in range(21))

    assert lowest >= 3


def test_the_styles_are_small() -> None:
    """2 kB are wanted; three layouts, blueprint lines, personas and print need more so far."""
    assert len(gzip.compress(journey_styles().encode(), 9)) <= 3_000


def test_the_styles_have_balanced_braces() -> None:
    assert journey_styles().count("{") == journey_styles().count("}")


def test_the_heads_stay_in_the_accessibility_tree() -> None:
    """`display: none` on thead removes the column heads for screen readers."""
    hidden = re.findall(r"([^{}]*)\{[^{}]*display:none", journey_styles())
    assert [selector for selector in hidden if "thead" in selector] == []


def test_cards_have_no_style_that_needs_a_fixed_order_of_rows() -> None:
    assert re.findall(r"td:nth-child\(\d", journey_styles()) == []
