"""The words of a page that somebody reads as text, changed one by one where a language wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxguide.core.markup import EndTag, Piece, StartTag, Words, closed_by, pieces

__all__ = ["with_changed_words"]

_NOT_WORDS = frozenset(
    [
        *("button", "code", "cx-w", "kbd", "math", "option", "output", "pre", "samp", "script"),
        *("style", "svg", "textarea", "title", "var"),
    ]
)
"""Code; what holds nothing but text, or has been looked at; what a script fills."""
_READ_AS_TEXT = "data-cx-security"
"""On the template of which a script takes the text alone, for a field."""


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds for the content of an element.

    Attributes:
        name: of the element.
        language: of its words.
        is_read: its words are words.
    """

    name: str
    language: str
    is_read: bool = True


def with_changed_words(html: str, tag: str, change: Callable[[str, str], str]) -> str:
    """The page with other words; every other byte stays.

    Args:
        html: a page, or a part of one.
        tag: language of what no `lang` says otherwise for.
        change: takes words as they are written, between two tags, and their language, and gives
            back HTML.
    """
    open_elements = [_Inside("", tag)]
    result = []
    for piece in pieces(html):
        inside = open_elements[-1]
        is_read = isinstance(piece, Words) and inside.is_read
        result.append(change(piece.raw, inside.language) if is_read else piece.raw)
        _step(open_elements, piece)
    return "".join(result)


def _step(open_elements: list[_Inside], piece: Piece) -> None:
    """Enter or leave an element."""
    if isinstance(piece, EndTag):
        if at := closed_by(piece, open_elements):
            del open_elements[at:]
    elif isinstance(piece, StartTag) and not piece.closes_itself:
        around = open_elements[-1]
        is_kept = (piece.value("translate") or "").lower() == "no"
        is_kept = is_kept or piece.value(_READ_AS_TEXT) is not None
        is_read = around.is_read and not is_kept and piece.name not in _NOT_WORDS
        open_elements.append(_Inside(piece.name, piece.value("lang") or around.language, is_read))
