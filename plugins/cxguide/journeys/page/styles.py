"""The styles that a page with maps needs."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["journey_styles"]

_SOURCE = Path(__file__).with_name("journey.css")


def journey_styles() -> str:
    """The content of `journey.css` without comments and needless blanks."""
    text = re.sub(r"/\*.*?\*/", "", _SOURCE.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    text = re.sub(r": (?=[^{}]*[;}])", ":", text)
    text = re.sub(r"(?<![\w.])0(?=\.\d)", "", text)
    return text.replace(";}", "}").strip()
