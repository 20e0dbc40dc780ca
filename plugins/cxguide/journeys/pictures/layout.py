"""Where everything on a map stands: a head, row heads at the left, a column for each stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from cxguide.core.languages import Language
from cxguide.drawing.blocks import EMPTY, Block, Style, paragraph
from cxguide.drawing.parts import Area, Cell, Mark
from cxguide.drawing.typeface import BOLD
from cxguide.journeys.model import Row
from cxguide.journeys.pictures import marks
from cxguide.journeys.pictures.cells import cell_block, stage_head
from cxguide.journeys.pictures.head import head_block
from cxguide.journeys.pictures.plot import PLOT_HEIGHT, Plot
from cxguide.journeys.pictures.scene import Scene
from cxguide.journeys.plain import PlainMap

__all__ = ["lay_out"]

_MARGIN = 24.0
_PADDING = 10.0
_ROW_HEADS = 124.0
_COLUMN = 166.0
_NARROWEST_TABLE = 760.0
"""Maps of few stages get wider columns, so that what stands above has room."""
_STRIP_HEIGHT = 24.0
"""Of the line of a service blueprint with its label."""

_ROW_HEAD = Style(12, BOLD, "soft")
_SMALL = Style(11, ink="soft")
_SCALE = Style(10.5, ink="soft")


def lay_out(plain: PlainMap, *, source: str = "") -> Scene:
    """The map in its language; no text is cut, and none stands on another.

    Args:
        plain: the map.
        source: where it comes from, as an address for the foot of the drawing.

    Raises:
        MissingGlyph: no bundled font has a character of the map.
    """
    return _Layout(plain, source).scene()


@dataclass(frozen=True)
class _Band:
    """A row of the table.

    Attributes:
        row: which.
        area: all of it, from the row heads to the last stage.
        above: how much of its height a line of a service blueprint takes.
        text_top: where its texts begin; in the row of emotions below the curve.
        cells: its content, a block for each stage.
    """

    row: Row
    area: Area
    above: float
    text_top: float
    cells: tuple[Block, ...]

    @property
    def plot_top(self) -> float:
        """Where the curve begins in the row of emotions."""
        return self.text_top - PLOT_HEIGHT - 4


@dataclass(frozen=True)
class _Layout:
    plain: PlainMap
    source: str

    def scene(self) -> Scene:
        bottom = self.bands[-1].area.bottom if self.bands else self.stages_area.bottom
        foot = self._text(self.source, self.width, _SMALL) if self.source else EMPTY
        foot_area = Area(_MARGIN, bottom + 12, self.width, foot.height)
        end = foot_area.bottom if foot.height else bottom
        plots = [band.plot_top for band in self.bands if band.row == "emotion"]
        mood = Plot(self.plain.journey, self.left, plots[0] if plots else 0, self.column)
        cells = (
            self.head.within(self._head_area()),
            Cell(self._table_area(bottom), marks=tuple(self._lines(bottom))),
            *(Cell(mood.area, marks=mood.drawn()) for _ in plots),
            *map(self._row_head, self.bands),
            *map(self._strip, (band for band in self.bands if band.above)),
            *self._stages(),
            *((foot.within(foot_area),) if foot.height else ()),
        )
        return Scene(
            id=self.plain.journey.id,
            language=self.language,
            title=self.plain.title,
            description=self.plain.summary,
            area=Area(0, 0, ceil(self.width + 2 * _MARGIN), ceil(end + _MARGIN)),
            mood=(mood.height_of(2), mood.height_of(-2)),
            cells=cells,
        )

    @property
    def language(self) -> Language:
        return self.plain.words.language

    @cached_property
    def column(self) -> float:
        return max(_COLUMN, (_NARROWEST_TABLE - _ROW_HEADS) / len(self.plain.stages))

    @property
    def width(self) -> float:
        return _ROW_HEADS + self.column * len(self.plain.stages)

    @property
    def left(self) -> float:
        """Where the first stage begins."""
        return _MARGIN + _ROW_HEADS

    @cached_property
    def head(self) -> Block:
        return head_block(self.plain, self.width, _ROW_HEADS)

    @cached_property
    def stage_heads(self) -> tuple[Block, ...]:
        width = self.column - 2 * _PADDING
        return tuple(stage_head(stage, width, self.language) for stage in self.plain.stages)

    @property
    def stages_area(self) -> Area:
        """The row of the stages' names."""
        height = max(block.height for block in self.stage_heads) + 2 * _PADDING
        return Area(_MARGIN, self._head_area().bottom + 18, self.width, height)

    @cached_property
    def bands(self) -> tuple[_Band, ...]:
        found = []
        top = self.stages_area.bottom
        for row in self.plain.heads:
            band = self._band(row, top)
            found.append(band)
            top = band.area.bottom
        return tuple(found)

    def _band(self, row: Row, top: float) -> _Band:
        above = _STRIP_HEIGHT if row in self.plain.words.fixed.lines else 0.0
        width = self.column - 2 * _PADDING
        cells = tuple(cell_block(stage, row, width, self.language) for stage in self.plain.stages)
        head = self._row_head_text(row).height
        text_top = top + above + _PADDING
        if row == "emotion":
            text_top += head + PLOT_HEIGHT + 4
        text_bottom = text_top + max(block.height for block in cells)
        bottom = max(text_bottom, top + above + _PADDING + head) + _PADDING
        return _Band(row, Area(_MARGIN, top, self.width, bottom - top), above, text_top, cells)

    def _head_area(self) -> Area:
        return Area(_MARGIN, _MARGIN, self.width, self.head.height)

    def _table_area(self, bottom: float) -> Area:
        top = self.stages_area.y
        return Area(_MARGIN, top, self.width, bottom - top)

    def _text(self, text: str, width: float, style: Style) -> Block:
        return paragraph(text, width, style, self.language)

    def _row_head_text(self, row: Row) -> Block:
        return self._text(self.plain.heads[row], _ROW_HEADS - _PADDING, _ROW_HEAD)

    def _row_head(self, band: _Band) -> Cell:
        top = band.area.y + band.above
        area = Area(_MARGIN, top, _ROW_HEADS, band.area.bottom - top)
        block = self._row_head_text(band.row).moved(0, _PADDING)
        if band.row == "emotion":
            plot = Plot(self.plain.journey, 0, band.plot_top - top, self.column)
            levels = self.plain.words.fixed.levels
            for level in (2, 0, -2):
                label = self._text(levels[level], _ROW_HEADS - _PADDING, _SCALE)
                block = block.beside(label.moved(0, plot.height_of(level) - label.height / 2))
        return block.within(area)

    def _strip(self, band: _Band) -> Cell:
        """The label of a line of a service blueprint, and the line after it."""
        label = self._text(self.plain.words.fixed.lines[band.row], self.width - 40, _SMALL)
        area = Area(_MARGIN, band.area.y, self.width, band.above)
        middle = band.above / 2
        path = f"M{label.width + 8:.2f} {middle:g}H{self.width:g}"
        line = Block(marks=(marks.line(path, "soft", width=1.5, dash="7 4"),))
        return label.moved(0, middle - label.height / 2).beside(line).within(area)

    def _stages(self) -> Iterator[Cell]:
        for index, head in enumerate(self.stage_heads):
            x = self.left + index * self.column
            area = self.stages_area
            yield head.within(Area(x, area.y, self.column, area.height), padding=_PADDING)
            for band in self.bands:
                block = band.cells[index]
                if block.height:
                    top = band.text_top - _PADDING
                    room = Area(x, top, self.column, band.area.bottom - top)
                    yield block.within(room, padding=_PADDING)

    def _lines(self, bottom: float) -> Iterator[Mark]:
        """What divides rows and stages."""
        top = self.stages_area.y
        right = _MARGIN + self.width
        for index in range(len(self.plain.stages)):
            x = self.left + index * self.column
            yield marks.line(f"M{x:.2f} {top:.2f}V{bottom:.2f}", "line")
        for y in (top, *(band.area.y for band in self.bands if not band.above), bottom):
            yield marks.line(f"M{_MARGIN:g} {y:.2f}H{right:.2f}", "line")
