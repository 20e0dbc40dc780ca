"""What pydantic finds wrong with the shape of a file, in an editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from cxguide.core.places import SourceError, nearest
from cxguide.core.source_text import Keys, Places

__all__ = ["meant_key", "shape_fault", "short"]

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "mapping_type": "keys with values",
    "tuple_type": "a list",
    "list_type": "a list",
}


_BOUNDS = {
    "greater_than": ("is too small", "more than {}"),
    "greater_than_equal": ("is too small", "{} or more"),
    "less_than": ("is too large", "less than {}"),
    "less_than_equal": ("is too large", "{} or less"),
    "string_too_short": ("is too short", "{} or more characters"),
    "string_too_long": ("is too long", "{} or fewer characters"),
    "too_short": ("has too few items", "{} or more"),
    "too_long": ("has too many items", "{} or fewer"),
}
_BOUND_NAMES = {"gt", "ge", "lt", "le", "min_length", "max_length"}


def shape_fault(detail: ErrorDetails, places: Places, model: type[BaseModel]) -> SourceError:
    """The fault that one of pydantic's findings is, with its place and remedy."""
    written = _written_keys(detail["loc"], places)
    names = [key for key in written if isinstance(key, str)]  # items go by their list's name
    name, found = short(names[-1] if names else "the whole"), detail.get("input")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        known, meant = _known_keys(model, written[:-1]), meant_key(detail, places, model)
        if found is None and meant is None:  # as after the comma in {text: yes, please}
            return SourceError(
                places.of_key(*written),
                f"{name!r} stands here as a key without a value",
                fix="put quotes around a text with a comma in it; or else remove this",
            )
        return SourceError(
            places.of_key(*written),
            f"unknown key {name!r}",
            known=f"known keys here: {', '.join(known)}" if known else "",
            fix=_key_remedy(name, meant),
        )
    if kind == "missing":
        missing = detail["loc"][-1]
        return SourceError(
            places.of_key(*written),
            f"the key {missing!r} is missing",
            fix=f"add '{missing}: …' here",
        )
    place = places.of(*written)
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        expected = str(context.get("expected", context.get("expected_tags")))
        options = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        if kind == "union_tag_invalid":
            name, found = str(context["discriminator"]).strip("'"), context["tag"]
            place = places.of(*written, name)
        close = nearest(short(str(found)), options)
        return SourceError(
            place,
            f"{name}: unknown value {_shown(found)}",
            known=f"known values: {', '.join(options)}",
            fix=f"write {close!r}" if close else "write one of them",
        )
    if kind == "string_pattern_mismatch":  # every pattern of ours is one for names
        return SourceError(
            places.of_key(*written) if detail["loc"][-1] == "[key]" else place,
            f"{_shown(found)} is no name",
            fix="write small letters a to z, digits and _, a letter first",
        )
    if kind in _EXPECTED:
        return SourceError(
            place,
            f"{name}: {_EXPECTED[kind]} is expected, found {_shown(found)}",
            fix="put quotes around it" if kind == "string_type" else f"write {_EXPECTED[kind]}",
        )
    if kind in _BOUNDS:
        limit = ", ".join(str(value) for name, value in context.items() if name in _BOUND_NAMES)
        return SourceError(
            place,
            f"{name}: {_shown(found)} {_BOUNDS[kind][0]}",
            fix=f"write {_BOUNDS[kind][1].format(limit)}",
        )
    if kind == "value_error":
        problem, _, fix = str(context.get("error", detail["msg"])).partition("; fix: ")
        return SourceError(place, problem, fix=fix or "see the schema of this file")
    return SourceError(
        place,
        f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}, found {_shown(found)}",
        fix="change the value accordingly",
    )


def meant_key(detail: ErrorDetails, places: Places, model: type[BaseModel]) -> str | None:
    """The key that an unknown one was written instead of, if one is close.

    A lost colon makes a key of a key and its value: `icon heart`.
    """
    written = _written_keys(detail["loc"], places)
    name, known = str(written[-1]) if written else "", _known_keys(model, written[:-1])
    first, blank, _ = name.partition(" ")
    return first if blank and first in known else nearest(name, known)


def _key_remedy(name: str, meant: str | None) -> str:
    if meant is None:
        return "remove it"
    rest = name.removeprefix(f"{meant} ")
    return f"write {meant!r}" if rest == name else f"write '{meant}: {rest}'"


def _written_keys(location: tuple[int | str, ...], places: Places) -> Keys:
    """The part of pydantic's location that stands in the file (it adds names of its own)."""
    written: Keys = ()
    for key in location:
        if (*written, key) in places.values:
            written = (*written, key)
    return written


def _known_keys(model: type[BaseModel], at: Keys) -> list[str]:
    """The keys that the schema knows at a place, by walking the annotations."""
    annotations: list[object] = [model]
    for key in at:
        annotations = [found for part in annotations for found in _inside(part, key)]
    return [name for part in annotations for name in _fields(part)]


def _inside(annotation: object, key: str | int) -> list[object]:
    """The annotations of what stands under a key of something annotated so."""
    if fields := _fields(annotation):
        return _alternatives(fields[str(key)].annotation) if key in fields else []
    if get_origin(annotation) in {dict, Mapping}:
        return _alternatives(get_args(annotation)[1])
    if get_origin(annotation) in {tuple, list}:
        return _alternatives(get_args(annotation)[0])
    return []


def _alternatives(annotation: object) -> list[object]:
    """The parts of a union, without what `Annotated` adds."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return [found for part in get_args(annotation) for found in _alternatives(part)]
    return [annotation]


def _fields(annotation: object) -> Mapping[str, FieldInfo]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {field.alias or name: field for name, field in annotation.model_fields.items()}
    return {}


def _shown(value: object) -> str:
    """What was found; lists and keys are not spelled out."""
    if isinstance(value, tuple):
        return "a list"
    return "keys with values" if isinstance(value, dict) else short(repr(value))


def short(text: str) -> str:
    """The text, or its beginning where it is too long for a complaint."""
    return text if len(text) <= 60 else text[:57] + "..."
