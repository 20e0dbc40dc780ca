"""The headings and fences of a Markdown page, found line by line.

Reads what Python-Markdown will read, without running it: signs inside code, comments and
indented code are not headings; those inside lists and admonitions are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

import yaml

from cxguide.core.places import Place, SourceError, nearest
from cxguide.core.sources import SourceText
from cxguide.translations.headings import Heading, read_heading, read_html_heading

__all__ = [
    "Embed",
    "Fenced",
    "PageShape",
    "comment_lines",
    "fences_in",
    "front_matter_faults",
    "read_page",
]

FRONT_MATTER = ("title", "description")
"""The settings of a page that readers and search engines see."""
EMBED_KEYS = {"calculator": "metric", "journey": "map"}
"""Our fences, and the key that says which one it is."""

_FENCE = re.compile(
    r"(?P<indent>[ \t>]*)(?P<signs>`{3,}|~{3,})(?P<rest>[ ]*\{?[ ]*\.?(?P<name>[\w-]*)[^`]*)$"
)
_ALMOST_FENCE = re.compile(rf"[ \t>]*(``|~~)[ ]*(?P<name>{'|'.join(EMBED_KEYS)})[ ]*")
_CONTAINER = re.compile(r"([!?]{3}\+?\s|[*+-]\s|\d+\.\s|:\s|\[\^[^\]]+\]:|===\+?!?\s|///)")
_SETTING = r"(title|description|template|hide|icon|status|search|tags|date):"
_ALMOST_FRONT = re.compile(rf"-(-|-{{3,}})[ ]*\n{_SETTING}")
_LATE_FRONT = re.compile(rf"\s+---[ ]*\n{_SETTING}")
_HEADLESS_FRONT = re.compile(rf"{_SETTING}[ ].*\n([^\n]+\n)*?---[ ]*$", re.M)
_OPEN_FRONT = re.compile(rf"---[ ]*\n([^\n]*\n){{0,9}}?{_SETTING}")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*")


@dataclass(frozen=True, slots=True)
class Embed:
    """A calculator or a map in a page.

    Attributes:
        kind: name of the fence.
        which: the metric or the map, `""` where the fence does not say it.
        section: id of the heading it stands under, `None` before the first one.
    """

    kind: str
    which: str
    section: str | None
    place: Place

    def __str__(self) -> str:
        return f"{self.kind} {self.which!r}"

    @property
    def names(self) -> tuple[str, str]:
        """What makes it the same one in another language."""
        return self.kind, self.which


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fence with its name, where it begins, and the text inside it.

    Attributes:
        is_closed: one that nobody closes is no fence for Markdown either; its content is empty.
        is_plain: its first line is the signs and the name alone, as Markdown wants it.
        is_even: its lines begin in the same column, where a fence may begin; Markdown shows one
            with other lines as text.
    """

    name: str
    place: Place
    content: SourceText
    is_closed: bool = True
    is_plain: bool = True
    is_even: bool = True


@dataclass(frozen=True)
class PageShape:
    """What of a page has to be the same in every language."""

    file: str
    line_count: int
    headings: tuple[Heading, ...]
    embeds: tuple[Embed, ...]
    fences: tuple[Fenced, ...]


@dataclass
class _Fence:
    name: str
    signs: str
    place: Place
    indent: str
    is_plain: bool
    is_even: bool
    lines: list[str] = field(default_factory=list)

    def is_closed_by(self, line: str) -> bool:
        text = line.strip(" \t>")
        return text == self.signs

    def fenced(self) -> Fenced:
        content = "\n".join(map(self._without_indent, self.lines))
        at = self.place
        inside = SourceText(at.file, content, at.line + 1, at.column + len(self.indent))
        return Fenced(self.name, at, inside, is_plain=self.is_plain, is_even=self.is_even)

    def _without_indent(self, line: str) -> str:
        if self.indent.strip() and not line.startswith(self.indent):
            return line.lstrip(" \t>")  # an empty line of a quote has no space behind its sign
        return line.removeprefix(self.indent)

    def compare(self, line: str) -> None:
        """Notice a line that begins before the fence does."""
        begins = ">" if self.indent.strip() else self.indent
        if line.strip() and not (line.lstrip() if begins == ">" else line).startswith(begins):
            self.is_even = False


def fences_in(text: str, file: str) -> tuple[Fenced, ...]:
    r"""All fences of a page, in reading order.

    >>> fences_in("> ```calculator\n> metric: nps\n>\n> form: short\n> ```", "a.md")[0].content.text
    'metric: nps\n\nform: short'
    """
    return read_page(text, file).fences


def comment_lines(text: str) -> frozenset[int]:
    r"""The lines of a page that stand in comments, counted from 1.

    >>> sorted(comment_lines("a\n<!--\nb\n-->\nc"))
    [2, 3, 4]
    """
    lines: set[int] = set()
    for found in re.finditer(r"<!--.*?(-->|\Z)", text, re.S):
        first = text.count("\n", 0, found.start()) + 1
        lines.update(range(first, first + found[0].count("\n") + 1))
    return frozenset(lines)


def read_page(text: str, file: str) -> PageShape:
    """The shape of a page from its Markdown source, front matter included."""
    lines = text.splitlines()
    headings: list[Heading] = []
    embeds: list[Embed] = []
    fences: list[Fenced] = []
    fence: _Fence | None = None
    in_comment = False
    for index in range(_first_line(lines), len(lines)):
        line, place = lines[index], Place(file, index + 1)
        if fence is not None:
            fence.compare(line)
            if fence.is_closed_by(line):
                if not fence.indent.strip():
                    fence.is_even &= _indent(line) == len(fence.indent)
                embeds += _embed(fence, headings)
                fences.append(fence.fenced())
                fence = None
            else:
                fence.lines.append(line)
        elif in_comment:
            in_comment = "-->" not in line
        elif (opening := _FENCE.match(line)) is not None:
            indent = opening["indent"]
            is_code = len(indent.expandtabs(4)) >= 4 and not _is_in_container(lines, index)
            is_plain = opening["rest"].strip() in {"", opening["name"]}
            begun = _Fence(opening["name"], opening["signs"], place, indent, is_plain, not is_code)
            if any(map(begun.is_closed_by, lines[index + 1 :])):
                fence = begun
            else:
                fences.append(replace(begun.fenced(), is_closed=False))
        elif (almost := _ALMOST_FENCE.fullmatch(line)) is not None:
            nothing = SourceText(file, "", index + 2)
            fences.append(Fenced(almost["name"], place, nothing, is_plain=False))
        elif line.lstrip().startswith("<!--"):
            in_comment = "-->" not in line
        else:
            heading = _heading(lines, index, place)
            if heading is not None:
                headings.append(heading)
    return PageShape(file, len(lines), tuple(headings), tuple(embeds), tuple(fences))


def front_matter_faults(
    text: str, file: str, templates: Collection[str] = ()
) -> Iterator[SourceError]:
    """What keeps MkDocs from reading the front matter, which it would then show as text.

    Args:
        text: of the page.
        file: the page as an editor knows it.
        templates: what `template` may say, if that is known.
    """
    lines = text.splitlines()
    end = _first_line(lines)
    if not end:
        if _ALMOST_FRONT.match(text):
            yield SourceError(
                Place(file),
                f"the front matter begins with {lines[0].strip()!r}",
                fix="write three hyphens, '---', before it and after it",
            )
        elif _LATE_FRONT.match(text):
            yield SourceError(
                Place(file),
                "the front matter does not begin at the very beginning of the file",
                fix="remove what stands before its first '---', also spaces and empty lines",
            )
        elif _HEADLESS_FRONT.match(text):
            yield SourceError(
                Place(file),
                "the front matter does not begin with '---'",
                fix="write '---' in a line before it",
            )
        elif _OPEN_FRONT.match(text):
            yield SourceError(
                Place(file),
                "the front matter that begins here has no end",
                fix="write three hyphens, '---', alone in a line after its last setting",
            )
        return
    try:
        content = yaml.safe_load("\n".join(lines[1 : end - 1]))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 2, mark.column + 1) if mark else Place(file)
        yield SourceError(
            place,
            f"the front matter cannot be read: {error.problem or error.context}",
            fix="write 'name: text', one a line; a text with ':', '[', '{', '#' or quotes in it "
            "stands between single quotes",
        )
        return
    if content is not None and not isinstance(content, dict):
        if not lines[1].strip():
            return  # a rule, a text and another rule
        yield SourceError(
            Place(file, 2),
            f"the front matter is not a list of settings: {str(content)[:40]!r}",
            fix="write 'title: ...' and 'description: ...', one a line, or remove it",
        )
        return
    settings = list(enumerate(lines[:end], start=1))
    for key, value in (content or {}).items():
        place = Place(file, next((n for n, line in settings if line.startswith(str(key))), 1))
        if key == "template" and templates and value not in templates:
            close = nearest(str(value), templates)
            yield SourceError(
                place,
                f"there is no template {value!r}",
                fix=f"write {close!r}" if close else "remove the setting",
            )
        close = nearest(str(key), FRONT_MATTER, likeness=0.8)
        if close is not None and close != key:
            yield SourceError(place, f"unknown setting {key!r}", fix=f"write {close!r}")


def _first_line(lines: list[str]) -> int:
    """Index of the first line after the front matter."""
    if lines and lines[0].strip() == "---":
        for index in range(1, len(lines)):
            if lines[index].strip() in {"---", "..."}:
                return index + 1
    return 0


def _embed(fence: _Fence, headings: list[Heading]) -> list[Embed]:
    key = EMBED_KEYS.get(fence.name)
    if key is None:
        return []
    value = re.compile(rf"""[{{,]?\s*["']?{key}["']?\s*:\s*["']?(?P<which>[\w-]+)""")
    found = (value.match(line.strip(" \t>")) for line in fence.lines)
    which = next((match["which"] for match in found if match is not None), "")
    return [Embed(fence.name, which, headings[-1].id if headings else None, fence.place)]


def _heading(lines: list[str], index: int, place: Place) -> Heading | None:
    line = lines[index]
    text = line.lstrip(" \t>")
    indent = len(line) - len(text)
    if text.startswith("#") and (indent == 0 or _is_in_container(lines, index)):
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


def _is_in_container(lines: list[str], index: int) -> bool:
    """Whether an indented line belongs to a list, an admonition or a quote, not to code."""
    line = lines[index]
    if line.lstrip(" \t").startswith(">"):
        return True
    indent = _indent(line)
    for number in range(index - 1, -1, -1):
        before = lines[number]
        if before.strip() and _indent(before) < indent:
            if _CONTAINER.match(before.lstrip()) is not None:
                return True
            if number == 0 or not lines[number - 1].strip():
                return False  # else the text of an item goes on there, less indented
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
