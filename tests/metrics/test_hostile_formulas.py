"""Formulas that are odd or mean harm are refused, calculate right, or give no value."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxguide.metrics import calculate
from cxguide.metrics.evaluation import evaluate
from metrics.hostile_metric import ENTERED, metric_of, told, with_formula
from metrics.random_formulas import VALUES, random_formula

pytestmark = pytest.mark.usefixtures("nothing_runs")


@pytest.mark.parametrize(
    ("formula", "score"),
    [
        pytest.param(f"'{'9' * 290}'", float("9" * 290), id="number of 290 digits"),
        pytest.param('"a \\\\\\n + b"', 9, id="formula of two lines"),
        pytest.param(f"{'(' * 20}a{')' * 20}", 7, id="20 brackets"),
        pytest.param(f"{'a if a < b else ' * 18}b", 2, id="18 conditions"),
        pytest.param("max(max(a, b), sqrt(abs(-a)))", 7, id="functions"),
        pytest.param("null if a > b else a", None, id="no value"),
    ],
)
def test_odd_formulas_that_do_no_harm_calculate_right(formula: str, score: float | None):
    assert score == calculate(metric_of(with_formula(formula)), ENTERED).outputs["score"]


@pytest.mark.parametrize(
    "formula",
    [
        "power(9, power(9, power(9, 9)))",
        "1e300 * 1e300",
        "exp(1e15) - exp(1e15)",
        "geometric_sum(1, 1e15)",
        "geometric_sum(1, 1 / (b - b))",
        "geometric_sum(2, 9999)",
        "z(0.5)",
        "t(1, 2)",
        "t(0.95, 1.5)",
        "t(0.95, 0)",
        "wilson_low(1, 1e-200, 0.95)",
        "wilson_high(7, 5, 0.5)",
        "poisson_low(-9, 0.95)",
        "median(ln(times)) + ln(-1)",
        "sqrt(-a)",
        "round_up(a / (b - b))",
    ],
)
def test_a_formula_that_would_never_end_or_has_no_value_is_not_shown(formula: str):
    assert calculate(metric_of(with_formula(formula)), ENTERED).outputs["score"] is None


@pytest.mark.parametrize(
    ("formula", "score"),
    [
        ("answers(counts, -1 / (b - b), 1 / (b - b))", 32),
        ("answers(counts, b - 7, 2)", 3),
        ("answers(counts, 4.5, 92 + a)", 16),
        ("answers(counts, 5, 1)", 0),
        ("answers(counts, 0 / (b - b), 5)", 0),
    ],
)
def test_answers_outside_the_scale_are_nobodys(formula: str, score: float):
    assert score == calculate(metric_of(with_formula(formula)), ENTERED).outputs["score"]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.integers(0, 2**32))
def test_no_formula_that_is_allowed_fails_whatever_its_numbers(seed: int):
    formula = random_formula(random.Random(seed))

    value = evaluate(formula, VALUES)

    assert value is None or isinstance(value, float)


def metric_with_steps(step: str, count: int) -> str:
    """The base with steps that each use the one before."""
    doubled = "".join(f"  s{n + 1}: {step.format(n)}\n" for n in range(count))
    return with_formula(f"s{count}").replace("steps:\n", f"steps:\n  s0: a\n{doubled}", 1)


def test_steps_that_grow_without_a_name_are_refused():
    faults = told(lambda: metric_of(metric_with_steps("(s{0} + s{0}) / 2", 90)))

    assert "written out, the formula of 's" in faults
    assert 1 == faults.count("fix:")


@pytest.mark.parametrize("step", ["(s{0} + s{0}) / 2", "s{0} + 1"])
def test_more_steps_than_anybody_checks_are_refused_unread(step: str):
    faults = told(lambda: metric_of(metric_with_steps(step, 2000)))

    assert "steps: keys with values has too many items" in faults
    assert 1 == faults.count("fix:")
