"""Slips in the beginning of a line, and signs that cut a text, in an editor's words.

YAML takes most of them for a part of the text before: it joins lines, ends a text at a `#`, and
knows only ordinary spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxguide.core.key_slips import lost_colon
from cxguide.core.places import Place, SourceError, short
from cxguide.core.source_text import SourceText

__all__ = [
    "Scalar",
    "joined_line",
    "line_slip",
    "no_break_fault",
    "quoted",
    "sign_faults",
    "sign_slip",
]

_NO_BREAK_SPACES = "\xa0\u2007\u202f"
_NO_BREAK_SPACE = re.compile(
    # Nothing is given back: runs of spaces are read once, however long they are.
    rf"^[ ]*+(?:-[ ]++)*+-?[ ]*+(?P<begins>[{_NO_BREAK_SPACES}])"
    rf"|(?:^[ ]*+(?:-[ ]++)*+|[{{,][ ]*+)[\w-]++"
    rf"(?:[ ]*+(?P<before>[{_NO_BREAK_SPACES}])\s*+:(?=\s|$)"
    rf"|[ ]*+:[ ]*+(?P<after>[{_NO_BREAK_SPACES}]))",
    re.M,
)
_CUT = re.compile(r"(?<=[ \t])#(?=[^\s#])")
_COMMENT = re.compile(r"(?:(?<=[ \t])|^)#", re.M)
_KEY = re.compile(r"\s*(?:-\s+)*[\w-]+:\s*|\s*(?:-\s+)+")
_BULLET = re.compile(r"(?P<sign>-(?=[^\s\d.-])|[•‣·∙▪–—*](?=\s*\w))\s*(?P<text>.*)")
_WORDS = re.compile(r"(?P<key>[A-Za-z][\w-]*)( +(?P<value>\S.*))?")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text or number of a file, from its first character to the one after its last.

    Attributes:
        is_marked: it stands in quotes or below `>-`, so that all signs in it are its own.
    """

    start: int
    end: int
    is_marked: bool


def sign_faults(source: SourceText, scalars: Iterable[Scalar], end: int) -> Iterator[SourceError]:
    """The faults of `#` that cut a text, and of no-break spaces where YAML wants ordinary ones.

    Args:
        source: the text.
        scalars: those that were read.
        end: how far the text is looked at, as far as its scalars are known.
    """
    known = _Known(scalars)
    for found in _NO_BREAK_SPACE.finditer(source.text, 0, end):
        index = max(found.start(name) for name in ("begins", "before", "after"))
        if (inside := known.at(index)) is None or not inside.is_marked or inside.start == index:
            yield no_break_fault(source.position(index), _line_at(source.text, index))
    line_end = -1
    for found in _CUT.finditer(source.text, 0, end):
        index = found.start()
        if index < line_end:
            continue  # a line has one comment, however many signs stand in it
        begins = source.text.rfind("\n", 0, index) + 1
        before = source.text[begins:index]
        line_end = source.text.find("\n", index) % (len(source.text) + 1)
        comments = (one.start() for one in _COMMENT.finditer(source.text, begins, line_end))
        first = next((one for one in comments if known.at(one) is None), -1)
        if first < 0 or not _CUT.match(source.text, first) or not before.strip():
            continue
        index, before = first, source.text[begins:first]
        if not before.strip():
            continue
        key = _KEY.match(before)
        text = source.text[begins + (key.end() if key else 0) :].partition("\n")[0].strip()
        is_text = key is not None and not text.startswith(("{", "[", '"', "'", ">", "|"))
        yield SourceError(
            source.position(index),
            f"what follows '#' is a comment: found {short(repr(_rest(source.text, index)))}",
            fix=f"put quotes around the text{': ' + quoted(text) if is_text else ''}, "
            "or write a space after '#' if it is a comment",
        )


def no_break_fault(place: Place, line: str) -> SourceError:
    """The fault of a no-break space where an ordinary one is needed."""
    shown = re.sub(f"[{_NO_BREAK_SPACES}]", "␣", line.strip(" "))
    return SourceError(
        place,
        f"a no-break space stands here (␣): found {short(repr(shown))}",
        fix="write an ordinary space",
    )


def line_slip(place: Place, text: str, *, in_list: bool) -> SourceError | None:
    """The fault of a line that is neither an item of a list nor a key with a value.

    Args:
        place: where it begins.
        text: without its indentation.
        in_list: the lines around it are items of a list.

    >>> print(line_slip(Place("a.yml"), "-Asks a neighbour", in_list=True).fix)
    write '- Asks a neighbour'
    >>> print(line_slip(Place("a.yml"), "sample_size respondents", in_list=False).fix)
    write 'sample_size: respondents'
    """
    found = f"found {short(repr(text))}"
    if (slip := sign_slip(place, text)) is not None:
        return slip
    if in_list:
        return SourceError(place, f"this line has no hyphen: {found}", fix=f"write {'- ' + text!r}")
    if (colon := lost_colon(place, text)) is not None:
        return colon
    if (words := _WORDS.fullmatch(text)) is None:
        return None
    fix = f"'{words['key']}: {words['value']}'" if words["value"] else f"'{words['key']}:'"
    return SourceError(
        place,
        f"this line has no colon: {found}",
        fix=f"write {fix}{'' if words['value'] else ' and its value'}",
    )


def sign_slip(place: Place, text: str) -> SourceError | None:
    """The fault of a line whose hyphen or colon has no space after it, or that has a bullet."""
    found = f"found {short(repr(text))}"
    if bullet := _BULLET.fullmatch(text):
        problem = (
            "a space is missing after this hyphen"
            if bullet["sign"] == "-"
            else f"an item of a list begins with '- ', not with {bullet['sign']!r}"
        )
        return SourceError(place, f"{problem}: {found}", fix=f"write '- {bullet['text']}'")
    is_key = re.match(r"\w+:(?!//)\S", text) is not None
    return lost_colon(place, text) if is_key else None


def joined_line(source: SourceText, scalar: Scalar, key_column: int, brackets: int) -> SourceError:
    """The fault of a text without quotes that goes on in a second line.

    Args:
        source: where it stands.
        scalar: the text.
        key_column: where the key of the text begins in its line, if it has one.
        brackets: how many brackets are open around it.
    """
    line = source.text.count("\n", 0, scalar.start)
    lines = source.text.split("\n")
    column = scalar.start - source.text.rfind("\n", 0, scalar.start) - 1
    before = lines[line][:column]
    number = next(n for n in range(line + 1, len(lines)) if lines[n].strip())
    text = lines[number].strip()
    place = source.place(number, len(lines[number]) - len(lines[number].lstrip()))
    hyphen = source.first_column + before.rfind("-")
    if not before.strip():
        first = lines[line].strip()
        if slip := sign_slip(source.place(line, column), first):
            return slip
        fix = "begin each line with '- '"
    elif brackets:
        fix = "write a comma at the end of the line above"
    elif before.rstrip().endswith("-"):
        fix = (
            f"begin it in column {hyphen}"
            if re.match(r"-\s", text)
            else f"begin it with '- ' in column {hyphen}"
        )
    else:
        fix = f"begin it with its key and a colon in column {key_column}"
    return SourceError(
        place,
        f"this line continues the text above: found {short(repr(text))}",
        fix=f"{fix}, or put the whole text in quotes",
    )


def quoted(text: str) -> str:
    """The text as YAML writes it in quotes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


class _Known:
    """Scalars that were read, found by the place of a character in them."""

    def __init__(self, scalars: Iterable[Scalar]) -> None:
        self._scalars = sorted(scalars, key=lambda one: one.start)
        self._starts = [one.start for one in self._scalars]

    def at(self, index: int) -> Scalar | None:
        """The scalar that holds a character; they do not overlap."""
        number = bisect_right(self._starts, index) - 1
        found = self._scalars[number] if number >= 0 else None
        return found if found is not None and index < found.end else None


def _line_at(text: str, index: int) -> str:
    return text[text.rfind("\n", 0, index) + 1 :].partition("\n")[0]


def _rest(text: str, index: int) -> str:
    return text[index:].partition("\n")[0].strip()
