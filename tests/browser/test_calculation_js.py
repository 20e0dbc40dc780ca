"""The browser calculates as the build does: same values, same errors, same order of errors."""

import json
import math
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from cxguide.metrics import Failure, Metric, calculate, read_metrics
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.evaluation import Value

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
VECTORS = json.loads((ROOT / "tests" / "cases" / "formulas" / "vectors.json").read_text("utf-8"))
VALUES = {
    "a": 7,
    "b": 2,
    "absent": None,
    "timing": "immediate",
    "times": [38, 52, 41],
    "counts": {"first": 1, "counts": [0, 1, 2, 4, 9, 18, 16]},
}
CALCULATE = """([definition, queries]) => import("/calculation.js").then((m) =>
  queries.map((query) => {
    const { status, code, field, outputs, notes, band } = m.calculate(definition, query);
    return status === "error" ? { status, code, field } : { status, outputs, notes, band };
  }))"""


def test_the_browser_evaluates_every_vector(modules_page: Page):
    actual = modules_page.evaluate(
        """([vectors, values]) => import("/formula.js").then((m) =>
          vectors.map((v) => m.evaluate(v.tree, new Map(Object.entries(values)))))""",
        [VECTORS, VALUES],
    )

    for vector, value in zip(VECTORS, actual, strict=True):
        assert is_same(vector["value"], value), vector["formula"]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_the_browser_gives_every_worked_example(modules_page: Page, metric: Metric):
    queries = [dict(example.inputs) for example in metric.shape.examples]

    answers = modules_page.evaluate(CALCULATE, [browser_definition(metric), queries])

    for example, answer in zip(metric.shape.examples, answers, strict=True):
        expected = dict(example.outputs)
        actual = {name: answer["outputs"][name] for name in expected}
        assert expected == pytest.approx(actual, abs=1e-6)


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_ten_thousand_random_entries_give_the_same_in_build_and_browser(
    modules_page: Page, metric: Metric
):
    chance = random.Random(metric.id)
    queries = [random_entries(metric, chance) for _ in range(10_000)]

    answers = modules_page.evaluate(CALCULATE, [browser_definition(metric), queries])

    for query, answer in zip(queries, answers, strict=True):
        assert told_by_build(metric, query) == answer, query


def is_same(expected: object, actual: object) -> bool:
    """Equal, or numbers that differ by no more than exp and ln may."""
    if isinstance(expected, float) and isinstance(actual, float | int):
        return math.isclose(expected, actual, rel_tol=1e-12)
    return expected is actual or expected == actual


def random_entries(metric: Metric, chance: random.Random) -> dict[str, object]:
    """Mostly sensible numbers, with every kind of mistake among them."""
    mistakes = [None, math.nan, -1, 0.5, 1e17]
    entries: dict[str, object] = {}
    for field in metric.inputs:
        sensible: object = chance.choice([0, chance.randint(0, 9), chance.randint(0, 10**6)])
        if field.options:
            sensible = chance.choice(field.options)
        entries[field.id] = chance.choice(mistakes) if chance.random() < 0.03 else sensible
    return entries


def told_by_build(metric: Metric, query: dict) -> dict[str, object]:
    answer = calculate(metric, query)
    if isinstance(answer, Failure):
        return {"status": "error", "code": answer.code, "field": answer.field}
    outputs: dict[str, Value] = dict(answer.outputs)
    return {
        "status": answer.status,
        "outputs": outputs,
        "notes": list(answer.notes),
        "band": answer.band,
    }
