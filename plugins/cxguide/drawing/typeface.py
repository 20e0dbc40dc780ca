"""The bundled fonts: which has a character, how wide a text is, what its letters look like.

The fonts of the device are never asked: a drawing is right only with the font it was measured in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from cxguide.core.languages import Language
from cxguide.core.resources import FONTS

__all__ = [
    "BOLD",
    "REGULAR",
    "Face",
    "Glyph",
    "MissingGlyph",
    "character_name",
    "faces",
    "glyphs_of",
    "runs_of",
    "uncovered",
    "width_of",
]

REGULAR, BOLD = 400, 600
_FAMILY = "CX Sans"
_UNITS = 1000
"""Of an em, in all bundled fonts."""


class MissingGlyph(ValueError):
    """A character that no bundled font has."""

    def __init__(self, character: str) -> None:
        super().__init__(character_name(character))
        self.character = character


@dataclass(frozen=True)
class Face:
    """One font file: some characters in one weight.

    Attributes:
        id: a name that tells it from the others of its weight, such as `cyrillic`.
        weight: 400 or 600.
        ttf: the font without compression.
        characters: what it can draw.
    """

    id: str
    weight: int
    ttf: bytes
    characters: frozenset[str]

    @cached_property
    def shaper(self) -> Any:
        """HarfBuzz's font, in units of the font."""
        return uharfbuzz.Font(uharfbuzz.Face(self.ttf))

    def subset(self, characters: Iterable[str]) -> bytes:
        """The font with these characters only, as woff2; the same bytes each time.

        All layout features stay, or Thai marks would not find their place.
        """
        return _subset(self, "".join(sorted(self.characters.intersection(characters))))

    @cached_property
    def _outlines(self) -> dict[int, str]:
        return {}

    def outline(self, glyph: int) -> str:
        """A letter as an SVG path, in units of the font, y upwards; empty for a space."""
        if glyph not in self._outlines:
            pen = SVGPathPen(None)
            self.shaper.draw_glyph_with_pen(glyph, pen)
            self._outlines[glyph] = pen.getCommands()
        return self._outlines[glyph]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter in its place: `x` and `y` from the start of the text's baseline, in ems, y up."""

    face: Face
    number: int
    x: float
    y: float


def faces() -> tuple[Face, ...]:
    """The bundled fonts of the guide's family, sorted by name and weight."""
    return _faces(FONTS)


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of a text that no bundled font has, each once, in their order.

    >>> uncovered("Mina → 漢字")
    ('漢', '字')
    """
    covered = _covered(FONTS, REGULAR)
    return tuple(dict.fromkeys(character for character in text if character not in covered))


def character_name(character: str) -> str:
    """A character with its code point and its name in Unicode.

    >>> character_name("字")
    "'字' (U+5B57, CJK UNIFIED IDEOGRAPH-5B57)"
    """
    name = unicodedata.name(character, "without a name")
    return f"{character!r} (U+{ord(character):04X}, {name})"


def runs_of(text: str, weight: int) -> Iterator[tuple[Face, str]]:
    """The text cut where the font changes.

    Raises:
        MissingGlyph: no font has a character of it.
    """
    covered = _covered(FONTS, weight)

    def face_of(character: str) -> Face:
        try:
            return covered[character]
        except KeyError:
            raise MissingGlyph(character) from None

    for face, characters in groupby(text, face_of):
        yield face, "".join(characters)


def glyphs_of(text: str, weight: int, language: Language) -> tuple[Glyph, ...]:
    """The letters of a text, shaped: joined, kerned, with marks in their place."""
    return _shaped(text, weight, language.tag)[0]


def width_of(text: str, weight: int, language: Language) -> float:
    """How wide a text is, in ems."""
    return _shaped(text, weight, language.tag)[1]


@lru_cache(maxsize=16384)
def _shaped(text: str, weight: int, tag: str) -> tuple[tuple[Glyph, ...], float]:

    glyphs = []
    pen = 0
    for face, part in runs_of(text, weight):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        buffer.language = tag  # Serbian letters where the font has them
        uharfbuzz.shape(face.shaper, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = pen + position.x_offset, position.y_offset
            glyphs.append(Glyph(face, info.codepoint, x / _UNITS, y / _UNITS))
            pen += position.x_advance
    return tuple(glyphs), pen / _UNITS


@lru_cache(maxsize=4)
def _faces(folder: Path) -> tuple[Face, ...]:
    read = map(_read, sorted(folder.glob("*.woff2")))
    return tuple(face for face in read if face is not None)


def _read(file: Path) -> Face | None:
    """The font of a file; `None` when it belongs to another family."""
    font = TTFont(file, recalcTimestamp=False)
    if font["name"].getDebugName(1) != _FAMILY:
        return None
    font.flavor = None
    plain = BytesIO()
    font.save(plain, reorderTables=False)
    weight = font["OS/2"].usWeightClass
    name = file.stem.removeprefix("cx-sans-").replace(f"-{weight}", "").replace(".", "-")
    characters = frozenset(map(chr, font.getBestCmap()))
    return Face(name, weight, plain.getvalue(), characters)


@lru_cache(maxsize=8)
def _covered(folder: Path, weight: int) -> dict[str, Face]:
    """Each character of a weight with the font that has it; no two fonts have the same."""
    return {
        character: face
        for face in _faces(folder)
        if face.weight == weight
        for character in face.characters
    }


@lru_cache(maxsize=512)
def _subset(face: Face, characters: str) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.invert()  # none, so now all
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    subset = wanted.subset(uharfbuzz.Face(face.ttf))
    font = TTFont(BytesIO(subset.blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made, reorderTables=False)
    return made.getvalue()
