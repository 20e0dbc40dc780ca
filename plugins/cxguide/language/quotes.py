"""The quotation marks and apostrophes of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cxguide.core.quotes import Quotes
from cxguide.core.thai import THAI

__all__ = ["wrong_quotes"]

_DOUBLE, _SINGLE = '"„“”«»', "'‚‘’‹›"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_BEFORE_OPENING = " \t\n\xa0([{/—–-−"
_LEFT_OUT = re.compile(r"(?<!\w)'n'(?!\w)|(?<!\w)'(?=\d\ds?(?!\w)[^']*\Z)")
"""Apostrophes before a word: rock 'n' roll, since '08. A later mark could end a quotation."""

Wrong = tuple[tuple[int, int], str, str]
"""From where to where a mark goes, what must stand there, and what is wrong."""


def wrong_quotes(text: str, quotes: Quotes) -> Iterator[Wrong]:
    """The marks of a text that are not those of its language.

    A mark opens where a quotation can begin and something follows; between two Thai letters, when
    none is open. Straight marks after a digit, with no quotation to close, are inches, feet and
    minutes.
    """
    apostrophes = {
        at for one in _LEFT_OUT.finditer(text) for at in range(*one.span()) if text[at] == "'"
    }
    reader = _Reader(quotes)
    last, mended = -1, ""
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        before = mended if last == at - 1 else text[at - 1 : at]  # it must not need mending twice
        right = "’" if at in apostrophes else reader.right(mark, before, text[at + 1 : at + 2])
        last, mended = at, right
        if right != mark:
            kind = "straight" if mark in "\"'" else "foreign"
            yield found.span(), right, f"a {kind} quotation mark in {{around!r}}"


@dataclass(slots=True)
class _Reader:
    """A text while its marks are read.

    Attributes:
        quotes: of its language.
        depth: of the quotations that are open; below 0 where more have ended than begun.
        is_single_open: a quotation in a quotation has begun.
    """

    quotes: Quotes
    depth: int = 0
    is_single_open: bool = False

    def right(self, mark: str, before: str, after: str) -> str:
        """The mark that must stand between two signs, in place of the one that does."""
        return (self._double if mark in _DOUBLE else self._single)(mark, before, after)

    def _double(self, mark: str, before: str, after: str) -> str:
        is_open = self.depth > 0
        if mark == '"' and before.isdigit() and not is_open:
            return mark
        right = self._meant(mark, opens=self._opens(before, after, is_open=is_open))
        self.depth += 1 if right == self.quotes.opening else -1
        return right

    def _meant(self, mark: str, *, opens: bool) -> str:
        """The mark that was meant: one that opens in one language closes in another."""
        quotes = self.quotes
        if mark != "“" and mark in {quotes.opening, quotes.closing}:
            return mark
        if opens:
            return quotes.opening
        return mark if mark in quotes.also_closing else quotes.closing

    def _single(self, mark: str, before: str, after: str) -> str:
        opening, closing = tuple(self.quotes.single)
        if mark == "'" and before.isdigit() and not self.is_single_open:
            return mark
        is_inside = before.isalpha() and after.isalpha() and not THAI.match(before)
        opens = self._opens(before, after, is_open=self.is_single_open)
        if is_inside or (opens and mark == "’"):
            return "’"
        if opens:
            self.is_single_open = True
            return opening
        was_open, self.is_single_open = self.is_single_open, False
        return closing if was_open else "’"

    def _opens(self, before: str, after: str, *, is_open: bool) -> bool:
        quotes = self.quotes
        can_begin = {*_BEFORE_OPENING, "", quotes.opening, quotes.single[0]} - {"’"}
        is_between = not is_open and THAI.match(before) is not None
        return (before in can_begin or is_between) and after.strip() != ""
