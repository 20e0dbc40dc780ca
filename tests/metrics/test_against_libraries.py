"""Our doubles against SciPy, and every metric against its definition with 50 digits."""

import math
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cxguide.metrics import built_in_metrics, calculate
from cxguide.metrics.evaluation import Value
from cxguide.metrics.model import LARGEST_COUNT, LARGEST_NUMBER
from cxguide.metrics.statistics import (
    CONFIDENCE_LEVELS,
    poisson_interval,
    student_t,
    wilson_interval,
    z_quantile,
)
from metrics.reference import REFERENCES
from metrics.reference_statistics import poisson_ends, student_quantile, wilson_ends, z

METRICS = built_in_metrics()
MOST = int(LARGEST_COUNT)
MOST_ANSWERS = 10**12
"""With more in one group and one in another, the share of the first is 1 in doubles."""
TOLERANCE = 1e-12
TINY = 1e-290
"""Below it a double has fewer digits."""
TAKEN_FROM: Mapping[str, Mapping[str, str | float]] = {
    # A difference is as exact as what it is taken from: a number, or another output.
    "churn": {"retention": 100, "annual_churn": 100, "annual_retention": 100},
    "click_efficiency": {"extra_clicks": "mean_clicks"},
    "clv_discounted": {"clv": "clv_before_acquisition"},
    "clv_margin": {"clv": "clv_before_acquisition"},
    "lostness": {"lostness": 1},
    "loyalty_index": {"mean": 200, "index": 100},
    "nps": {"se": 100, "moe": 100, "ci_low": 100, "ci_high": 100},
    "nps_ratings": {"se": 100, "moe": 100, "ci_low": 100, "ci_high": 100},
    "retention": {"churn": 100},
}

short = settings(max_examples=120, derandomize=True, deadline=None)
entries = st.fixed_dictionaries

levels = st.sampled_from(CONFIDENCE_LEVELS)
counts = st.integers(0, MOST)
counts_above_0 = st.integers(1, MOST)
percentages = st.just(0) | st.floats(1e-6, 100)
hundredths = st.integers(1, 10_000).map(lambda number: number / 100)
amounts = st.just(0) | st.floats(1e-6, LARGEST_NUMBER)
months = st.floats(0.01, 1200)  # the exponent is 12 / months: below, it magnifies the last digit
seconds = st.floats(0.001, 1e6)  # a millisecond to eleven days: the interval still is a double


@st.composite
def parts(draw: st.DrawFn, part: str, whole: str, **optional: st.SearchStrategy) -> dict:
    """A whole and a part of it, and perhaps more."""
    total = draw(counts_above_0)
    others = draw(entries({}, optional={"confidence": levels, **optional}))
    return {part: draw(st.integers(0, total)), whole: total, **others}


def answers(name: str, values: int) -> st.SearchStrategy[dict]:
    """Answers on a scale of that many values, at least one, and perhaps a level."""
    several = st.lists(st.integers(0, MOST_ANSWERS), min_size=values, max_size=values)
    return entries({name: several.filter(any)}, optional={"confidence": levels})


@st.composite
def losses(draw: st.DrawFn) -> dict:
    """Customers of whom all leave, or at most 999 of 1000: 1 - share must keep its digits."""
    start = draw(counts_above_0)
    lost = draw(st.just(start) | st.integers(0, start * 999 // 1000))
    return {"start": start, "lost": lost, **draw(entries({}, optional={"period_months": months}))}


@st.composite
def stays(draw: st.DrawFn) -> dict:
    start = draw(counts_above_0)
    kept = draw(st.integers(0, start))
    new = draw(st.integers(0, MOST - kept))
    optional = draw(entries({}, optional={"period_months": months}))
    return {"start": start, "end": kept + new, "new": new, **optional}


@st.composite
def purchases(draw: st.DrawFn) -> dict:
    customers = draw(st.integers(1, MOST // 2))
    repeated = draw(st.integers(0, customers))
    orders = st.integers(customers + repeated, MOST)
    optional = draw(entries({}, optional={"orders": orders, "confidence": levels}))
    return {"repeat_customers": repeated, "customers": customers, **optional}


@st.composite
def loyalty(draw: st.DrawFn) -> dict:
    lowest = draw(st.integers(-100, 100))
    highest = draw(st.integers(lowest + 1, lowest + 100))
    means = {name: st.floats(lowest, highest) for name in ("recommend", "repurchase", "try_other")}
    return {"scale_min": lowest, "scale_max": highest, **draw(entries(means))}


@st.composite
def clicks(draw: st.DrawFn) -> dict:
    minimum = draw(counts_above_0)
    people = st.lists(st.integers(minimum, MOST), min_size=1, max_size=30)
    return {"minimum": minimum, "clicks": draw(people)}


@st.composite
def paths(draw: st.DrawFn) -> dict:
    total = draw(counts_above_0)
    return {"minimum": draw(counts_above_0), "unique": draw(st.integers(1, total)), "total": total}


@st.composite
def samples_for_nps(draw: st.DrawFn) -> dict:
    promoters = draw(st.integers(0, 100))
    shares = {"promoters_pct": promoters, "detractors_pct": draw(st.integers(0, 100 - promoters))}
    optional = {"population": counts_above_0, "confidence": levels}
    others = draw(entries({"margin": hundredths}, optional=optional))
    return {**draw(st.sampled_from(({}, shares))), **others}


ENTRIES: Mapping[str, st.SearchStrategy[dict]] = {
    "abandonment": parts("completed", "started"),
    "bounce": parts("bounced", "sessions"),
    "ces": answers("counts", 7),
    "churn": losses(),
    "click_efficiency": clicks(),
    "clv_discounted": entries(
        {
            "margin_per_period": amounts | amounts.map(lambda margin: -margin),
            "retention": percentages,
            "discount": st.just(0) | st.floats(1e-6, 1000),
        },
        optional={
            "acquisition_cost": amounts,
            "timing": st.sampled_from(("immediate", "end_of_period", "after_renewal")),
            "horizon": st.integers(1, 1200),
        },
    ),
    "clv_margin": entries(
        {
            "order_value": amounts,
            "orders_per_year": amounts,
            "margin": percentages | percentages.map(lambda margin: -margin),
            "lifespan_years": amounts,
        },
        optional={"acquisition_cost": amounts},
    ),
    "clv_simple": entries(
        {"order_value": amounts, "orders_per_year": amounts, "lifespan_years": amounts}
    ),
    "conversion": parts("conversions", "visitors"),
    "csat": parts("satisfied", "respondents") | answers("counts", 5),
    "error_rate": parts("errors", "opportunities"),
    "errors_per_task": entries(
        {"errors": counts, "attempts": counts_above_0}, optional={"confidence": levels}
    ),
    # Closer to 0 and to 100, ln(1 - churn / 100) has fewer digits than the tolerance asks for.
    "lifespan": entries(
        {"churn": st.sampled_from((0, 100)) | st.floats(0.01, 99.9)},
        optional={"period_months": months},
    ),
    "lostness": paths(),
    "loyalty_index": loyalty(),
    "nps": entries(
        {
            "promoters": st.integers(0, MOST_ANSWERS),
            "passives": st.integers(0, MOST_ANSWERS),
            "detractors": st.integers(1, MOST_ANSWERS),
        },
        optional={"confidence": levels},
    ),
    "nps_ratings": answers("ratings", 11),
    "repeat_purchase": purchases(),
    "response_rate": parts("responses", "invitations"),
    "retention": stays(),
    "sample_size_nps": samples_for_nps(),
    "sample_size_proportion": entries(
        {"margin": hundredths.filter(lambda margin: margin <= 50)},
        optional={
            "expected": st.integers(0, 100),
            "population": counts_above_0,
            # Below, invitations are so many that 1e-9 above a whole number is less than a digit.
            "response_rate": hundredths.filter(lambda rate: rate >= 1),
            "confidence": levels,
        },
    ),
    "task_success": parts("successes", "attempts"),
    "time_on_task": entries(
        {"times": st.lists(seconds, min_size=1, max_size=30)}, optional={"confidence": levels}
    ),
}


def is_same(expected: object, actual: Value, *, whole: float = 0, tolerance: float) -> bool:
    """Equal, or numbers that differ by less than the tolerance of the larger or of `whole`."""
    if expected is None or actual is None or isinstance(expected, str | bool):
        return expected == actual
    return math.isclose(
        expected, actual, rel_tol=tolerance, abs_tol=max(tolerance * abs(whole), TINY)
    )


def differences(metric: str, entered: dict, *, tolerance: float = TOLERANCE) -> dict:
    """Outputs that are not as defined: what is expected, and what comes out."""
    expected = REFERENCES[metric](**entered)
    outcome = calculate(METRICS[metric], entered)
    wholes = {
        name: expected[whole] or 0 if isinstance(whole, str) else whole
        for name, whole in TAKEN_FROM.get(metric, {}).items()
    }
    return {
        name: (value, outcome.value(name))
        for name, value in expected.items()
        if not is_same(
            value, outcome.value(name), whole=float(wholes.get(name, 0)), tolerance=tolerance
        )
    }


@pytest.mark.parametrize("confidence", CONFIDENCE_LEVELS)
def test_a_normal_quantile_is_that_of_scipy_and_of_the_error_function(confidence: float):
    quantile = z_quantile(confidence)

    assert stats.norm.ppf((1 + confidence) / 2) == pytest.approx(quantile, rel=1e-15)
    assert float(z(confidence)) == pytest.approx(quantile, rel=1e-15)


@short
@given(levels, st.integers(1, 10**7))
def test_a_student_quantile_is_that_of_scipy_and_of_the_incomplete_beta_function(
    confidence: float, degrees: int
):
    quantile = student_t(confidence, degrees)

    assert stats.t.ppf((1 + confidence) / 2, degrees) == pytest.approx(quantile, rel=TOLERANCE)
    assert float(student_quantile(confidence, degrees)) == pytest.approx(quantile, rel=TOLERANCE)


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 1998, 1999, 2000, 2001, 10**9, 2**53])
@pytest.mark.parametrize("confidence", CONFIDENCE_LEVELS)
def test_a_student_quantile_is_exact_where_its_method_changes(confidence: float, degrees: int):
    quantile = student_t(confidence, degrees)

    assert float(student_quantile(confidence, degrees)) == pytest.approx(quantile, rel=TOLERANCE)


@short
@given(parts("part", "whole", confidence=levels))
def test_a_wilson_interval_is_that_of_scipy_and_of_the_score_test(entered: dict):
    part, whole, confidence = entered["part"], entered["whole"], entered.get("confidence", 0.95)
    low, high = wilson_interval(part, whole, confidence)

    theirs = stats.binomtest(part, whole).proportion_ci(confidence, method="wilson")
    assert (theirs.low, theirs.high) == pytest.approx((low, high), rel=1e-9, abs=1e-15)
    exact = wilson_ends(part, whole, confidence)
    assert tuple(map(float, exact)) == pytest.approx((low, high), rel=TOLERANCE, abs=0)


@short
@given(counts, levels)
def test_a_poisson_interval_is_that_of_the_score_test(events: int, confidence: float):
    exact = poisson_ends(events, confidence)

    assert tuple(map(float, exact)) == pytest.approx(
        poisson_interval(events, confidence), rel=TOLERANCE, abs=0
    )


@short
@given(st.lists(seconds, min_size=2, max_size=40), levels)
def test_the_interval_of_times_is_that_of_scipy(times: list[float], confidence: float):
    outputs = calculate(METRICS["time_on_task"], {"times": times, "confidence": confidence}).outputs

    logs, centre = list(map(math.log, times)), math.log(stats.gmean(times))
    half = stats.t.ppf((1 + confidence) / 2, len(logs) - 1) * stats.sem(logs)
    assert (math.exp(centre), math.exp(centre - half), math.exp(centre + half)) == pytest.approx(
        (outputs["geometric_mean"], outputs["ci_low"], outputs["ci_high"]), rel=1e-9
    )


@short
@given(st.lists(st.integers(0, 500), min_size=7, max_size=7).filter(lambda counts: sum(counts) > 1))
def test_the_interval_of_answers_is_that_of_scipy(counts: list[int]):
    outputs = calculate(METRICS["ces"], {"counts": counts}).outputs

    people = [answer for answer, count in enumerate(counts, start=1) for _ in range(count)]
    half = stats.t.ppf(0.975, len(people) - 1) * stats.sem(people)
    centre = sum(people) / len(people)
    assert (max(centre - half, 1), min(centre + half, 7)) == pytest.approx(
        (outputs["mean_ci_low"], outputs["mean_ci_high"]), rel=1e-9
    )


def test_every_metric_has_a_definition_to_be_compared_with():
    assert METRICS.keys() == REFERENCES.keys() == ENTRIES.keys()


@pytest.mark.parametrize("metric", sorted(ENTRIES.keys() - {"time_on_task"}))
@short
@given(st.data())
def test_a_metric_is_what_its_definition_says(metric: str, data: st.DataObject):
    entered = data.draw(ENTRIES[metric])

    assert {} == differences(metric, entered)


@short
@given(ENTRIES["time_on_task"])
def test_the_interval_of_times_is_exact_although_its_ends_are_exponentials(entered: dict):
    """An exponent of 600 turns the last digit of the quantile into 600 last digits."""
    assert {} == differences("time_on_task", entered, tolerance=1e-11)
