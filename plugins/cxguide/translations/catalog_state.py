"""How many short texts of a language are translated, and from the English of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxguide.translations.states import CatalogState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Catalog

    from cxguide.core.catalogs import Message
    from cxguide.core.languages import Language

__all__ = ["catalog_state"]


def catalog_state(
    messages: Iterable[Message], catalog: Catalog, language: Language, file: str
) -> CatalogState:
    """The state of a catalog.

    Args:
        messages: the English texts it translates; drafts count once somebody has begun them.
        catalog: as read from `file`.
        language: its language; a counted text has one for each of its plural categories.
        file: the catalog as an editor knows it.
    """
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    texts = missing = changed = 0
    for message in messages:
        for key in message.keys(language):
            entry = entries.get(key)
            if entry is None or not str(entry.string).strip():
                texts += not message.is_draft
                missing += not message.is_draft
            else:
                texts += 1
                changed += entry.fuzzy or entry.id != message.english
    return CatalogState(file, texts, missing, changed)
