"""The fence of a calculator: what stands in it, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cxguide.core.places import Place, SourceError, nearest
from cxguide.core.sources import Source, SourceText, read_source
from cxguide.metrics import Failure, Metric, Outcome, calculate
from cxguide.metrics.model import Kind

if TYPE_CHECKING:
    from cxguide.metrics.calculation import Entered

__all__ = ["FENCE", "AskedCalculator", "CalculatorFence", "checked_fence", "shown_metric"]

FENCE = "calculator"


class CalculatorFence(Source):
    """What stands in a calculator fence."""

    metric: str
    inputs: dict[str, float | str | tuple[float, ...]] | None = None
    """The worked example; without it, the first example of the metric."""
    money: dict[str, float] | None = None
    """Amounts of the example that suit the currency of the page; they differ between languages."""
    form: Literal["full", "compact", "short"] = "full"
    """`compact` folds the explanation up, `short` leaves out everything but the result."""

    def entered(self, metric: Metric) -> Mapping[str, Entered]:
        """The values of the worked example."""
        inputs = metric.shape.examples[0].inputs if self.inputs is None else self.inputs
        return {**inputs, **(self.money or {})}


@dataclass(frozen=True, slots=True)
class AskedCalculator:
    """What a fence asks for: a metric with a worked example, and what that gives."""

    fence: CalculatorFence
    metric: Metric
    outcome: Outcome


def checked_fence(source: SourceText, metrics: Mapping[str, Metric]) -> AskedCalculator:
    """What a fence says, if everything in it is right.

    Raises:
        SourceFaults: for its shape.
        SourceError: for an unknown metric, an unknown input or impossible values.
    """
    fence, places = read_source(source, CalculatorFence)
    metric = metrics.get(fence.metric)
    if metric is None:
        raise _unknown(places.of("metric"), "there is no metric", fence.metric, metrics)
    for name in fence.inputs or ():
        if name not in metric.shape.inputs:
            raise _unknown(
                places.of_key("inputs", name),
                f"the metric {metric.id!r} has no input",
                name,
                metric.shape.inputs,
            )
    amounts = [field.id for field in metric.inputs if field.kind is Kind.MONEY]
    for name in fence.money or ():
        if name not in amounts:
            raise _unknown(
                places.of_key("money", name),
                f"the metric {metric.id!r} has no amount of money",
                name,
                amounts,
            )
        if name in (fence.inputs or ()):
            raise SourceError(
                places.of_key("inputs", name),
                f"{name!r} stands under 'money' as well",
                fix="remove it here: amounts of money may differ between languages, inputs may not",
            )
    outcome = calculate(metric, fence.entered(metric))
    if isinstance(outcome, Failure):
        raise SourceError(
            places.of("money" if outcome.field in (fence.money or ()) else "inputs", outcome.field),
            f"this example cannot be calculated: {outcome.code} on {outcome.field!r}",
            known=f"inputs are: {', '.join(metric.shape.inputs)}",
            fix="correct the value, or leave 'inputs' out to show the metric's own example",
        )
    return AskedCalculator(fence, metric, outcome)


def shown_metric(source: SourceText) -> tuple[str, int] | None:
    """The metric of a fence that explains it, and 0 if the explanation is open, else 1.

    Raises:
        SourceError, SourceFaults: for its shape.
    """
    fence, _ = read_source(source, CalculatorFence)
    ranks = {"full": 0, "compact": 1}
    return (fence.metric, ranks[fence.form]) if fence.form in ranks else None


def _unknown(place: Place, problem: str, name: str, known: Iterable[str]) -> SourceError:
    names = list(known)
    close = nearest(name, names)
    return SourceError(
        place,
        f"{problem} {name!r}",
        known=f"known: {', '.join(names) or 'none'}",
        fix=f"write {close!r}" if close else "write one of them" if names else "remove it",
    )
