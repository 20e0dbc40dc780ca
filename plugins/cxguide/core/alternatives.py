"""Words to look for, as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words; of one that begins with another, all of it.

    >>> re.findall(any_of(["map", "mapping", "a.b"]), "a map, mapping, a-b")
    ['map', 'mapping']
    >>> re.findall(any_of([]), "a map")
    []
    """
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})"
