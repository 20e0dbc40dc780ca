"""A whole and a part of it laid out: one frame inside the other."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.drawing.parts import Area, Mark
from cxguide.illustrations.model import Frame, Nested
from cxguide.illustrations.pen import Pen, centred, rounded, stacked
from cxguide.illustrations.scene import Paragraph, Part, Scene

__all__ = ["nested_scene"]

_EDGE = 2.0
_GAP = 8.0
_CHIP_PADDING = 11.0


@dataclass(frozen=True, slots=True)
class _Content:
    """What is in a frame, placed."""

    texts: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    bottom: float


def nested_scene(nested: Nested, pen: Pen) -> Scene:
    """The inner frame at the right of what the outer one says, or below it."""
    padding = 22.0 if pen.format.is_wide else 16.0
    outer_width = pen.format.width - 2 * _EDGE
    left, top = _EDGE + padding, _EDGE + padding
    room = outer_width - 2 * padding
    if pen.format.is_wide:
        column = (room - padding) * 0.46
        outer = _content(nested.outer, left, top, column, pen)
        frame_x, frame_y = left + column + padding, top
    else:
        column = room
        outer = _content(nested.outer, left, top, column, pen)
        frame_x, frame_y = left, outer.bottom + padding
    frame_width = _EDGE + outer_width - padding - frame_x
    inner = _content(
        nested.inner, frame_x + padding, frame_y + padding, frame_width - 2 * padding, pen
    )
    frame_bottom = inner.bottom + padding
    if pen.format.is_wide:
        frame_bottom = max(frame_bottom, outer.bottom)
    frame = Area(frame_x, frame_y, frame_width, frame_bottom - frame_y)
    whole = Area(_EDGE, _EDGE, outer_width, frame_bottom + padding - _EDGE)
    return Scene(
        Area(0, 0, pen.format.width, whole.bottom + _EDGE),
        (
            Part(Area(left, top, column, outer.bottom - top), outer.texts, outer.marks),
            Part(frame, inner.texts, inner.marks),
        ),
        marks=(
            Mark(rounded(whole, 16), fill="accent", opacity=0.07),
            Mark(rounded(whole, 16), stroke="accent", stroke_width=1.5),
            Mark(rounded(frame, 12), fill="paper", stroke="accent", stroke_width=2.5),
        ),
    )


def _content(frame: Frame, x: float, y: float, width: float, pen: Pen) -> _Content:
    texts, bottom = stacked(
        (pen.set(frame.name, width, pen.bold), pen.set(frame.text, width, pen.plain)), x, y
    )
    chips: list[Paragraph] = []
    marks: list[Mark] = []
    left, top, height = x, bottom + 14, 0.0
    for example in frame.examples:
        text = pen.set(example, width - 2 * _CHIP_PADDING, pen.plain)
        chip = min(text.width * 1.07 + 2 * _CHIP_PADDING, width)
        if left > x and left + chip > x + width:
            left, top = x, top + height + _GAP
        height = text.height + 6 if left == x else max(height, text.height + 6)
        area = Area(left, top, chip, text.height + 6)
        marks.append(Mark(rounded(area, 14), fill="paper", stroke="line", stroke_width=1.25))
        chips.append(centred(text, left + chip / 2, top + 3))
        left = area.right + _GAP
    return _Content((*texts, *chips), tuple(marks), top + height)
