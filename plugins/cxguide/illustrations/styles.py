"""The styles that a page with pictures needs."""

from __future__ import annotations

from pathlib import Path

from cxguide.core.styles import compact

__all__ = ["picture_styles"]

_SOURCE = Path(__file__).with_name("picture.css")


def picture_styles() -> str:
    """The content of `picture.css` without comments and needless blanks."""
    return compact(_SOURCE.read_text(encoding="utf-8"))
