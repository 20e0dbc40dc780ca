"""Slips of translators, made by a program: one of each kind in every page that it fits.

The kinds know Markdown by expressions of their own, not by the code under test.
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
from cxguide.translations.structure import structure_faults
from guide_site import PATHS, ROOT

LANGUAGES = ("sr", "th", "cs")
OURS = ("calculator", "glossary", "journey", "picture", "sources")
_HEADING = re.compile(r"#{1,6} ")
_FENCE = re.compile(r"[ ]*(?P<signs>`{3,})")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<target>[^)]*)\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_CODE = re.compile(r"`[^`]+`")
_PERCENT = re.compile(r"(?<![\d.,])\d+(?=[ \u00a0]?%)")
_ITEM = re.compile(r"[ ]*(?:- |\d+\. )")
_NO_PARAGRAPH = re.compile(r"#|\||>|<|!|=|\{|[ ]*(?:- |\d+\. )|\[\^|[ ]{4}")


@dataclass(frozen=True)
class TranslatedPage:
    """A translated page and the English one."""

    tag: str
    file: str
    text: str
    original: str
    original_file: str

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
    """All translated pages of the guide, and one with what they do not have."""
    case = ROOT / "tests" / "cases" / "translated"
    texts = [(case / f"{tag}.md").read_text("utf-8") for tag in ("cs", "en")]
    found = [
        TranslatedPage("cs", "docs/cs/everything.md", texts[0], texts[1], "docs/en/everything.md")
    ]
    for tag in LANGUAGES:
        for path in PATHS:
            ours, theirs = (f"docs/{one}/{path or 'index'}.md" for one in (tag, "en"))
            text, original = ((ROOT / file).read_text("utf-8") for file in (ours, theirs))
            found.append(TranslatedPage(tag, ours, text, original, theirs))
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


def _slip(page: TranslatedPage, lines: list[str], *changed: int) -> Slip:
    """The slip whose sections begin and end, in the page as it is now, around these lines."""
    now = TranslatedPage(page.tag, page.file, "\n".join(lines), page.original, page.original_file)
    sections = [now.section(min(index, len(lines) - 1)) for index in changed]
    first, end = min(begin for begin, _ in sections), max(end for _, end in sections)
    return Slip(now.text, range(first + 1, end + 2))


def _chosen(random: Random, places: list[int]) -> int | None:
    return random.choice(places) if places else None


def _with_line(page: TranslatedPage, index: int, line: str) -> Slip:
    lines = page.lines
    lines[index] = line
    return _slip(page, lines, index)


def _without_block(page: TranslatedPage, begin: int, end: int) -> Slip:
    """The page without some lines, and without the empty line after them."""
    lines = page.lines
    del lines[begin : end + (end < len(lines) and not lines[end])]
    return _slip(page, lines, begin - 1)


def _with_heading(page: TranslatedPage, random: Random, change: Callable[[str], str]) -> Slip:
    index = random.choice(page.headings)
    return _with_line(page, index, change(page.lines[index]))


@kind("dropped section")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    begin, end = page.section(random.choice(page.headings[1:]))
    lines = page.lines
    del lines[begin:end]
    return _slip(page, lines, begin - 1)


@kind("swapped sections")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    number = random.randrange(1, len(page.headings) - 1)
    first, second = page.headings[number : number + 2]
    end, lines = page.section(second)[1], page.lines
    lines[first:end] = [*lines[second:end], *lines[first:second]]
    return _slip(page, lines, first, end - 1)


@kind("wrong level", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _with_heading(page, random, lambda line: f"#{line}")


@kind("translated id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _with_heading(page, random, lambda line: re.sub(r"#[a-z][\w-]*", "#prelozeno", line))


@kind("id in another script", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _with_heading(page, random, lambda line: re.sub(r"#[a-z][\w-]*", "#формула", line))


@kind("lost id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _with_heading(
        page, random, lambda line: re.sub(r" \{ #[\w-]+ \}| #[a-z][\w-]*", "", line)
    )


@kind("broken id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _with_heading(page, random, lambda line: f"{line}}}")


@kind("duplicated id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    index, other = random.sample(page.headings, 2)
    found = re.search(r"#[a-z][\w-]*", page.lines[other])
    assert found is not None
    line = re.sub(r"#[a-z][\w-]*", found[0], page.lines[index])
    lines = page.lines
    lines[index] = line
    return _slip(page, lines, index, other)


@kind("lost class", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = _chosen(random, [n for n in page.headings if " ." in page.lines[n]])
    if index is None:
        return None
    return _with_line(page, index, re.sub(r" \.[\w-]+", "", page.lines[index]))


def _drops_fence(*names: str) -> Change:
    def change(page: TranslatedPage, random: Random) -> Slip | None:
        found = page.fences(*names)
        return _without_block(page, *random.choice(found)) if found else None

    return change


kind("dropped calculator", mended=True)(_drops_fence("calculator"))
kind("dropped map", mended=True)(_drops_fence("journey"))
kind("dropped picture", mended=True)(_drops_fence("picture"))


@kind("dropped code", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found = [one for one in page.fences() if page.lines[one[0]].startswith("```")]
    return _without_block(page, *random.choice(found)) if found else None


@kind("changed value of a calculator", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    inside = [n for fence in page.fences("calculator") for n in range(*fence)]
    index = _chosen(random, [n for n in inside if re.match(r"inputs: .*\d", page.lines[n])])
    if index is None:
        return None
    return _with_line(page, index, re.sub(r"(\d)(?!.*\d)", r"\g<1>7", page.lines[index]))


@kind("swapped calculators", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found = page.fences("calculator")
    lines, one = page.lines, random.randrange(max(len(found) - 1, 1))
    if len(found) < 2:
        return None
    (begin, end), (later, last) = found[one], found[one + 1]
    first, second = lines[begin:end], lines[later:last]
    lines[later:last], lines[begin:end] = first, second
    return _slip(page, lines, begin, later) if first[1] != second[1] else None


@kind("moved calculator", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found, lines = page.fences("calculator"), page.lines
    if not found:
        return None
    begin, end = random.choice(found)
    fence = [*lines[begin:end], ""]
    home = page.section(begin)
    others = [n for n in page.headings if n != home[0] and not any(
        n < one < page.section(n)[1] for one, _ in found)]  # fmt: skip
    target = random.choice(others) + 2
    for at, new in sorted([(begin, None), (target, fence)], key=lambda one: -one[0]):
        lines[at : at + (0 if new else len(fence))] = new or []
    return _slip(page, lines, home[0], target if target < begin else target - len(fence))


def _drops(pattern: re.Pattern[str], new: str = "") -> Change:
    def change(page: TranslatedPage, random: Random) -> Slip | None:
        index = _chosen(random, [n for n in page.prose if pattern.search(page.lines[n])])
        if index is None:
            return None
        line = page.lines[index]
        found = random.choice([*pattern.finditer(line)])
        return _with_line(
            page, index, line[: found.start()] + found.expand(new) + line[found.end() :]
        )

    return change


kind("dropped image")(_drops(_IMAGE))
kind("image without words")(_drops(re.compile(r"!\[[^\]]+\]"), "![]"))
kind("changed path of an image", mended=True)(_drops(re.compile(r"(?<=assets/)\w+(?=\.png)"), "x"))
kind("lost reference of a footnote")(_drops(re.compile(r"\[\^\w+\](?!:)")))
kind("lost footnote")(_drops(re.compile(r"^\[\^\w+\]: ")))


@kind("dropped row of a table")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    rows = [n for n in page.prose if page.lines[n].startswith("|")
            and page.lines[n - 2].startswith("|")]  # fmt: skip
    index = _chosen(random, rows)
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return _slip(page, lines, index - 1)


@kind("dropped column of a table")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = _chosen(random, [n for n in page.prose if page.lines[n].startswith("| ---")])
    if index is None:
        return None
    lines, row = page.lines, index - 1
    while lines[row].startswith("|"):
        lines[row] = "|" + "|".join(lines[row].split("|")[2:])
        row += 1
    return _slip(page, lines, index)


@kind("dropped item", check="lists")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    items = [n for n in page.prose if _ITEM.match(page.lines[n])]
    several = [n for n in items if n - 1 in items or n + 1 in items]
    index = _chosen(random, several)
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return _slip(page, lines, index - 1)


def _paragraphs(page: TranslatedPage) -> list[int]:
    lines = page.lines
    return [
        n
        for n in page.prose
        if lines[n] and not lines[n - 1] and not lines[n + 1] and not _NO_PARAGRAPH.match(lines[n])
    ]


@kind("dropped paragraph", check="blocks")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = random.choice(_paragraphs(page))
    return _without_block(page, index, index + 1)


@kind("paragraph in two", check="blocks")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index, lines = random.choice(_paragraphs(page)), page.lines
    words = lines[index].split(" ")
    half = max(len(words) // 2, 1)
    lines[index : index + 1] = [" ".join(words[:half]), "", " ".join(words[half:]) or "x"]
    return _slip(page, lines, index)


kind("dropped quote", check="blocks")(_drops(re.compile(r"^> ")))
kind("dropped admonition", check="blocks")(_drops(re.compile(r"^!!! .*")))


@kind("wrong target", check="links")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return _drops(re.compile(r"(?<=\]\()[^)#:]+(?=[)#])"), "../wrong.md")(page, random)


kind("wrong fragment", check="links", mended=True)(
    _drops(re.compile(r"(?<=\.md)#[\w-]+(?=\))"), "#wrong")
)
kind("link without its fragment", check="links", mended=True)(
    _drops(re.compile(r"(?<=\.md)#[\w-]+(?=\))"))
)
kind("dropped link", check="links")(_drops(_LINK, r"\g<words>"))
kind("wrong host", check="links")(_drops(re.compile(r"(?<=\]\(https://)[^/)]+"), "else.example"))


@kind("link into English", check="links", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    folder = page.file.count("/") - 1
    new = "../" * folder + "en/" + "/".join(page.file.split("/")[2:-1])
    pattern = re.compile(r"(?<=\]\()(?=[\w/-]+\.md)")
    return _drops(pattern, f"{new.rstrip('/')}/")(page, random)


kind("dropped inline code", check="code")(_drops(_CODE))
kind("changed percentage", check="numbers")(_drops(_PERCENT, "93"))


@kind("changed line of code", check="code")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    inside = [n for begin, end in page.fences() for n in range(begin + 1, end - 1)]
    index = _chosen(random, [n for n in inside if page.lines[n].strip()])
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return _slip(page, lines, index - 1)
