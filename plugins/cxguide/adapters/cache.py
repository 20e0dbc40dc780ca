"""The folder in which builds keep what takes long to make; everything in it can be made again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.settings import site_root

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["CARDS", "CHECKS", "FOLDER", "MAPS", "RESULTS", "cache_folder", "clear", "kept_parts"]

FOLDER = "CX_CACHE"
"""The variable that names the folder; without it, `.cache` in the project."""

RESULTS = "cx-results.sqlite"
CHECKS = "cx-check.json"
MAPS = "cx-journeys"
CARDS = "cx-site"
_PARTS = {RESULTS: "parts of pages", MAPS: "pictures of maps", CARDS: "cards", CHECKS: "faults"}


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of the cache.

    Attributes:
        name: what it holds.
        path: its file or folder.
        files: how many files it is.
        bytes: of all of them.
    """

    name: str
    path: Path
    files: int
    bytes: int


def cache_folder(config: MkDocsConfig) -> Path:
    """The folder of a project, which may not exist; others may keep their things there too."""
    named = os.environ.get(FOLDER)
    return site_root(config) / (named or ".cache")


def kept_parts(config: MkDocsConfig) -> Iterator[KeptPart]:
    """Our parts of the cache that exist."""
    for name, holds in _PARTS.items():
        path = cache_folder(config) / name
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        if files:
            yield KeptPart(holds, path, len(files), sum(one.stat().st_size for one in files))


def clear(config: MkDocsConfig) -> None:
    """Remove our parts of the cache."""
    for part in kept_parts(config):
        if part.path.is_dir():
            shutil.rmtree(part.path)
        else:
            part.path.unlink()
