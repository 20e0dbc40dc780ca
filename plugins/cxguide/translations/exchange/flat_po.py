"""All catalogs of a language in one `.po`, as Weblate, Poedit and others read it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from cxguide.core.catalog_lines import EntryLines, lines_by_key
from cxguide.core.catalog_text import entries_of
from cxguide.core.catalogs import catalog_in
from cxguide.core.languages import Language
from cxguide.core.places import Place
from cxguide.translations.exchange.returned_file import Returned, comment_lines, refuse_language
from cxguide.translations.exchange.units import Unit
from cxguide.translations.merging import written

__all__ = ["flat_po", "read_flat_po"]

_LANGUAGE = re.compile(r"(?:^|\\n)Language:[ ]*(?P<tag>[^\\\s]*)")


def flat_po(units: Iterable[Unit], language: Language) -> str:
    """The texts as one catalog; `msgctxt` is the key."""
    catalog = Catalog(locale=str(language.locale), fuzzy=False)
    for unit in units:
        catalog._messages[(unit.english, unit.key)] = Entry(
            unit.english,
            string=unit.translation,
            context=unit.key,
            flags=["fuzzy"] if unit.needs_check else [],
            auto_comments=[unit.note] if unit.note else [],
            user_comments=unit.comments,
            locations=[(unit.place.file, 0)],
            previous_id=[unit.made_from] if unit.made_from else [],
        )
    return written(catalog, language).decode()


def read_flat_po(text: str, language: Language, file: str) -> Returned:
    """The texts of a catalog that came back.

    Raises:
        SourceError: it is no catalog, or one of another language.
        SourceFaults: it has broken lines.
    """
    for head in (entry for entry in entries_of(text) if entry.is_header):
        found = _LANGUAGE.search(head.parts.get("msgstr", ""))
        refuse_language(found["tag"] if found else "", language, Place(file))
    catalog, lines = catalog_in(text, language, file), lines_by_key(text)
    units = []
    for entry in catalog:
        if entry.id:
            key = str(entry.context)
            at = lines.get(key, EntryLines())
            english, translation = _first(entry.id), _first(entry.string)
            place = Place(file, at.msgstr or at.msgid or entry.lineno or 1)
            comments = comment_lines(entry.user_comments)
            units.append(
                Unit(
                    key,
                    english,
                    translation,
                    place,
                    comments=comments,
                    needs_check=bool(translation) and entry.fuzzy,
                )
            )
    return Returned(tuple(units))


def _first(text: object) -> str:
    """A text; of gettext's plural forms, which our catalogs do not have, the first."""
    return str(text[0]) if isinstance(text, list | tuple) else str(text or "")
