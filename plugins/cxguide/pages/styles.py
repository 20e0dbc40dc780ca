"""The styles of what pages get beside their text."""

from __future__ import annotations

from pathlib import Path

from cxguide.core.styles import compact

__all__ = ["pages_styles"]


def pages_styles() -> str:
    """The styles of facts, sheets and wide tables, on screens and on paper."""
    return compact(Path(__file__).with_name("pages.css").read_text(encoding="utf-8"))
