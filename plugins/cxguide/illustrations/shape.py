"""The shape of a picture's file, as editors write it; its JSON Schema is made from here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from cxguide.core.names import Id, Text
from cxguide.core.sources import Source

__all__ = [
    "SHAPES",
    "ChainShape",
    "FrameShape",
    "NestedShape",
    "PictureShape",
    "SheetShape",
    "StepsShape",
    "picture_schema",
]


class PictureShape(Source):
    """A picture: one file of `docs/pictures/`, named by its id.

    The title is read out to people who do not see the picture; the caption stands below it.
    Nobody must translate a draft: readers of other languages see it in English.
    """

    id: Id
    draft: bool = False
    title: Text
    caption: Text | None = None


class LinkShape(Source):
    """A link of a chain; `arrow` stands beside the arrow that leads to the next one."""

    id: Id
    name: Text
    text: Text
    example: Text | None = None
    arrow: Text | None = None


class ChainShape(PictureShape):
    """What follows from what: cards with arrows between them."""

    kind: Literal["chain"]
    links: Annotated[tuple[LinkShape, ...], Field(min_length=2, max_length=5)]


class StepShape(Source):
    """A step on a way."""

    id: Id
    name: Text
    text: Text


class StepsShape(PictureShape):
    """Steps in their order; `back` is told of an arrow from the last one to the first."""

    kind: Literal["steps"]
    steps: Annotated[tuple[StepShape, ...], Field(min_length=3, max_length=6)]
    back: Text | None = None


class FrameShape(Source):
    """What belongs together, with examples."""

    name: Text
    text: Text
    examples: Annotated[tuple[Text, ...], Field(min_length=1, max_length=8)]


class NestedShape(PictureShape):
    """A whole around a part of it."""

    kind: Literal["nested"]
    outer: FrameShape
    inner: FrameShape


class FieldShape(Source):
    """A field of a sheet, filled in."""

    id: Id
    label: Text
    text: Text


class SheetShape(PictureShape):
    """A sheet on a person; the quotation is written without quotation marks."""

    kind: Literal["sheet"]
    name: Text
    about: Text
    quotation: Text | None = None
    fields: Annotated[tuple[FieldShape, ...], Field(min_length=2, max_length=12)]


Shape = ChainShape | StepsShape | NestedShape | SheetShape

SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {"chain": ChainShape, "steps": StepsShape, "nested": NestedShape, "sheet": SheetShape}
)
"""The kinds of pictures."""


def picture_schema() -> dict[str, Any]:
    """The JSON Schema of a picture's file, for completion in editors (`/schema/v1/`)."""
    adapter: TypeAdapter[Shape] = TypeAdapter(Annotated[Shape, Field(discriminator="kind")])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **adapter.json_schema(),
        "title": "Picture",
    }
