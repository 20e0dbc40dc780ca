"""What matters most: how the main output moves when one entry, or two, are a step away.

`calculators/element/sensitivity.js` is the twin.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context

from cxguide.metrics.calculation import Entered, Outcome, calculate
from cxguide.metrics.goal import levers, main_number
from cxguide.metrics.model import Input, Metric

__all__ = ["Grid", "Move", "grid", "moves", "step_of"]

_TWELVE_DIGITS = Context(prec=12, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Move:
    """One input a step down and a step up.

    Attributes:
        input: its id.
        low, high: the present value minus and plus the step.
        low_change, high_change: of the main output there; `None` where it is undefined.
    """

    input: str
    low: float
    low_change: float | None
    high: float
    high_change: float | None

    @property
    def size(self) -> float:
        """The larger of the two changes, without its sign."""
        return max(abs(self.low_change or 0.0), abs(self.high_change or 0.0))


@dataclass(frozen=True, slots=True)
class Grid:
    """The main output for three values of each of two inputs: a step less, present, a step more.

    Attributes:
        down, across: ids of the inputs of the rows and of the columns.
        down_values, across_values: three each, from low to high.
        cells: rows from top to bottom; `None` where the main output is undefined.
    """

    down: str
    across: str
    down_values: tuple[float, ...]
    across_values: tuple[float, ...]
    cells: tuple[tuple[float | None, ...], ...]


def step_of(field: Input, value: float) -> float:
    """How far an input is moved: its own step, a tenth of its value, or 1 when that is 0.

    Whole-number inputs move by whole numbers.
    """
    step = field.step if field.step is not None else abs(value) / 10 or 1.0
    return float(math.ceil(step)) if field.is_whole else step


def moves(metric: Metric, entered: Mapping[str, Entered]) -> tuple[Move, ...]:
    """What one step of each input does, the largest change first; none without a main number."""
    outcome, main = calculate(metric, entered), main_number(metric, entered)
    if not isinstance(outcome, Outcome) or main is None:
        return ()

    def change(field: Input, value: float) -> float | None:
        moved = main_number(metric, {**entered, field.id: value})
        difference = math.inf if moved is None else moved - main
        return difference if math.isfinite(difference) else None

    moved = []
    for field in levers(metric):
        value = outcome.values[field.id]
        if isinstance(value, float):
            low, _, high = _around(value, step_of(field, value))
            moved.append(Move(field.id, low, change(field, low), high, change(field, high)))
    return tuple(sorted(moved, key=lambda move: -move.size))


def grid(metric: Metric, entered: Mapping[str, Entered]) -> Grid | None:
    """The table of a metric that names two inputs under `sensitivity`.

    The first goes across, the second down. `None` for other metrics, and where one of the two
    has no value.
    """
    outcome, steps = calculate(metric, entered), metric.shape.sensitivity
    if not isinstance(outcome, Outcome) or len(steps) != 2:
        return None
    column, row = steps
    x, y = outcome.values[column], outcome.values[row]
    if not isinstance(x, float) or not isinstance(y, float):
        return None
    across, down = _around(x, steps[column]), _around(y, steps[row])
    cells = tuple(
        tuple(main_number(metric, {**entered, column: x, row: y}) for x in across) for y in down
    )
    return Grid(row, column, down, across, cells)


def _around(value: float, step: float) -> tuple[float, ...]:
    """A step less, the value, a step more; without the dust of binary fractions."""
    return _without_dust(value - step), value, _without_dust(value + step)


def _without_dust(value: float) -> float:
    """Twelve significant digits, half away from zero, as `toPrecision` rounds in a browser.

    >>> _without_dust(0.1 + 0.2), _without_dust(2.0**-18)
    (0.3, 3.81469726563e-06)
    """
    return float(_TWELVE_DIGITS.create_decimal_from_float(value))
