"""What a page gives to a book: its main part, and the styles that it is shown with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from cxguide.core.markup import EndTag, Piece, RawText, StartTag, closed_by, pieces, pieces_without

__all__ = ["PagePart", "part_of"]

_NOT_PRINTED = frozenset(["base", "iframe", "link", "meta", "noscript", "script", "template"])


_MAIN: tuple[Callable[[StartTag], bool], ...] = (
    lambda tag: tag.name == "article",
    lambda tag: tag.value("role") == "main",
    lambda tag: tag.name == "main",
    lambda tag: tag.name == "body",
)
"""What says that it is the main part, the most exact first."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """A page without what is around it.

    Attributes:
        root: the `html` element.
        body: the `body` element.
        around: the elements between `body` and the main part, the outermost first: styles ask
            for them.
        main: the pieces of the main part, its own tags included; no scripts.
        ids: every id in it.
        sheets: the links to style sheets in the head of the page.
        styles: what stands in the head as styles.
    """

    root: StartTag
    body: StartTag
    around: tuple[StartTag, ...]
    main: tuple[Piece, ...]
    ids: frozenset[str]
    sheets: tuple[StartTag, ...]
    styles: tuple[str, ...]


def part_of(page: str) -> PagePart:
    """The main part of a page: its first article, or else what it calls its main part.

    >>> part = part_of("<body><nav>Menu</nav><main><article id=a>Text</article></main></body>")
    >>> "".join(piece.raw for piece in part.main), [tag.name for tag in part.around]
    ('<article id=a>Text</article>', ['main'])
    """
    found = tuple(pieces(page))
    at = _start(found)
    around = _open_at(found, at)
    shown = "".join(piece.raw for piece in found[at : _end(found, at)])
    main = tuple(pieces_without(shown, lambda tag: tag.name in _NOT_PRINTED))
    ids = frozenset(
        value
        for piece in main
        if isinstance(piece, StartTag)
        for name in (("id", "name") if piece.name == "a" else ("id",))
        if (value := piece.value(name))
    )
    head = list(takewhile(lambda piece: not _is_start(piece, "body"), found))
    return PagePart(
        next((one for one in around if one.name == "html"), _tag("<html>")),
        next((one for one in around if one.name == "body"), _tag("<body>")),
        tuple(one for one in around if one.name not in {"html", "body"}),
        main,
        ids,
        tuple(piece for piece in head if isinstance(piece, StartTag) and _is_sheet(piece)),
        tuple(_styles(head)),
    )


def _tag(raw: str) -> StartTag:
    return StartTag(raw, raw.strip("<>"))


def _is_start(piece: Piece, name: str) -> bool:
    return isinstance(piece, StartTag) and piece.name == name


def _start(found: Sequence[Piece]) -> int:
    """Where the main part begins; 0 in a text that has none."""
    tags = [(at, piece) for at, piece in enumerate(found) if isinstance(piece, StartTag)]
    for is_main in _MAIN:
        for at, tag in tags:
            if is_main(tag):
                return at
    return 0


def _open_at(found: Sequence[Piece], at: int) -> tuple[StartTag, ...]:
    """The elements that are open where the main part begins."""
    inside: list[StartTag] = []
    for piece in found[:at]:
        if isinstance(piece, StartTag) and not piece.closes_itself:
            inside.append(piece)
        elif isinstance(piece, EndTag) and (index := closed_by(piece, inside)) is not None:
            del inside[index:]
    return tuple(inside)


def _end(found: Sequence[Piece], at: int) -> int:
    """Behind the end of the element that begins at a place."""
    first, depth = found[at], 0
    name = first.name if isinstance(first, StartTag) else ""
    for index in range(at, len(found)):
        piece = found[index]
        if isinstance(piece, StartTag) and piece.name == name and not piece.closes_itself:
            depth += 1
        elif isinstance(piece, EndTag) and piece.name == name:
            depth -= 1
            if not depth:
                return index + 1
    return len(found)


def _is_sheet(tag: StartTag) -> bool:
    return tag.name == "link" and "stylesheet" in (tag.value("rel") or "").split()


def _styles(head: Sequence[Piece]) -> Iterator[str]:
    for before, piece in pairwise(head):
        if isinstance(piece, RawText) and _is_start(before, "style"):
            yield piece.raw
