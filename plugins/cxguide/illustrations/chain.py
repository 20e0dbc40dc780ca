"""A chain laid out: cards with arrows between them."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.drawing.parts import Area, Mark
from cxguide.illustrations.model import Chain, Link
from cxguide.illustrations.pen import (
    Pen,
    Setting,
    arrow_head,
    card,
    centred,
    line,
    placed,
    ring,
    stacked,
)
from cxguide.illustrations.scene import Paragraph, Part, Scene

__all__ = ["chain_scene"]

_MOST_BESIDE = 3
_PADDING = 16.0
_RING = 14.0
_EDGE = 2.0
"""Half of the thickest line, so that nothing is cut off at the edge of the drawing."""
_SHORTEST_ARROW = 44.0
_LONGEST_ARROW = 104.0


@dataclass(frozen=True, slots=True)
class _Card:
    """The texts of a link, not placed yet."""

    name: Setting
    text: Setting
    example: Setting
    arrow: Setting


def chain_scene(chain: Chain, pen: Pen) -> Scene:
    """The links beside each other where there is room for them, else one under the other."""
    if pen.format.is_wide and len(chain.links) <= _MOST_BESIDE:
        return _beside(chain, pen)
    return _below(chain, pen)


def _cards(chain: Chain, pen: Pen, width: float, arrow_width: float) -> list[_Card]:
    return [
        _Card(
            pen.set(link.name, width, pen.bold),
            pen.set(link.text, width, pen.plain),
            pen.optional(link.example, width, pen.soft),
            pen.optional(link.arrow, arrow_width, pen.soft),
        )
        for link in chain.links
    ]


def _beside(chain: Chain, pen: Pen) -> Scene:
    count, top = len(chain.links), _RING + _EDGE
    gap = _arrow_length(chain.links, pen)
    width = (pen.format.width - 2 * _EDGE - gap * (count - 1)) / count
    cards = _cards(chain, pen, width - 2 * _PADDING, gap - 12)
    columns = []
    for index, one in enumerate(cards):
        left = _EDGE + index * (width + gap) + _PADDING
        columns.append(stacked((one.name, one.text), left, top + _RING + 8))
    rule = max(bottom for _, bottom in columns) + 10
    examples = [one.example.height for one in cards if one.example]
    bottom = rule + (10 + max(examples) if examples else -10) + _PADDING
    tallest = max(one.arrow.height for one in cards)
    middle = max((top + bottom) / 2, top + tallest + 8)  # where the arrows run
    bottom = max(bottom, middle + 10)
    items = []
    for index, (one, (texts, _)) in enumerate(zip(cards, columns, strict=True)):
        area = Area(_EDGE + index * (width + gap), top, width, bottom - top)
        left = area.x + _PADDING
        marks = [*card(area), ring(left + _RING, top, _RING)]
        texts = (_digit(index, left + _RING, top, pen), *texts)
        if one.example:
            texts += (placed(one.example, left, rule + 10),)
            end = area.right - _PADDING
            marks.append(line(f"M{left:.2f} {rule:.2f}H{end:.2f}", "line", width=1))
        if index < count - 1:
            marks += _to_the_right(area.right + 8, area.right + gap - 6, middle)
            if one.arrow:
                above = middle - 8 - one.arrow.height
                texts += (centred(one.arrow, area.right + gap / 2, above),)
            area = Area(area.x, top, width + gap, area.height)
        items.append(Part(_with_ring(area), texts, tuple(marks)))
    return Scene(Area(0, 0, pen.format.width, bottom + _EDGE), tuple(items))


def _to_the_right(start: float, tip: float, y: float) -> tuple[Mark, ...]:
    return line(f"M{start:.2f} {y:.2f}H{tip - 1:.2f}"), arrow_head(tip, y, "right")


def _with_ring(area: Area) -> Area:
    """A card whose number stands on its upper edge."""
    return Area(area.x, area.y - _RING, area.width, area.height + _RING)


def _below(chain: Chain, pen: Pen) -> Scene:
    width = pen.format.width - 2 * _EDGE
    inside = width - 2 * _PADDING - 2 * _RING - 12
    items = []
    y = _EDGE
    for index, one in enumerate(_cards(chain, pen, inside, inside)):
        left = _EDGE + _PADDING + 2 * _RING + 12
        texts, bottom = stacked((one.name, one.text, one.example), left, y + _PADDING)
        area = Area(_EDGE, y, width, bottom + _PADDING - y)
        centre = _EDGE + _PADDING + _RING
        middle = y + _PADDING + pen.format.name_size * 0.73
        marks = [*card(area), ring(centre, middle, _RING)]
        y = area.bottom
        if index < len(chain.links) - 1:
            length = max(_SHORTEST_ARROW, one.arrow.height + 20)
            marks += [
                line(f"M{centre:.2f} {y + 7:.2f}V{y + length - 6:.2f}"),
                arrow_head(centre, y + length - 5, "down"),
            ]
            if one.arrow:
                texts += (placed(one.arrow, left, y + (length - one.arrow.height) / 2),)
            y += length
            area = Area(area.x, area.y, area.width, y - area.y)
        items.append(Part(area, (_digit(index, centre, middle, pen), *texts), tuple(marks)))
    return Scene(Area(0, 0, pen.format.width, y + _EDGE), tuple(items))


def _arrow_length(links: tuple[Link, ...], pen: Pen) -> float:
    """As long as the longest text beside an arrow needs, within limits."""
    widest = max(pen.optional(link.arrow, _LONGEST_ARROW, pen.soft).width for link in links[:-1])
    return max(_SHORTEST_ARROW, min(_LONGEST_ARROW, widest * 1.06) + 20)


def _digit(index: int, x: float, y: float, pen: Pen) -> Paragraph:
    digit = pen.write(str(index + 1), 2 * _RING, pen.number)
    return centred(digit, x, y - digit.height / 2)
