"""Reading the YAML files that people edit, with the place of every key and value kept.

YAML is read without tags, anchors and aliases: nothing in a file can run code, grow a small
file into a large one or hide a value elsewhere. The shape is checked by pydantic; unknown keys
are faults with a suggestion, never silence.

libyaml (through PyYAML, which MkDocs brings along) reads a metric file in a tenth of the time
of a reader in Python; what a plain scalar means is decided here, after YAML 1.2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails
from yaml.events import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent

from cxguide.core.places import Faults, Place, SourceError
from cxguide.core.shape_faults import meant_key, shape_fault, short
from cxguide.core.source_text import Keys, Places, SourceText

__all__ = ["Keys", "Places", "Source", "SourceText", "read_source"]

DEEPEST_NESTING = 20
MOST_VALUES = 5_000
MOST_FAULTS = 50

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Source(BaseModel):
    """Base of everything that is read from a file: unknown keys are faults, values are fixed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


SourceModel = TypeVar("SourceModel", bound=BaseModel)


def read_source(source: SourceText, model: type[SourceModel]) -> tuple[SourceModel, Places]:
    """The content of a file as `model`, and the places of everything in it.

    Raises:
        SourceFaults: with all faults of the file.
    """
    faults = Faults()
    with faults.caught():
        content, places = _parse(source)
        try:
            return model.model_validate(content), places
        except ValidationError as error:
            details = _without_echoes(error.errors(include_url=False))
            details = _without_mistyped(details, places, model)
            for detail in details[:MOST_FAULTS]:
                faults.add(shape_fault(detail, places, model))
            if len(details) > MOST_FAULTS:
                problem = f"{len(details):,} faults, of which {MOST_FAULTS} are told"
                faults.add(places.fault(problem, fix="mend those first"))
    faults.raise_if_any()
    raise AssertionError("a failed reading has a fault")


def _without_echoes(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The findings without lists that are too short only because their items have faults."""
    inside = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    wrong = {detail["loc"][:-1] for detail in details if detail["type"] != "missing"}
    return [
        detail
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in inside)
        and not (_is_missing_item(detail) and detail["loc"][:-1] in wrong)
    ]


def _is_missing_item(detail: ErrorDetails) -> bool:
    return detail["type"] == "missing" and isinstance(detail["loc"][-1], int)


def _without_mistyped(
    details: Sequence[ErrorDetails], places: Places, model: type[BaseModel]
) -> list[ErrorDetails]:
    """The findings without keys that are missing only because they are mistyped beside.

    Only unknown keys that will be told stand for a missing one.
    """
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
    meant = {
        (*detail["loc"][:-1], meant_key(detail, places, model)) for detail in unknown[:MOST_FAULTS]
    }
    return [
        detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant
    ]


def _parse(source: SourceText) -> tuple[object, Places]:
    _refuse_invisible(source.text, source.position)
    reader = _Reader(source)
    try:
        content = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and (opened := _open_quote(source, mark.line)):
            raise SourceError(
                opened, "the quote that opens here is not closed", fix="close it in this line"
            ) from None
        raise SourceError(
            source.place(mark.line, mark.column) if mark else source.place(),
            f"this is not YAML: {error.problem or error.context}",
            fix="check indentation, colons and quotes on this line and the one before",
        ) from None
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        raise SourceError(
            source.place(), f"this is not YAML: {problem}", fix="save it as plain UTF-8 text"
        ) from None
    keys, values = MappingProxyType(reader.keys), MappingProxyType(reader.values)
    return content, Places(source, keys, values)


def _open_quote(source: SourceText, line: int) -> Place | None:
    """Where the nearest quote is opened, at a line or above it, that its own line does not close.

    YAML lets a quoted text go on until the next quote, and notices only there; ours never do.
    """
    lines = source.text.splitlines()
    for number in range(min(line, len(lines) - 1), -1, -1):
        if found := _OPEN_QUOTE.search(lines[number]):
            return source.place(number, found.end() - len(found["text"]) - 1)
    return None


class _Reader:
    """One pass over the events of a text: plain values and their places."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.keys: dict[Keys, Place] = {}
        self.values: dict[Keys, Place] = {}
        self._events = yaml.parse(source.text, Loader=_Loader)

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

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return self.source.place(mark.line, mark.column)

    def _event(self) -> Any:
        event: Any = next(self._events)
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
            return self._scalar(event, self.values[at])
        self.values[at] = self._place(event)
        return self._mapping(at) if isinstance(event, MappingStartEvent) else self._sequence(at)

    def _scalar(self, event: Any, place: Place) -> object:
        _refuse_invisible(event.value, lambda _: place)  # written as "\x00", say
        value = str(event.value) if event.style else _plain(event.value)
        if value in {math.inf, -math.inf}:
            raise SourceError(
                place, f"the number {short(event.value)} is too large", fix="write less"
            )
        return value

    def _mapping(self, at: Keys) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not _ends(event := self._event()):
            place = self._place(event)
            if not isinstance(event, ScalarEvent):
                raise SourceError(place, "a key must be a plain word", fix="write 'key: value'")
            key = str(event.value)
            if key in mapping:
                raise SourceError(
                    place, f"the key {short(repr(key))} stands here twice", fix="keep one of them"
                )
            self.keys[(*at, key)] = place
            mapping[key] = self._value(self._event(), (*at, key))
            lost = None if event.style else _LOST_COLON.fullmatch(key)
            if mapping[key] is None and lost is not None:
                raise SourceError(
                    place,
                    f"{short(repr(key))} stands here as a key without a value",
                    fix=f"write '{lost['key']}: {lost['value']}', with a colon and a space",
                )
        return mapping

    def _sequence(self, at: Keys) -> tuple[object, ...]:
        items: list[object] = []
        while not _ends(event := self._event()):
            items.append(self._value(event, (*at, len(items))))
        return tuple(items)


def _refuse_invisible(text: str, place_of: Callable[[int], Place]) -> None:
    if found := _INVISIBLE.search(text):
        raise SourceError(
            place_of(found.start()),
            f"the invisible character U+{ord(found[0]):04X} is not allowed",
            fix="remove it",
        )


def _ends(event: Any) -> bool:
    return isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)


# Control characters, and those that turn the direction of the text after them.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_OPEN_QUOTE = re.compile(r'(?:^|[-:,]\s+|[\[{]\s*)"(?P<text>[^"]*)$')
_LOST_COLON = re.compile(r"(?P<key>\w+)(:|[ ]+(?=[-.\d]))(?P<value>\S.*)")
"""A key and its value without the space after the colon, or without the colon before a number."""
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_OTHER = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def _plain(text: str) -> object:
    """What an unquoted scalar is (YAML 1.2 core schema without octal, hex and infinity)."""
    if text in _OTHER:
        return _OTHER[text]
    if _INTEGER.fullmatch(text) and len(text) < 400:  # int() takes a square of the length
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
