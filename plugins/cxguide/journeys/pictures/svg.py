"""A map as an SVG file: real text, the letters it needs with it, light and dark."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping

from markupsafe import Markup

from cxguide.drawing.elements import drawn, element
from cxguide.drawing.palette import PALETTE, Ink
from cxguide.drawing.parts import Words
from cxguide.drawing.typeface import Face, runs_of
from cxguide.journeys.pictures.elements import mood_gradient
from cxguide.journeys.pictures.layout import lay_out
from cxguide.journeys.pictures.scene import Scene
from cxguide.journeys.plain import PlainMap

__all__ = ["drawing", "file"]

_FAMILY = "cx-map"
# Browsers take the Thai vowel am apart before they look for a font that has it.
_SARA_AM, _PARTS = "\u0e33", "\u0e4d\u0e32"


def file(plain: PlainMap, *, source: str = "") -> bytes:
    """The map as SVG, UTF-8; the same bytes each time.

    Args:
        plain: the map.
        source: where it comes from, as an address for the foot of the drawing.
    """
    return drawing(lay_out(plain, source=source)).encode()


def drawing(scene: Scene) -> str:
    """A scene as SVG that needs nothing else to look right, also in `<img>`."""
    prefix = f"{scene.id}-{scene.language.path}"
    paints: dict[Ink, str] = {ink: f"var(--{ink})" for ink in PALETTE}
    paints["mood"] = f"url(#{prefix}-mood)"
    area = scene.area
    svg = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": area.width,
            "height": area.height,
            "viewBox": f"0 0 {area.width:g} {area.height:g}",
            "role": "img",
            "aria-labelledby": f"{prefix}-title {prefix}-desc",
            "lang": scene.language.tag,
            "xml:lang": scene.language.tag,
        },
        element("title", {"id": f"{prefix}-title"}, scene.title),
        element("desc", {"id": f"{prefix}-desc"}, scene.description),
        element("style", {}, Markup(_styles(scene))),
        mood_gradient(scene.mood, paints, f"{prefix}-mood"),
        element("rect", {"width": area.width, "height": area.height, "fill": paints["paper"]}),
        *(
            element("g", {}, *drawn(cell.marks, paints), *map(_text, cell.words))
            for cell in scene.cells
            if cell.marks or cell.words
        ),
    )
    return svg + "\n"


def _text(words: Words) -> Markup:
    return element(
        "text",
        {
            "x": words.area.x,
            "y": words.baseline,
            "font-size": words.size,
            "font-weight": words.weight if words.weight != 400 else None,
            "fill": f"var(--{words.ink})",
        },
        words.text,
    )


def _styles(scene: Scene) -> str:
    """Colours and fonts. Nothing in it is written by an editor."""
    light = ";".join(f"--{ink}:{colour.light}" for ink, colour in PALETTE.items())
    dark = ";".join(f"--{ink}:{colour.dark}" for ink, colour in PALETTE.items())
    return (
        f"svg{{{light}}}"
        f"@media (prefers-color-scheme:dark){{svg{{{dark}}}}}"
        # Without it some browsers round the width of each letter to whole pixels.
        f'text{{font-family:"{_FAMILY}";text-rendering:geometricPrecision}}'
        + "".join(
            _font_face(face, "".join(sorted(characters)))
            for face, characters in _used(scene).items()
        )
    )


def _used(scene: Scene) -> Mapping[Face, set[str]]:
    """The characters that each font is needed for, fonts in a fixed order."""
    used: defaultdict[Face, set[str]] = defaultdict(set)
    for words in scene.words:
        for face, part in runs_of(words.text, words.weight):
            used[face].update(part, _PARTS if _SARA_AM in part else "")
    return dict(sorted(used.items(), key=lambda pair: (pair[0].weight, pair[0].id)))


def _font_face(face: Face, characters: str) -> str:
    font = b64encode(face.subset(characters)).decode()
    points = ",".join(f"U+{ord(character):X}" for character in characters)
    return (
        f'@font-face{{font-family:"{_FAMILY}";font-weight:{face.weight};'
        f'src:url("data:font/woff2;base64,{font}") format("woff2");unicode-range:{points}}}'
    )
