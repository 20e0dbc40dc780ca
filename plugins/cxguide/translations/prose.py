"""The words of a page, with the line each stands in, whatever the markup around them.

What a fingerprint is made of. Left out is what is compared live or nobody reads: fences, comments,
tags of HTML, targets of links, paths of pictures, attributes in braces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["lines_of_prose", "words_in"]

# Indented code would swallow what stands in admonitions and tabs; guides have fences for code.
_READER = MarkdownIt("commonmark").enable("table").disable("code")

_CONTAINER = re.compile(
    r'^([ \t>]*)(?:[!?]{3}\+?|===[+!]*|///)[ \t]*[\w -]*(?:"([^"]*)")?.*$', re.M
)
"""The line that opens an admonition or a tab; its title is prose."""
_DEFINITION = re.compile(r"^([ \t>]*)(?:\[\^[^\]\n]+\]|\*\[[^\]\n]+\]):", re.M)
"""The label of a footnote, or the abbreviation that a text explains."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>|\]\([^)\s]*\)|[*_`]")
"""Tags, and of the Markdown between them what is no word."""
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
_ATTRIBUTES = re.compile(
    r"""\{:?[ ]*(?:[#.][\w.:-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+))(?:\s+[^{}\n]*)?\}"""
)
_SIGN = re.compile(r"[^\w\s]|_")
_KEPT = frozenset("%‰")
"""Signs of punctuation, to Unicode, that change what a number means."""


def words_in(text: str) -> tuple[str, ...]:
    """The words and meaningful signs of a text without its punctuation.

    >>> words_in("From −6.8 to 49.6: it's -5 %, a well-known case.")
    ('From', '−6', '8', 'to', '49', '6', 'it', 's', '-5', '%', 'a', 'well', 'known', 'case')
    """
    text = unicodedata.normalize("NFC", text)
    return tuple(_SIGN.sub(lambda sign: _kept(sign, text), text).split())


def lines_of_prose(text: str) -> Iterator[tuple[int, str]]:
    """The first line of each block of a page, counted from 1, and what readers see of it.

    Args:
        text: Markdown without front matter, or with it blanked.
    """
    plain = _DEFINITION.sub(r"\1", _CONTAINER.sub(r"\1\2", text))
    for token in _READER.parse(plain):
        if token.map is None:
            continue
        if token.type == "inline":
            yield token.map[0] + 1, _ATTRIBUTES.sub(" ", _shown(token))
        elif token.type == "html_block":  # Markdown in HTML, or words between tags
            yield token.map[0] + 1, _TAG.sub(" ", _COMMENT.sub(" ", token.content))


def _shown(block: Token) -> str:
    shown: list[str] = []
    for token in block.children or ():
        if token.type in {"softbreak", "hardbreak"}:
            shown.append("\n")
        elif token.type == "image":
            shown.append(_shown(token))
        elif token.type != "html_inline":
            shown.append(token.content)
    return _REFERENCE.sub(" ", "".join(shown))


def _kept(sign: re.Match[str], text: str) -> str:
    found = sign[0]
    at = sign.start()
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    is_minus = found == "-" and after.isdigit() and not before.isalnum()
    # Marks belong to letters: Thai vowels and tones are such.
    is_meant = unicodedata.category(found)[0] in "MS" or found in _KEPT
    return found if is_minus or is_meant else " "
