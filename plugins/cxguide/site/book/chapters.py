"""The pages of a book: their order, and how a list of contents groups them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

from cxguide.core.markup import first_tag

__all__ = ["Chapter", "Group", "grouped", "in_reading_order", "next_page"]

_NEXT = re.compile(r"<(?:a|link)(?=\s)[^>]*\srel=[\"']?next\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the site that becomes a part of the book.

    Attributes:
        file: of the page, relative to the site's root, such as `cs/metrics/nps/index.html`.
        title: of the page.
        section: of the menu that holds it; with `: ` between a section and one inside it.
    """

    file: str
    title: str
    section: str = ""


@dataclass(slots=True)
class Group:
    """Chapters under one heading of the list of contents; the name may be empty."""

    name: str
    entries: list[Chapter | Group] = field(default_factory=list)


def in_reading_order(listed: Iterable[Chapter], pages: Mapping[str, str]) -> tuple[Chapter, ...]:
    """The chapters as a reader who goes from each page to the next one meets them.

    A page that no other one calls its next keeps its place among those: themes without such
    links, and pages that stand in no menu.

    Args:
        listed: in any order; the first one is where reading begins.
        pages: text of each page, by its file.
    """
    remaining = {one.file: one for one in listed}
    ordered: list[Chapter] = []
    visited: set[str] = set()
    file = next(iter(remaining), "")
    while file in pages and file not in visited:
        visited.add(file)
        if file in remaining:
            ordered.append(remaining.pop(file))
        file = next_page(pages[file], file)
    return (*ordered, *remaining.values())


def next_page(page: str, file: str) -> str:
    """The file of the page that a page calls its next; empty for none.

    >>> next_page('<link rel="next" href="../ces/">', "metrics/nps/index.html")
    'metrics/ces/index.html'
    """
    tag = first_tag(_NEXT, page)
    href = unescape((tag and tag.value("href")) or "")
    try:
        if not href or urlsplit(href).netloc:
            return ""
        path = urlsplit(urljoin(f"/{file}", href)).path.removeprefix("/")
    except ValueError:  # an address that nobody can read, such as http://[host]/
        return ""
    return f"{path}index.html" if not path or path.endswith("/") else path


def grouped(chapters: Iterable[Chapter]) -> tuple[Group, ...]:
    """The chapters under the headings of their sections, in their order.

    >>> a, b, c = Chapter("a", "A", "X"), Chapter("b", "B", "X: Y"), Chapter("c", "C", "X")
    >>> grouped([a, b, c]) == (Group("X", [a, Group("Y", [b]), c]),)
    True
    """
    groups: list[Group] = []
    for chapter in chapters:
        top = groups[-1] if groups else None
        if top is None or not _is_within(chapter.section, top.name):
            groups.append(Group(chapter.section, [chapter]))
            continue
        inner = chapter.section.removeprefix(top.name).removeprefix(": ")
        last = top.entries[-1]
        if not inner:
            top.entries.append(chapter)
        elif isinstance(last, Group) and last.name == inner:
            last.entries.append(chapter)
        else:
            top.entries.append(Group(inner, [chapter]))
    return tuple(groups)


def _is_within(section: str, top: str) -> bool:
    return section == top or bool(top and section.startswith(f"{top}: "))
