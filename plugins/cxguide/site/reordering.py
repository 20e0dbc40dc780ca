"""Putting marked parts of a page into the order of another script.

A list that is sorted by its letters has another order in another script, and may have fewer
letters. Who writes it knows both: every item says its place among its neighbours with
`data-cx-place` (0 for what the other script does not have), and a group whose items belong to
another one there says with `data-cx-joins` the `id` of that one's name (`aria-labelledby`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cxguide.core.markup import EndTag, StartTag, pieces

__all__ = ["in_places"]

_PLACE, _JOINS, _NAME = "data-cx-place", "data-cx-joins", "aria-labelledby"


@dataclass(slots=True, eq=False)
class _Element:
    """An element with what is in it, its own tags included.

    Attributes:
        name: of the element; empty for the page.
        place: among the items around it; `None` for no item.
        joins: the name of the group that its items go to, or empty.
        group: the name of the group that it is, or empty.
        content: its text and elements.
    """

    name: str = ""
    place: int | None = None
    joins: str = ""
    group: str = ""
    content: list[str | _Element] = field(default_factory=list)

    @property
    def items(self) -> list[_Element]:
        """What is in it and has a place."""
        return [one for one in self.content if isinstance(one, _Element) and one.place is not None]

    def all(self) -> Iterator[_Element]:
        """The element and all elements in it, at any depth."""
        yield self
        for one in self.content:
            if isinstance(one, _Element):
                yield from one.all()

    def take(self, items: list[_Element]) -> None:
        """Take up the items of another group, behind its own."""
        last = max(at for at, one in enumerate(self.content) if one in self.items)
        for one in reversed(items):
            self.content[last + 1 : last + 1] = ["\n", one]

    def text(self) -> str:
        """Its text with the items in their places; what stands between them stays."""
        if self.place == 0:
            return ""
        items = self.items
        in_order = iter(sorted(items, key=lambda one: one.place or 0))
        return "".join(
            one if isinstance(one, str) else next(in_order).text() if one in items else one.text()
            for one in self.content
        )


def in_places(html: str) -> str:
    """A page whose marked items stand where their marks say; the marks are gone.

    >>> in_places('<ul><li data-cx-place="2">v</li> <li data-cx-place="1">c</li></ul>')
    '<ul><li>c</li> <li>v</li></ul>'
    """
    if _PLACE not in html:
        return html
    page = _read(html)
    groups = {one.group: one for one in page.all() if one.group and one.items}
    for one in list(page.all()):
        if one.joins in groups and groups[one.joins] is not one:
            groups[one.joins].take(one.items)
            one.content = []
    return page.text()


def _read(html: str) -> _Element:
    open_elements = [_Element()]
    for piece in pieces(html):
        if isinstance(piece, StartTag) and not piece.closes_itself:
            element = _element(piece)
            open_elements[-1].content.append(element)
            open_elements.append(element)
        elif isinstance(piece, EndTag) and any(one.name == piece.name for one in open_elements):
            while open_elements[-1].name != piece.name:
                open_elements.pop()
            open_elements.pop().content.append(piece.raw)
        else:
            open_elements[-1].content.append(piece.raw)
    return open_elements[0]


def _element(tag: StartTag) -> _Element:
    """An element that begins; its tag without the marks."""
    place = tag.value(_PLACE) or ""
    marks = [
        one
        for one in tag.attributes
        if (one.name == _PLACE and place.isdecimal()) or one.name == _JOINS
    ]
    raw = tag.raw
    for mark in reversed(marks):
        start, end = mark.whole
        raw = raw[:start] + raw[end:]
    return _Element(
        tag.name,
        int(place) if place.isdecimal() else None,
        tag.value(_JOINS) or "",
        tag.value(_NAME) or "",
        [raw],
    )
