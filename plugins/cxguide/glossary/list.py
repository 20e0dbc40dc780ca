"""The glossary as a page shows it: all terms under their letters, in the order of the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.data_block import data_block
from cxguide.core.styles import compact
from cxguide.core.templating import rendered
from cxguide.glossary.model import Glossary, Term
from cxguide.glossary.ordering import initial, latin_key, latin_letter, sort_key
from cxguide.glossary.use import named

__all__ = ["Page", "Pages", "glossary_html", "glossary_styles"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page that introduces terms, as seen from the glossary.

    Attributes:
        title: what it is called.
        address: of it.
        is_english: its title is shown in English among texts of another language.
    """

    title: str
    address: str
    is_english: bool = False


Pages = Mapping[str, Page]
"""Pages by their path, such as `metrics/clv`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term as it is shown.

    Attributes:
        anchor: its id in the page.
        name: in the language.
        short: its abbreviation, if it has one.
        english: its English name; `""` where the language has no other.
        name_is_english: the name is shown in English: nobody has translated it.
        definition_is_english: the same of the definition.
        pages: that introduce it.
        place: its place in Latin letters, where a version in those is made from this one.
    """

    anchor: str
    name: str
    short: str
    english: str
    name_is_english: bool
    definition: str
    definition_is_english: bool
    pages: tuple[Page, ...]
    place: int | None


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter and the terms under it.

    Attributes:
        letter: the letter.
        id: of its place in the page.
        entries: the terms.
        place: as of a term; 0 for one that joins another.
        data: the terms for search engines; `""` when they are not told.
        joins: id of the letter that it is in a version in Latin letters, as C is what Ц becomes.
    """

    letter: str
    id: str
    entries: tuple[_Entry, ...]
    place: int | None
    data: Markup
    joins: str


def glossary_html(
    glossary: Glossary,
    texts: Texts,
    pages: Pages,
    *,
    has_latin: bool,
    home: Page | None = None,
) -> str:
    """The whole glossary as HTML.

    Args:
        glossary: its terms.
        texts: of the language.
        pages: that introduce terms; others are not shown.
        has_latin: a version in Latin letters is made from this Serbian one. It has another
            order, so everything says its place in that.
        home: the page that it stands on, by its absolute address, if search engines are to be told
            the terms.
    """
    names = {term.id: named(term, texts) for term in glossary.terms}
    places = _places(names.values()) if has_latin else {}
    entries = [
        _entry(term, texts, pages, places.get(names[term.id]))
        for term in sorted(glossary.terms, key=lambda t: sort_key(names[t.id], texts.language))
    ]
    by_letter = [
        (letter, tuple(found))
        for letter, found in groupby(entries, lambda one: initial(one.name, texts.language))
    ]
    same = _same_in_latin(letter for letter, _ in by_letter) if has_latin else {}
    places = _places(letter for letter, _ in by_letter if letter not in same) if has_latin else {}
    letters = [
        _Letter(
            letter,
            _letter_id(letter),
            found,
            0 if letter in same else places.get(letter),
            # Beside what it repeats it costs half as many bytes on the wire as at the end of all.
            Markup(data_block(_data(found, texts, home)) if home is not None else ""),
            _letter_id(same[letter]) if letter in same else "",
        )
        for letter, found in by_letter
    ]
    return rendered("glossary/list.html.jinja", texts, letters=letters)


def glossary_styles() -> str:
    """The styles of the list and of the terms in texts."""
    source = Path(__file__).with_name("glossary.css")
    return compact(source.read_text(encoding="utf-8"))


def _entry(term: Term, texts: Texts, pages: Pages, place: int | None) -> _Entry:
    name, name_is_english = named(term, texts), texts.is_english(term.name.key)
    return _Entry(
        term.anchor,
        name,
        term.short,
        "" if name_is_english or name == term.name.english else term.name.english,
        name_is_english,
        texts(term.definition.key, term.definition.english),
        texts.is_english(term.definition.key),
        tuple(pages[page.path] for page in term.pages if page.path in pages),
        place,
    )


def _data(entries: Iterable[_Entry], texts: Texts, home: Page) -> Mapping[str, object]:
    """Terms as schema.org has them, each at its place in the page.

    All data with one `@id` is about one thing, so several parts make one set of terms.
    """
    terms = []
    for entry in entries:
        others = [name for name in (entry.short, entry.english) if name]
        terms.append(
            {
                "@type": "DefinedTerm",
                "name": entry.name,
                **({"alternateName": others} if others else {}),
                "description": entry.definition,
                "url": f"{home.address}#{entry.anchor}",
            }
        )
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": home.address,
        "name": home.title,
        "url": home.address,
        "inLanguage": texts.tag,
        "hasDefinedTerm": terms,
    }


def _places(names: Iterable[str]) -> Mapping[str, int]:
    """The places of Serbian names in Latin order, from 1."""
    return {name: place for place, name in enumerate(sorted(names, key=latin_key), start=1)}


def _same_in_latin(letters: Iterable[str]) -> Mapping[str, str]:
    """Latin letters of a Serbian glossary, each with the Cyrillic one that becomes it."""
    all_ = list(letters)
    becomes = {latin_letter(letter): letter for letter in all_ if latin_letter(letter) != letter}
    return {letter: becomes[letter] for letter in all_ if letter in becomes}


def _letter_id(letter: str) -> str:
    """An id that every address can hold; letters beyond a to z are told by their number."""
    plain = letter.lower()
    if plain.isascii() and plain.isalpha():
        return f"letter-{plain}"
    return "letter-" + "-".join(f"{ord(sign):x}" for sign in plain)
