"""The quotation marks and apostrophes of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxguide.core.quotes import Quotes

__all__ = ["wrong_quotes"]

_MARK = re.compile("[\"'„“”]")
_BEFORE_OPENING = " \t\n\xa0([{/—–-−"

Wrong = tuple[tuple[int, int], str, str]
"""From where to where a mark goes, what must stand there, and what is wrong."""


def wrong_quotes(text: str, quotes: Quotes) -> Iterator[Wrong]:
    """The marks of a text that are not those of its language.

    A mark opens where a quotation can begin and something follows. Straight marks after a digit,
    with no quotation to close, are inches, feet and minutes.
    """
    before_opening = {*_BEFORE_OPENING, "", quotes.opening, quotes.single[0]} - {"’"}
    depth, last, mended = 0, -1, ""
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        before = mended if last == at - 1 else text[at - 1 : at]  # it must not need mending twice
        after = text[at + 1 : at + 2]
        opens = before in before_opening and after.strip() != ""
        is_measure = before.isdigit() and (depth <= 0 or mark == "'")
        if mark == "'":
            right = mark if is_measure else _single(before, after, quotes, opens=opens)
        elif mark == '"' and is_measure:
            right = mark
        else:
            right = _double(mark, quotes, opens=opens)
            depth += 1 if right == quotes.opening else -1
        last, mended = at, right
        if right != mark:
            kind = "straight" if mark in "\"'" else "foreign"
            yield found.span(), right, f"a {kind} quotation mark in {{around!r}}"


def _double(mark: str, quotes: Quotes, *, opens: bool) -> str:
    """The mark that was meant: one that opens in one language closes in another."""
    if mark != "“" and mark in {quotes.opening, quotes.closing}:
        return mark
    if opens:
        return quotes.opening
    return mark if mark in quotes.also_closing else quotes.closing


def _single(before: str, after: str, quotes: Quotes, *, opens: bool) -> str:
    if before.isalpha() and after.isalpha():
        return "’"
    return quotes.single[0] if opens else quotes.single[1]
