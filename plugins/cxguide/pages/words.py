"""The words of a page without those that only help: anchors, drawings, tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxguide.core.markup import EndTag, Piece, StartTag, pieces

__all__ = ["pieces_without"]


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
