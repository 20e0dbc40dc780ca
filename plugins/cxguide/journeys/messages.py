"""The texts of a map that translators translate."""

from __future__ import annotations

from cxguide.core.catalogs import Message
from cxguide.core.messages import messages_in
from cxguide.journeys.model import Journey

__all__ = ["journey_messages"]


def journey_messages(journey: Journey) -> tuple[Message, ...]:
    """Every text of the map once, in the order of its model.

    Keys are `journey/<id>/...`: by the id of the stage and, in lists, by the item's `id` or its
    position from 1, so that stages can be put in another order without losing translations.
    """
    return messages_in(journey)
