"""A picture as HTML: a figure with a drawing for each format, and its caption."""

from __future__ import annotations

from collections.abc import Callable

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.messages import messages_in
from cxguide.core.templating import rendered
from cxguide.illustrations.layout import lay_out
from cxguide.illustrations.model import Picture
from cxguide.illustrations.pen import NARROW, WIDE
from cxguide.illustrations.svg import drawing
from cxguide.illustrations.words import description

__all__ = ["render_picture"]


def render_picture(picture: Picture, texts: Texts, unique_id: Callable[[str], str] = str) -> str:
    """The picture as one `<figure>`; the same input gives the same bytes.

    Args:
        picture: the picture.
        texts: of the language that it shall speak; a draft without them speaks English.
        unique_id: makes an id that the page does not have yet from a wanted one.

    Raises:
        MissingGlyph: no bundled font has a character of it.
        SourceError: the language lacks a text.
    """
    if any(texts.is_english(message.key) for message in messages_in(picture)):
        texts = Texts(ENGLISH)
    identity = unique_id(f"cx-figure-{picture.id}")
    title = texts(picture.title.key, picture.title.english)
    about = description(picture, texts)
    caption = picture.caption
    html = rendered(
        "picture/figure.html.jinja",
        texts,
        identity=identity,
        picture_id=picture.id,
        drawings=[
            drawing(lay_out(picture, texts, form), form, f"{identity}-{form.name}", title, about)
            for form in (WIDE, NARROW)
        ],
        caption=None if caption is None else texts(caption.key, caption.english),
    )
    return "\n".join(line for line in map(str.strip, html.split("\n")) if line)
