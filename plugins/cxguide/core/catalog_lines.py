"""The lines of a catalog file, which Babel's reader does not keep apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel.messages.pofile import denormalize, normalize

from cxguide.core.line_slips import no_break_fault
from cxguide.core.places import Faults, Place, SourceError, SourceFaults
from cxguide.core.source_text import SourceText

__all__ = [
    "NO_ENGLISH",
    "EntryLines",
    "empty_english",
    "lines_by_key",
    "marked",
    "refuse_broken_lines",
    "refuse_halves",
    "refuse_repeated_keys",
]

NO_ENGLISH = "(empty)"
"""Stands for the empty `msgid` of a text: Babel would take its translation for the header."""

_EMPTY_ENGLISH = re.compile(r'^(msgctxt "[^\n]*"\n(?:"[^\n]*"\n)*msgid )""[ \t]*\n(?!")', re.M)
_PO_LINE = re.compile(
    r'(#.*)?|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s+)?"([^"\\]|\\["\\abfnrtv])*"'
)

_NO_BREAK_SPACE = re.compile(r'(?!\s*#)([^"]|"([^"\\]|\\.)*")*?[\xa0\u2007\u202f]')
"""A line up to one outside its quotes."""
_LINE = re.compile(r'(?P<keyword>msgctxt|msgid|msgstr)\s+(?P<text>".*")')


@dataclass(slots=True)
class EntryLines:
    """On which lines the three parts of an entry begin, counted from 1; 0 for a part that lacks."""

    key: str = ""
    msgctxt: int = 0
    msgid: int = 0
    msgstr: int = 0


def lines_by_key(text: str) -> Mapping[str, EntryLines]:
    """The lines of every entry with a key."""
    return {entry.key: entry for entry in _entries(text) if entry.msgctxt}


def marked(text: str) -> str:
    """The text with `NO_ENGLISH` for every `msgid` that is empty and not that of the header."""
    return _EMPTY_ENGLISH.sub(lambda found: f'{found[1]}"{NO_ENGLISH}"\n', text)


def refuse_broken_lines(text: str, name: str) -> None:
    """Refuse lines that Babel would read as if nothing were wrong, as without a closing quote.

    Raises:
        SourceFaults: for each of them.
    """
    faults = Faults()
    for number, line in enumerate(text.splitlines(), start=1):
        if (space := _NO_BREAK_SPACE.match(line)) is not None:
            faults.add(no_break_fault(Place(name, number, space.end()), line))
        elif not _PO_LINE.fullmatch(line.strip()):
            faults.add(
                SourceError(
                    Place(name, number),
                    f"this is not a line of a .po file: {line.strip()[:60]!r}",
                    fix='write a comment (#), or msgctxt, msgid or msgstr with a text in "quotes"; '
                    r"a quote inside it is \", a backslash \\",
                )
            )
    faults.raise_if_any()


def refuse_repeated_keys(text: str, name: str) -> None:
    """Refuse a key twice: Babel keeps the last entry, and both where their English differs.

    Raises:
        SourceFaults: for each of them.
    """
    faults = Faults()
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("msgctxt "):
            continue
        key = line.strip().removeprefix("msgctxt ")
        if key in lines:
            faults.add(
                SourceError(
                    Place(name, number),
                    f"the key {denormalize(key)!r} stands on line {lines[key]} already",
                    fix="keep the better one of the two entries",
                )
            )
        lines.setdefault(key, number)
    faults.raise_if_any()


def refuse_halves(text: str, file: str) -> None:
    """Refuse a key without its `msgid`: Babel would give its translation to the next text.

    Raises:
        SourceFaults: for each of them.
    """
    source = SourceText(file, text)
    faults = [
        SourceError(
            source.place(entry.msgctxt - 1),
            f"the text {entry.key!r} has no {part}",
            fix=f"write {part} with {what} in quotes into a line of its own {where}",
        )
        for entry in _entries(text)
        for part, what, where in (
            ("msgid", "the English text", "below this one"),
            ("msgstr", "the translation", "below its msgid"),
        )
        if entry.msgctxt and not getattr(entry, part)
    ]
    if faults:
        raise SourceFaults(faults)


def empty_english(key: str, english: str, file: str, line: int) -> SourceError:
    """The fault of a text whose `msgid` is empty."""
    return SourceError(
        SourceText(file, "").place(line - 1),
        f'the English text of {key!r} is missing, found msgid ""',
        fix=f"write msgid {normalize(english, width=0)}",
    )


def _entries(text: str) -> Iterator[EntryLines]:
    """The entries in the order of the file; that of the header has no key."""
    entry = EntryLines()
    for number, line in enumerate(text.split("\n"), start=1):
        if (found := _LINE.match(line)) is None:
            continue
        keyword = found["keyword"]
        begins = keyword == "msgctxt" or (keyword == "msgid" and entry.msgid)
        if begins and (entry.msgctxt or entry.msgid):
            yield entry
            entry = EntryLines()
        if keyword == "msgctxt":
            entry.key = denormalize(found["text"])
        setattr(entry, keyword, number)
    if entry.msgctxt or entry.msgid:
        yield entry
