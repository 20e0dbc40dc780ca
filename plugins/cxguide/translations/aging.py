"""Sections of a translation that are older than the English ones, and may differ for that reason.

What a translation says of itself tells a change of English from a slip of a translator: where the
English words are others now, another table or picture is no fault, but work that waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cxguide.translations.sections import read_sections

if TYPE_CHECKING:
    from cxguide.translations.headings import Heading
    from cxguide.translations.page_source import PageShape

__all__ = ["Aging", "lines_of", "shared_order"]

_FINGERPRINT = re.compile(r"[0-9a-f]{7}")


class Aging:
    """What the markers of a translation say beside the English page of now."""

    def __init__(self, original: str, original_file: str) -> None:
        sections = read_sections(original, original_file).sections
        self._english = {one.id: one.fingerprint for one in sections if one.heading is not None}

    def is_old(self, heading: Heading) -> bool:
        """Whether a translated section was made from other words than English has under its id."""
        mark, wanted = heading.marker or "", self._english.get(heading.id or "")
        return wanted is not None and _is_fingerprint(mark) and mark != wanted

    def is_gone(self, heading: Heading, found: Iterable[str | None]) -> bool:
        """Whether English no longer has a translated section, under its own id or another.

        Args:
            heading: of the translation.
            found: ids that the translation has.
        """
        there = set(found)
        waiting = {mark for name, mark in self._english.items() if name not in there}
        mark = heading.marker or ""
        return heading.id not in self._english and _is_fingerprint(mark) and mark not in waiting

    def is_made_from(self, heading: Heading, section: str | None) -> bool:
        """Whether nothing speaks against a translated section being that English one."""
        mark = heading.marker or ""
        return not _is_fingerprint(mark) or mark == self._english.get(section or "")


def lines_of(page: PageShape, headings: Iterable[Heading]) -> frozenset[int]:
    """The lines of some sections of a page, counted from 1, and the one after the last of all."""
    starts = [heading.place.line for heading in page.headings]
    ends = [*starts[1:], page.line_count + 2]  # what misses at the end is told after the last line
    wanted = set(headings)
    return frozenset(
        line
        for heading, end in zip(page.headings, ends, strict=False)
        if heading in wanted
        for line in range(heading.place.line, end)
    )


def _is_fingerprint(mark: str) -> bool:
    return _FINGERPRINT.fullmatch(mark) is not None


def shared_order(translations: Iterable[PageShape]) -> tuple[str, ...]:
    """The ids of sections in the order of all translations, two at least; else nothing."""
    orders = [
        tuple(one.id for one in page.headings if one.id and not one.is_own) for page in translations
    ]
    return orders[0] if len(orders) > 1 and len(set(orders)) == 1 else ()
