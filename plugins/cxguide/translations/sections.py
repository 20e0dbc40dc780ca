"""The sections of a page: what stands below one heading, up to the next of any level."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cxguide.core.most_pages import MOST_PAGES
from cxguide.core.places import Place
from cxguide.translations.front_matter import first_line_after, front_matter
from cxguide.translations.page_source import read_page
from cxguide.translations.prose import lines_of_prose, words_in

if TYPE_CHECKING:
    from cxguide.translations.headings import Heading

__all__ = ["META", "PageSections", "Section", "fingerprint", "read_sections"]

META = "_meta"
"""Stands for the title and the description in the front matter; no id can look like it."""
DIGITS = 7
_SHOWN_BY_SEARCH = ("title", "description")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that is translated as a whole.

    Attributes:
        id: of its heading, or `META`.
        heading: `None` for the front matter.
        place: where it begins.
        last_line: of it, counted from 1.
        words: of its heading and of all prose in it, in reading order.
        prose: the same as readers see it, a line for each block.
    """

    id: str
    heading: Heading | None
    place: Place
    last_line: int
    words: tuple[str, ...]
    prose: str

    @property
    def fingerprint(self) -> str:
        """What its words come to; see `fingerprint`."""
        return fingerprint(self.words)


@dataclass(frozen=True, slots=True)
class PageSections:
    """A page by its sections.

    Attributes:
        file: the page as an editor knows it.
        sections: with an id, in reading order; the front matter comes first where a page has one.
        settings: of the front matter that are texts, by name, with their lines.
    """

    file: str
    sections: tuple[Section, ...]
    settings: Mapping[str, tuple[str, int]]

    def section(self, name: str) -> Section | None:
        """The section with an id, if the page has it."""
        return next((one for one in self.sections if one.id == name), None)


def fingerprint(words: Iterable[str]) -> str:
    """Seven hexadecimal digits that stand for a sequence of words.

    Another wrapping, emphasis, punctuation or target of a link leaves them as they are; any other
    word, or another order, changes them: but for one case in 268 million.

    >>> fingerprint(["Formula", "It", "is"])
    'b5538ab'
    """
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:DIGITS]


@lru_cache(maxsize=MOST_PAGES)  # status, check and build ask for the same pages
def read_sections(text: str, file: str) -> PageSections:
    """The sections of a page from its Markdown source, front matter included."""
    lines = text.splitlines()
    first = first_line_after(lines)
    settings = front_matter(text)
    prose = list(lines_of_prose("\n".join([*[""] * first, *lines[first:]])))
    headings = read_page(text, file).headings
    ends = [*(heading.place.line - 1 for heading in headings[1:]), len(lines)]
    sections = []
    if shown := [settings[name] for name in _SHOWN_BY_SEARCH if name in settings]:
        text = "\n".join(value for value, _ in shown)
        place = Place(file, shown[0][1])
        sections.append(Section(META, None, place, first, words_in(text), text))
    for heading, end in zip(headings, ends, strict=True):
        if heading.id is not None:
            start = heading.place.line
            text = "\n".join(shown.strip() for line, shown in prose if start <= line <= end)
            place = heading.place
            sections.append(Section(heading.id, heading, place, end, words_in(text), text))
    return PageSections(file, tuple(sections), settings)
