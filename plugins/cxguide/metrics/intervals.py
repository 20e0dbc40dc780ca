"""Whether the ends of an interval are the right way round."""

from __future__ import annotations

from collections.abc import Iterator

from cxguide.core.places import SourceError
from cxguide.metrics.blame import formula_of
from cxguide.metrics.calculation import Outcome, calculate
from cxguide.metrics.model import Metric

__all__ = ["interval_faults"]


def interval_faults(metric: Metric) -> Iterator[SourceError]:
    """The faults of intervals whose low end is the high one, or lies above it in an example."""
    outcomes = [calculate(metric, example.inputs) for example in metric.shape.examples]
    for output in metric.outputs:
        if output.interval is None:
            continue
        low, high = output.interval
        at = ("outputs", output.id, "interval")
        if low == high:
            yield metric.places.fault(
                f"both ends of the interval of {output.id!r} are {low!r}",
                *at,
                fix=_two_ends(metric, low),
            )
            continue
        ends = [_ends(outcome, low, high) for outcome in outcomes if isinstance(outcome, Outcome)]
        turned = [pair for pair in ends if pair and pair[0] > pair[1]]
        if not turned:
            continue
        always = all(pair[0] >= pair[1] for pair in ends if pair)
        yield metric.places.fault(
            f"the low end of the interval of {output.id!r}, {low!r}, is {turned[0][0]:.6g} in an "
            f"example, above the high end, {high!r}, which is {turned[0][1]:.6g}",
            *at,
            fix=f"write low: {high}, high: {low}"
            if always
            else f"correct {formula_of(metric, (low,))}, or {formula_of(metric, (high,))}",
        )


def _ends(outcome: Outcome, low: str, high: str) -> tuple[float, float] | None:
    lowest, highest = outcome.values[low], outcome.values[high]
    if isinstance(lowest, float) and isinstance(highest, float):
        return lowest, highest
    return None


def _two_ends(metric: Metric, name: str) -> str:
    """What to write for two ends that are one; mostly the names of both differ in a word."""
    for word, other in (("low", "high"), ("high", "low")):
        partner = name.replace(word, other)
        if partner != name and partner in metric.steps:
            low, high = (name, partner) if word == "low" else (partner, name)
            return f"write low: {low}, high: {high}"
    return "name the step of the low end at 'low', and that of the high end at 'high'"
