"""What stands in the cells of a map: texts, each with the sign that goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxguide.core.languages import Language
from cxguide.drawing.blocks import Block, Style, item, line_height, paragraph, stacked
from cxguide.drawing.typeface import BOLD
from cxguide.journeys.model import Row
from cxguide.journeys.pictures import marks
from cxguide.journeys.pictures.signs import TRUTH, Sign, is_truth, line_signs
from cxguide.journeys.plain import PlainStage

__all__ = ["cell_block", "signed", "stage_head"]

_TEXT = Style(12.5)
_NAME = Style(14, BOLD)
_NUMBER = Style(11, BOLD, "accent")
_REMARK = Style(11.5, ink="soft")
_TRUTH = Style(11.5, BOLD, "accent")
_STYLES: Mapping[Row, Style] = {
    "touchpoints": Style(12),
    "thought": Style(12.5, ink="soft"),
}


def stage_head(stage: PlainStage, width: float, language: Language) -> Block:
    """Number and name of a stage, and what is told beside the name."""
    gutter = 27.0
    name = paragraph(stage.name, width - gutter, _NAME, language)
    middle = line_height(stage.name, _NAME.size) / 2
    number = paragraph(str(stage.number), gutter, _NUMBER, language)
    placed = number.moved(10 - number.width / 2, middle - number.height / 2)
    ring = Block(marks=(marks.circle(9.5, "accent").moved(10, middle),))
    blocks = [item(ring.beside(placed), name, gutter=gutter)]
    for remark in stage.remarks:
        if is_truth(stage, remark):
            blocks.append(signed(TRUTH, remark, width, _TRUTH, language))
        else:
            blocks.append(paragraph(remark, width - gutter, _REMARK, language).moved(gutter, 0))
    return stacked(blocks, gap=2)


def cell_block(stage: PlainStage, row: Row, width: float, language: Language) -> Block:
    """The content of a cell, `width` px wide: its lines, each after its sign if it has one."""
    style = _STYLES.get(row, _TEXT)
    lines = stage.cells[row]
    signs: Sequence[Sign | None] = line_signs(stage.stage, row) or [None] * len(lines)
    return stacked(
        (
            signed(sign, line, width, style, language)
            for sign, line in zip(signs, lines, strict=True)
        ),
        gap=4,
    )


def signed(sign: Sign | None, text: str, width: float, style: Style, language: Language) -> Block:
    """A text after its sign."""
    if sign is None:
        return paragraph(text, width, style, language)
    return item(
        sign.block(line_height(text, style.size)),
        paragraph(text, width - sign.gutter, style, language),
        gutter=sign.gutter,
    )
