"""What a page gives to a book: its main part, and the styles that it is shown with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from cxguide.core.built_pages import main_part
from cxguide.core.markup import EndTag, Piece, RawText, StartTag, closed_by, pieces, pieces_without

__all__ = ["PagePart", "part_of"]

_NOT_PRINTED = frozenset(["base", "iframe", "link", "meta", "noscript", "script", "template"])


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
    """What a page gives to a book.

    >>> part = part_of("<body><nav>Menu</nav><main><article id=a>Text</article></main></body>")
    >>> "".join(piece.raw for piece in part.main), [tag.name for tag in part.around]
    ('<article id=a>Text</article>', ['main'])
    """
    shown = main_part(page)
    around = _left_open(pieces(page[: shown.start]))
    main = tuple(pieces_without(page[shown], lambda tag: tag.name in _NOT_PRINTED))
    ids = frozenset(
        value
        for piece in main
        if isinstance(piece, StartTag)
        for name in (("id", "name") if piece.name == "a" else ("id",))
        if (value := piece.value(name))
    )
    head = list(takewhile(lambda piece: not _is_start(piece, "body"), pieces(page)))
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


def _left_open(found: Iterable[Piece]) -> tuple[StartTag, ...]:
    """The elements that are still open behind the pieces, the outermost first."""
    inside: list[StartTag] = []
    for piece in found:
        if isinstance(piece, StartTag) and not piece.closes_itself:
            inside.append(piece)
        elif isinstance(piece, EndTag) and (index := closed_by(piece, inside)) is not None:
            del inside[index:]
    return tuple(inside)


def _is_sheet(tag: StartTag) -> bool:
    return tag.name == "link" and "stylesheet" in (tag.value("rel") or "").split()


def _styles(head: Sequence[Piece]) -> Iterator[str]:
    for before, piece in pairwise(head):
        if isinstance(piece, RawText) and _is_start(before, "style"):
            yield piece.raw
