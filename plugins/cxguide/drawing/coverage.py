"""Characters that no bundled font has: they would be missing in a drawing."""

from __future__ import annotations

from collections.abc import Iterable

from cxguide.core.catalogs import Message, Texts
from cxguide.core.places import Place, SourceError
from cxguide.drawing.line_breaks import shown
from cxguide.drawing.typeface import character_name, uncovered

__all__ = ["letter_fault", "missing_letters", "written_at"]


def missing_letters(text: str) -> tuple[str, ...]:
    """The characters of a text that can be seen and have no letter, each once."""
    return uncovered(shown(text))


def letter_fault(
    characters: Iterable[str], text: str, place: Place, *, otherwise: str = ""
) -> SourceError:
    """The fault of a text with characters without a letter.

    Args:
        characters: those without one.
        text: what they stand in.
        place: where it is written.
        otherwise: what else than writing it differently would help.
    """
    names = ", ".join(map(character_name, characters))
    return SourceError(
        place,
        f"no font for pictures has {names}, which stands in {text!r}",
        fix="write it in another way" + (f", or {otherwise}" if otherwise else ""),
    )


def written_at(message: Message, text: str, texts: Texts) -> Place:
    """Where a text is written: the English source, or a catalog if it is a translation."""
    translations = texts.translations
    if text == message.english or not translations.files:
        return message.place
    return translations.places.get(message.key) or Place(translations.files[-1])
