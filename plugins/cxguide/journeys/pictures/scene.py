"""A map laid out: which words and marks stand where, for any renderer. All measures in px."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.core.languages import Language
from cxguide.drawing.parts import Area, Cell, Words

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole map.

    Attributes:
        id: of the map, for ids in drawings.
        language: of its words.
        title: its title.
        description: what it shows, for people who do not see it.
        area: the whole drawing.
        mood: from where to where `mood` changes from good to bad, as y.
        cells: its parts in reading order: head, row heads, stage by stage.
    """

    id: str
    language: Language
    title: str
    description: str
    area: Area
    mood: tuple[float, float]
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """All its words."""
        return tuple(words for cell in self.cells for words in cell.words)
