"""Which formulas a wrong result may come from."""

from __future__ import annotations

from collections.abc import Container

from cxguide.metrics.formula import names_in
from cxguide.metrics.model import Metric

__all__ = ["formula_of", "infinity_of", "rule_of", "suspects"]


def suspects(metric: Metric, wrong: Container[str], right: Container[str]) -> tuple[str, ...]:
    """The first wrong step of the file, and then the steps it uses that nothing shows to be right.

    Args:
        metric: the metric.
        wrong: steps with another value than an example states.
        right: steps with the value that the examples state.
    """
    first = next(name for name in metric.steps if name in wrong)
    behind, found = [first], {first}
    for name in behind:  # grows while it is walked
        used = names_in(metric.steps[name])
        new = [one for one in used if one in metric.steps and one not in right and one not in found]
        behind += new
        found.update(new)
    return (first, *(name for name in metric.steps if name in found - {first}))


def formula_of(metric: Metric, names: tuple[str, ...]) -> str:
    """The formulas of steps as the end of a remedy: the first one, and those that it uses."""
    first, *used = (f"{name!r} (line {_line(metric, 'steps', name)})" for name in names)
    return f"the formula of {first}" + (f" or of what it uses: {', '.join(used)}" if used else "")


def rule_of(metric: Metric, code: str, field: str) -> str:
    """The check that refuses a field, or else the field itself, as the end of a remedy."""
    for index, check in enumerate(metric.checks):
        if (check.code, check.field) == (code, field):
            return f"the check of {field!r} (line {_line(metric, 'checks', index)})"
    return f"what the input {field!r} allows (line {_line(metric, 'inputs', field)})"


def infinity_of(metric: Metric) -> str:
    """The condition of results without end, as the end of a remedy; empty if there is none."""
    if metric.infinite is None:
        return ""
    return f"the condition of infinite results (line {_line(metric, 'infinite')})"


def _line(metric: Metric, *at: str | int) -> int:
    return metric.places.of_key(*at).line
