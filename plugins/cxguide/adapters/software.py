"""What a kept result depends on beside its sources: our own files and everything installed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import Distribution, distributions
from pathlib import Path

from cxguide.core.resources import CALCULATORS, FONTS, LOCALE, THEMES

__all__ = ["OWN_FOLDERS", "files_in", "installed", "software"]

_VERSIONED = re.compile(r"-\d[^-]*\.dist-info$")
OWN_FOLDERS = (CALCULATORS, FONTS, LOCALE.parent, THEMES)
"""Code, templates, catalogs, calculators, fonts and themes."""


def files_in(folders: Iterable[Path]) -> Iterator[Path]:
    """Every file in folders, once and in order; not what Python compiles of its own accord."""
    yield from sorted(
        {
            Path(folder, name)
            for top in {folder.resolve() for folder in folders}
            for folder, below, names in os.walk(top)
            if not below.sort() and "__pycache__" not in folder
            for name in names
            if Path(folder, name).is_file()  # no pipe, and no link to nothing, as of an editor
        }
    )


def installed() -> list[str]:
    """Every distribution by its folder, which names the version, or by what it says of itself."""
    return sorted(_name(one) for one in distributions())


def _name(one: Distribution) -> str:
    """Reading what each one says takes as long as building ten pages."""
    folder = Path(str(getattr(one, "_path", ""))).name
    if _VERSIONED.search(folder):
        return folder
    return f"{one.name} {one.version}"


@cache  # a preview is started again after a change of the software
def software() -> str:
    """A text that differs where the software does."""
    seen = sha256(repr(installed()).encode())
    for file in files_in(OWN_FOLDERS):
        seen.update(f"\0{file}\0".encode() + file.read_bytes())
    return seen.hexdigest()
