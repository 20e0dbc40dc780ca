"""The row of emotions as a drawing: a curve for each persona, the targets, five levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxguide.drawing.parts import Area, Mark
from cxguide.journeys.curve import Cubic, Point, curve_pieces
from cxguide.journeys.model import Journey, Stage
from cxguide.journeys.pictures import marks

__all__ = ["LEVELS", "PLOT_HEIGHT", "Plot"]

LEVELS = (2, 1, 0, -1, -2)
"""The levels of emotion, top to bottom."""
_LEVEL_HEIGHT = 24.0
_MARGIN = 14.0
PLOT_HEIGHT = 2 * _MARGIN + _LEVEL_HEIGHT * (len(LEVELS) - 1)
"""Of the whole drawing, in px."""
_APART = 15.0
"""Between marks of one stage that have one level."""


@dataclass(frozen=True)
class Plot:
    """A drawing of equally wide stages, from `x` and `y` on, in px."""

    journey: Journey
    x: float
    y: float
    stage_width: float

    @property
    def area(self) -> Area:
        """What the drawing takes up."""
        width = self.stage_width * len(self.journey.stages)
        return Area(self.x, self.y, width, PLOT_HEIGHT)

    def height_of(self, level: float) -> float:
        """Where a level is, as y."""
        return self.y + _MARGIN + (LEVELS[0] - level) * _LEVEL_HEIGHT

    def drawn(self) -> tuple[Mark, ...]:
        """The drawing, from the back to the front."""
        return (*self._grid(), *self._curves(), *self._scores())

    def _grid(self) -> Iterator[Mark]:
        for level in LEVELS:
            width = 1.5 if level == 0 else 1
            path = f"M{_number(self.x)} {_number(self.height_of(level))}H{_number(self.area.right)}"
            yield marks.line(path, "line", width=width, dash="" if level == 0 else "2 4")

    def _curves(self) -> Iterator[Mark]:
        stages = self.journey.stages
        targets = curve_pieces([stage.target_emotion for stage in stages])
        yield from self._line(targets, 1.5, marks.TARGET_DASH)
        for persona in range(max(1, len(self.journey.personas))):
            pieces = curve_pieces([stage.emotions[persona] for stage in stages])
            if len(self.journey.personas) <= 1:
                yield from self._shade(pieces)
            yield from self._line(pieces, 2.5, marks.DASHES[persona])

    def _line(self, pieces: Sequence[Sequence[Cubic]], width: float, dash: str) -> Iterator[Mark]:
        """One path, so that dashes run on from stage to stage."""
        path, end = "", None
        for stage, piece in enumerate(pieces):
            for cubic in piece:
                start = self._at(cubic.start, stage)
                path += ("" if start == end else f"M{start}") + self._bend(cubic, stage)
                end = self._at(cubic.end, stage)
        if path:
            yield marks.line(path, "mood", width=width, dash=dash)

    def _shade(self, pieces: Sequence[Sequence[Cubic]]) -> Iterator[Mark]:
        """What lies between a curve and neutral."""
        path = ""
        for stage, piece in enumerate(pieces):
            for cubic in piece:
                left, right = cubic.start[0], cubic.end[0]
                path += f"M{self._at(cubic.start, stage)}{self._bend(cubic, stage)}"
                path += f"L{self._at((right, 0), stage)}L{self._at((left, 0), stage)}z"
        if path:
            yield Mark(path, fill="mood", opacity=0.14)

    def _scores(self) -> Iterator[Mark]:
        for index, stage in enumerate(self.journey.stages):
            found = [*self._felt(stage), *self._wanted(stage)]
            levels = [level for level, _ in found]
            for position, (level, mark) in enumerate(found):
                aside = levels[:position].count(level) - (levels.count(level) - 1) / 2
                x = self.x + (index + 0.5) * self.stage_width + aside * _APART
                yield mark.moved(x, self.height_of(level))

    def _felt(self, stage: Stage) -> Iterator[tuple[int, Mark]]:
        alone = len(stage.emotions) == 1
        for persona, score in enumerate(stage.emotions):
            if score is not None:
                is_star = stage.moment_of_truth and alone
                yield score, marks.feeling(score, persona, is_truth=is_star)

    def _wanted(self, stage: Stage) -> Iterator[tuple[int, Mark]]:
        if stage.target_emotion is not None:
            yield stage.target_emotion, marks.target(stage.target_emotion)

    def _bend(self, cubic: Cubic, stage: int) -> str:
        points = (cubic.control_1, cubic.control_2, cubic.end)
        return "C" + " ".join(self._at(point, stage) for point in points)

    def _at(self, point: Point, stage: int) -> str:
        x = self.x + (stage + point[0]) * self.stage_width
        return f"{_number(x)} {_number(self.height_of(point[1]))}"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
