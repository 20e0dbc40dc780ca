"""A sheet laid out: who it is, a quotation, and fields in one or two columns."""

from __future__ import annotations

from collections.abc import Sequence

from cxguide.drawing.blocks import Style
from cxguide.drawing.parts import Area, Mark
from cxguide.drawing.typeface import BOLD
from cxguide.illustrations.model import Sheet
from cxguide.illustrations.pen import Pen, Setting, card, line, placed, stacked
from cxguide.illustrations.scene import Part, Scene

__all__ = ["sheet_scene"]

_EDGE = 2.0
_BADGE = 26.0
_PERSON = "M-7.5 -7A7.5 7.5 0 0 1 7.5 -7A7.5 7.5 0 0 1 -7.5 -7zM-14 15C-14 -1 14 -1 14 15"
"""Head and shoulders, around the origin."""


def sheet_scene(sheet: Sheet, pen: Pen, quoted: str) -> Scene:
    """The head of the sheet with its fields below.

    Args:
        sheet: what it says.
        pen: sets its texts.
        quoted: how the language quotes, with the placeholder `{text}`.
    """
    padding = 24.0 if pen.format.is_wide else 16.0
    left, room = _EDGE + padding, pen.format.width - 2 * (_EDGE + padding)
    head = _head(sheet, pen, quoted, Area(left, _EDGE + padding, room, 0))
    columns = 2 if pen.format.is_wide else 1
    gap = padding if columns > 1 else 0.0
    column = (room - gap * (columns - 1)) / columns
    items: list[Part] = []
    y = head.area.bottom + 16
    for start in range(0, len(sheet.fields), columns):
        row = sheet.fields[start : start + columns]
        width = column if len(row) == columns else room
        blocks = [
            (
                pen.set(field.label, width, _label(pen)),
                pen.set(field.text, width, pen.plain),
            )
            for field in row
        ]
        height = max(map(_height, blocks)) + 22
        for index, texts in enumerate(blocks):
            x = left + index * (column + gap)
            written, _ = stacked(texts, x, y + 10, gap=2)
            rule = line(f"M{x:.2f} {y:.2f}h{width:.2f}", "line", width=1.25)
            items.append(Part(Area(x, y, width, height), written, (rule,)))
        y += height
    whole = Area(_EDGE, _EDGE, pen.format.width - 2 * _EDGE, y + padding - 12 - _EDGE)
    return Scene(
        Area(0, 0, pen.format.width, whole.bottom + _EDGE), tuple(items), card(whole), head=head
    )


def _head(sheet: Sheet, pen: Pen, quoted: str, area: Area) -> Part:
    beside = area.x + 2 * _BADGE + 16
    width = area.right - beside
    texts, bottom = stacked(
        (
            pen.set(sheet.name, width, Style(pen.format.name_size + 3, BOLD)),
            pen.set(sheet.about, width, pen.soft),
        ),
        beside,
        area.y,
        gap=2,
    )
    bottom = max(bottom, area.y + 2 * _BADGE)
    marks = [
        Mark(_disc(_BADGE), area.x + _BADGE, area.y + _BADGE, fill="accent", opacity=0.1),
        Mark(
            _PERSON,
            area.x + _BADGE,
            area.y + _BADGE - 1,
            scale=1.05,
            stroke="accent",
            stroke_width=2,
        ),
    ]
    if sheet.quotation is not None:
        words = quoted.format(text=pen.texts(sheet.quotation.key, sheet.quotation.english))
        style = Style(pen.format.name_size, ink="accent")
        text = pen.write(words, area.width - 18, style)
        top = bottom + 18
        texts += (placed(text, area.x + 18, top),)
        marks.append(line(f"M{area.x + 2:.2f} {top:.2f}v{text.height:.2f}", width=3))
        bottom = top + text.height
    return Part(Area(area.x, area.y, area.width, bottom - area.y), texts, tuple(marks))


def _label(pen: Pen) -> Style:
    return Style(pen.format.size, BOLD, "accent")


def _height(blocks: Sequence[Setting]) -> float:
    return sum(block.height for block in blocks) + 2


def _disc(radius: float) -> str:
    r = radius
    return f"M{-r:g} 0A{r:g} {r:g} 0 0 1 {r:g} 0A{r:g} {r:g} 0 0 1 {-r:g} 0z"
