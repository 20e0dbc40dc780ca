"""Which value of one input gives a wanted main output, while the other entries stay?

`calculators/element/goal.js` is the twin. A formula in which the input stands once is turned
around; where that is not possible, and for whole numbers, the main output is looked at from the
present value outwards, until it crosses the wanted one. Either way `calculate` has the last
word: a value that it refuses is never an answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from cxguide.metrics.calculation import Entered, Outcome, calculate, parse_canonical
from cxguide.metrics.evaluation import Value, evaluate
from cxguide.metrics.formula import Formula, Name, Number, Operation, Type, names_in
from cxguide.metrics.model import LARGEST_NUMBER, Input, Kind, Metric

__all__ = ["levers", "main_number", "seek"]

_LEVERS = {Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY}
_CLOSE = 1e-9
"""How far from the target the main output may be, in parts of the target, at least of 1."""
_DUST = 1e-15
"""The same for a crossing: what the last bits of a calculation may hide, such as at an end."""
_JUMP = 1e-6
"""A larger distance where the input can't be cut finer is a jump or a pole, not a crossing."""
_STEPS = 128
"""How many places are looked at on each side of the present value, and between the bounds."""


def levers(metric: Metric) -> tuple[Input, ...]:
    """The inputs of one number each that the main output depends on, where that is a number.

    Those with a default come last: people rarely ask what those would have to be.
    """
    if metric.main.type is not Type.NUMBER:
        return ()
    acting = _behind(metric.main.step, metric.steps)
    found = (field for field in metric.inputs if field.kind in _LEVERS and field.id in acting)
    return tuple(sorted(found, key=lambda field: field.default is not None))


def _behind(step: str, steps: Mapping[str, Formula]) -> set[str]:
    """Every name that a step is calculated from, through others as well."""
    found, todo = set[str](), [step]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += names_in(steps[name]) if name in steps else ()
    return found


def main_number(metric: Metric, entered: Mapping[str, Entered]) -> float | None:
    """The main output; `None` for an error, for infinity, and where it is not shown."""
    outcome = calculate(metric, entered)
    value = outcome.outputs[metric.main.id] if isinstance(outcome, Outcome) else None
    return value if isinstance(value, float) else None


def seek(
    metric: Metric, entered: Mapping[str, Entered], lever_id: str, target: float
) -> float | None:
    """The value of an input at which the main output is `target`, the nearest to the present one.

    A whole-number input gets the first whole number at which the target is reached or passed.

    Args:
        metric: the metric.
        entered: as for `calculate`; the entry of the lever itself may be missing or wrong.
        lever_id: one of `levers`.
        target: in the unit of the main output; percentages are 0-100.

    Returns:
        `None` when no value that may be entered gives the target.
    """
    lever = next((field for field in levers(metric) if field.id == lever_id), None)
    if lever is None or not math.isfinite(target):
        return None

    def main_at(value: float) -> float | None:
        return main_number(metric, {**entered, lever_id: value})

    low, high = _range(metric, entered, lever)
    start = _start(lever, entered, low, high)
    now = main_at(start)
    if _is_close(now, target, _CLOSE):
        return start
    points = _points(lever, start, low, high)
    if not lever.is_whole:
        values = _values(metric, entered, lever_id, (start, *points))
        turned = _turned_around(metric, lever_id, target, values)
        if turned is not None:
            turned = min(max(turned, low), high)  # 100.00000000000001 means 100
            if _is_close(main_at(turned), target, _CLOSE):
                return turned

    @cache
    def miss(value: float) -> float | None:
        main = main_at(value)
        if _is_close(main, target, _DUST):
            return 0.0
        return None if main is None else main - target

    enough = math.inf if lever.is_whole else _JUMP * max(1.0, abs(target), abs(now or 0.0))
    up = [point for point in points if point > start]
    down = [point for point in reversed(points) if point < start]
    found = [_crossing(miss, start, side, lever.is_whole, enough) for side in (up, down)]
    return min(
        (value for value in found if value is not None),
        key=lambda value: abs(value - start),
        default=None,
    )


def _is_close(main: float | None, target: float, tolerance: float) -> bool:
    return main is not None and abs(main - target) <= tolerance * max(1.0, abs(target))


# Where to look


def _range(metric: Metric, entered: Mapping[str, Entered], lever: Input) -> tuple[float, float]:
    """Lowest and highest value to look at; a lowest that is excluded is left to `calculate`."""

    def bound(of: float | str | None) -> float | None:
        return _entry(metric.field(of), entered) if isinstance(of, str) else of

    lows = [bound(lever.lowest), bound(lever.above)]
    low = max(-LARGEST_NUMBER, *(value for value in lows if value is not None))
    high = bound(lever.highest)
    if high is None:
        high = LARGEST_NUMBER
    return (float(math.ceil(low)), float(math.floor(high))) if lever.is_whole else (low, high)


def _entry(field: Input, entered: Mapping[str, Entered]) -> float | None:
    """The number that was entered, or the default."""
    raw = entered.get(field.id)
    number = parse_canonical(raw) if isinstance(raw, str) else raw
    if isinstance(number, float | int) and not isinstance(number, bool) and math.isfinite(number):
        return float(number)
    return field.default if isinstance(field.default, float) else None


def _start(lever: Input, entered: Mapping[str, Entered], low: float, high: float) -> float:
    """The present value; without a valid one the lowest, or 1 where there is no lowest."""
    entry = _entry(lever, entered)
    if entry is not None and low <= entry <= high and not (lever.is_whole and entry % 1):
        return entry
    lowest = low if lever.above is None else low + 1
    return min(lowest if low > -LARGEST_NUMBER else 1.0, high)


def _points(lever: Input, start: float, low: float, high: float) -> list[float]:
    """Where to look, from low to high.

    Even steps and ever longer ones from the start, and even parts of the range: every whole
    number near the present one, and no hill of our metrics lies between two points.
    """
    unit = 1.0 if lever.is_whole else (abs(start) or 1.0) / 1024
    steps = [unit * step for index in range(_STEPS + 1) for step in (index, 2.0**index)]
    parts = [low + (high - low) * index / _STEPS for index in range(_STEPS + 1)]
    if lever.is_whole:
        parts = [float(math.floor(part)) for part in parts]
    points = [*(start + step for step in steps), *(start - step for step in steps), *parts]
    return sorted(point for point in points if low <= point <= high)


# Turning the formula around

_UNDO: Mapping[tuple[str, int], Callable[[Formula, Formula], Formula]] = {
    # operator and operand to isolate: that operand, from the result and the other operand
    ("+", 0): lambda y, c: Operation("-", (y, c)),
    ("+", 1): lambda y, c: Operation("-", (y, c)),
    ("-", 0): lambda y, c: Operation("+", (y, c)),
    ("-", 1): lambda y, c: Operation("-", (c, y)),
    ("*", 0): lambda y, c: Operation("/", (y, c)),
    ("*", 1): lambda y, c: Operation("/", (y, c)),
    ("/", 0): lambda y, c: Operation("*", (y, c)),
    ("/", 1): lambda y, c: Operation("/", (c, y)),
    ("negative", 0): lambda y, _: Operation("negative", (y,)),
    ("sqrt", 0): lambda y, _: Operation("*", (y, y)),
    ("exp", 0): lambda y, _: Operation("ln", (y,)),
    ("ln", 0): lambda y, _: Operation("exp", (y,)),
    ("power", 0): lambda y, c: Operation("exp", (Operation("/", (Operation("ln", (y,)), c)),)),
    ("power", 1): lambda y, c: Operation("/", (Operation("ln", (y,)), Operation("ln", (c,)))),
}


def _values(
    metric: Metric, entered: Mapping[str, Entered], lever_id: str, points: Iterable[float]
) -> Mapping[str, Value] | None:
    """All inputs and steps at the first point that can be calculated."""
    outcomes = (calculate(metric, {**entered, lever_id: point}) for point in points)
    return next((one.values for one in outcomes if isinstance(one, Outcome)), None)


def _turned_around(
    metric: Metric, lever_id: str, target: float, values: Mapping[str, Value] | None
) -> float | None:
    """The lever from the target, where it stands once in the formula of the main output.

    Args:
        metric: the metric.
        lever_id: the lever.
        target: the wanted main output.
        values: of everything that does not depend on the lever.
    """
    if values is None:
        return None
    uses = {lever_id: 1}  # of the lever, in every input and step

    def used(formula: Formula) -> int:
        match formula:
            case Name(name):
                return uses.get(name, 0)
            case Operation("if", (condition, then, otherwise)) if not used(condition):
                return used(then if evaluate(condition, values) else otherwise)
            case Operation(_, operands):
                return sum(used(operand) for operand in operands)
            case _:
                return 0

    for step, written in metric.steps.items():
        uses[step] = used(written)
    formula: Formula = Name(metric.main.step)
    if used(formula) != 1:
        return None
    wanted: Formula = Number(target)
    while formula != Name(lever_id):
        match formula:
            case Name(name):
                formula = metric.steps[name]
            case Operation("if", (condition, then, otherwise)) if not used(condition):
                formula = then if evaluate(condition, values) else otherwise
            case Operation(operator, operands):
                index = next(index for index, one in enumerate(operands) if used(one))
                if (operator, index) not in _UNDO:
                    return None
                wanted = _UNDO[operator, index](wanted, operands[-1 - index])
                formula = operands[index]
    result = evaluate(wanted, values)
    return result + 0.0 if isinstance(result, float) and math.isfinite(result) else None


# Looking outwards

_Miss = Callable[[float], float | None]
"""The main output less the target; 0 where it is close enough, `None` where it is undefined."""


def _crossing(
    miss: _Miss, near: float, points: Iterable[float], whole: bool, enough: float
) -> float | None:
    """The first value from `near` along the points that reaches or passes the target."""
    for far in points:
        first, last = _edge(miss, far, near, whole), _edge(miss, near, far, whole)
        found = _passing(miss, first, last, whole)
        if found is not None and abs(miss(found) or 0.0) <= enough:
            return found
        near = far
    return None


def _passing(miss: _Miss, first: float, last: float, whole: bool) -> float | None:
    side = miss(first)
    if side is None or side == 0:
        return None if side is None else first

    def is_passed(value: float) -> bool:
        there = miss(value)
        return there is not None and side * there <= 0

    return _furthest(last, first, is_passed, whole) if is_passed(last) else None


def _edge(miss: _Miss, inside: float, outside: float, whole: bool) -> float:
    """The outer point, or the last before it where there is a result."""
    if miss(outside) is not None or miss(inside) is None:
        return outside
    return _furthest(inside, outside, lambda value: miss(value) is not None, whole)


def _furthest(
    inside: float, outside: float, is_inside: Callable[[float], bool], whole: bool
) -> float:
    """The last value on the way to `outside` that is inside, by bisection."""
    for _ in range(200):
        middle = inside + (outside - inside) / 2
        if whole:
            middle = float(math.floor(middle))
        if middle in (inside, outside):
            break
        if is_inside(middle):
            inside = middle
        else:
            outside = middle
    return inside
