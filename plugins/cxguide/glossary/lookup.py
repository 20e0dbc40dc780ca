"""Looking up terms: what a language calls them, and which of them have a word."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH, Language
from cxguide.glossary.finding import WITHOUT_SPACES, finder
from cxguide.glossary.model import Glossary, Term, WrongForm
from cxguide.glossary.use import named

__all__ = ["Entry", "entries_with", "nearest_entries", "term_entries", "wrong_with"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in English and in a language.

    Attributes:
        term: the term.
        name: what the language calls it; empty where nobody has translated it.
        definition: in the language; empty as well.
        wrong: what the language must not say for it.
    """

    term: Term
    name: str
    definition: str
    wrong: tuple[WrongForm, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called in the language, wrong forms included."""
        wrong = (one.form for one in self.wrong)
        return tuple(filter(None, (self.name, self.term.short, *self.term.also, *wrong)))


def term_entries(glossary: Glossary, texts: Texts) -> tuple[Entry, ...]:
    """Every term, in the order of the glossary.

    Args:
        glossary: the terms.
        texts: of the language; those that lack have to be shown in English.
    """
    is_other = texts.tag != ENGLISH.tag
    wrong = glossary.wrong.get(texts.tag, ())
    found = []
    for term in glossary.terms:
        name, definition = (
            "" if is_other and texts.is_english(text.key) else texts(text.key, text.english)
            for text in (term.name, term.definition)
        )
        ours = tuple(
            one for one in wrong if one.instead.casefold() == named(term, texts).casefold()
        )
        found.append(Entry(term, name, definition, ours))
    return tuple(found)


def entries_with(word: str, entries: Iterable[Entry], language: Language) -> tuple[Entry, ...]:
    """The terms that have a word in their names, in English or in the language, in any form."""
    return tuple(
        entry
        for entry in entries
        if _has(entry.names, word, language) or _has((entry.term.name.english,), word, ENGLISH)
    )


def wrong_with(word: str, wrong: Iterable[WrongForm], language: Language) -> tuple[WrongForm, ...]:
    """What a language must not say that has a word in it, or is to be said with it instead."""
    return tuple(one for one in wrong if _has((one.form, one.instead), word, language))


def nearest_entries(word: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The terms that are written most like a word, the nearest first; three at most."""
    by_name: dict[str, Entry] = {}
    for names_of in (_names, _words):
        for entry in (entries := tuple(entries)):
            for name in names_of(entry):
                by_name.setdefault(_plain(name), entry)
    close = difflib.get_close_matches(_plain(word), by_name, n=9)
    return tuple({by_name[name].term.id: by_name[name] for name in close}.values())[:3]


def _names(entry: Entry) -> tuple[str, ...]:
    return (*entry.names, entry.term.name.english)


def _words(entry: Entry) -> list[str]:
    return [word for name in _names(entry) for word in name.split()]


def _plain(text: str) -> str:
    """A text without capitals and accents, as people write who have no such keys."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _has(names: Iterable[str], word: str, language: Language) -> bool:
    """Whether a word, or its beginning, or a form of it is in one of the names, or they in it."""
    small, of_word = word.casefold(), finder([(word, word)], language)
    return any(
        _begins(small, name.casefold(), language)
        or any(of_word(name))
        or any(finder(_parts(name, word), language)(word))
        for name in names
    )


def _parts(name: str, word: str) -> list[tuple[str, str]]:
    """What a word may be a form of: the name, or each of its words if it is one word itself."""
    parts = [name] if " " in word else [name, *name.split()]
    return [(part, part) for part in parts]


def _begins(word: str, name: str, language: Language) -> bool:
    if language.locale.language in WITHOUT_SPACES:
        return word in name
    return any(part.startswith(word) for part in (name, *name.split()))
