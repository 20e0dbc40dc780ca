"""Texts that are longer than the room they have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog

from cxguide.core.catalogs import Message
from cxguide.core.places import Place, SourceError

__all__ = ["length", "long_texts", "long_translations"]


def length(text: str) -> int:
    """How many characters are seen: marks above and below letters take no room.

    >>> length("ที่นี่"), length("Košík")
    (2, 5)
    """
    return sum(unicodedata.category(sign) not in {"Mn", "Cf"} for sign in text)


def long_texts(messages: Iterable[Message]) -> Iterator[SourceError]:
    """The English texts that are too long, at their places."""
    for message in messages:
        if message.at_most and length(message.english) > message.at_most:
            yield _fault(message.english, message.at_most, message.place)


def long_translations(
    messages: Iterable[Message], catalog: Catalog, file: str
) -> Iterator[SourceError]:
    """The translations that are too long, at their lines in the catalog."""
    entries = {entry.context: entry for entry in catalog if entry.context}
    for message in messages:
        entry = entries.get(message.key)
        if entry is None or not message.at_most:
            continue
        text = str(entry.string or "")
        if length(text) > message.at_most:
            yield _fault(text, message.at_most, Place(file, entry.lineno or 1))


def _fault(text: str, at_most: int, place: Place) -> SourceError:
    return SourceError(
        place,
        f"{length(text)} characters, where at most {at_most} have room: {text!r}",
        fix="say it shorter",
    )
