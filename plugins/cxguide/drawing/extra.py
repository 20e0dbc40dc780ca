"""The libraries that only drawings need: the extra `downloads`."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec

__all__ = ["HOW_TO_GET_IT", "is_installed", "library_versions"]

HOW_TO_GET_IT = "pip install 'cx-guide[downloads]'"
"""What to run for pictures, and for the files of maps."""

# Distribution and module; the versions decide on how files look.
_LIBRARIES = {
    "brotli": "brotli",
    "fonttools": "fontTools",
    "icu4py": "icu4py",
    "pythainlp": "pythainlp",
    "resvg_py": "resvg_py",
    "typst": "typst",
    "uharfbuzz": "uharfbuzz",
}


def is_installed() -> bool:
    """Whether all libraries of the extra are there."""
    return all(find_spec(module) for module in _LIBRARIES.values())


def library_versions() -> tuple[str, ...]:
    """Name and version of each library, in a fixed order.

    Raises:
        PackageNotFoundError: one is not installed.
    """
    return tuple(f"{name} {version(name)}" for name in _LIBRARIES)
