"""Characters of a picture that no bundled font has."""

from __future__ import annotations

from collections.abc import Iterator

from cxguide.core.catalogs import Texts
from cxguide.core.places import SourceError
from cxguide.drawing.coverage import letter_fault, missing_letters, written_at
from cxguide.illustrations.messages import picture_messages
from cxguide.illustrations.model import Picture

__all__ = ["coverage_faults"]


def coverage_faults(picture: Picture, texts: Texts) -> Iterator[SourceError]:
    """A fault for each text with a character without a letter, where the text is written."""
    for message in picture_messages(picture):
        text = texts(message.key, message.english)
        if missing := missing_letters(text):
            yield letter_fault(missing, text, written_at(message, text, texts))
