"""How long a page takes to read."""

from __future__ import annotations

import math
import re

from cxguide.core.markup import Piece, StartTag, Words, pieces, pieces_without

__all__ = ["minutes_to_read"]

WORDS_A_MINUTE = 200
"""A slow and thorough reader of such texts. Our own round figure: the page says "about"."""
THAI_LETTERS_A_WORD = 5
"""Thai has no spaces between words."""

_LIST = "data-cx-list"
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_NOT_READ = frozenset({"cx-calculator", "figure", "pre", "script", "style", "svg", "template"})
"""Parts of a page that people use rather than read."""


def minutes_to_read(content: str) -> int | None:
    """Whole minutes, at least one, for the text of a page; tools and maps in it are not counted.

    None for a page with a list to look things up in, which nobody reads from end to end.

    >>> minutes_to_read("<p>" + "word " * 201 + "</p><pre>more and more</pre>")
    2
    """
    if _LIST in content.lower() and any(_is_list(piece) for piece in pieces(content)):
        return None
    found = (piece.raw for piece in pieces_without(content, _is_not_read) if type(piece) is Words)
    text = " ".join(found)
    words = len(_WORD.findall(_THAI.sub(" ", text)))
    thai_words = len(_THAI.findall(text)) / THAI_LETTERS_A_WORD
    return max(1, math.ceil((words + thai_words) / WORDS_A_MINUTE))


def _is_not_read(tag: StartTag) -> bool:
    return tag.name in _NOT_READ


def _is_list(piece: Piece) -> bool:
    return isinstance(piece, StartTag) and piece.value(_LIST) is not None
