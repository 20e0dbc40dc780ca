"""Which keys a schema knows at a place of a file, and which of them was meant."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cxguide.core.places import nearest
from cxguide.core.source_text import Keys, Places

__all__ = ["known_keys", "meant_key", "written_keys"]


def written_keys(location: tuple[int | str, ...], places: Places) -> Keys:
    """The part of pydantic's location that stands in the file (it adds names of its own)."""
    written: Keys = ()
    for key in location:
        if (*written, key) in places.values:
            written = (*written, key)
    return written


def meant_key(at: Keys, model: type[BaseModel]) -> str | None:
    """The key that an unknown one was written instead of, if one is close.

    A lost colon makes a key of a key and its value: `icon heart`.
    """
    name, known = str(at[-1]) if at else "", known_keys(model, at[:-1])
    first, blank, _ = name.partition(" ")
    return first if blank and first in known else nearest(name, known)


def known_keys(model: type[BaseModel], at: Keys) -> dict[str, bool]:
    """The keys that the schema knows at a place, and whether each is needed.

    Found by walking the annotations.
    """
    annotations: list[object] = [model]
    for key in at:
        annotations = [found for part in annotations for found in _inside(part, key)]
    return {
        name: entry.is_required() for part in annotations for name, entry in _fields(part).items()
    }


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
