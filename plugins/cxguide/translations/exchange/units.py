"""A short text as it goes out to be translated and comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.core.catalog_lines import NO_ENGLISH
from cxguide.core.places import Place

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from cxguide.core.catalogs import Message
    from cxguide.core.languages import Language

__all__ = ["Concept", "Unit", "units_of"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One text and its translation.

    Attributes:
        key: its identity; one of a counted text ends in its plural category.
        english: the text.
        translation: empty where nobody has translated it.
        place: of the English when it goes out, in the file that came back when it comes back.
        note: what the sources say of it.
        comments: of translators.
        needs_check: the translation was made from another English text, or is in doubt.
        made_from: that other English text, where it is known.
        at_most: how many characters have room; 0 for no limit.
        is_draft: nobody must translate it yet.
    """

    key: str
    english: str
    translation: str
    place: Place
    note: str = ""
    comments: tuple[str, ...] = ()
    needs_check: bool = False
    made_from: str = ""
    at_most: int = 0
    is_draft: bool = False

    @property
    def is_to_do(self) -> bool:
        """Whether a translator has to look at it."""
        return self.needs_check if self.translation.strip() else not self.is_draft


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the glossary as others keep terms.

    Attributes:
        id: of the term.
        name: of the term.
        definition: of the term.
        short: its abbreviation, the same in every language; `""` for none.
        also: its other names, the same in every language.
    """

    id: str
    name: Unit
    definition: Unit
    short: str = ""
    also: tuple[str, ...] = ()


def units_of(messages: Iterable[Message], catalog: Catalog, language: Language) -> tuple[Unit, ...]:
    """Every text of a catalog as it goes out, by key.

    Args:
        messages: the English texts of now.
        catalog: their translations; it may be behind them.
        language: of the catalog.
    """
    entries = {str(entry.context): entry for entry in catalog if entry.id}
    found: list[Unit] = []
    for message in messages:
        for key in message.keys(language):
            entry = entries.get(key)
            translation = str(entry.string or "") if entry else ""
            is_other = entry is not None and entry.id != message.english
            was = [str(one) for one in entry.previous_id] if entry else []
            if entry is not None and is_other and not was and entry.id != NO_ENGLISH:
                was = [str(entry.id)]
            found.append(
                Unit(
                    key,
                    message.english,
                    translation,
                    message.place,
                    "; ".join(filter(None, (message.note, _numbers(key, language)))),
                    tuple(filter(None, entry.user_comments)) if entry else (),
                    bool(translation) and entry is not None and (entry.fuzzy or is_other),
                    was[0] if translation and was else "",
                    message.at_most,
                    message.is_draft,
                )
            )
    return tuple(sorted(found, key=lambda unit: unit.key))


def _numbers(key: str, language: Language) -> str:
    """For which numbers the text of a plural category stands."""
    _, _, category = key.rpartition("#")
    if category not in language.plural_categories or "#" not in key:
        return ""
    shown = ", ".join(_examples(category, language))
    return f"plural category {category!r}" + (f", as for {shown}" if shown else "")


def _examples(category: str, language: Language) -> Iterator[str]:
    numbers = (*range(30), 1.5)
    fitting = (number for number in numbers if language.plural_category(number) == category)
    yield from (str(number) for number, _ in zip(fitting, range(3), strict=False))
