"""Sources that pages and calculators name, collected on one page with their state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from cxguide.core.catalogs import Texts
from cxguide.core.templating import rendered

__all__ = [
    "Link",
    "Named",
    "PageSources",
    "listed_items",
    "metric_sources_html",
    "page_sources_html",
]

_ITEM = re.compile(r"[-*+] +(?P<text>.*)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_IN_A_LANGUAGE = re.compile(r'<span lang="([A-Za-z-]+)">([^<]*)</span>')


@dataclass(frozen=True, slots=True)
class Link:
    """A page or a calculator by its name; `language` where the name is in another one."""

    name: str
    address: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class PageSources:
    """A page and the sources that it names, each with its state, as written there."""

    page: Link
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A source of calculators.

    Attributes:
        text: the citation, or what it is in our own words.
        language: of the text where it is not the page's: citations are not translated.
        status: whether we have read it, in words.
        used_by: the calculators that rest on it.
    """

    text: str
    language: str
    status: str
    used_by: tuple[Link, ...]


def listed_items(lines: Iterable[str]) -> tuple[str, ...]:
    """The items of the lists in a section of a page, as plain text; a long one may go on below.

    >>> listed_items(["", "- Bain, [pages](x.md): *groups*.", "  Read.", "", "All else is ours."])
    ('Bain, pages: groups. Read.',)
    """
    items: list[str] = []
    is_open = False
    for line in lines:
        if begun := _ITEM.fullmatch(line.strip()):
            items.append(begun["text"])
            is_open = True
        elif is_open and line.startswith(" ") and line.strip():
            items[-1] += f" {line.strip()}"
        else:
            is_open = False
    return tuple(_MARKS.sub("", _LINK.sub(r"\1", item)).strip() for item in items)


def page_sources_html(pages: Iterable[PageSources], texts: Texts) -> str:
    """A list of pages, each with its sources."""
    shown = tuple(
        replace(page, sources=tuple(_with_languages(one) for one in page.sources)) for page in pages
    )
    return rendered("page/sources.html.jinja", texts, pages=shown, named=())


def _with_languages(source: str) -> Markup:
    """The text in HTML; of what stands in another language it still says so.

    >>> _with_languages('R & D, <span lang="en">A Book</span>, <b>')
    Markup('R &amp; D, <span lang="en">A Book</span>, &lt;b&gt;')
    """
    shown, end = Markup(), 0
    for found in _IN_A_LANGUAGE.finditer(source):
        words = Markup('<span lang="{}">{}</span>').format(found[1], found[2])
        shown, end = shown + source[end : found.start()] + words, found.end()
    return shown + escape(source[end:])


def metric_sources_html(named: Iterable[Named], texts: Texts) -> str:
    """A table of sources, their state, and the calculators that rest on them."""
    return rendered("page/sources.html.jinja", texts, pages=(), named=tuple(named))
