"""What people read of a source: its words without markup, and where each of their signs stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from cxguide.core.places import Place
from cxguide.core.source_text import SourceText

__all__ = ["UNREAD", "Passage", "PassageText"]

UNREAD = "\ufffc"
"""Stands in a passage for what is seen there but not read: code, addresses, foreign words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, item, cell or short text.

    Attributes:
        source: what it stands in.
        text: what readers see of it; a line break of the source is one here.
        offsets: for each sign of `text`, the offset in the source.
        ends: for signs that more than one sign of the source stands for, where those end.
        section: id of the heading it belongs to, or the key of the short text.
        english: what it is the translation of, where its source says so.
    """

    source: SourceText
    text: str
    offsets: Sequence[int]
    ends: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    section: str = ""
    english: str = ""

    @classmethod
    def whole(cls, source: SourceText) -> Passage:
        """A text that has nothing but what is read."""
        return cls(source, source.text, range(len(source.text)))

    def place(self, at: int) -> Place:
        """Where a sign of the text stands."""
        return self.source.position(self.offsets[at])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where a part of the text goes in the source."""
        last = end - 1
        return self.offsets[start], self.ends.get(last, self.offsets[last] + 1)


@dataclass(slots=True)
class PassageText:
    """A passage while it is read, sign by sign."""

    signs: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)

    def copy(self, text: str, start: int, end: int) -> None:
        """Add a part of the source as it is written."""
        self.signs.extend(text[start:end])
        self.offsets.extend(range(start, end))

    def add(self, sign: str, start: int, end: int) -> None:
        """Add one sign for which a part of the source stands."""
        if end != start + 1:
            self.ends[len(self.signs)] = end
        self.signs.append(sign)
        self.offsets.append(start)

    def passage(self, source: SourceText, *, section: str = "", english: str = "") -> Passage:
        """What has been read, without the blanks around it."""
        first, last = 0, len(self.signs)
        while first < last and self.signs[first].isspace():
            first += 1
        while first < last and self.signs[last - 1].isspace():
            last -= 1
        ends = {at - first: end for at, end in self.ends.items() if first <= at < last}
        text, offsets = "".join(self.signs[first:last]), self.offsets[first:last]
        return Passage(source, text, offsets, ends, section, english)
