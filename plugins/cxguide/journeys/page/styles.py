"""The styles that a page with maps needs."""

from __future__ import annotations

from pathlib import Path

from cxguide.core.styles import compact

__all__ = ["journey_styles"]

_SOURCE = Path(__file__).with_name("journey.css")


def journey_styles() -> str:
    """The content of `journey.css` without comments and needless blanks."""
    return compact(_SOURCE.read_text(encoding="utf-8"))
