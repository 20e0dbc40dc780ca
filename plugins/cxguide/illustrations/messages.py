"""The texts of a picture that translators translate."""

from __future__ import annotations

from cxguide.core.catalogs import Message
from cxguide.core.messages import messages_in
from cxguide.illustrations.model import Picture

__all__ = ["picture_messages"]


def picture_messages(picture: Picture) -> tuple[Message, ...]:
    """Every text of the picture once, in the order of its model.

    Keys are `picture/<id>/...`: by the id of the link, step or field, and in lists of examples by
    the position from 1.
    """
    return messages_in(picture)
