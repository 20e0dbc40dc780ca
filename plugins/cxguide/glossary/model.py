"""A glossary as the rest of the software sees it: read, checked, without places left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cxguide.core.catalogs import Message
from cxguide.core.places import Place

__all__ = ["Glossary", "PageName", "Term", "WrongForm"]


@dataclass(frozen=True, slots=True)
class PageName:
    """A page that a term names, such as `metrics/clv`; whether there is one, the site knows."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means here.

    Attributes:
        id: stable part of its address.
        name: the term.
        definition: one sentence.
        short: its abbreviation, the same in every language; `""` for none.
        also: other names in texts, the same in every language.
        pages: that introduce it.
        tooltip_off: tags of languages in whose texts it is not explained, as its forms are those
            of another word there too; `None` for all: it is a word that everybody knows.
    """

    id: str
    name: Message
    definition: Message
    short: str = ""
    also: tuple[str, ...] = ()
    pages: tuple[PageName, ...] = ()
    tooltip_off: tuple[str, ...] | None = ()

    @property
    def anchor(self) -> str:
        """Its id in the page that holds the glossary."""
        return f"term-{self.id}"

    def is_explained_in(self, tag: str) -> bool:
        """Whether texts of a language explain it where they first use it."""
        return self.tooltip_off is not None and tag not in self.tooltip_off


@dataclass(frozen=True, slots=True)
class WrongForm:
    """What a language must not say here, and what it says instead."""

    form: str
    instead: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a site.

    Attributes:
        terms: in the order of the file.
        wrong: by tag of a language, in the order of the file.
    """

    terms: tuple[Term, ...] = ()
    wrong: Mapping[str, tuple[WrongForm, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """The keys of texts that nobody must translate yet."""
        texts = (text for term in self.terms for text in (term.name, term.definition))
        return tuple(text.key for text in texts if text.is_draft)
