"""Worked examples of a metric file that state something else than the formulas give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxguide.core.places import SourceError, short
from cxguide.metrics.blame import formula_of, infinity_of, rule_of, suspects
from cxguide.metrics.calculation import Failure, calculate
from cxguide.metrics.evaluation import Value
from cxguide.metrics.model import Metric
from cxguide.metrics.shape import ExampleShape

__all__ = ["example_faults"]

TOLERANCE = 1e-6
"""Of the value, but never less than that of 1: examples are written with six decimals."""

_REASONS: Mapping[str, str] = {
    "missing": "is missing",
    "not_a_number": "is not a number",
    "not_integer": "is not a whole number",
    "out_of_range": "is out of range",
    "part_exceeds_whole": "is more than the whole it is a part of",
    "no_data": "has no data",
}


@dataclass(frozen=True)
class _Failed:
    """An example that states something else.

    Attributes:
        at: the keys of what it states.
        problem: what is wrong with it.
        fix: what to write in it.
        wrong: the steps whose values it states otherwise.
        right: the steps whose values it states as they are.
        rule: what else in the metric may be wrong, where no formula of a step is.
    """

    at: tuple[str | int, ...]
    problem: str
    fix: str
    known: str = ""
    wrong: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    rule: str = ""


def example_faults(metric: Metric) -> tuple[SourceError, ...]:
    """What is wrong with the examples, or with the formulas that make several of them wrong.

    The metric itself must be sound: a wrong formula makes every example wrong. An example with
    an input or output that the metric does not have is left out, for its names are told already.
    """
    examples = metric.shape.examples
    calculable = [index for index, one in enumerate(examples) if _is_calculable(metric, one)]
    found = [_failed(metric, index, examples[index]) for index in calculable]
    match [one for one in found if one]:
        case []:
            return ()
        case [failed]:
            cause = _cause(metric, [failed])
            fix = f"{failed.fix}, or {cause}" if cause else failed.fix
            return (metric.places.fault(failed.problem, *failed.at, known=failed.known, fix=fix),)
        case several:
            first = several[0]
            cause = _cause(metric, several)
            of_metric = f"{cause}, or " if cause else ""
            return (
                metric.places.fault(
                    f"{len(several)} of {len(examples)} examples fail: {first.problem}",
                    *first.at,
                    known=first.known,
                    fix=f"correct {of_metric}the examples' inputs and outputs",
                ),
            )


def _cause(metric: Metric, failed: Sequence[_Failed]) -> str:
    """What in the metric the failing examples have in common."""
    stated = [one for one in failed if one.wrong]
    if not stated or failed[0].rule:
        return failed[0].rule
    wrong = frozenset[str]().union(*(one.wrong for one in stated))
    right = frozenset[str]().union(*(one.right for one in stated))
    return formula_of(metric, suspects(metric, wrong, right - wrong))


def _is_calculable(metric: Metric, example: ExampleShape) -> bool:
    outputs = metric.shape.outputs.keys() | metric.steps.keys()
    return example.inputs.keys() <= metric.shape.inputs.keys() and example.outputs.keys() <= outputs


def _failed(metric: Metric, index: int, example: ExampleShape) -> _Failed | None:
    outcome = calculate(metric, example.inputs)
    if isinstance(outcome, Failure):
        return _refused(metric, index, example, outcome)
    if outcome.status != example.status:
        return _Failed(
            ("examples", index, "status"),
            f"the example states the status {example.status!r}, "
            f"but its inputs give {outcome.status!r}",
            f"write 'status: {outcome.status}', or correct the inputs",
            rule=infinity_of(metric),
        )
    actual = {name: outcome.value(name) for name in example.outputs}
    wrong = set(_differing(example.outputs, actual))
    steps = {name: _step(metric, name) for name in example.outputs}
    in_order = list(metric.steps)
    if not wrong:
        return None
    first, *others = sorted(wrong, key=lambda name: in_order.index(steps[name]))
    also = ", ".join(
        f"{name}: {_written(example.outputs[name])} instead of {_written(actual[name])}"
        for name in others
    )
    return _Failed(
        ("examples", index, "outputs", first),
        f"the example states {first}: {_written(example.outputs[first])}, "
        f"but its inputs give {_written(actual[first])}",
        f"write {'what they give' if also else _written(actual[first])}, or correct the inputs",
        known=f"also {also}" if also else "",
        wrong=frozenset(steps[name] for name in wrong),
        right=frozenset(step for name, step in steps.items() if name not in wrong),
    )


def _step(metric: Metric, name: str) -> str:
    """The step of an output, or the step of that name."""
    return metric.shown[name].step if name in metric.shown else name


def _refused(metric: Metric, index: int, example: ExampleShape, failure: Failure) -> _Failed:
    entered = example.inputs.get(failure.field)
    found = "" if entered is None else f", found {_written(entered)}"
    return _Failed(
        ("examples", index, "inputs", failure.field),
        f"the inputs of the example give no result: "
        f"{failure.field!r} {_REASONS[failure.code]}{found}",
        "correct the inputs",
        rule=rule_of(metric, failure.code, failure.field),
    )


def _differing(stated: Mapping[str, Value], actual: Mapping[str, Value]) -> Iterator[str]:
    return (name for name, value in stated.items() if not _is_same(value, actual[name]))


def _is_same(stated: Value, actual: Value) -> bool:
    if isinstance(stated, float) and isinstance(actual, float):
        return abs(stated - actual) <= TOLERANCE * max(1.0, abs(stated))
    return type(stated) is type(actual) and stated == actual


def _written(value: Value) -> str:
    """The value as it is written in a metric file, numbers with six decimals at most."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case float():
            return f"{round(value, 6) + 0.0:.15g}"
        case str():
            return value
        case tuple():
            return short(f"[{', '.join(map(_written, value))}]")
        case _:
            return "answers per value of a scale"
