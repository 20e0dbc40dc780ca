"""The terms of a glossary in the texts of a language, and the words that it must not use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxguide.core.catalogs import Texts
from cxguide.core.languages import Language
from cxguide.glossary.finding import Finder, Found, finder
from cxguide.glossary.model import Glossary, Term, WrongForm

__all__ = ["named", "term_finder", "wrong_uses"]

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


def wrong_uses(
    text: str, wrong: tuple[WrongForm, ...], language: Language
) -> Iterator[tuple[Found, WrongForm]]:
    """Where a text uses wrong forms, however inflected, and which."""
    by_form = {one.form: one for one in wrong}
    for found in finder(((form, form) for form in by_form), language)(text):
        yield found, by_form[found.term]


def _forms(name: str, term: Term) -> Iterator[str]:
    """What texts call a term: its name without what explains it in brackets, abbreviations."""
    yield _BRACKETS.sub("", name)
    yield from (inside for inside in _BRACKETS.findall(name) if inside.isupper())
    yield from (term.short, *term.also) if term.short else term.also
