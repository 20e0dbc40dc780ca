"""Whether a catalog holds what the sources need: every text, no strangers, no lost placeholder."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog

from cxguide.core.catalogs import Message, missing_text
from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError, nearest

__all__ = ["catalog_faults"]


def catalog_faults(
    messages: Iterable[Message], catalog: Catalog, language: Language, file: str
) -> tuple[SourceError, ...]:
    """Everything wrong with a catalog of a released language, in the order of the messages.

    Args:
        messages: the English texts it must translate.
        catalog: as read from `file`.
        language: its language; plural texts need each of its plural categories.
        file: the name of the catalog for the reader of the fault.
    """
    needed = {key: message for message in messages for key in message.keys(language)}
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    faults = []
    for key, message in needed.items():
        entry = entries.get(key)
        if entry is None or not entry.string:
            line = entry.lineno if entry is not None and entry.lineno else 1
            faults.append(missing_text(key, message.english, file, line))
            continue
        place = Place(file, entry.lineno or 1)
        text = str(entry.string)
        odd = set(_placeholders(text)) ^ set(_placeholders(message.english))
        faults += [_placeholder_fault(place, key, name, text) for name in sorted(odd)]
    for key in entries.keys() - needed.keys():
        close = nearest(key, needed)
        faults.append(
            SourceError(
                Place(file, entries[key].lineno or 1),
                f"no source has the key {key!r}",
                fix=f"write {close!r}" if close else "run 'cx i18n sync', which sets it aside",
            )
        )
    return tuple(faults)


def _placeholder_fault(place: Place, key: str, name: str, text: str) -> SourceError:
    shown = "{" + name + "}"
    if shown in text:
        return SourceError(
            place,
            f"the translation of {key!r} has the placeholder {shown}, which the English has not",
            fix="remove it, or correct its name",
        )
    return SourceError(
        place,
        f"the translation of {key!r} has lost the placeholder {shown}",
        fix=f"write {shown} where its value belongs",
    )


def _placeholders(text: str) -> Iterator[str]:
    try:
        for _, name, _, _ in string.Formatter().parse(text):
            if name is not None:
                yield name
    except ValueError:
        yield "unbalanced {"
