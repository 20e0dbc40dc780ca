"""Bringing a catalog up to date with the English sources, by key.

`pybabel update` matches by text and gave reworded labels another label's translation; here a
translation stays with its key, whatever happens to the English; only items of a list, whose keys
count them, are followed to their new places. Catalogs carry no dates and no line numbers and are
sorted by key, so that two pull requests rarely meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from cxguide.core.catalog_lines import NO_ENGLISH
from cxguide.core.catalog_text import EntryText, escaped
from cxguide.core.catalogs import Message, read_catalog
from cxguide.core.languages import Language
from cxguide.translations.catalog_layout import NO_FRAME, Frame, frame_of, laid_out
from cxguide.translations.moves import entries_of_texts

__all__ = ["Synced", "merged", "sync_catalog", "written"]


class Synced(NamedTuple):
    """What bringing a catalog up to date has done.

    Attributes:
        changed: the file is another one now.
        missing: how many texts have no translation.
        fuzzy: how many translations were made from another English text, and are to be checked.
    """

    changed: bool
    missing: int
    fuzzy: int


def merged(messages: Iterable[Message], old: Catalog | None, language: Language) -> Catalog:
    """The catalog that holds exactly these messages, with the translations of `old`.

    A message whose English has changed keeps its translation, is marked fuzzy and remembers
    the English it was made from; one whose English was deleted from the file is marked, too.
    Items of a list take their translations along when they change places. Translations of keys
    that are gone are kept as obsolete, and come back with their keys.
    """
    new = Catalog(locale=str(language.locale), fuzzy=False)
    messages = tuple(messages)
    obsolete = [entry for entry in old.obsolete.values() if entry.id] if old else []
    entries = [entry for entry in old or () if entry.id]
    texts = {key: message.english for message in messages for key in message.keys(language)}
    known = entries_of_texts(texts, entries, obsolete)
    for message in messages:
        for key in message.keys(language):
            before = known.get(key)
            entry = Entry(
                message.english,
                string=str(before.string) if before and before.string else "",
                context=key,
                auto_comments=[message.note] if message.note else [],
                user_comments=before.user_comments if before else [],
                locations=[(message.place.file, 0)],
            )
            if before and before.string and before.id != message.english:
                entry.flags.add("fuzzy")
                # A text reworded twice was made from the first wording.
                entry.previous_id = before.previous_id or _english(before)
            elif before and before.fuzzy:
                entry.flags.add("fuzzy")
                entry.previous_id = before.previous_id
            new._messages[(message.english, key)] = entry
    used = {id(entry) for entry in known.values()}
    for gone in (*obsolete, *entries):
        if gone.string and id(gone) not in used:
            new.obsolete[f"{gone.context}\n{gone.id}"] = gone
    return new


def _english(entry: Entry) -> list[str]:
    """The English of an entry, if it has one."""
    return [] if entry.id == NO_ENGLISH else [str(entry.id)]


def written(catalog: Catalog, language: Language, frame: Frame = NO_FRAME) -> bytes:
    """The catalog as a file: sorted by key, without dates, always the same bytes.

    Args:
        catalog: the catalog.
        language: its language.
        frame: what the file holds beside its entries.
    """
    entries = [_text(entry) for entry in catalog if entry.id]
    aside = [_text(entry, is_aside=True) for entry in catalog.obsolete.values() if entry.id]
    return laid_out((*entries, *aside), language, frame).encode()


def _text(entry: Entry, *, is_aside: bool = False) -> EntryText:
    """An entry as text; of one that is set aside what sources said of it is out of date."""
    english = "" if entry.id == NO_ENGLISH else entry.id
    parts = {"msgctxt": entry.context or "", "msgid": english, "msgstr": entry.string or ""}
    previous = {"msgid": str(entry.previous_id[0])} if entry.previous_id else {}
    flags = entry.flags & {"fuzzy"} if is_aside else set(entry.flags)
    return EntryText(
        {name: escaped(str(part)) for name, part in parts.items()},
        list(entry.user_comments),
        [] if is_aside else list(entry.auto_comments),
        [] if is_aside else [_place(file) for file, _ in entry.locations],
        flags,
        {name: escaped(part) for name, part in previous.items()},
        is_aside,
    )


def _place(file: str) -> str:
    """The name of a file as gettext keeps it together where it has blanks."""
    return f"\u2068{file}\u2069" if re.search(r"[ \t]", file) else file


def sync_catalog(
    messages: Iterable[Message],
    path: Path,
    language: Language,
    root: Path,
    *,
    is_preview: bool = False,
) -> Synced:
    """Bring a catalog file up to date; a missing one is made.

    Args:
        messages: that it has to hold.
        path: of the file.
        language: its language.
        root: to which file names in faults are relative.
        is_preview: the language is being begun; a file that says so goes on saying it.

    Raises:
        SourceError: the file is not a catalog; it is then left as it is.
    """
    messages = tuple(messages)
    old = read_catalog(path, language, root) if path.exists() else None
    catalog = merged(messages, old, language)
    frame = frame_of(path.read_text("utf-8-sig")) if path.exists() else NO_FRAME
    frame = replace(frame, is_preview=is_preview or frame.is_preview)
    content = written(catalog, language, frame)
    missing = sum(1 for entry in catalog if entry.id and not entry.string)
    fuzzy = sum(1 for entry in catalog if entry.id and entry.fuzzy)
    if path.exists() and path.read_bytes() == content:
        return Synced(changed=False, missing=missing, fuzzy=fuzzy)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Synced(changed=True, missing=missing, fuzzy=fuzzy)
