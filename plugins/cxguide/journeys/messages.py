"""The texts of a map that translators translate."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from cxguide.core.catalogs import Message
from cxguide.journeys.model import Journey

__all__ = ["journey_messages"]


def journey_messages(journey: Journey) -> tuple[Message, ...]:
    """Every text of the map once, in the order of its model.

    Keys are `journey/<id>/...`: by the id of the stage and, in lists, by the item's `id` or its
    position from 1, so that stages can be put in another order without losing translations.
    """
    return tuple(dict.fromkeys(_messages_in(journey)))


def _messages_in(part: object) -> Iterator[Message]:
    if isinstance(part, Message):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _messages_in(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _messages_in(getattr(part, field.name))
