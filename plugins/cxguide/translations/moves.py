"""Which translation belongs to which text, where texts of a list have changed places.

The items of a list have their position for a key, so that an item taken out, put in or moved
changes the keys of those behind it. Their English says which is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Message as Entry

__all__ = ["entries_of_texts", "list_of"]

_ITEM = re.compile(r"(?P<list>.*/)\d+(?P<category>#\w+)?")
_ALIKE = 0.6
"""How much of two English texts is the same if one was reworded: with less, they are two."""


def list_of(key: str) -> str | None:
    """The list that the key is an item of; nothing for other keys.

    >>> list_of("journey/clinic/stages/booking/actions/2")
    'journey/clinic/stages/booking/actions/'
    """
    found = _ITEM.fullmatch(key)
    return found["list"] + (found["category"] or "") if found else None


def entries_of_texts(
    texts: Mapping[str, str], entries: Iterable[Entry], obsolete: Iterable[Entry]
) -> dict[str, Entry]:
    """The entry of a catalog that belongs to each text, by the key that the text has now.

    Args:
        texts: English texts by key.
        entries: those of the catalog.
        obsolete: those that it has set aside; of lists they come back only with their English.
    """
    kept = {str(entry.context): entry for entry in entries}
    aside = [entry for entry in obsolete if str(entry.context) not in kept or _is_item(entry)]
    found = {
        key: entry
        for key, entry in ({str(one.context): one for one in aside} | kept).items()
        if key in texts and list_of(key) is None
    }
    for name, group in groupby(sorted(filter(list_of, texts), key=_list), key=_list):
        items = {key: texts[key] for key in group}
        found |= _matched(
            items,
            {key: entry for key, entry in kept.items() if list_of(key) == name},
            [entry for entry in aside if list_of(str(entry.context)) == name],
        )
    return found


def _matched(
    texts: Mapping[str, str], kept: Mapping[str, Entry], aside: Iterable[Entry]
) -> dict[str, Entry]:
    """The entries of one list, from the surest match to the least sure."""
    found: dict[str, Entry] = {}
    taken: set[int] = set()
    for key, entry in _pairs(texts, kept, tuple(aside)):
        if key not in found and id(entry) not in taken:
            found[key] = entry
            taken.add(id(entry))
    return found


def _pairs(
    texts: Mapping[str, str], kept: Mapping[str, Entry], aside: tuple[Entry, ...]
) -> Iterator[tuple[str, Entry]]:
    own = [(key, kept[key]) for key in texts if key in kept]
    yield from ((key, entry) for key, entry in own if entry.id == texts[key])
    translated = [entry for entry in (*kept.values(), *aside) if entry.string]
    for key, english in texts.items():
        yield from ((key, entry) for entry in translated if entry.id == english)
    alike = [
        (SequenceMatcher(None, str(entry.id), english, autojunk=False).ratio(), key, entry)
        for key, english in texts.items()
        for entry in kept.values()
        if entry.string and entry.id != english
    ]
    for likeness, key, entry in sorted(alike, key=lambda one: -one[0]):
        if likeness >= _ALIKE:
            yield key, entry
    yield from own


def _is_item(entry: Entry) -> bool:
    return list_of(str(entry.context)) is not None


def _list(key: str) -> str:
    return list_of(key) or ""
