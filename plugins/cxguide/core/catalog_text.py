r"""The entries of a catalog file as text: what Babel's reader does not keep is kept here.

Texts stay escaped, as the file has them, without their quotation marks: `\n` is two signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from babel.messages.pofile import denormalize, escape

__all__ = ["EntryText", "entries_of", "escaped", "unescaped"]

_TEXT = re.compile(
    r"""(?P<aside>\#~[ ]*)?(?P<previous>\#?\|[ ]*)?
        (?P<keyword>msg\w+(?:\[\d\])?)?[ \t]*"(?P<text>.*)\"""",
    re.VERBOSE,
)
_PIECE = re.compile(r"(?:[^\\]|\\[^n])*(?:\\n)?")
_LISTS = {".": "notes", ":": "places"}


@dataclass(slots=True)
class EntryText:
    """An entry of a catalog; that of the header has no key and no English.

    Attributes:
        parts: `msgctxt`, `msgid`, `msgstr` and plural forms with their texts, as they follow.
        comments: of translators.
        notes: from the sources (`#.`).
        places: of the English (`#:`).
        flags: such as `fuzzy`.
        previous: the parts of the English that a fuzzy translation was made from (`#|`).
        is_aside: no source has it any more (`#~`).
    """

    parts: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    previous: dict[str, str] = field(default_factory=dict)
    is_aside: bool = False

    @property
    def key(self) -> str:
        """Its `msgctxt`, escaped."""
        return self.parts.get("msgctxt", "")

    @property
    def english(self) -> str:
        """Its `msgid`, escaped."""
        return self.parts.get("msgid", "")

    @property
    def is_header(self) -> bool:
        """Whether it is the head of the file."""
        return "msgid" in self.parts and not (self.key or self.english or self.is_aside)

    def written(self) -> str:
        """The lines of the entry in the one layout of catalogs: no text is wrapped."""
        lines = [f"# {one}".rstrip() for one in self.comments]
        lines += [f"#. {one}" for one in self.notes]
        lines += [f"#: {' '.join(dict.fromkeys(self.places))}"] if self.places else []
        lines += [f"#, {', '.join(sorted(self.flags))}"] if self.flags else []
        aside = "#~" if self.is_aside else ""
        lines += _lines(self.previous, f"{aside or '#'}| ")
        lines += _lines(self.parts, f"{aside} " if aside else "")
        return "".join(f"{line}\n" for line in lines)


def entries_of(text: str) -> tuple[EntryText, ...]:
    """The entries of a catalog in the order of the file; comments behind the last are one more."""
    entries, entry = [], EntryText()
    for line in filter(None, map(str.strip, text.split("\n"))):
        found = _TEXT.fullmatch(line)
        if _begins(found, entry):
            entries.append(entry)
            entry = EntryText()
        if found is None:
            _read_comment(line, entry)
            continue
        into = entry.previous if found["previous"] else entry.parts
        keyword = found["keyword"] or next(reversed(into), "msgid")
        into[keyword] = into.get(keyword, "") + found["text"]
        entry.is_aside = entry.is_aside or found["aside"] is not None
    return (*entries, entry) if entry != EntryText() else tuple(entries)


def escaped(text: str) -> str:
    """A text as a catalog has it between quotation marks."""
    return escape(text)[1:-1]


def unescaped(text: str) -> str:
    r"""A text of an entry as it is read.

    >>> unescaped(r'say \"no\"')
    'say "no"'
    """
    return str(denormalize(f'"{text}"'))


def _begins(found: re.Match[str] | None, entry: EntryText) -> bool:
    """Whether a line belongs to another entry than those before it."""
    if found is None or found["previous"]:
        return "msgid" in entry.parts
    if found["keyword"] == "msgctxt":
        return bool(entry.parts)
    return found["keyword"] == "msgid" and "msgid" in entry.parts


def _read_comment(line: str, entry: EntryText) -> None:
    kind, rest = line[1:2], line[2:].strip()
    if kind == ",":
        entry.flags.update(filter(None, map(str.strip, rest.split(","))))
    elif kind in _LISTS:
        if rest:
            getattr(entry, _LISTS[kind]).append(rest)
    else:
        entry.comments.append(line[1:].strip())


def _lines(parts: dict[str, str], prefix: str) -> Iterator[str]:
    for keyword, text in parts.items():
        pieces = list(_pieces(text))
        if len(pieces) > 1:
            pieces.insert(0, "")
        for number, piece in enumerate(pieces or [""]):
            yield f'{prefix}{"" if number else f"{keyword} "}"{piece}"'


def _pieces(text: str) -> Iterable[str]:
    r"""The lines of an escaped text, each with the `\n` that ends it."""
    return filter(None, _PIECE.findall(text))
