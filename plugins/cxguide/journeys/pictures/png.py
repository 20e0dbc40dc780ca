"""A map as a PNG file: two pixels for each px, in the light colours, letters as outlines.

The same scene as the SVG. The renderer gets no text and no fonts: with them it took letters from
other fonts where it saw fit.
"""

from __future__ import annotations

from markupsafe import Markup
from resvg_py import svg_to_bytes

from cxguide.core.languages import Language
from cxguide.drawing.elements import drawn, element, number
from cxguide.drawing.palette import light_paints
from cxguide.drawing.parts import Words
from cxguide.drawing.typeface import glyphs_of
from cxguide.journeys.pictures.elements import mood_gradient
from cxguide.journeys.pictures.layout import lay_out
from cxguide.journeys.pictures.scene import Scene
from cxguide.journeys.plain import PlainMap

__all__ = ["PIXELS_PER_PX", "file", "outlined"]

PIXELS_PER_PX = 2


def file(plain: PlainMap, *, source: str = "") -> bytes:
    """The map as PNG; the same bytes each time.

    Args:
        plain: the map.
        source: where it comes from, as an address for the foot of the drawing.
    """
    scene = lay_out(plain, source=source)
    return svg_to_bytes(svg_string=outlined(scene), zoom=PIXELS_PER_PX, skip_system_fonts=True)


def outlined(scene: Scene) -> str:
    """A scene as SVG of paths alone, in the light colours."""
    paints = light_paints("mood")
    area = scene.area
    return element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "width": area.width, "height": area.height},
        mood_gradient(scene.mood, paints, "mood"),
        element("rect", {"width": area.width, "height": area.height, "fill": paints["paper"]}),
        *(
            element(
                "g",
                {},
                *drawn(cell.marks, paints),
                *(_outlines(words, paints[words.ink], scene.language) for words in cell.words),
            )
            for cell in scene.cells
            if cell.marks or cell.words
        ),
    )


def _outlines(words: Words, paint: str, language: Language) -> Markup:
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
