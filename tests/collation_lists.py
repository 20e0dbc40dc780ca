"""Words in the order of ICU, for the tests of our own order."""

from __future__ import annotations

from pathlib import Path

LISTS = Path(__file__).parent / "cases" / "collation"
TAGS = ("en", "sr", "sr-Latn", "th", "cs")


def collated(tag: str) -> tuple[list[str], list[str]]:
    """The comments of a list, and its lines in order."""
    lines = (LISTS / f"{tag}.txt").read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("# ")]
    return comments, [line for line in lines if line and line not in comments]
