"""What decides on how drawings look, beside what they show: code, fonts, libraries."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cxguide.core.resources import FONTS
from cxguide.drawing.extra import library_versions

__all__ = ["renderers"]

_EVERY_DRAWING = (
    "drawing/**/*.py",
    *("core/data/*.txt", "core/languages.py", "core/no_break.py", "core/thai.py"),
    "locale/th.compounds.txt",
)
"""This package, and what it takes from others to set a text in lines."""


@lru_cache(maxsize=8)
def renderers(*own: str) -> tuple[str, ...]:
    """A text for our code and fonts, and the version of each library; equal ones draw the same.

    Args:
        own: files of our package that draw, beside those of every drawing, as patterns.

    Raises:
        PackageNotFoundError: a library of the extra `downloads` is not installed.
    """
    package = Path(__file__).parents[1]
    files = {file for name in (*_EVERY_DRAWING, *own) for file in package.glob(name)}
    fonts = FONTS.glob("*.woff2")
    read = sha256(b"".join(file.read_bytes() for file in sorted([*files, *fonts]))).hexdigest()
    return (read, *library_versions())
