"""Slips of translators in the pages of the guide: what they are made of, and what becomes of them.

Markdown is known by expressions of their own here, not by the code under test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random

from cxguide.core.languages import Language
from cxguide.core.places import SourceError
from cxguide.translations.fixing import fixed_page
from cxguide.translations.remarks import structure_remarks
from cxguide.translations.sections import read_sections
from cxguide.translations.states import page_state
from cxguide.translations.structure import structure_faults
from guide_site import PATHS, ROOT

LANGUAGES = ("sr", "th", "cs")
OURS = ("calculator", "embed-builder", "glossary", "journey", "picture", "sources", "translations")
_HEADING = re.compile(r"#{1,6} ")
_FENCE = re.compile(r"[ ]*(?P<signs>`{3,})")


@dataclass(frozen=True)
class TranslatedPage:
    """A translated page and the English one."""

    tag: str
    file: str
    text: str
    original: str
    original_file: str

    @property
    def is_current(self) -> bool:
        pages = (
            read_sections(self.original, self.original_file),
            read_sections(self.text, self.file),
        )
        return page_state(*pages, tag=self.tag, path="", file=self.file).is_current

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def prose(self) -> list[int]:
        """The lines that are neither front matter nor in a fence."""
        inside = {
            line for name in ((), OURS) for fence in self.fences(*name) for line in range(*fence)
        }
        return [
            n for n in range(self.lines.index("---", 1) + 1, len(self.lines)) if n not in inside
        ]

    @property
    def headings(self) -> list[int]:
        return [index for index in self.prose if _HEADING.match(self.lines[index])]

    def section(self, index: int) -> tuple[int, int]:
        """The lines from the heading before a line to the next one."""
        starts = [0, *self.headings, len(self.lines)]
        begin = max(start for start in starts if start <= index)
        return begin, min(start for start in starts if start > index)

    def fences(self, *names: str) -> list[tuple[int, int]]:
        """First line and the line after the last of the fences with a name; all plain without."""
        found, begun, signs = [], 0, ""
        for index, line in enumerate(self.lines):
            match = _FENCE.match(line)
            if match and not signs:
                begun, signs = index, match["signs"]
            elif signs and line.strip() == signs:
                name, signs = self.lines[begun].strip().strip("`"), ""
                if name in names or (not names and name not in OURS):
                    found.append((begun, index + 1))
        return found


@dataclass(frozen=True)
class Slip:
    """A page with a slip, and the lines where it may be told, counted from 1."""

    text: str
    near: range


Change = Callable[[TranslatedPage, Random], "Slip | None"]


@dataclass(frozen=True)
class Kind:
    """A kind of slip.

    Attributes:
        check: the name of the check that has to find it; none for errors.
        is_mended: whether `fix` takes it back.
    """

    name: str
    change: Change
    check: str = ""
    is_mended: bool = False


KINDS: dict[str, Kind] = {}


def kind(name: str, *, check: str = "", mended: bool = False) -> Callable[[Change], Change]:
    def known(change: Change) -> Change:
        KINDS[name] = Kind(name, change, check, mended)
        return change

    return known


@dataclass(frozen=True)
class Outcome:
    """What became of a page with a slip."""

    page: TranslatedPage
    slip: Slip
    told: tuple[SourceError, ...]
    fixed: str = field(repr=False)
    fixed_twice: str = field(repr=False)
    faults_after: tuple[SourceError, ...]

    @property
    def is_told(self) -> bool:
        """Whether it is told with what to do, near the place where it was made."""
        return any(
            one.place.file == self.page.file and one.place.line in self.slip.near and one.fix
            for one in self.told
        )

    @property
    def is_mended(self) -> bool:
        return self.fixed == self.page.text or not self.faults_after


@cache
def pages() -> tuple[TranslatedPage, ...]:
    """All translated pages of the guide, and one with what they do not have.

    A page that waits for its translator differs from the English one, and rightly so.
    """
    case = ROOT / "tests" / "cases" / "translated"
    texts = [(case / f"{tag}.md").read_text("utf-8") for tag in ("cs", "en")]
    found = [
        TranslatedPage("cs", "docs/cs/everything.md", texts[0], texts[1], "docs/en/everything.md")
    ]
    for tag in LANGUAGES:
        for path in PATHS:
            ours, theirs = (f"docs/{one}/{path or 'index'}.md" for one in (tag, "en"))
            text, original = ((ROOT / file).read_text("utf-8") for file in (ours, theirs))
            page = TranslatedPage(tag, ours, text, original, theirs)
            if page.is_current:
                found.append(page)
    return tuple(found)


def faults(page: TranslatedPage, text: str) -> tuple[SourceError, ...]:
    return structure_faults(
        text, page.file, original=page.original, original_file=page.original_file
    )


def remarks(page: TranslatedPage, text: str) -> tuple[SourceError, ...]:
    return structure_remarks(
        text,
        page.file,
        original=page.original,
        original_file=page.original_file,
        language=Language(page.tag),
    )


def fixed(page: TranslatedPage, text: str) -> str:
    return fixed_page(
        text, file=page.file, original=page.original, original_file=page.original_file
    ).text


@cache
def outcomes(name: str) -> tuple[Outcome, ...]:
    """One slip of a kind in every page that it fits."""
    return tuple(_outcomes(KINDS[name]))


def _outcomes(one: Kind) -> Iterator[Outcome]:
    for page in pages():
        slip = one.change(page, Random(f"{one.name} {page.file}"))
        if slip is None:
            continue
        told = faults(page, slip.text) if not one.check else remarks(page, slip.text)
        right = tuple(fault for fault in told if fault.check == one.check)
        mended = fixed(page, slip.text) if one.is_mended else slip.text
        again = fixed(page, mended) if one.is_mended else mended
        after = (*faults(page, mended), *remarks(page, mended)) if one.is_mended else ()
        yield Outcome(page, slip, right, mended, again, after)


def slip_at(page: TranslatedPage, lines: list[str], *changed: int) -> Slip:
    """The slip whose sections begin and end, in the page as it is now, around these lines."""
    now = TranslatedPage(page.tag, page.file, "\n".join(lines), page.original, page.original_file)
    sections = [now.section(min(index, len(lines) - 1)) for index in changed]
    first, end = min(begin for begin, _ in sections), max(end for _, end in sections)
    return Slip(now.text, range(first + 1, end + 2))


def chosen(random: Random, places: list[int]) -> int | None:
    return random.choice(places) if places else None


def with_line(page: TranslatedPage, index: int, line: str) -> Slip:
    lines = page.lines
    lines[index] = line
    return slip_at(page, lines, index)


def without_block(page: TranslatedPage, begin: int, end: int) -> Slip:
    """The page without some lines, and without the empty line after them."""
    lines = page.lines
    del lines[begin : end + (end < len(lines) and not lines[end])]
    return slip_at(page, lines, begin - 1)


def with_heading(page: TranslatedPage, random: Random, change: Callable[[str], str]) -> Slip:
    index = random.choice(page.headings)
    return with_line(page, index, change(page.lines[index]))


def drops(pattern: re.Pattern[str], new: str = "") -> Change:
    def change(page: TranslatedPage, random: Random) -> Slip | None:
        index = chosen(random, [n for n in page.prose if pattern.search(page.lines[n])])
        if index is None:
            return None
        line = page.lines[index]
        found = random.choice([*pattern.finditer(line)])
        return with_line(
            page, index, line[: found.start()] + found.expand(new) + line[found.end() :]
        )

    return change
