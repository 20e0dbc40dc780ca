"""A metric after reading: every formula is a tree, every name is known, nothing is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cxguide.core.numbers import Style
from cxguide.core.sources import Places
from cxguide.metrics.formula import Formula, Type
from cxguide.metrics.shape import MetricShape

__all__ = ["Band", "Check", "Curve", "Input", "Kind", "Metric", "Note", "Output"]

LARGEST_COUNT = 2.0**53
LARGEST_NUMBER = 1e15
LONGEST_LIST = 10_000
SMALL_SAMPLE = 30.0
"""A house rule, not a statistical limit: below it the note on small samples is shown."""


class Kind(StrEnum):
    """What may be entered in a field."""

    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    OPTION = "option"
    ANSWERS = "answers"
    LIST = "list"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Input:
    """One field.

    Attributes:
        lowest, highest: bounds that are allowed themselves; a name is an earlier input.
        above: the value must be greater.
        scale: for answers: the lowest value of the scale and how many values it has.
        options: for options and confidence: the allowed values.
        step: how far it is moved to see what matters; a tenth of it when nothing is said.
    """

    id: str
    kind: Kind
    lowest: float | str | None
    highest: float | str | None
    above: float | str | None
    default: float | str | None
    optional: bool
    unless: str | None
    together_with: str | None
    options: tuple[str | float, ...]
    scale: tuple[int, int] | None
    whole_items: bool
    step: float | None = None

    @property
    def is_list(self) -> bool:
        """Whether the field holds several numbers."""
        return self.kind in {Kind.ANSWERS, Kind.LIST}

    @property
    def is_whole(self) -> bool:
        """Whether fractions are an error."""
        return self.kind is Kind.COUNT or (self.is_list and self.whole_items)


@dataclass(frozen=True, slots=True)
class Check:
    """An error of the relation between fields: `code` on `field` when the formula is true."""

    code: str
    field: str
    when: Formula


@dataclass(frozen=True, slots=True)
class Output:
    """A value that is shown, and how.

    Attributes:
        step: the step that it shows.
        type: number, or text and truth, which are shown in words.
        interval: ids of the ends of its interval.
    """

    id: str
    step: str
    type: Type
    style: Style
    digits: int
    interval: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A named part of the scale; `above` does not belong to it, `lower` does."""

    id: str
    above: float | None
    lower: float | None


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that is shown when its formula is true; without one, always."""

    id: str
    when: Formula | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The line of a chart: `value` for every `x` from `start` to `end`."""

    start: Formula
    end: Formula
    value: Formula


@dataclass(frozen=True)
class Metric:
    """A metric, ready to calculate.

    Attributes:
        shape: what the editor wrote; all English texts are there.
        steps: name and formula in the order of calculation.
        places: where everything stands in the file.
    """

    shape: MetricShape
    inputs: tuple[Input, ...]
    steps: Mapping[str, Formula]
    checks: tuple[Check, ...]
    infinite: Formula | None
    outputs: tuple[Output, ...]
    bands: tuple[Band, ...]
    notes: tuple[Note, ...]
    curve: Curve | None
    places: Places

    @property
    def id(self) -> str:
        """The id, as in addresses."""
        return self.shape.id

    @property
    def main(self) -> Output:
        """The output that gives the metric its name."""
        return self.outputs[0]

    @property
    def shown(self) -> Mapping[str, Output]:
        """Every value that is shown, by id: outputs, then the ends of their intervals."""
        shown = {output.id: output for output in self.outputs}
        for output in self.outputs:
            if ends := self.shape.outputs[output.id].interval:
                for end in (ends.low, ends.high):
                    shown[end] = Output(end, end, Type.NUMBER, output.style, ends.digits)
        return shown

    def is_percentage(self, field: Input) -> bool:
        """Whether the entry is written with a per cent sign."""
        return field.kind is Kind.PERCENT or self.shape.inputs[field.id].unit == "%"

    def field(self, name: str) -> Input:
        """The input of that name."""
        return next(field for field in self.inputs if field.id == name)
