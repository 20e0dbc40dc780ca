"""The value of a formula, in IEEE doubles, with the same operations as in the browser.

`calculators/element/formula.js` is the twin. Division by zero and the like give infinity or
NaN as in the browser, never an exception; `null` operands give `null`.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cxguide.metrics import statistics
from cxguide.metrics.formula import Formula, Name, Null, Number, Operation, Word

__all__ = ["Answers", "Value", "evaluate"]


@dataclass(frozen=True, slots=True)
class Answers:
    """How many people gave each answer of a scale; `counts[i]` gave the answer `first + i`."""

    first: int
    counts: tuple[float, ...]


Value = float | bool | str | tuple[float, ...] | Answers | None


def evaluate(formula: Formula, values: Mapping[str, Value]) -> Value:
    """The value of a formula for the values of its names.

    Infinity and NaN may come out: they are states for the caller to name, not to show.

    >>> evaluate(Operation("/", (Number(1.0), Name("n"))), {"n": 4.0})
    0.25
    >>> evaluate(Operation("+", (Number(1.0), Name("n"))), {"n": None}) is None
    True
    """
    match formula:
        case Number(value):
            return value
        case Word(text):
            return text
        case Name(name):
            return values[name]
        case Null():
            return None
        case Operation("if", (condition, then, otherwise)):
            return evaluate(then if evaluate(condition, values) else otherwise, values)
        case Operation("and", parts):
            return all(evaluate(part, values) for part in parts)
        case Operation("or", parts):
            return any(evaluate(part, values) for part in parts)
        case Operation("not", (part,)):
            return not evaluate(part, values)
        case Operation("given", (part,)):
            return evaluate(part, values) is not None
        case Operation(name, parts):
            operands = [evaluate(part, values) for part in parts]
            if any(operand is None for operand in operands):
                return None
            return _OPERATIONS[name](*operands)


def _divide(a: float, b: float) -> float:
    if b == 0:
        if a == 0 or math.isnan(a):
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)
    return a / b


def _sqrt(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


def _exp(x: float) -> float:
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _ln(x: float | tuple[float, ...]) -> float | tuple[float, ...]:
    if isinstance(x, tuple):
        return tuple(_ln_of_number(item) for item in x)
    return _ln_of_number(x)


def _ln_of_number(x: float) -> float:
    if x == 0:
        return -math.inf
    return math.log(x) if x > 0 else math.nan


def _smallest(*operands: float | tuple[float, ...]) -> float:
    return _extreme(operands, operator.lt)


def _largest(*operands: float | tuple[float, ...]) -> float:
    return _extreme(operands, operator.gt)


def _extreme(
    operands: tuple[float | tuple[float, ...], ...], beats: Callable[[float, float], bool]
) -> float:
    numbers = operands[0] if isinstance(operands[0], tuple) else operands
    best = math.nan
    for index, number in enumerate(numbers):
        assert isinstance(number, float)
        if math.isnan(number):
            return math.nan
        if index == 0 or beats(number, best):
            best = number
    return best


def _mean(of: tuple[float, ...] | Answers) -> float:
    if isinstance(of, Answers):
        return statistics.answer_mean(of.counts, of.first)
    return statistics.mean(of)


def _sd(of: tuple[float, ...] | Answers) -> float | None:
    if isinstance(of, Answers):
        return statistics.answer_sd(of.counts, of.first)
    return statistics.sample_sd(of)


def _sum(values: tuple[float, ...]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total


def _answers(of: Answers, lowest: float, highest: float) -> float:
    answers = enumerate(of.counts, start=of.first)
    return _sum(tuple(count for answer, count in answers if lowest <= answer <= highest))


_OPERATIONS: Mapping[str, Callable[..., Value]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divide,
    "negative": operator.neg,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "abs": abs,
    "sqrt": _sqrt,
    "exp": _exp,
    "ln": _ln,
    "power": statistics.power,
    "min": _smallest,
    "max": _largest,
    "round_up": statistics.round_up,
    "count": lambda values: float(len(values)),
    "sum": _sum,
    "mean": _mean,
    "median": statistics.median,
    "sd": _sd,
    "total": lambda of: _sum(of.counts),
    "answers": _answers,
    "geometric_sum": statistics.geometric_sum,
    "z": statistics.z_quantile,
    "t": statistics.student_t,
    "wilson_low": lambda x, n, level: statistics.wilson_interval(x, n, level)[0],
    "wilson_high": lambda x, n, level: statistics.wilson_interval(x, n, level)[1],
    "poisson_low": lambda x, level: statistics.poisson_interval(x, level)[0],
    "poisson_high": lambda x, level: statistics.poisson_interval(x, level)[1],
}
