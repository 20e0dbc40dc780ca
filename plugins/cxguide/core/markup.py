"""HTML cut into pieces that give the same text again when put together.

Python's own parser decodes and drops what we want to keep byte for byte (and changes with
patch releases), so the pieces here are slices of the text: nothing can get lost between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Protocol, TypeVar

__all__ = [
    "Attribute",
    "EndTag",
    "Piece",
    "RawText",
    "StartTag",
    "Verbatim",
    "Words",
    "closed_by",
    "first_tag",
    "pieces",
    "pieces_without",
    "step",
]


@dataclass(frozen=True, slots=True)
class Words:
    """Text that people read, entities as written."""

    raw: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A comment, a declaration, or a stray sign."""

    raw: str


@dataclass(frozen=True, slots=True)
class RawText:
    """The content of a script or style element."""

    raw: str


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag; `name` in lower case."""

    raw: str
    name: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a start tag.

    Attributes:
        name: in lower case.
        value: as written, entities included; `""` without a value.
        start: where the value begins in the tag's text; -1 without a value.
        whole: first and last position of the attribute with the blanks before it.
    """

    name: str
    value: str
    start: int
    whole: tuple[int, int]


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag; `name` in lower case."""

    raw: str
    name: str

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """In order; read when they are asked for, which is seldom."""
        return _attributes(self.raw)

    @property
    def closes_itself(self) -> bool:
        """Whether it has no content: a void element, or written with a slash."""
        return self.raw.endswith("/>") or self.name in _VOID

    def value(self, name: str) -> str | None:
        """The value of an attribute as written, or `None` without the attribute."""
        if name not in self.raw.lower():
            return None
        for attribute in _attributes(self.raw):
            if attribute.name == name:
                return attribute.value
        return None


Piece = Words | Verbatim | RawText | StartTag | EndTag

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


class _Content(Enum):
    RAW = "raw"
    WORDS = "words"


_SPECIAL_CONTENT = {
    "script": _Content.RAW,
    "style": _Content.RAW,
    "textarea": _Content.WORDS,
    "title": _Content.WORDS,
}

_BEGIN = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z])")
_START_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""\s+(?P<name>[^\s"'<>/=]++)
        (?:\s*=\s*(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'=<>`]++)))?""",
    re.VERBOSE,
)


def pieces(html: str) -> Iterator[Piece]:
    """The text in pieces, in order; joining their `raw` gives the text back.

    A `<` that begins nothing is part of the words around it.

    >>> [piece.raw for piece in pieces('a < b<br>')]
    ['a < b', '<br>']
    """
    at = 0
    while (begin := _BEGIN.search(html, at)) is not None:
        if begin.start() > at:
            yield Words(html[at : begin.start()])
        piece = _piece(html, begin.start(), begin[0])
        yield piece
        at = begin.start() + len(piece.raw)
        if not isinstance(piece, StartTag) or piece.name not in _SPECIAL_CONTENT:
            continue
        if not piece.closes_itself and (end := _end_of(piece.name, html, at)) > at:
            is_raw = _SPECIAL_CONTENT[piece.name] is _Content.RAW
            yield RawText(html[at:end]) if is_raw else Words(html[at:end])
            at = end
    if at < len(html):
        yield Words(html[at:])


def pieces_without(html: str, is_left_out: Callable[[StartTag], bool]) -> Iterator[Piece]:
    """The pieces of a page that stand in no element that is left out.

    >>> found = pieces_without("a<i><i></i>b</i><b>c</b>", lambda tag: tag.name == "i")
    >>> "".join(piece.raw for piece in found)
    'a<b>c</b>'
    """
    inside, depth = "", 0
    for piece in pieces(html):
        if depth:
            if isinstance(piece, StartTag) and piece.name == inside and not piece.closes_itself:
                depth += 1
            elif isinstance(piece, EndTag) and piece.name == inside:
                depth -= 1
        elif isinstance(piece, StartTag) and is_left_out(piece):
            if not piece.closes_itself:
                inside, depth = piece.name, 1
        else:
            yield piece


def first_tag(pattern: re.Pattern[str], html: str) -> StartTag | None:
    """The start tag that a pattern finds first; `None` where it finds none.

    >>> tag = first_tag(re.compile("<html[^>]*>"), "<!doctype html><html lang=cs>")
    >>> tag and tag.value("lang")
    'cs'
    """
    found = pattern.search(html)
    tag = next(pieces(found[0]), None) if found is not None else None
    return tag if isinstance(tag, StartTag) else None


class Named(Protocol):
    """An open element, by its name in lower case."""

    @property
    def name(self) -> str: ...


_Open = TypeVar("_Open", bound=Named)


def closed_by(end: EndTag, open_elements: Sequence[Named]) -> int | None:
    """Index of the innermost open element that a tag ends; `None` for one that ends nothing."""
    for at in range(len(open_elements) - 1, -1, -1):
        if open_elements[at].name == end.name:
            return at
    return None


def step(
    open_elements: list[_Open], piece: Piece, entered: Callable[[StartTag, _Open], _Open]
) -> None:
    """Enter or leave an element, if a piece does.

    Args:
        open_elements: the innermost last; the first one is around everything, and stays.
        piece: what stands next.
        entered: what holds inside an element, by its tag and what holds around it.
    """
    if isinstance(piece, EndTag):
        if at := closed_by(piece, open_elements):
            del open_elements[at:]
    elif isinstance(piece, StartTag) and not piece.closes_itself:
        open_elements.append(entered(piece, open_elements[-1]))


def _piece(html: str, start: int, begin: str) -> Verbatim | EndTag | StartTag:
    """The tag, comment or declaration at a place; as in browsers, an open one takes the rest."""
    if begin == "<!--":
        # From the second sign on: "<!-->" is a whole comment.
        end = html.find("-->", start + 2)
        return Verbatim(html[start:] if end < 0 else html[start : end + 3])
    if begin[1] in "!?/":
        end = html.find(">", start)
        raw = html[start:] if end < 0 else html[start : end + 1]
        return _end_tag(raw) if begin[1] == "/" else Verbatim(raw)
    tag = _START_TAG.match(html, start)
    return Verbatim(html[start:]) if tag is None else _start_tag(tag[0])


@lru_cache(maxsize=4096)  # a few hundred tags make up most of a page
def _start_tag(raw: str) -> StartTag:
    name = _NAME.match(raw, 1)
    return StartTag(raw, name[0].lower() if name is not None else "")


@lru_cache(maxsize=4096)
def _end_tag(raw: str) -> EndTag | Verbatim:
    name = _NAME.match(raw, 2)
    return EndTag(raw, name[0].lower()) if name is not None else Verbatim(raw)


def _end_of(name: str, html: str, start: int) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    return match.start() if match else len(html)


@lru_cache(maxsize=4096)
def _attributes(raw: str) -> tuple[Attribute, ...]:
    found = []
    for match in _ATTRIBUTE.finditer(raw):
        group = next((name for name in ("double", "single", "bare") if match[name] is not None), "")
        found.append(
            Attribute(
                match["name"].lower(),
                match[group] if group else "",
                match.start(group) if group else -1,
                match.span(),
            )
        )
    return tuple(found)
