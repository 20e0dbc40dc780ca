"""Steps laid out: numbers along a line, and an arrow back to the first."""

from __future__ import annotations

from cxguide.drawing.parts import Area, Mark
from cxguide.illustrations.model import Steps
from cxguide.illustrations.pen import Pen, Setting, arrow_head, centred, line, placed, ring, stacked
from cxguide.illustrations.scene import Part, Scene

__all__ = ["steps_scene"]

_RING = 16.0
_EDGE = 2.0
_DASH = "1 6"
"""Dots, as line ends are round."""
_BEND = 14.0


def steps_scene(steps: Steps, pen: Pen) -> Scene:
    """The steps beside each other where there is room for them, else one under the other."""
    return _beside(steps, pen) if pen.format.is_wide else _below(steps, pen)


def _beside(steps: Steps, pen: Pen) -> Scene:
    count = len(steps.steps)
    column = (pen.format.width - 2 * _EDGE) / count
    first, last = _EDGE + _RING, _EDGE + _RING + column * (count - 1)
    label = pen.optional(steps.back, (last - first) * 0.75, pen.soft)
    turn = max(label.height / 2, 8)  # where the way back runs
    centre = (max(turn + 26, label.height + 6) if label else _EDGE) + _RING
    top = centre + _RING + 12
    names = [pen.set(step.name, column - 8, pen.small_bold) for step in steps.steps]
    text_top = top + max(name.height for name in names) + 4
    items, bottom = [], top
    for index, (step, name) in enumerate(zip(steps.steps, names, strict=True)):
        x = _EDGE + index * column
        text = pen.set(step.text, column - 14, pen.plain)
        bottom = max(bottom, text_top + text.height)
        digit = pen.write(str(index + 1), 2 * _RING, pen.number)
        marks: list[Mark] = [ring(x + _RING, centre, _RING)]
        if index < count - 1:
            tip = x + column - 6
            marks += [
                line(f"M{x + 2 * _RING + 6:.2f} {centre:.2f}H{tip - 1:.2f}"),
                arrow_head(tip, centre, "right"),
            ]
        texts = (
            centred(digit, x + _RING, centre - digit.height / 2),
            placed(name, x, top),
            placed(text, x, text_top),
        )
        items.append((x, texts, marks))
    height = bottom - (centre - _RING)
    parts = tuple(
        Part(Area(x, centre - _RING, column, height), texts, tuple(marks))
        for x, texts, marks in items
    )
    foot = _way_back(label, first, last, turn, centre - _RING) if label else None
    return Scene(Area(0, 0, pen.format.width, bottom + _EDGE), parts, foot=foot)


def _way_back(label: Setting, first: float, last: float, turn: float, rings: float) -> Part:
    """An arrow that runs above all steps, with its text in the middle of it."""
    middle, half = (first + last) / 2, label.width * 1.06 / 2 + 10
    bend = f"a{_BEND:g} {_BEND:g} 0 0 0"
    out = (
        f"M{last:.2f} {rings - 6:.2f}V{turn + _BEND:.2f}{bend} {-_BEND:g} {-_BEND:g}"
        f"H{middle + half:.2f}"
    )
    back = (
        f"M{middle - half:.2f} {turn:.2f}H{first + _BEND:.2f}{bend} {-_BEND:g} {_BEND:g}"
        f"V{rings - 7:.2f}"
    )
    return Part(
        Area(first, turn - label.height / 2, last - first, label.height),
        (centred(label, middle, turn - label.height / 2),),
        (
            line(out, "soft", dash=_DASH),
            line(back, "soft", dash=_DASH),
            arrow_head(first, rings - 5, "down", "soft"),
        ),
    )


def _below(steps: Steps, pen: Pen) -> Scene:
    has_way_back = steps.back is not None
    centre = _RING + (30 if has_way_back else _EDGE)
    left = centre + _RING + 14
    width = pen.format.width - left - _EDGE
    items: list[Part] = []
    y, first = _EDGE, _EDGE + _RING
    for index, step in enumerate(steps.steps):
        texts, bottom = stacked(
            (pen.set(step.name, width, pen.bold), pen.set(step.text, width, pen.plain)),
            left,
            y + _RING - pen.format.name_size * 0.73,
        )
        digit = pen.write(str(index + 1), 2 * _RING, pen.number)
        middle, end = y + _RING, max(bottom, y + 2 * _RING)
        marks: list[Mark] = [ring(centre, middle, _RING)]
        if index < len(steps.steps) - 1:
            end += 20
            marks += [
                line(f"M{centre:.2f} {middle + _RING + 6:.2f}V{end - 7:.2f}"),
                arrow_head(centre, end - 6, "down"),
            ]
        number = centred(digit, centre, middle - digit.height / 2)
        area = Area(centre - _RING, y, pen.format.width - _EDGE - centre + _RING, end - y)
        top = min(area.y, texts[0].lines[0].area.y)
        area = Area(area.x, top, area.width, area.bottom - top)
        items.append(Part(area, (number, *texts), tuple(marks)))
        y = end
    lowest = min(part.area.y for part in items)
    if not has_way_back:
        return Scene(Area(0, lowest, pen.format.width, y + _EDGE - lowest), tuple(items))
    label = pen.optional(steps.back, width, pen.soft)
    foot = _way_up(label, Area(left, y + 16, width, label.height), first, centre)
    top = min(lowest, 0)
    whole = Area(0, top, pen.format.width, foot.area.bottom + _EDGE - top)
    return Scene(whole, tuple(items), foot=foot)


def _way_up(label: Setting, area: Area, first: float, centre: float) -> Part:
    """An arrow from a text below all steps, along their side, to the first of them."""
    turn = area.y + area.height / 2
    bend = f"a{_BEND:g} {_BEND:g} 0 0 1"
    path = (
        f"M{area.x - 8:.2f} {turn:.2f}H{_EDGE + _BEND:.2f}{bend} {-_BEND:g} {-_BEND:g}"
        f"V{first + _BEND:.2f}{bend} {_BEND:g} {-_BEND:g}H{centre - _RING - 8:.2f}"
    )
    return Part(
        area,
        (placed(label, area.x, area.y),),
        (line(path, "soft", dash=_DASH), arrow_head(centre - _RING - 5, first, "right", "soft")),
    )
