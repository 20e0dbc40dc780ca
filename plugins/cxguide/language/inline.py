"""What readers see of a stretch of Markdown: its words, without the signs that shape them."""

from __future__ import annotations

import html
import re

from cxguide.core.passages import UNREAD, PassageText

__all__ = ["HIDDEN", "read_inline"]

HIDDEN = "\0"
"""Fills the place of what is not read: comments, code, foreign words."""

_MARKUP = re.compile(
    r"""
    (?P<gone>\0+)
    |\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<entity>&\#?\w+;)
    |(?P<break><br\b[^<>]*>)
    |(?P<markup>
        \[\^[^\]\n]+\]:?                                    # a note and the sign that leads to it
        |!?\[                                               # begin of a link or a picture
        |\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)            # where it leads
        |\]\[[^\]\n]*\]
        |\]
        |\{:?[ ]*(?:[#.]|[\w-]+=)[^}\n]*\}                  # attributes
        |</?[A-Za-z][^<>]*>
        |(?<!\s)\*{1,3}|\*{1,3}(?!\s)
        |(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)
        |~~|\^\^|==(?=\S)
    )
    |(?P<unread>
        \{[^\s{}]*\}                                        # a placeholder
        |<[^<>\s]+>
        |(?:https?://|www\.)[^\s<>()\[\]]+
        |[\w.+-]+@[\w-]+\.[\w.-]+\w
        |(?<![\w:]):[a-z][\w+-]*:(?![\w:])                  # an icon
    )
    """,
    re.VERBOSE,
)


def read_inline(into: PassageText, text: str, start: int, end: int) -> None:
    """Add what readers see of a part of a text, in which `HIDDEN` fills what they must not."""
    at = start
    for found in _MARKUP.finditer(text, start, end):
        into.copy(text, at, found.start())
        at = found.end()
        kind = found.lastgroup
        if kind == "escaped":
            into.add(found["escaped"], found.start(), at)
        elif kind == "entity":
            _add_entity(into, found)
        elif kind == "break":
            into.add("\n", found.start(), at)
        elif kind == "unread":
            into.add(UNREAD, found.start(), at)
    into.copy(text, at, end)


def _add_entity(into: PassageText, found: re.Match[str]) -> None:
    sign = html.unescape(found[0])
    if sign == found[0]:  # no entity: R&D;
        into.copy(found.string, found.start(), found.end())
    elif sign != "\xad":  # a soft hyphen is seen only where a line ends
        into.add(sign[0], found.start(), found.end())
