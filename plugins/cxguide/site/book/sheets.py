"""On which sheet of a PDF its named places are."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["sheets_of"]

_OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj", re.S | re.M)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_PAGE_TREE = re.compile(rb"/Type /Catalog.*?/Pages (\d+) 0 R", re.S)
_PLACES = re.compile(rb"/Type /Catalog.*?/Dests (\d+) 0 R", re.S)
_KIDS = re.compile(rb"/Type /Pages\b.*?/Kids \[([^\]]*)\]", re.S)
_PLACE = re.compile(rb"/([\w-]+) \[(\d+) 0 R ")


def sheets_of(pdf: bytes) -> dict[str, int]:
    """The number of the sheet of every named place, counted from 1.

    Chromium writes the tree of pages and the places of links uncompressed; where another program
    does not, nothing is found.

    Args:
        pdf: as Chromium has made it.
    """
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    catalog = next((one for one in objects.values() if b"/Type /Catalog" in one), b"")
    tree, places = _PAGE_TREE.search(catalog), _PLACES.search(catalog)
    if tree is None or places is None:
        return {}
    order = {page: number for number, page in enumerate(_pages(int(tree[1]), objects), start=1)}
    return {
        found[1].decode(): order[int(found[2])]
        for found in _PLACE.finditer(objects.get(int(places[1]), b""))
        if int(found[2]) in order
    }


def _pages(number: int, objects: dict[int, bytes]) -> Iterator[int]:
    """The pages below a node of the tree, in order."""
    kids = _KIDS.search(objects.get(number, b""))
    if kids is None:
        yield number
        return
    for kid in _REFERENCE.findall(kids[1]):
        yield from _pages(int(kid), objects)
