"""What stands above a map: title, lens, summary, legend."""

from __future__ import annotations

from cxguide.drawing.blocks import EMPTY, Block, Style, item, paragraph, stacked
from cxguide.drawing.typeface import BOLD
from cxguide.journeys.pictures.cells import signed
from cxguide.journeys.pictures.signs import legend
from cxguide.journeys.plain import PlainMap

__all__ = ["head_block"]

_TITLE = Style(20, BOLD)
_LENS_HEAD = Style(12, BOLD, "soft")
_LENS = Style(12.5)
_SUMMARY = Style(12.5, ink="soft")
_LEGEND = Style(12)
_READABLE = 780.0
"""Longer lines are hard to follow."""


def head_block(plain: PlainMap, width: float, heads_width: float) -> Block:
    """Everything above the table, `width` px wide; heads stand above those of the rows."""
    language = plain.words.language
    readable = min(width, _READABLE)
    title = paragraph(plain.title, width, _TITLE, language)
    lens = stacked(
        (
            item(
                paragraph(head, heads_width - 12, _LENS_HEAD, language),
                stacked(paragraph(text, readable - heads_width, _LENS, language) for text in texts),
                gutter=heads_width,
            )
            for head, texts in plain.lens
        ),
        gap=3,
    )
    summary = paragraph(plain.summary, readable, _SUMMARY, language)
    return stacked((title, lens, summary, _legend(plain, width)), gap=12)


def _legend(plain: PlainMap, width: float) -> Block:
    """The signs of the emotions one after the other, in as many lines as they need."""
    if "emotion" not in plain.heads:
        return EMPTY
    lines: list[Block] = [EMPTY]
    for sign, label in legend(plain):
        entry = signed(sign, label, width, _LEGEND, plain.words.language)
        filled = lines[-1]
        gap = 24 if filled.width else 0
        if filled.width and filled.width + gap + entry.width > width:
            lines.append(entry)
        else:
            lines[-1] = filled.beside(entry.moved(filled.width + gap, 0))
    return stacked(lines, gap=2)
