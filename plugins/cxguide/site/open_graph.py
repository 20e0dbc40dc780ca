"""What systems show that are given the address of a page: Open Graph, and the cards of X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale
from babel.core import get_global

from cxguide.core.languages import Language

__all__ = ["CARD_PX", "Shared", "card_names", "graph_properties", "og_locale"]

CARD_PX = (1200, 630)
"""Width and height of the picture of a page, which Facebook, LinkedIn and X show whole."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A page as others show it.

    Attributes:
        title: of the page, without the name of the site.
        description: may be empty.
        address: absolute.
        site_name: what the site is called in the language of the page.
        language: that the page is written in.
        others: the other languages that it is written in.
        is_home: it is the first page of the site in its language.
        image: absolute address of its picture, `CARD_PX` large; empty for none.
    """

    title: str
    description: str
    address: str
    site_name: str
    language: Language
    others: tuple[Language, ...] = ()
    is_home: bool = False
    image: str = ""


def graph_properties(page: Shared) -> Iterator[tuple[str, str]]:
    """The properties of Open Graph, in a fixed order; what is empty is left out."""
    own = og_locale(page.language)
    others = dict.fromkeys(map(og_locale, page.others))
    found = [
        ("og:type", "website" if page.is_home else "article"),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", page.address),
        ("og:site_name", page.site_name),
        ("og:locale", own),
        *(("og:locale:alternate", other) for other in others if other != own),
        *(_image(page) if page.image else ()),
    ]
    return ((name, value) for name, value in found if value)


def _image(page: Shared) -> Iterator[tuple[str, str]]:
    yield "og:image", page.image
    yield "og:image:type", "image/png"
    for name, size in zip(("width", "height"), CARD_PX, strict=True):
        yield f"og:image:{name}", str(size)
    yield "og:image:alt", page.title


def card_names(page: Shared) -> Iterator[tuple[str, str]]:
    """The names of the cards of X, formerly Twitter; what is empty is left out."""
    found = [
        ("twitter:card", "summary_large_image" if page.image else "summary"),
        ("twitter:title", page.title),
        ("twitter:description", page.description),
    ]
    return ((name, value) for name, value in found if value)


def og_locale(language: Language) -> str:
    """The language with its territory, as Open Graph wants it; empty for one that CLDR lacks.

    It has no place for a script, so two scripts of a language are the same. The territory is that
    of most speakers; plain "en" is British, as the days that we write are.

    >>> [og_locale(Language(tag)) for tag in ("en", "sr", "sr-Latn", "th", "cs", "pt-BR")]
    ['en_GB', 'sr_RS', 'sr_RS', 'th_TH', 'cs_CZ', 'pt_BR']
    """
    if not language.is_known:
        return ""
    locale = language.locale
    territory = locale.territory or _likely(str(locale)).territory
    if str(locale) == "en":
        territory = "GB"
    return "_".join(filter(None, (locale.language, territory)))


def _likely(name: str) -> Locale:
    """The locale with everything that most of its speakers would add."""
    likely = get_global("likely_subtags")
    language = name.partition("_")[0]
    return Locale.parse(likely.get(name) or likely.get(language) or name)
