"""Where everything in a picture stands, for each kind and format."""

from __future__ import annotations

from cxguide.core.catalogs import Texts
from cxguide.illustrations.chain import chain_scene
from cxguide.illustrations.model import Chain, Nested, Picture, Sheet, Steps
from cxguide.illustrations.nested import nested_scene
from cxguide.illustrations.pen import Format, Pen
from cxguide.illustrations.scene import Scene
from cxguide.illustrations.sheet import sheet_scene
from cxguide.illustrations.steps import steps_scene
from cxguide.illustrations.words import phrases_of

__all__ = ["lay_out"]


def lay_out(picture: Picture, texts: Texts, form: Format) -> Scene:
    """The picture in a language and a format; no text is cut, and none stands on another.

    Raises:
        MissingGlyph: no bundled font has a character of the picture.
        SourceError: the language lacks a text.
    """
    pen = Pen(texts, form)
    match picture.content:
        case Chain() as chain:
            return chain_scene(chain, pen)
        case Steps() as steps:
            return steps_scene(steps, pen)
        case Nested() as nested:
            return nested_scene(nested, pen)
        case Sheet() as sheet:
            return sheet_scene(sheet, pen, phrases_of(texts)["quoted"])
