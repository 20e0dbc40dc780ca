"""The signs before the lines of a map, the same in every form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxguide.drawing.blocks import Block
from cxguide.drawing.parts import Area, Mark
from cxguide.journeys.model import Row, Stage
from cxguide.journeys.pictures import marks
from cxguide.journeys.plain import PlainMap, PlainStage

__all__ = ["TRUTH", "Sign", "is_truth", "legend", "line_signs"]

_LISTS: frozenset[Row] = frozenset(
    {"physical_evidence", "actions", "frontstage", "backstage", "support"}
)
_STEP = 9.0
"""From one of several equal marks to the next, in px."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands before a text.

    Attributes:
        marks: drawn around one point.
        middle: how far that point is from the left, in px.
        gutter: how far the text is from the left, in px.
        height: of the marks, in px.
        count: how often the marks are drawn.
    """

    marks: tuple[Mark, ...]
    middle: float
    gutter: float
    height: float = 12
    count: int = 1

    def block(self, line_height: float) -> Block:
        """The sign in its gutter beside a first line; several marks one below the other."""
        first = line_height / 2
        below = _STEP * (self.count - 1)
        drawn = tuple(
            mark.moved(self.middle, first + _STEP * index)
            for index in range(self.count)
            for mark in self.marks
        )
        return Block(height=first + below + self.height / 2, marks=drawn)

    def in_line(self) -> tuple[Area, tuple[Mark, ...]]:
        """The sign as a drawing of its own; several marks beside each other."""
        drawn = tuple(
            mark.moved(self.middle + _STEP * index, self.height / 2)
            for index in range(self.count)
            for mark in self.marks
        )
        width = self.gutter + _STEP * (self.count - 1)
        return Area(0, 0, width, self.height), drawn


TRUTH = Sign((marks.truth(),), 10, 27, height=14)
"""Before the words that a stage is a moment of truth."""


def line_signs(stage: Stage, row: Row) -> Sequence[Sign]:
    """A sign for each line in a cell; none where lines of that row have none."""
    if row == "touchpoints":
        icons = (marks.icon(channel.icon, 14).moved(-7, -7) for channel in stage.touchpoints)
        return [Sign((icon,), 7, 21, height=14) for icon in icons]
    if row == "pain_points":
        return [
            Sign((marks.downward(),), 5, 16, height=8, count=pain_point.severity)
            for pain_point in stage.pain_points
        ]
    if row == "opportunities":
        return [Sign((marks.upward(),), 5, 16, height=8)] * len(stage.opportunities)
    if row == "emotion":
        return [Sign((mark.scaled(0.75),), 6, 18) for mark in _felt_and_wanted(stage)]
    if row in _LISTS:
        return [Sign((marks.bullet(),), 3, 11, height=4)] * len(getattr(stage, row))
    return []


def is_truth(stage: PlainStage, remark: str) -> bool:
    """Whether a remark beside a stage's name is that it is a moment of truth: the last one."""
    return stage.stage.moment_of_truth and remark == stage.remarks[-1]


def legend(plain: PlainMap) -> tuple[tuple[Sign, str], ...]:
    """The signs of the emotions with what they mean."""
    journey, fixed = plain.journey, plain.words.fixed
    names = [plain.words.own(persona.name) for persona in journey.personas] or [fixed.today]
    told = [
        (_with_line(marks.legend_feeling(index), marks.DASHES[index]), name)
        for index, name in enumerate(names)
    ]
    if any(stage.target_emotion is not None for stage in journey.stages):
        told.append((_with_line(marks.target(None), marks.TARGET_DASH), fixed.target))
    if any(stage.moment_of_truth for stage in journey.stages):
        told.append((Sign((marks.truth(),), 7, 20, height=14), fixed.moment_of_truth))
    return tuple(told)


def _with_line(mark: Mark, dash: str) -> Sign:
    line = marks.line("M-18 0H18", "soft", width=2, dash=dash)
    return Sign((line, mark), 19, 46, height=14)


def _felt_and_wanted(stage: Stage) -> list[Mark]:
    alone = len(stage.emotions) == 1
    felt = [
        marks.feeling(score, persona, is_truth=stage.moment_of_truth and alone)
        for persona, score in enumerate(stage.emotions)
    ]
    wanted = stage.target_emotion
    return felt if wanted is None else [*felt, marks.target(wanted)]
