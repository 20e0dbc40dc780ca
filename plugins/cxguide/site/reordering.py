"""Putting marked parts of a page into the order of another script.

A list that is sorted by its letters has another order in another script. Who writes it knows both
orders: every item says its place among its neighbours with `data-cx-place`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cxguide.core.markup import EndTag, StartTag, pieces

__all__ = ["in_places"]

_MARK = "data-cx-place"


@dataclass(slots=True)
class _Element:
    """An element that is open; `items` are finished ones in it that have a place, by index."""

    name: str
    place: int | None
    content: list[str] = field(default_factory=list)
    items: dict[int, int] = field(default_factory=dict)

    def text(self) -> str:
        """Its content with the items in their places; what stands between them stays."""
        by_place = sorted(self.items, key=lambda index: self.items[index])
        moved = dict(zip(self.items, (self.content[index] for index in by_place), strict=True))
        return "".join(moved.get(index, text) for index, text in enumerate(self.content))


def in_places(html: str) -> str:
    """A page whose marked items stand where their marks say; the marks are gone.

    >>> in_places('<ul><li data-cx-place="2">v</li> <li data-cx-place="1">c</li></ul>')
    '<ul><li>c</li> <li>v</li></ul>'
    """
    if _MARK not in html:
        return html
    open_elements = [_Element("", None)]
    for piece in pieces(html):
        if isinstance(piece, StartTag) and not piece.closes_itself:
            raw, place = _unmarked(piece)
            open_elements.append(_Element(piece.name, place, [raw]))
        elif isinstance(piece, EndTag) and any(one.name == piece.name for one in open_elements):
            while open_elements[-1].name != piece.name:
                _end(open_elements)
            open_elements[-1].content.append(piece.raw)
            _end(open_elements)
        else:
            open_elements[-1].content.append(piece.raw)
    while len(open_elements) > 1:
        _end(open_elements)
    return open_elements[0].text()


def _end(open_elements: list[_Element]) -> None:
    """Put the innermost element into the one around it."""
    done, around = open_elements.pop(), open_elements[-1]
    if done.place is not None:
        around.items[len(around.content)] = done.place
    around.content.append(done.text())


def _unmarked(tag: StartTag) -> tuple[str, int | None]:
    """The tag without its mark, and the place that the mark says."""
    mark = next((one for one in tag.attributes if one.name == _MARK), None)
    if mark is None or not mark.value.isdecimal():
        return tag.raw, None
    start, end = mark.whole
    return tag.raw[:start] + tag.raw[end:], int(mark.value)
