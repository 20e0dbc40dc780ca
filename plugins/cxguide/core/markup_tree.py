"""Markup as data that `calculators/element/markup.js` builds without a parser."""

from __future__ import annotations

import re
from html import unescape

from cxguide.core.markup import Attribute, EndTag, RawText, StartTag, Words, pieces

__all__ = ["Tree", "markup_tree"]

Tree = list["str | dict[str, str] | Tree"]
"""`[name, attributes, *parts]`; a part is a text or a tree."""

_BLANKS = re.compile(r"[ \t\n\f\r]+")
"""What HTML takes for blanks: a space that does not break is none."""


def markup_tree(html: str, parts: frozenset[str] = frozenset()) -> Tree:
    """The one element that the markup is.

    Runs of blanks become one, and blanks that hold a line break between two tags go: there is no
    preformatted text in what we build. Comments go too.

    Args:
        html: one element, all of whose elements are closed.
        parts: classes that are also names of parts, by which a page outside can style them.

    >>> markup_tree('<p class="a">x &lt; <b>y</b></p>')
    ['p', {'class': 'a'}, 'x < ', ['b', {}, 'y']]
    """
    root: Tree = []
    open_trees = [root]
    for piece in pieces(html):
        match piece:
            case StartTag():
                attributes = {
                    _as_written(piece, one): unescape(one.value) for one in piece.attributes
                }
                named = parts.intersection(attributes.get("class", "").split())
                if named:
                    attributes["part"] = " ".join(sorted(one.removeprefix("cx-") for one in named))
                tree: Tree = [_name(piece), attributes]
                open_trees[-1].append(tree)
                if not piece.closes_itself:
                    open_trees.append(tree)
            case EndTag():
                open_trees.pop()
            case Words(raw) if not (raw.isspace() and "\n" in raw):
                open_trees[-1].append(_BLANKS.sub(" ", unescape(raw)))
            case RawText(raw):
                open_trees[-1].append(raw)
    (only,) = root
    assert isinstance(only, list)
    return only


# Names of SVG know capitals.


def _name(tag: StartTag) -> str:
    return tag.raw[1 : 1 + len(tag.name)]


def _as_written(tag: StartTag, attribute: Attribute) -> str:
    return tag.raw[slice(*attribute.whole)].lstrip()[: len(attribute.name)]
