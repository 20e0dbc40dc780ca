"""The sections of a page, and those of a translation with their originals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cxguide.core.most_pages import MOST_PAGES
from cxguide.core.places import Place
from cxguide.translations.contents import Block, Contents, Found, read_contents
from cxguide.translations.fenced import EMBED_KEYS, Fenced
from cxguide.translations.front_matter import first_line_after
from cxguide.translations.page_source import read_page

if TYPE_CHECKING:
    from cxguide.translations.headings import Heading

__all__ = ["SectionShape", "read_shapes", "section_pairs"]

_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]]+\]:[ ]*\S")


@dataclass(frozen=True, slots=True)
class SectionShape:
    """What stands from a heading to the next one, of whatever level.

    Attributes:
        heading: `None` for what stands before the first one.
        first_line: of the page, counted from 1; that of the heading.
        fences: all that begin here, calculators and maps too.
    """

    file: str
    heading: Heading | None
    first_line: int
    last_line: int
    contents: Contents
    fences: tuple[Fenced, ...]

    @property
    def id(self) -> str | None:
        """That of its heading."""
        return self.heading.id if self.heading else None

    @property
    def marker(self) -> str | None:
        """What its heading says of the translation."""
        return self.heading.marker if self.heading else None

    @property
    def place(self) -> Place:
        """Of its heading, or of its first line."""
        return self.heading.place if self.heading else Place(self.file, self.first_line)

    @property
    def plain_fences(self) -> tuple[Fenced, ...]:
        """Those that show code, not a calculator or a map."""
        return tuple(fence for fence in self.fences if fence.name not in EMBED_KEYS)

    def place_of(self, one: Found | Block) -> Place:
        """Where something of its contents stands in the page."""
        return Place(self.file, self.first_line + one.line - 1, one.column)

    def line_of(self, one: Found | Block) -> str:
        """The same for a message about another page."""
        return f"{self.file}:{self.first_line + one.line - 1}"


@lru_cache(maxsize=MOST_PAGES)  # several checks ask for the sections of the same page
def read_shapes(text: str, file: str) -> tuple[SectionShape, ...]:
    r"""The sections of a page in reading order, first what stands before any heading.

    >>> [one.id for one in read_shapes("# A { #a }\n\n## B { #b }\n", "a.md")]
    [None, 'a', 'b']
    """
    shape, lines = read_page(text, file), text.splitlines()
    first = first_line_after(lines) + 1
    starts = [first, *(heading.place.line for heading in shape.headings)]
    ends = [*(line - 1 for line in starts[1:]), len(lines)]
    definitions = "\n".join(line for line in lines if _DEFINITION.match(line))
    return tuple(
        SectionShape(
            file,
            heading,
            start,
            end,
            read_contents("\n".join(lines[start - 1 : end]), definitions),
            tuple(fence for fence in shape.fences if start <= fence.place.line <= end),
        )
        for heading, start, end in zip((None, *shape.headings), starts, ends, strict=True)
    )


def section_pairs(
    page: Sequence[SectionShape], original: Sequence[SectionShape]
) -> Iterator[tuple[SectionShape, SectionShape]]:
    """Sections of a translation with those they translate, by the ids of their headings."""
    theirs = {section.id: section for section in reversed(original)}
    seen: set[str | None] = set()
    for section in page:
        if section.id in theirs and section.id not in seen:
            seen.add(section.id)
            yield section, theirs[section.id]
