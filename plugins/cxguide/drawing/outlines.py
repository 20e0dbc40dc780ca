"""Words as drawings: a renderer with text and fonts of its own would take other letters."""

from __future__ import annotations

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.drawing.elements import element, number
from cxguide.drawing.parts import Words
from cxguide.drawing.typeface import glyphs_of

__all__ = ["outlines"]


def outlines(words: Words, paint: str, language: Language) -> Markup:
    """A line of text as one group; its letters are in units of the font, which grow upwards."""
    letters = []
    for glyph in glyphs_of(words.text, words.weight, language):
        if path := glyph.face.outline(glyph.number):
            x, y = number(1000 * glyph.x), number(1000 * glyph.y)
            letters.append(element("path", {"d": path, "transform": f"translate({x} {y})"}))
    scale = words.size / 1000
    place = f"translate({number(words.area.x)} {number(words.baseline)})"
    return element(
        "g", {"fill": paint, "transform": f"{place} scale({scale:g} {-scale:g})"}, *letters
    )
