"""The headings, fences and tables of a Markdown page, found line by line.

Reads what Python-Markdown will read, without running it: signs inside code, comments and
indented code are not headings; those inside lists and admonitions are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cxguide.core.most_pages import MOST_PAGES
from cxguide.core.places import Place, SourceError
from cxguide.core.source_text import SourceText
from cxguide.translations.classes import mistyped_classes
from cxguide.translations.fenced import EMBED_KEYS, Fenced, OpenFence, is_in_container
from cxguide.translations.front_matter import first_line_after
from cxguide.translations.headings import Heading, read_heading, read_html_heading
from cxguide.translations.tables import NO_TEXT, Table, read_tables

__all__ = ["Embed", "PageShape", "fences_in", "read_page"]

_UNDERLINE = re.compile(r"(=+|-+)[ ]*")


@dataclass(frozen=True, slots=True)
class Embed:
    """A calculator or a map in a page.

    Attributes:
        kind: name of the fence.
        which: the metric or the map, `""` where the fence does not say it.
        section: id of the heading it stands under, `None` before the first one.
        content: what is written in the fence.
    """

    kind: str
    which: str
    section: str | None
    place: Place
    content: SourceText

    def __str__(self) -> str:
        return f"{self.kind} {self.which!r}" if self.which else self.kind

    @property
    def names(self) -> tuple[str, str]:
        """What makes it the same one in another language."""
        return self.kind, self.which


@dataclass(frozen=True)
class PageShape:
    """What of a page has to be the same in every language.

    Attributes:
        class_faults: of classes that were probably meant to be others.
    """

    file: str
    line_count: int
    headings: tuple[Heading, ...]
    embeds: tuple[Embed, ...]
    fences: tuple[Fenced, ...]
    tables: tuple[Table, ...] = ()
    class_faults: tuple[SourceError, ...] = ()

    def section_place(self, section: str | None) -> Place:
        """Where the section with an id begins; the page where it has none."""
        for heading in self.headings:
            if heading.id is not None and heading.id == section:
                return heading.place
        return Place(self.file)

    def tables_in(self, section: str | None) -> tuple[Table, ...]:
        """The tables below the heading with an id, before the next; `None`: before the first."""
        return tuple(table for table in self.tables if self._section_at(table.place) == section)

    def _section_at(self, place: Place) -> str | None:
        before = [heading.id for heading in self.headings if heading.place.line < place.line]
        return before[-1] if before else None


def fences_in(text: str, file: str) -> tuple[Fenced, ...]:
    r"""All fences of a page, in reading order.

    >>> fences_in("> ```calculator\n> metric: nps\n>\n> form: short\n> ```", "a.md")[0].content.text
    'metric: nps\n\nform: short'
    """
    # Two signs open none, which is a flaw of what was meant as one.
    return read_page(text, file).fences if "``" in text or "~~" in text else ()


@lru_cache(maxsize=MOST_PAGES)  # several plugins ask for the shape of the same page
def read_page(text: str, file: str) -> PageShape:
    """The shape of a page from its Markdown source, front matter included."""
    lines = text.splitlines()
    headings: list[Heading] = []
    embeds: list[Embed] = []
    fences: list[Fenced] = []
    fence: OpenFence | None = None
    in_comment = False
    first = first_line_after(lines)
    shown = [NO_TEXT] * len(lines)
    for index in range(first, len(lines)):
        line = lines[index]
        if fence is not None:
            fence.add(line)
            if fence.is_closed_by(line):
                embeds += _embed(fence, headings)
                fences.append(fence.ended())
                fence = None
        elif in_comment:
            in_comment = "-->" not in line
        elif (begun := OpenFence.beginning(lines, index, file)) is not None:
            if begun.is_open_in(lines[index + 1 :]):
                begun.flaw = begun.flaw or "end"
                fences.append(begun.ended())
            else:
                fence = begun
        elif line.lstrip().startswith("<!--"):
            in_comment = "-->" not in line
        else:
            shown[index] = line
            heading = _heading(lines, index, Place(file, index + 1))
            if heading is not None:
                headings.append(heading)
    return PageShape(
        file,
        len(lines),
        tuple(headings),
        tuple(embeds),
        tuple(fences),
        read_tables(lines, shown, file),
        tuple(mistyped_classes(shown, file)),
    )


def _embed(fence: OpenFence, headings: list[Heading]) -> list[Embed]:
    key = EMBED_KEYS.get(fence.name)
    if key is None:
        return []
    value = re.compile(rf"""[{{,]?\s*["']?{key}["']?\s*:\s*["']?(?P<which>[\w-]+)""")
    found = (value.match(line.strip(" \t>")) for line in fence.lines)
    which = next((match["which"] for match in found if match is not None), "")
    section = headings[-1].id if headings else None
    return [Embed(fence.name, which, section, fence.place, fence.ended().content)]


def _heading(lines: list[str], index: int, place: Place) -> Heading | None:
    line = lines[index]
    text = line.lstrip(" \t>")
    indent = len(line) - len(text)
    if text.startswith("#") and (indent == 0 or is_in_container(lines, index)):
        return read_heading(text, replace(place, column=indent + 1))
    if text[:2].lower() == "<h":
        return read_html_heading(text, replace(place, column=indent + 1))
    underline = lines[index + 1] if index + 1 < len(lines) else ""
    begins_block = index == 0 or not lines[index - 1].strip()
    if indent == 0 and text and begins_block and _UNDERLINE.fullmatch(underline):
        level = 1 if underline.startswith("=") else 2
        # Its words and attributes are read as if it had been written with signs.
        heading = read_heading("#" * level + " " + text, place)
        return replace(heading, is_underlined=True) if heading is not None else None
    return None
