"""Reading a glossary: shape first, then what only the whole file can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from types import MappingProxyType

from cxguide.core.catalogs import Message
from cxguide.core.lengths import long_texts
from cxguide.core.places import Faults, SourceError, nearest
from cxguide.core.sources import Places, SourceText, read_source
from cxguide.glossary.model import Glossary, PageName, Term, WrongForm
from cxguide.glossary.shape import GlossaryShape, TermShape

__all__ = ["read_glossary"]

LONGEST_DEFINITION = 160
"""Characters that can be read in passing, beside a pointer that rests on a word."""


def read_glossary(path: Path, root: Path, languages: Collection[str] = ()) -> Glossary:
    """The glossary that a file holds.

    Args:
        path: of the file.
        root: what file names in faults are relative to.
        languages: of the site, if the names of languages are to be checked.

    Raises:
        SourceFaults: with all faults of the file.
    """
    written, places = read_source(SourceText.of(path, root), GlossaryShape)
    faults = Faults()
    for fault in (*_faults(written, places), *_unknown_languages(written, places, languages)):
        faults.add(fault)
    terms = tuple(
        _term(term, index, places, is_draft=written.draft)
        for index, term in enumerate(written.terms)
    )
    for fault in long_texts(term.definition for term in terms):
        faults.add(fault)
    faults.raise_if_any()
    wrong = {
        tag: tuple(WrongForm(form, instead) for form, instead in forms.items())
        for tag, forms in written.wrong.items()
    }
    return Glossary(terms, MappingProxyType(wrong))


def _term(term: TermShape, index: int, places: Places, *, is_draft: bool) -> Term:
    at, key = ("terms", index), f"glossary/{term.id}"
    short = f"; its abbreviation {term.short} is added" if term.short else ""
    return Term(
        term.id,
        Message(
            f"{key}/term",
            term.term,
            places.of(*at, "term"),
            f"A term of the glossary{short}",
            is_draft=term.draft,
        ),
        Message(
            f"{key}/definition",
            term.definition,
            places.of(*at, "definition"),
            f"What {term.term!r} means",
            is_draft=term.draft or is_draft,
            at_most=LONGEST_DEFINITION,
        ),
        term.short or "",
        term.also,
        tuple(
            PageName(path, places.of(*at, "pages", number))
            for number, path in enumerate(term.pages)
        ),
        tuple(term.no_tooltip_in) if term.tooltip else None,
    )


def _unknown_languages(
    written: GlossaryShape, places: Places, known: Collection[str]
) -> Iterator[SourceError]:
    """Names of languages that the site does not have: what stands there would hold for nobody."""
    named = [(tag, places.of_key("wrong", tag)) for tag in written.wrong]
    for index, term in enumerate(written.terms):
        named += [
            (tag, places.of("terms", index, "no_tooltip_in", number))
            for number, tag in enumerate(term.no_tooltip_in)
        ]
    for tag, place in named if known else ():
        if tag not in known:
            close = nearest(tag, known)
            yield SourceError(
                place,
                f"the site has no language {tag!r}",
                known=f"languages are: {', '.join(known)}",
                fix=f"write {close!r}" if close else "write one of them, or remove it",
            )


def _faults(written: GlossaryShape, places: Places) -> Iterator[SourceError]:
    for name in ("id", "term"):
        seen: dict[str, int] = {}
        for index, term in enumerate(written.terms):
            value = str(getattr(term, name))
            if (first := seen.setdefault(value.casefold(), index)) != index:
                line = places.of("terms", first, name).line
                yield SourceError(
                    places.of("terms", index, name),
                    f"the {name} {value!r} stands on line {line} already",
                    fix="keep the better one of the two, or give this one another "
                    + ("id" if name == "id" else "name, such as 'return (of goods)'"),
                )
    for index, term in enumerate(written.terms):
        if len(set(term.pages)) < len(term.pages):
            yield SourceError(
                places.of("terms", index, "pages"),
                f"a page stands twice in {term.id!r}",
                fix="keep one of them",
            )
