"""Looking up terms: what a language calls them, and which of them have a word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
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
    by_name = {
        name.casefold(): entry
        for entry in entries
        for name in _with_words((*entry.names, entry.term.name.english))
    }
    close = difflib.get_close_matches(word.casefold(), by_name, n=9)
    return tuple({by_name[name].term.id: by_name[name] for name in close}.values())[:3]


def _with_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from name.split()
        yield name


def _has(names: Iterable[str], word: str, language: Language) -> bool:
    """Whether a word, or its beginning, or a form of it is in one of the names, or they in it."""
    small, of_word = word.casefold(), finder([(word, word)], language)
    return any(
        _begins(small, name.casefold(), language)
        or any(of_word(name))
        or any(finder([(name, name)], language)(word))
        for name in names
    )


def _begins(word: str, name: str, language: Language) -> bool:
    if language.locale.language in WITHOUT_SPACES:
        return word in name
    return any(part.startswith(word) for part in (name, *name.split()))
