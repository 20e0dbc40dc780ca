"""The words of a page that somebody reads as text, changed one by one where a language wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxguide.core.markup import StartTag, Words, pieces, step

__all__ = ["NOT_WORDS", "with_changed_words"]

NOT_WORDS = frozenset(
    ["code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "title", "var"]
)
"""Elements whose text nobody reads as words: code, formulas, pictures, what is typed."""
_KEPT = NOT_WORDS | {"button", "cx-w", "option", "output"}
"""No element may be added either where a script fills in plain text, nor where one is already."""
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
        step(open_elements, piece, _entered)
    return "".join(result)


def _entered(tag: StartTag, around: _Inside) -> _Inside:
    is_kept = tag.name in _KEPT or tag.value(_READ_AS_TEXT) is not None
    is_kept = is_kept or (tag.value("translate") or "").lower() == "no"
    return _Inside(tag.name, tag.value("lang") or around.language, around.is_read and not is_kept)
