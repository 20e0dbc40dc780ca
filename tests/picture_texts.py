"""The guide's pictures, laid out in every language of the guide, for tests of drawings."""

from __future__ import annotations

from functools import lru_cache

from cxguide.core.sources import SourceText
from cxguide.illustrations import Picture, read_picture, read_pictures
from cxguide.illustrations.layout import lay_out
from cxguide.illustrations.pen import NARROW, WIDE, Format
from cxguide.illustrations.scene import Scene
from guide_site import ROOT
from map_texts import TAGS, texts_in

PICTURES = tuple(sorted(file.stem for file in (ROOT / "docs" / "pictures").glob("*.yml")))
FORMATS = (WIDE, NARROW)
DRAWN = [(name, tag, form) for name in PICTURES for tag in TAGS for form in FORMATS]
"""Every picture in every language and format."""
IDS = [f"{name}-{tag}-{form.name}" for name, tag, form in DRAWN]


@lru_cache
def picture_of(name: str) -> Picture:
    """A picture of the guide."""
    return read_pictures(ROOT / "docs" / "pictures", ROOT)[name]


@lru_cache
def scene_of(name: str, tag: str, form: Format) -> Scene:
    """A picture of the guide, laid out."""
    return lay_out(picture_of(name), texts_in(tag), form)


def written(text: str, *, file: str = "small.yml") -> Picture:
    """The picture that a text holds."""
    return read_picture(SourceText(file, text))
