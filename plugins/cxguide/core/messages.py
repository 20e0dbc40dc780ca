"""The texts inside a model: dataclasses and tuples that hold messages somewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from cxguide.core.catalogs import Message

__all__ = ["messages_in"]


def messages_in(model: object) -> tuple[Message, ...]:
    """Every text of a model once, in the order of its fields."""
    return tuple(dict.fromkeys(_found(model)))


def _found(part: object) -> Iterator[Message]:
    if isinstance(part, Message):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _found(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _found(getattr(part, field.name))
