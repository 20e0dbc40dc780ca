"""From a YAML text to plain values, with the place of every key and value kept.

YAML is read without tags, anchors and aliases: nothing in a file can run code, grow a small
file into a large one or hide a value elsewhere.

libyaml (through PyYAML, which MkDocs brings along) reads a metric file in a tenth of the time
of a reader in Python; what a plain scalar means is decided here, after YAML 1.2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import yaml
from yaml.events import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent

from cxguide.core.key_slips import comma_fault, comma_number, empty_item, lost_colon
from cxguide.core.line_slips import Scalar, joined_line, sign_faults, sign_slip
from cxguide.core.places import Faults, Place, SourceError, SourceFaults, short
from cxguide.core.source_text import Keys, Places, SourceText
from cxguide.core.yaml_faults import YAML_LOADER, syntax_fault

__all__ = ["Content", "read_yaml"]

DEEPEST_NESTING = 20
MOST_VALUES = 5_000

_CURLY_QUOTES = re.compile("[“”„«‚‘’](?P<text>[^“”„«»‚‘’]*)[“”»‘’]")
"""A text as word processors quote it; YAML would take the quotes for a part of it."""
# Control characters, and those that turn the direction of the text after them.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069]")
_COLON = re.compile(r"\s*:")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_OTHER = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True)
class Content:
    """What a file holds.

    Attributes:
        value: the plain values.
        places: where they and their keys stand.
        empty: keys with nothing behind their colon.
        unmarked: keys without a colon and a value, as the second in `{label: Yes, please}`.
        faults: numbers with commas, lost colons, items without a value.
    """

    value: object
    places: Places
    empty: tuple[Keys, ...]
    unmarked: tuple[Keys, ...]
    faults: tuple[SourceError, ...]


def read_yaml(source: SourceText) -> Content:
    """The content of a text.

    Raises:
        SourceError: it is not YAML, or not what we allow of it.
        SourceFaults: signs in it make it something else than YAML.
    """
    _refuse_invisible(source.text, source.position)
    reader = _Reader(source)
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if told := reader.sign_faults(_line_end(source.text, mark.line) if mark else 0):
            raise SourceFaults(told) from None
        raise syntax_fault(source, error) from None
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        raise SourceError(
            source.place(), f"this is not YAML: {problem}", fix="save it as plain UTF-8 text"
        ) from None
    places = Places(source, MappingProxyType(reader.keys), MappingProxyType(reader.values))
    if told := reader.sign_faults(len(source.text)):
        return Content(value, places, (), (), told)
    empty, unmarked = tuple(reader.empty), tuple(reader.unmarked)
    return Content(value, places, empty, unmarked, tuple(reader.faults.found))


def _line_end(text: str, line: int) -> int:
    """How many characters a text has up to the end of a line, counted from 0."""
    return sum(len(one) + 1 for one in text.split("\n")[: line + 1])


class _Reader:
    """One pass over the events of a text: plain values and their places."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.keys: dict[Keys, Place] = {}
        self.values: dict[Keys, Place] = {}
        self.empty: list[Keys] = []
        self.unmarked: list[Keys] = []
        self.faults = Faults()
        self._scalars: list[Scalar] = []
        self._brackets = 0  # open ones
        self._events = yaml.parse(source.text, Loader=YAML_LOADER)

    def document(self) -> object:
        """The only document of the text."""
        next(self._events)  # the stream begins
        if not isinstance(next(self._events), DocumentStartEvent):
            raise SourceError(self.source.place(), "there is nothing in it", fix="write its keys")
        content = self._value(self._event(), ())
        next(self._events)  # the document ends
        if isinstance(event := next(self._events), DocumentStartEvent):
            raise SourceError(
                self._place(event), "a second document begins here", fix="keep one document a file"
            )
        return content

    def sign_faults(self, end: int) -> tuple[SourceError, ...]:
        """The faults of signs up to a character of the text."""
        return tuple(sign_faults(self.source, self._scalars, end))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return self.source.place(mark.line, mark.column)

    def _event(self) -> Any:
        event: Any = next(self._events)
        if isinstance(event, ScalarEvent):
            end: Any = event.end_mark
            self._scalars.append(Scalar(_start(event), int(end.index), bool(event.style)))
        if isinstance(event, AliasEvent):
            raise SourceError(
                self._place(event),
                f"the alias '*{short(str(event.anchor))}' is not allowed",
                fix="write the value out",
            )
        if getattr(event, "anchor", None):
            raise SourceError(
                self._place(event),
                f"the anchor '&{short(event.anchor)}' is not allowed",
                fix="remove it and write values out where they are needed",
            )
        if getattr(event, "tag", None) not in {None, "!"}:
            raise SourceError(
                self._place(event),
                f"the tag '{short(event.tag)}' is not allowed",
                fix="remove it; plain text, numbers and lists need none",
            )
        return event

    def _value(self, event: Any, at: Keys) -> object:
        if len(at) > DEEPEST_NESTING:
            raise SourceError(
                self._place(event),
                f"this is nested more than {DEEPEST_NESTING} levels deep",
                fix="a real file is flatter; look for a stray indentation or bracket",
            )
        if len(self.values) == MOST_VALUES:
            raise SourceError(
                self._place(event),
                f"the file has more than {MOST_VALUES:,} values",
                fix="a real file has a few hundred; look for something pasted by mistake",
            )
        if isinstance(event, ScalarEvent):
            place, quoted = self._place(event), event.style in {"'", '"'}
            self.values[at] = replace(place, column=place.column + quoted)
            self._refuse_lines(event, at)
            return self._scalar(event, self.values[at])
        self.values[at] = self._place(event)
        self._brackets += bool(event.flow_style)
        is_mapping = isinstance(event, MappingStartEvent)
        value = self._mapping(at) if is_mapping else self._sequence(at)
        self._brackets -= bool(event.flow_style)
        return value

    def _refuse_lines(self, event: Any, at: Keys) -> None:
        """Tell of a text that goes on in the next line, or of a line that should be no text."""
        if event.style or not event.value:
            return
        key, value = self.keys.get(at), self.values[at]
        if event.start_mark.line != event.end_mark.line:
            column = key.column if key else 0
            fault = joined_line(self.source, self._scalars[-1], column, self._brackets)
            self.faults.add(fault)
        elif key is None or self._brackets or key.line == value.line:
            return
        elif slip := sign_slip(value, str(event.value)):
            self.faults.add(slip)

    def _scalar(self, event: Any, place: Place) -> object:
        _refuse_invisible(event.value, lambda _: place)  # written as "\x00", say
        if not event.style and (quotes := _CURLY_QUOTES.fullmatch(event.value)):
            raise SourceError(
                place,
                f"the quotes around this text are not those of YAML: {short(event.value)}",
                fix=f'write "{short(quotes["text"])}", with straight quotes',
            )
        value = str(event.value) if event.style else _plain(event.value)
        if value in {math.inf, -math.inf}:
            raise SourceError(
                place, f"the number {short(event.value)} is too large", fix="write less"
            )
        return value

    def _mapping(self, at: Keys) -> dict[str, object]:
        mapping: dict[str, object] = {}
        before: Any = None
        told_to = 0  # where a number with commas ends
        while not _ends(event := self._event()):
            place = self._place(event)
            if not isinstance(event, ScalarEvent):
                raise SourceError(place, "a key must be a plain word", fix="write 'key: value'")
            key, value = str(event.value), self._event()
            if _start(event) < told_to:
                continue
            if _is_nothing(value) and (number := self._comma_number(before, event)):
                told_to = _start(before) + len(number)
                self.faults.add(comma_fault(self._place(before), number))
                continue
            if key in mapping:
                raise SourceError(
                    place, f"the key {short(repr(key))} stands here twice", fix="keep one of them"
                )
            self.keys[(*at, key)] = place
            mapping[key] = self._value(value, (*at, key))
            if _is_nothing(value):
                self._take_empty(event, (*at, key))
            before = value
        return mapping

    def _take_empty(self, event: Any, at: Keys) -> None:
        """Keep a key that nothing follows; what it should hold, the shape knows."""
        if not event.style and (fault := lost_colon(self.keys[at], str(event.value))):
            self.faults.add(fault)
        elif _COLON.match(self.source.text, event.end_mark.index):
            self.empty.append(at)
        else:
            self.unmarked.append(at)

    def _comma_number(self, before: Any, event: Any) -> str | None:
        """The number whose comma YAML took for the end of a value, and its rest for a key."""
        if event.style or not event.value.replace(".", "", 1).isdecimal():
            return None
        if not isinstance(before, ScalarEvent) or before.style:
            return None
        found = comma_number(self.source.text, _start(before))
        is_it = found and _start(before) + len(found) >= event.end_mark.index
        return found if is_it else None

    def _sequence(self, at: Keys) -> tuple[object, ...]:
        items: list[object] = []
        while not _ends(event := self._event()):
            if _is_nothing(event):  # its place is behind the hyphen
                place = self._place(event)
                self.faults.add(empty_item(replace(place, column=place.column - 1)))
            items.append(self._value(event, (*at, len(items))))
        return tuple(items)


def _refuse_invisible(text: str, place_of: Callable[[int], Place]) -> None:
    if found := _INVISIBLE.search(text):
        raise SourceError(
            place_of(found.start()),
            f"the invisible character U+{ord(found[0]):04X} is not allowed",
            fix="remove it",
        )


def _start(event: Any) -> int:
    """The number of the first character of what was read, counted from 0."""
    return int(event.start_mark.index)


def _ends(event: Any) -> bool:
    return isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)


def _is_nothing(event: Any) -> bool:
    """Whether nothing is written where a value belongs, not even `null`."""
    return isinstance(event, ScalarEvent) and not event.value and not event.style


def _plain(text: str) -> object:
    """What an unquoted scalar is (YAML 1.2 core schema without octal, hex and infinity)."""
    if text in _OTHER:
        return _OTHER[text]
    if _INTEGER.fullmatch(text) and len(text) < 400:  # int() takes a square of the length
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
