"""The terms of a glossary in the texts of a language, and the words that it must not use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cxguide.core.catalogs import Texts
from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Severity, SourceError
from cxguide.glossary.finding import Finder, finder
from cxguide.glossary.model import Glossary, Term, WrongForm

__all__ = ["CHECK", "named", "term_faults", "term_finder", "term_words"]

CHECK = "terms"
"""The name of the check by which editors can silence it."""

_WORD = re.compile(r"[^\s\d()„“”\"'’.,;:/–—-]{2,}")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def named(term: Term, texts: Texts) -> str:
    """What a language calls a term, without its abbreviation."""
    return texts(term.name.key, term.name.english)


def term_finder(glossary: Glossary, texts: Texts, language: Language) -> Finder:
    """What finds the terms of a glossary in texts of a language; it says their ids.

    Args:
        glossary: the terms.
        texts: what they are called.
        language: of the texts to look at; decides how words change.
    """
    forms = [
        (form, term.id) for term in glossary.terms for form in _forms(named(term, texts), term)
    ]
    return finder(forms, language)


def term_words(glossary: Glossary, texts: Texts) -> frozenset[str]:
    """The words that terms are made of in a language: right, whatever a spelling checker says."""
    forms = (form for term in glossary.terms for form in _forms(named(term, texts), term))
    return frozenset(word for form in forms for word in _WORD.findall(form))


def term_faults(
    passages: Iterable[Passage], language: Language, *, wrong: tuple[WrongForm, ...]
) -> Iterator[SourceError]:
    """What passages say that their language must not say here, with what it says instead.

    Args:
        passages: of a page or a catalog.
        language: of the passages.
        wrong: what the glossary lists under the language.
    """
    instead = {one.form: one.instead for one in wrong}
    find = _finder_of(wrong, language)
    for passage in passages:
        for found in find(passage.text):
            said = passage.text[found.start : found.end]
            yield SourceError(
                passage.place(found.start),
                f"the glossary rules out {said!r}",
                fix=f"use {instead[found.term]!r}",
                severity=Severity.WARNING,
                check=CHECK,
            )


@lru_cache(maxsize=16)  # it remembers the words it has seen, of all pages
def _finder_of(wrong: tuple[WrongForm, ...], language: Language) -> Finder:
    return finder(((one.form, one.form) for one in wrong), language)


def _forms(name: str, term: Term) -> Iterator[str]:
    """What texts call a term: its name without what explains it in brackets, abbreviations."""
    yield _BRACKETS.sub("", name)
    yield from (inside for inside in _BRACKETS.findall(name) if inside.isupper())
    yield from (term.short, *term.also) if term.short else term.also
