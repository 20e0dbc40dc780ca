"""Our package in another place, so that a test can change a file that drawings are made with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import cxguide
from cxguide.drawing import renderers as drawers

EVERY_DRAWING = (
    "core/data/no-break.cs.txt",
    "core/languages.py",
    "core/no_break.py",
    "core/thai.py",
    "drawing/blocks.py",
    "drawing/line_breaks.py",
    "locale/th.compounds.txt",
)
"""Files that decide on how the lines of every drawing are set."""


@contextmanager
def copied_code(folder: Path) -> Iterator[None]:
    """Drawings are made with a copy of our code in a folder."""
    own = Path(cxguide.__file__).parent
    for part in ("core", "drawing", "journeys", "locale", "site"):
        shutil.copytree(own / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    drawers.renderers.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawers, "__file__", str(folder / "drawing" / "renderers.py"))
        yield
    drawers.renderers.cache_clear()


def change_code(file: Path) -> None:
    """Add a line to a file of the copy."""
    with file.open("a", encoding="utf-8") as code:
        code.write("\n")
    drawers.renderers.cache_clear()
