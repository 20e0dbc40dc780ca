"""English corrections that leave every translation right: the marks of freshness go along."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog

from cxguide.translations.markers import marker_of

if TYPE_CHECKING:
    from cxguide.core.catalogs import Message
    from cxguide.core.languages import Language
    from cxguide.translations.sections import PageSections

__all__ = ["corrected_catalog", "corrected_markers", "reworded_sections"]


def reworded_sections(old: PageSections, new: PageSections) -> dict[str, tuple[str, str]]:
    """The fingerprints before and after of the sections whose words have changed, by id."""
    pairs = ((one, old.section(one.id)) for one in new.sections)
    return {
        now.id: (then.fingerprint, now.fingerprint)
        for now, then in pairs
        if then is not None and then.words != now.words
    }


def corrected_markers(
    reworded: dict[str, tuple[str, str]], translation: PageSections, names: Collection[str]
) -> dict[str, str]:
    """New markers for the sections that were current before, by id.

    Args:
        reworded: as `reworded_sections` gives it.
        translation: the page.
        names: of the sections that are meant; all, if there are none.
    """
    return {
        section.id: reworded[section.id][1]
        for section in translation.sections
        if section.id in reworded
        and (not names or section.id in names)
        and marker_of(section, translation) == reworded[section.id][0]
    }


def corrected_catalog(
    messages: Iterable[Message], catalog: Catalog, language: Language
) -> tuple[str, ...]:
    """Give entries the English of now and keep their translations; the keys that it changed.

    Args:
        messages: the texts that were corrected.
        catalog: of the language; it is changed.
        language: the language.
    """
    done: list[str] = []
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    for message in messages:
        for key in message.keys(language):
            entry = entries.get(key)
            if entry is None or not entry.string:
                continue
            if entry.id == message.english and not entry.fuzzy:
                continue
            catalog._messages.pop((str(entry.id), key), None)
            entry.id, entry.previous_id = message.english, []
            entry.flags.discard("fuzzy")
            catalog._messages[(message.english, key)] = entry
            done.append(key)
    return tuple(done)
