"""A small metric that tests make hostile, and what is told of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cxguide.core.places import SourceFaults
from cxguide.core.sources import SourceText
from cxguide.metrics import Metric, read_metric

FOLDER = Path(__file__).parents[1] / "cases" / "hostile_metrics"
BASE = (FOLDER / "base.yml").read_text("utf-8")
ENTERED = {"a": 7, "b": 2, "times": [38, 52, 41], "counts": [1, 2, 4, 9, 16], "timing": "later"}


def with_formula(formula: str) -> str:
    """The base with another formula, and an example that does not state what it gives."""
    return BASE.replace("score: a + b", f"score: {formula}").replace("{score: 3}", "{}")


def metric_of(text: str) -> Metric:
    return read_metric(SourceText("hostile.yml", text))


def told(read: Callable[[], object]) -> str:
    """Place, problem and fix of every fault that the reading tells."""
    with pytest.raises(SourceFaults) as faults:
        read()
    return "\n".join(
        f"{fault.place}: {fault.problem}\n  fix: {fault.fix}" for fault in faults.value.faults
    )
