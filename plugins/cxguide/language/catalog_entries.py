"""The passages of a catalog: its translations, each with its key and its English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cxguide.core.passages import UNREAD, Passage, PassageText
from cxguide.core.source_text import SourceText

__all__ = ["catalog_passages"]

_LINE = re.compile(r'^(?P<keyword>msgctxt|msgid|msgstr)?(?:_plural|\[\d+\])?[ \t]*"', re.M)
_PART = re.compile(r'\\(?P<escaped>.)|(?P<unread>\{[^\s{}"]*\}|(?:https?://|www\.)[^\s<>()"]+)')
_ESCAPED = {"n": "\n", "t": "\t"}


def catalog_passages(source: SourceText) -> tuple[Passage, ...]:
    """The translations of a catalog, in the order of the file; those that are gone left out."""
    return tuple(passage for passage in _passages(source) if passage.text)


@dataclass(slots=True)
class _Entry:
    """The parts of an entry that have been read."""

    msgctxt: PassageText = field(default_factory=PassageText)
    msgid: PassageText = field(default_factory=PassageText)
    msgstr: PassageText = field(default_factory=PassageText)

    def ended(self, source: SourceText) -> Passage:
        """Its translation; that of the header is empty."""
        key, english = "".join(self.msgctxt.signs), "".join(self.msgid.signs)
        translation = self.msgstr if key or english else PassageText()
        return translation.passage(source, section=key, english=english)


def _passages(source: SourceText) -> Iterator[Passage]:
    entry, part = _Entry(), ""
    for line in _LINE.finditer(source.text):
        keyword = line["keyword"] or part
        if line["keyword"] and part == "msgstr" and keyword != "msgstr":
            yield entry.ended(source)
            entry = _Entry()
        elif line["keyword"] == "msgstr" and part == "msgstr":  # another plural form
            yield entry.ended(source)
            entry.msgstr = PassageText()
        part = keyword
        end = source.text.find("\n", line.end())
        last = source.text.rfind('"', line.end(), end if end >= 0 else None)
        if part:
            _read(getattr(entry, part), source.text, line.end(), max(line.end(), last))
    yield entry.ended(source)


def _read(into: PassageText, text: str, start: int, end: int) -> None:
    at = start
    for found in _PART.finditer(text, start, end):
        into.copy(text, at, found.start())
        at = found.end()
        escaped = found["escaped"]
        into.add(_ESCAPED.get(escaped, escaped) if escaped else UNREAD, found.start(), at)
    into.copy(text, at, end)
