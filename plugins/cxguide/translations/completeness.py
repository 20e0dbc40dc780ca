"""Whether a catalog holds what the sources need: every text, no strangers, no lost placeholder."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage

from cxguide.core.catalog_lines import NO_ENGLISH, EntryLines, empty_english
from cxguide.core.catalogs import Message, missing_text
from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError, nearest, short
from cxguide.translations.moves import list_of
from cxguide.translations.tables import counted

__all__ = [
    "ChangedEnglish",
    "StrangeKey",
    "catalog_faults",
    "missing_catalog",
    "placeholder_faults",
    "told_in_sources",
]


class StrangeKey(SourceError):
    """A key of a catalog that no source has.

    Args:
        place: in the catalog.
        key: as the catalog has it.
        source: the text that lacks a translation and is probably meant.
        close: the key of that text.
    """

    def __init__(self, place: Place, key: str, source: Message | None, close: str) -> None:
        super().__init__(
            place,
            f"no source has the key {key!r}",
            fix=f"write {close!r}, or run 'cx i18n sync' if the English text has changed"
            if source
            else "run 'cx i18n sync', which sets it aside",
        )
        self.key, self.source, self.close = key, source, close


class ChangedEnglish(SourceError):
    """A translation that was made from another English text than the source has.

    Args:
        place: in the catalog, or in the source where all languages have it.
        message: the text of the source.
        was: the English of the catalog.
    """

    def __init__(self, place: Place, message: Message, was: str) -> None:
        super().__init__(
            place,
            "the English changed since it was translated: "
            f"was {short(repr(was))}, is {short(repr(message.english))}",
            fix="run 'cx i18n sync', then check the translation",
        )
        self.message, self.was = message, was

    @property
    def change(self) -> tuple[str, str]:
        """What makes it the same one in another language."""
        return self.message.key, self.was


def told_in_sources(catalogs: Sequence[Collection[SourceError]]) -> Iterator[SourceError]:
    """The faults of the catalogs of a set, those of a changed source once and at the source.

    A key that all languages have, two at least, and no source, was right before; so was an
    English text.

    Args:
        catalogs: the faults of each language.
    """
    faults = [fault for catalog in catalogs for fault in catalog]
    votes = Counter((fault.key, fault.close) for fault in faults if isinstance(fault, StrangeKey))
    changed = Counter(
        change
        for catalog in catalogs
        for change in {fault.change for fault in catalog if isinstance(fault, ChangedEnglish)}
    )
    told: set[tuple[str, str]] = set()
    renamed: dict[tuple[str, str], Place] = {}
    for fault in faults:
        if isinstance(fault, ChangedEnglish) and changed[fault.change] == len(catalogs) > 1:
            if fault.change not in told:
                told.add(fault.change)
                yield ChangedEnglish(fault.message.place, fault.message, fault.was)
        elif (
            isinstance(fault, StrangeKey)
            and fault.source is not None
            and votes[fault.key, fault.close] == len(catalogs) > 1
        ):
            parts = zip(fault.key.split("/"), fault.close.split("/"), strict=False)
            change = next((old, new) for old, new in parts if old != new)
            renamed[change] = min(renamed.get(change, fault.source.place), fault.source.place)
        else:
            yield fault
    for (old, new), place in renamed.items():
        yield SourceError(
            place,
            f"the texts of {new!r} have no translation, but those of {old!r} have",
            fix=f"write {old!r} again, or run 'cx i18n sync' if the new name is meant",
        )


def missing_catalog(keys: Sequence[str], file: str) -> SourceError:
    """The fault of a language without any of its short texts, told once instead of by key."""
    return SourceError(
        Place(file),
        f"this catalog is missing or empty: {counted(len(keys), 'text')} without a translation",
        known=f"keys: {', '.join(keys[:5])}{', ...' if keys[5:] else ''}",
        fix="run 'cx i18n sync', which writes it, and fill in each msgstr",
    )


def catalog_faults(
    messages: Iterable[Message],
    catalog: Catalog,
    language: Language,
    file: str,
    *,
    lines: Mapping[str, EntryLines] = MappingProxyType({}),
) -> tuple[SourceError, ...]:
    """Everything wrong with a catalog of a released language, in the order of the messages.

    Args:
        messages: the English texts it must translate.
        catalog: as read from `file`.
        language: its language; plural texts need each of its plural categories.
        file: the name of the catalog for the reader of the fault.
        lines: of its entries by key, so that a fault is told at the part of the entry it is in.
    """
    needed = {key: message for message in messages for key in message.keys(language)}
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    if not entries and any(not message.is_draft for message in needed.values()):
        return (missing_catalog(tuple(needed), file),)
    meant = {key: _meant(entries[key], needed, entries) for key in entries.keys() - needed.keys()}
    faults: list[SourceError] = []
    changed = _changed(needed, entries)
    for key, message in needed.items():
        if list_of(key) in changed:
            continue
        entry = entries.get(key)
        if key in meant.values() or (message.is_draft and (entry is None or not entry.string)):
            continue
        at = lines.get(key) or EntryLines(msgid=(entry and entry.lineno) or 1)
        if entry is None or not str(entry.string).strip():
            faults.append(missing_text(key, message.english, file, at.msgstr or at.msgid))
        elif entry.id == NO_ENGLISH:
            faults.append(empty_english(key, message.english, file, at.msgid))
        elif entry.id != message.english:
            faults.append(ChangedEnglish(Place(file, at.msgid), message, str(entry.id)))
        else:
            place = Place(file, at.msgstr or at.msgid)
            faults += placeholder_faults(place, key, str(entry.string), message.english)
    for key in changed.values():
        at = lines.get(key) or EntryLines(msgid=entries[key].lineno or 1)
        faults.append(ChangedEnglish(Place(file, at.msgid), needed[key], str(entries[key].id)))
    for key, close in meant.items():
        if list_of(key) in changed:
            continue
        at = lines.get(key) or EntryLines(msgctxt=entries[key].lineno or 1)
        place = Place(file, at.msgctxt)
        faults.append(StrangeKey(place, key, needed[close] if close else None, close or ""))
    return tuple(faults)


def _changed(
    needed: Mapping[str, Message], entries: Mapping[str, CatalogMessage]
) -> dict[str, str]:
    """The lists whose items have changed since they were translated, each with the first of them.

    An item taken out or put in changes all those behind it: one fault is told for all of them.
    """
    changed: dict[str, str] = {}
    for key, message in sorted(needed.items(), key=lambda one: one[1].place):
        entry = entries.get(key)
        if entry is None or not str(entry.string).strip() or entry.id == NO_ENGLISH:
            continue
        if entry.id != message.english and (name := list_of(key)) is not None:
            changed.setdefault(name, key)
    return changed


def _meant(
    entry: CatalogMessage, needed: Mapping[str, Message], entries: Container[str]
) -> str | None:
    """The key that is missing where this one, which no source has, was written by mistake."""
    missing = [key for key in needed if key not in entries]
    same_text = [key for key in missing if needed[key].english == entry.id]
    return nearest(str(entry.context), same_text) or nearest(str(entry.context), missing)


def placeholder_faults(place: Place, key: str, text: str, english: str) -> Iterator[SourceError]:
    """The placeholders that a translation has lost, or has and its English has not.

    Args:
        place: of the translation.
        key: of the text.
        text: the translation.
        english: the text.
    """
    try:
        written = _placeholders(text)
    except ValueError:
        yield SourceError(
            place,
            f"the translation of {key!r} has a brace without its other half",
            fix="write every placeholder as {name}, and a brace that is only text as {{ or }}",
        )
        return
    lost = _placeholders(english) - written
    for name in sorted(written - _placeholders(english)):
        right = min(lost) if len(lost) == 1 else nearest(name, sorted(lost))
        lost.discard(right or "")
        yield SourceError(
            place,
            f"the translation of {key!r} has the placeholder {_shown(name)}, "
            "which the English has not",
            fix=f"write {_shown(right)}" if right else "remove it, or correct its name",
        )
    for name in sorted(lost):
        yield SourceError(
            place,
            f"the translation of {key!r} has lost the placeholder {_shown(name)}",
            fix=f"write {_shown(name)} where its value belongs",
        )


def _shown(name: str) -> str:
    return "{" + name + "}"


def _placeholders(text: str) -> set[str]:
    """The names in braces; raises `ValueError` where a brace has no other half."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
