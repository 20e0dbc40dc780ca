"""A part of a page as a tree, without what only serves its use on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from cxguide.core.built_pages import from_main_part
from cxguide.core.markup import EndTag, StartTag, Words, closed_by, pieces_without

__all__ = ["Content", "Element", "main_part"]

_NEVER = frozenset(
    [
        "button", "canvas", "form", "iframe", "link", "nav", "noscript", "object", "script",
        "select", "style", "template", "textarea",
    ]
)  # fmt: skip
_NOT_SAID = frozenset(
    [
        "cx-builder",  # makes code in the browser
        "cx-chart-across",
        "cx-chart-title",  # the picture below it says it as well
        "cx-figure-narrow",  # the same picture again
        "cx-formula--symbols",  # the same formula again
        "cx-map-legend",
        "cx-map-words",  # a summary of what the copy has in full
        "cx-not-loaded",
        "cx-page-actions",
        "cx-page-facts",  # the head of the copy says them
        "headerlink",
        "md-content__button",
        "md-source-file",
    ]
)
_SAID_AFTER_ALL = frozenset({"cx-legend--always"})
"""Hidden from the ear, which hears the names instead of the letters of a formula."""
_CLOSED_BY = {
    "dd": {"dd", "dt"}, "dt": {"dd", "dt"}, "li": {"li"}, "option": {"option"},
    "td": {"td", "th", "tr"}, "th": {"td", "th", "tr"}, "tr": {"tr"},
}  # fmt: skip
"""What ends an element that nobody has closed."""


@dataclass(slots=True)
class Element:
    """An element and what is in it; texts are as people read them, without entities.

    Attributes:
        name: of the element, in lower case.
        attributes: by name.
        content: texts and elements, in order.
        classes: names of its classes.
    """

    name: str
    attributes: Mapping[str, str]
    content: Content = field(default_factory=list)
    classes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if "class" in self.attributes:
            self.classes = frozenset(self.attributes["class"].split())

    def get(self, name: str) -> str:
        """The value of an attribute, `""` without it."""
        return self.attributes.get(name, "")

    def all(self, *names: str) -> Iterator[Element]:
        """The elements in it with one of the names, in order; not those inside of them."""
        for one in self.content:
            if isinstance(one, Element):
                if one.name in names:
                    yield one
                else:
                    yield from one.all(*names)

    @property
    def text(self) -> str:
        """All text in it, with its blanks as written."""
        return "".join(one if isinstance(one, str) else one.text for one in self.content)


Content = list["Element | str"]


_CUT = re.compile(
    r"""<(?P<name>template|select|script|style|nav|svg(?=[^>]*\saria-hidden="true"))(?=[\s>])"""
)


def main_part(page: str) -> Element:
    """What a page says: without the bar above it, the menus beside it and the foot below it.

    Tools, ornaments and what is hidden are left out.
    """
    root = Element("", {})
    _read(_cut(from_main_part(page)), root)
    return root


def _cut(html: str) -> str:
    """The text without large elements that the tree leaves out anyway: half of most pages."""
    kept, done = [], 0
    while (found := _CUT.search(html, done)) is not None:
        kept.append(html[done : found.start()])
        depth, end = 0, len(html)
        for tag in re.compile(rf"<(/?){found['name']}(?=[\s>])").finditer(html, found.start()):
            depth += -1 if tag[1] else 1
            if not depth:
                end = html.find(">", tag.end()) + 1 or len(html)
                break
        done = end
    return "".join([*kept, html[done:]])


def _read(html: str, root: Element) -> None:
    """Put the first element of the text, or the whole text if it begins with none, into `root`."""
    open_elements = [root]
    is_one = html.startswith("<")  # the main part, after which comes the foot of the page
    for piece in pieces_without(html, _is_left_out):
        if isinstance(piece, Words):
            open_elements[-1].content.append(unescape(piece.raw))
        elif isinstance(piece, StartTag):
            element = Element(
                piece.name, {one.name: unescape(one.value) for one in piece.attributes}
            )
            if piece.name in _CLOSED_BY.get(open_elements[-1].name, ()):
                open_elements.pop()
            open_elements[-1].content.append(element)
            if not piece.closes_itself:
                open_elements.append(element)
        elif isinstance(piece, EndTag):
            if at := closed_by(piece, open_elements):
                del open_elements[at:]
            if is_one and len(open_elements) == 1:
                return


def _is_left_out(tag: StartTag) -> bool:
    if tag.name in _NEVER:
        return True
    classes = frozenset((tag.value("class") or "").split())
    if not tag.attributes or classes & _SAID_AFTER_ALL:
        return False
    return (
        not _NOT_SAID.isdisjoint(classes)
        or tag.value("aria-hidden") == "true"
        or tag.value("hidden") not in {None, "until-found"}
        or (tag.name == "input" and tag.value("type") != "checkbox")
    )
