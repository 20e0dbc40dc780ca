"""A picture after reading: nothing in it needs checking again. Every text is a `Message`."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.core.catalogs import Message

__all__ = [
    "Chain",
    "Content",
    "Field",
    "Frame",
    "Link",
    "Nested",
    "Picture",
    "Sheet",
    "Step",
    "Steps",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a chain; `arrow` stands beside the arrow to the next one."""

    name: Message
    text: Message
    example: Message | None
    arrow: Message | None


@dataclass(frozen=True, slots=True)
class Chain:
    """What follows from what."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step on a way."""

    name: Message
    text: Message


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps of a way in their order; `back` is told of an arrow from the last to the first."""

    steps: tuple[Step, ...]
    back: Message | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What belongs together, with examples of what is in it."""

    name: Message
    text: Message
    examples: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Nested:
    """A whole and a part of it."""

    outer: Frame
    inner: Frame


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a sheet, filled in."""

    label: Message
    text: Message


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet on a person: who it is, what that person says, fields."""

    name: Message
    about: Message
    quotation: Message | None
    fields: tuple[Field, ...]


Content = Chain | Steps | Nested | Sheet


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made of texts.

    Attributes:
        id: its name in addresses and fences.
        title: what it shows; read out, not seen.
        caption: what stands below it.
        content: what it is made of.
        is_draft: nobody must translate it yet.
    """

    id: str
    title: Message
    caption: Message | None
    content: Content
    is_draft: bool = False
