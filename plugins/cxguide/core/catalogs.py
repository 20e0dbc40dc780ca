"""Short texts by key: where they are written in English, and their translations.

English stands where it is used: in a metric or journey file, or in a template. A catalog
(`<tag>.po`) holds the translations; `msgctxt` is the key, `msgid` the English text. Nothing
is compiled to disk.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from cxguide.core.catalog_lines import (
    EntryLines,
    marked,
    refuse_broken_lines,
    refuse_halves,
    refuse_repeated_keys,
)
from cxguide.core.catalog_text import entries_of, unescaped
from cxguide.core.digests import digest
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import Place, SourceError

__all__ = [
    "Message",
    "Texts",
    "Translations",
    "catalog_in",
    "missing_text",
    "read_catalog",
    "translations_of",
]

_PREVIOUS = re.compile(r"^#~?\|.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """One English text that must exist in every language.

    Attributes:
        key: its identity, such as `nps/inputs/promoters/label`; it survives rewording.
        english: the text.
        place: where it is written.
        note: a hint for translators.
        counted: the text changes with a number; one translation per plural category.
        is_draft: nobody must translate it yet; readers of other languages see the English.
        at_most: how many characters have room where it is shown; 0 for no limit.
    """

    key: str
    english: str
    place: Place
    note: str = ""
    counted: bool = False
    is_draft: bool = False
    at_most: int = 0

    def keys(self, language: Language) -> tuple[str, ...]:
        """The keys that a catalog of the language holds for this message."""
        if not self.counted:
            return (self.key,)
        return tuple(f"{self.key}#{category}" for category in language.plural_categories)


@dataclass(frozen=True)
class Translations:
    """The translations of one language in one or more catalogs, by key.

    Attributes:
        language: of the translations.
        by_key: the translations.
        files: names of the catalogs.
        places: where the translations stand, by key, as far as that is known.
    """

    language: Language
    by_key: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def joined(self, other: Translations) -> Translations:
        """Both together; a key in both is taken from `other`."""
        return Translations(
            self.language,
            {**self.by_key, **other.by_key},
            (*self.files, *other.files),
            {**self.places, **other.places},
        )


def read_catalog(path: Path, language: Language, root: Path) -> Catalog:
    """A catalog file; an empty `msgid` is read as `NO_ENGLISH`.

    Raises:
        SourceError: it is not a .po file, or holds a text without a key.
    """
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            Place(name), f"byte {error.start} is not UTF-8", fix="save the file as UTF-8"
        ) from None
    return catalog_in(text, language, name)


def catalog_in(text: str, language: Language, name: str) -> Catalog:
    """A catalog from its text; an empty `msgid` is read as `NO_ENGLISH`.

    Args:
        text: of the file.
        language: its language.
        name: of the file for the reader of a fault.

    Raises:
        SourceError: it is not a .po file, or holds a text without a key.
        SourceFaults: it has lines that are none of a .po file, or half an entry.
    """
    refuse_broken_lines(text, name)
    refuse_repeated_keys(text, name)
    refuse_halves(text, name)
    try:
        plain = marked(_PREVIOUS.sub("\n", text))
        catalog = read_po(io.StringIO(plain), locale=str(language.locale), abort_invalid=True)
    except PoFileError as error:
        raise SourceError(
            Place(name, max(1, (error.lineno or 0) + 1)),
            f"this is not a .po entry: {error.args[0]}",
            fix="every line is a comment (#), msgctxt, msgid or msgstr with a text in quotes",
        ) from None
    except ValueError as error:  # of dates and plural forms
        raise SourceError(
            Place(name),
            f"the head of the file cannot be read: {error}",
            fix="remove the line of the head that holds it",
        ) from None
    _read_previous_texts(text, catalog)
    for message in catalog:
        if message.id and not message.context:
            raise SourceError(
                Place(name, message.lineno or 1),
                f"the text {message.id!r} has no key",
                fix="give it the msgctxt that the English source has, or remove it",
            )
    return catalog


def _read_previous_texts(text: str, catalog: Catalog) -> None:
    """Babel 2.18 writes the English that a fuzzy entry was made from (`#|`), but misreads it."""
    by_key = {message.context: message for message in catalog}
    aside = {(message.context, message.id): message for message in catalog.obsolete.values()}
    for entry in entries_of(text):
        if "msgid" in entry.previous:
            key, english = unescaped(entry.key), unescaped(entry.english)
            message = aside.get((key, english)) if entry.is_aside else by_key.get(key)
            if message is not None:
                message.previous_id = [unescaped(entry.previous["msgid"])]


def translations_of(
    catalog: Catalog,
    language: Language,
    file: str,
    *,
    lines: Mapping[str, EntryLines] = MappingProxyType({}),
) -> Translations:
    """What a catalog translates; an empty translation counts as none.

    Args:
        catalog: as read from `file`.
        language: its language.
        file: the name of the catalog for the reader of a fault.
        lines: of its entries by key.
    """
    found = {
        message.context: str(message.string)
        for message in catalog
        if message.id and message.context and message.string
    }
    places = {key: Place(file, lines[key].msgstr) for key in found if key in lines}
    return Translations(language, found, (file,), places)


class Texts:
    """The short texts of one language, called with a key and its English text.

    In templates it is `t` (and `counted` for texts with a number), which is also what the
    extraction looks for.

    >>> Texts(ENGLISH)("result/label", "Result")
    'Result'
    """

    def __init__(
        self,
        language: Language,
        translations: Translations | None = None,
        *,
        written_in_it: tuple[str, ...] = (),
        english_for: tuple[str, ...] = (),
    ) -> None:
        """The texts of a language.

        Args:
            language: the language.
            translations: none are needed for English.
            written_in_it: beginnings of keys whose sources are written in this language already,
                as on a site that has one language only.
            english_for: beginnings of keys whose English is shown where a translation is missing,
                as of drafts.
        """
        self.language = language
        self.translations = translations or Translations(language)
        self._written_in_it = written_in_it
        self._english_for = english_for

    @property
    def tag(self) -> str:
        """The language of the texts, for `lang` attributes."""
        return self.language.tag

    @cached_property
    def digest(self) -> str:
        """A text that differs where any of the texts may differ."""
        return digest(
            type(self).__name__,
            self.tag,
            sorted(self.translations.by_key.items()),
            self._written_in_it,
            self._english_for,
        )

    def __call__(self, key: str, english: str, /, **values: object) -> str:
        """The text with its named placeholders filled.

        Raises:
            SourceError: the language has no translation of it.
        """
        return self._filled(self._found(key, english), values)

    def counted(
        self, key: str, number: float | Decimal, one: str, other: str, /, **values: object
    ) -> str:
        """The text in the plural form that `number` asks for; placeholders are filled by you.

        Hand in a rounded `Decimal` where decimals are shown: "1.0 points", but "1 point".
        """
        category = self.language.plural_category(number)
        if self.language.tag == ENGLISH.tag:
            return self._filled(one if category == "one" else other, values)
        return self._filled(self._found(f"{key}#{category}", other), values)

    def forms(self, key: str, one: str, other: str) -> dict[str, str]:
        """The text in every plural category of the language, for the browser to choose from."""
        if self.language.tag == ENGLISH.tag:
            return {"one": one, "other": other}
        categories = self.language.plural_categories
        return {name: self._found(f"{key}#{name}", other) for name in categories}

    def if_translated(self, key: str, original: str) -> str:
        """The translation, or the original where there is none, as of names in mkdocs.yml."""
        return self.translations.by_key.get(key, original)

    def is_english(self, key: str) -> bool:
        """Whether the text of a key is shown in English among texts of another language."""
        return (
            self.language.tag != ENGLISH.tag
            and key not in self.translations.by_key
            and key.startswith(self._english_for)
            and not key.startswith(self._written_in_it)
        )

    def _found(self, key: str, english: str) -> str:
        if self.language.tag == ENGLISH.tag:
            return english
        try:
            return self.translations.by_key[key]
        except KeyError:
            if key.startswith((*self._written_in_it, *self._english_for)):
                return english
            file = self.translations.files[-1] if self.translations.files else "(no catalog)"
            raise missing_text(key, english, file) from None

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return text.format_map(values) if values else text


def missing_text(key: str, english: str, file: str, line: int = 1) -> SourceError:
    """The fault of a text that a released language does not have."""
    shown = english if len(english) <= 50 else english[:47] + "..."
    return SourceError(
        Place(file, line),
        f"no translation for {key!r} (English: {shown!r})",
        fix="run 'cx i18n sync' and fill in its msgstr",
    )
