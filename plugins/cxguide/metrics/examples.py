"""Worked examples of a metric file that state something else than the formulas give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxguide.core.places import SourceError
from cxguide.core.shape_faults import short
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


def example_faults(metric: Metric) -> tuple[SourceError, ...]:
    """What is wrong with the examples, one fault for each that is.

    The metric itself must be sound: a wrong formula makes every example wrong. An example with
    an input or output that the metric does not have is left out, for its names are told already.
    """
    faults = (
        _fault(metric, index, example)
        for index, example in enumerate(metric.shape.examples)
        if _is_calculable(metric, example)
    )
    return tuple(fault for fault in faults if fault)


def _is_calculable(metric: Metric, example: ExampleShape) -> bool:
    outputs = metric.shape.outputs.keys() | metric.steps.keys()
    return example.inputs.keys() <= metric.shape.inputs.keys() and example.outputs.keys() <= outputs


def _fault(metric: Metric, index: int, example: ExampleShape) -> SourceError | None:
    outcome = calculate(metric, example.inputs)
    if isinstance(outcome, Failure):
        return _refused(metric, index, example, outcome)
    if outcome.status != example.status:
        return metric.places.fault(
            f"the example states the status {example.status!r}, "
            f"but its inputs give {outcome.status!r}",
            *("examples", index, "status"),
            fix=f"write 'status: {outcome.status}', or correct the inputs",
        )
    actual = {name: outcome.value(name) for name in example.outputs}
    wrong = list(_differing(example.outputs, actual))
    if not wrong:
        return None
    first, *others = wrong
    also = ", ".join(
        f"{name}: {_written(example.outputs[name])} instead of {_written(actual[name])}"
        for name in others
    )
    return metric.places.fault(
        f"the example states {first}: {_written(example.outputs[first])}, "
        f"but its inputs give {_written(actual[first])}",
        *("examples", index, "outputs", first),
        known=f"also {also}" if also else "",
        fix=f"write {'what they give' if also else _written(actual[first])}, or correct the inputs",
    )


def _refused(metric: Metric, index: int, example: ExampleShape, failure: Failure) -> SourceError:
    entered = example.inputs.get(failure.field)
    found = "" if entered is None else f", found {_written(entered)}"
    return metric.places.fault(
        f"the inputs of the example give no result: "
        f"{failure.field!r} {_REASONS[failure.code]}{found}",
        *("examples", index, "inputs", failure.field),
        fix="correct the inputs",
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
