"""Thai marks that stand one above the other as one glyph, for texts that are copied from a PDF.

Typst draws a mark that the font raises in a run of its own, and the words of that run are those of
the whole letter: "ซื้อ" would be copied as "ซื้อซื้", and read aloud so (issues 4225 and 7610 of
github.com/typst/typst). A glyph that holds both marks is raised by nothing, and looks the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from itertools import product

import uharfbuzz as hb
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

__all__ = ["add_stacked_marks"]

_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ"
_LOWER = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d"
"""Marks above a letter on which another one can stand."""
_UPPER = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_MARK = 3
"""The class of marks (GDEF)."""
_LIGATURE, _MARK_TO_BASE, _EXTENSION = 4, 4, 9
_SAME_HEIGHT = 5
"""In thousandths of the type's size: nobody sees a mark that stands so much higher."""


def add_stacked_marks(font: TTFont) -> None:
    """Give a font a glyph for every pair of Thai marks, and use it; one without Thai stays.

    Args:
        font: with outlines of TrueType; is changed.
    """
    places = _pairs(font)
    if not places:
        return
    stacks = {pair: f"stack{number}" for number, pair in enumerate(places)}
    font.setGlyphOrder([*font.getGlyphOrder(), *stacks.values()])
    for (lower, upper), name in stacks.items():
        _draw(font, name, (lower, (0, 0)), (upper, places[lower, upper]))
    _substitute(font, stacks)
    _attach(font, stacks)


def _pairs(font: TTFont) -> dict[tuple[str, str], tuple[int, int]]:
    """Every lower and upper glyph that stand above each other, and how far: right and up."""
    written = BytesIO()
    font.save(written, reorderTables=False)
    shaper = hb.Font(hb.Face(written.getvalue()))
    has = font.getBestCmap()
    found = {}
    for text in product(_LETTERS, _LOWER, _UPPER):
        if not all(ord(sign) in has for sign in text):
            continue
        shaped = hb.Buffer()
        shaped.add_str("".join(text))
        shaped.guess_segment_properties()
        hb.shape(shaper, shaped)
        if len(shaped.glyph_infos) != len(text):
            continue  # the font has a glyph for both already
        _, lower, upper = (font.getGlyphName(one.codepoint) for one in shaped.glyph_infos)
        _, below, above = shaped.glyph_positions
        found[lower, upper] = above.x_offset - below.x_offset, above.y_offset - below.y_offset
    return found


def _draw(font: TTFont, name: str, *parts: tuple[str, tuple[int, int]]) -> None:
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, (right, up) in parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, right, up, 0
        glyph.components.append(component)
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = 0, glyph.xMin
    font["GDEF"].table.GlyphClassDef.classDefs[name] = _MARK


def _substitute(font: TTFont, stacks: dict[tuple[str, str], str]) -> None:
    """After all other substitutions: what a letter wants of its marks is chosen by then."""
    table = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = _LIGATURE, 0
    lookup.SubTable = [buildLigatureSubstSubtable(stacks)]
    table.LookupList.Lookup.append(lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)


def _attach(font: TTFont, stacks: dict[tuple[str, str], str]) -> None:
    """Both marks stand where the lower one stood; and marks on all letters at the same height."""
    for places in _marks_on_letters(font):
        marks = dict(zip(places.MarkCoverage.glyphs, places.MarkArray.MarkRecord, strict=True))
        for (lower, _), stack in stacks.items():
            if lower in marks:
                places.MarkCoverage.glyphs.append(stack)
                places.MarkArray.MarkRecord.append(deepcopy(marks[lower]))
        places.MarkArray.MarkCount = len(places.MarkArray.MarkRecord)
        for mark in marks.values():
            for letter in places.BaseArray.BaseRecord:
                anchor, height = letter.BaseAnchor[mark.Class], mark.MarkAnchor.YCoordinate
                if anchor is not None and abs(anchor.YCoordinate - height) <= _SAME_HEIGHT:
                    anchor.YCoordinate = height


def _marks_on_letters(font: TTFont) -> Iterator[otTables.MarkBasePos]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if lookup.LookupType == _EXTENSION else table
            if inner.LookupType == _MARK_TO_BASE:
                yield inner
