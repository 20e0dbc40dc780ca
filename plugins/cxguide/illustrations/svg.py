"""A picture as SVG inside a page: real text, colours of the page, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cxguide.drawing.elements import drawn, element, number
from cxguide.drawing.palette import PALETTE, Ink
from cxguide.drawing.parts import Words
from cxguide.illustrations.pen import Format
from cxguide.illustrations.scene import Paragraph, Part, Scene

__all__ = ["drawing"]

_PAINTS: Mapping[Ink, str] = {ink: f"var(--{ink})" for ink in PALETTE}


def drawing(scene: Scene, form: Format, identity: str, title: str, description: str) -> Markup:
    """A scene as an `svg` element; styles show one format of it and hide the others.

    Args:
        scene: the picture laid out.
        form: the format it is laid out for.
        identity: what ids in it begin with.
        title: what the picture shows.
        description: how it is built.
    """
    area, is_first = scene.area, form.is_wide
    return element(
        "svg",
        {
            "class": f"cx-figure-{form.name}",
            "viewBox": " ".join(map(number, (area.x, area.y, area.width, area.height))),
            "role": "group",
            "aria-labelledby": f"{identity}-title",
            "aria-describedby": f"{identity}-desc",
            # For readers without styles, and for search: the same words stand there once.
            "display": None if is_first else "none",
            "data-search-exclude": None if is_first else "",
            "data-pagefind-ignore": None if is_first else "",
        },
        *_apart(
            element("title", {"id": f"{identity}-title"}, title),
            element("desc", {"id": f"{identity}-desc"}, description),
            *drawn(scene.marks, _PAINTS),
            *([_part(scene.head)] if scene.head else []),
            element("g", {"role": "list"}, *_apart(*map(_item, scene.items))),
            *([_part(scene.foot)] if scene.foot else []),
        ),
    )


def _item(part: Part) -> Markup:
    return _part(part, "listitem")


def _part(part: Part, role: str | None = None) -> Markup:
    content = _apart(*drawn(part.marks, _PAINTS), *map(_text, part.texts))
    return element("g", {"role": role}, *content)


def _apart(*elements: Markup) -> Iterator[str | Markup]:
    """Elements on lines of their own, or a search would find two words glued together."""
    for one in elements:
        yield from ("\n", one)


def _text(paragraph: Paragraph) -> Markup:
    first = paragraph.lines[0]
    return element(
        "text",
        {
            "font-size": first.size,
            "font-weight": first.weight if first.weight != 400 else None,
            "fill": _PAINTS[first.ink],
            "text-anchor": "middle" if paragraph.is_centred else None,
        },
        *_lines(paragraph),
    )


def _lines(paragraph: Paragraph) -> Iterator[Markup | str]:
    yield _line(paragraph.lines[0], is_centred=paragraph.is_centred)
    for joint, line in zip(paragraph.joints, paragraph.lines[1:], strict=True):
        yield joint  # copied and read out, a text is what it was
        yield _line(line, is_centred=paragraph.is_centred)


def _line(words: Words, *, is_centred: bool) -> Markup:
    x = words.area.x + (words.area.width / 2 if is_centred else 0)
    return element("tspan", {"x": x, "y": words.baseline}, words.text)
