"""Taking translations into a catalog, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from babel.messages.catalog import Message as Entry

from cxguide.core.catalog_lines import NO_ENGLISH

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from cxguide.core.catalogs import Message
    from cxguide.core.languages import Language
    from cxguide.translations.exchange.units import Unit

__all__ = ["take"]


def take(
    units: Iterable[Unit], messages: Iterable[Message], catalog: Catalog, language: Language
) -> tuple[str, ...]:
    """Take texts into a catalog; the keys of those that say something else than before.

    A text without a translation leaves the one that is there, one without comments the comments.

    Args:
        units: that may be taken; those of other catalogs are left out.
        messages: the English texts of the catalog.
        catalog: of the language; it is changed.
        language: the language.
    """
    needed = {key: message for message in messages for key in message.keys(language)}
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    taken = []
    for unit in units:
        message = needed.get(unit.key)
        if message is None or message.english != unit.english:
            continue
        entry = entries.get(unit.key) or _new(unit.key, message)
        before = (str(entry.id), unit.key)
        if _take_translation(unit, entry) | _take_comments(unit, entry):
            catalog._messages.pop(before, None)
            catalog._messages[(str(entry.id), unit.key)] = entry
            taken.append(unit.key)
    return tuple(taken)


def _new(key: str, message: Message) -> Entry:
    return Entry(
        message.english,
        context=key,
        auto_comments=[message.note] if message.note else [],
        locations=[(message.place.file, 0)],
    )


def _take_translation(unit: Unit, entry: Entry) -> bool:
    if not unit.translation.strip():
        return False
    is_other = entry.id != unit.english
    was_in_doubt = entry.fuzzy or is_other
    if unit.translation == entry.string and unit.needs_check == was_in_doubt:
        return False
    has_other = is_other and entry.id != NO_ENGLISH
    if unit.needs_check:
        entry.flags.add("fuzzy")
        entry.previous_id = entry.previous_id or ([str(entry.id)] if has_other else [])
    else:
        entry.flags.discard("fuzzy")
        entry.previous_id = []
    entry.id, entry.string = unit.english, unit.translation
    return True


def _take_comments(unit: Unit, entry: Entry) -> bool:
    if not unit.comments or unit.comments == tuple(filter(None, entry.user_comments)):
        return False
    entry.user_comments = list(unit.comments)
    return True
