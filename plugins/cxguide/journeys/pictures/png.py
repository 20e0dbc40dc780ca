"""A map as a PNG file: two pixels for each px, in the light colours, letters as outlines.

The same scene as the SVG. The renderer gets no text and no fonts: with them it took letters from
other fonts where it saw fit.
"""

from __future__ import annotations

from resvg_py import svg_to_bytes

from cxguide.drawing.elements import drawn, element
from cxguide.drawing.outlines import outlines
from cxguide.drawing.palette import light_paints
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
                *(outlines(words, paints[words.ink], scene.language) for words in cell.words),
            )
            for cell in scene.cells
            if cell.marks or cell.words
        ),
    )
