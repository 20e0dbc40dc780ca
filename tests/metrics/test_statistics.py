"""The statistical functions against published values; SciPy is not needed at run time."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.metrics.statistics import (
    CONFIDENCE_LEVELS,
    answer_mean,
    answer_sd,
    geometric_sum,
    median,
    poisson_interval,
    power,
    round_up,
    sample_sd,
    student_t,
    wilson_interval,
    z_quantile,
)


@pytest.mark.parametrize(
    ("degrees", "quantile"),
    [
        (1, 12.706204736), (2, 4.302652730), (3, 3.182446305), (4, 2.776445105), (5, 2.570581836),
        (9, 2.262157163), (29, 2.045229642), (99, 1.984216952),
    ],
)  # fmt: skip
def test_student_quantiles_are_those_of_the_tables(degrees: int, quantile: float):
    assert quantile == pytest.approx(student_t(0.95, degrees), abs=5e-10)


@pytest.mark.parametrize("confidence", CONFIDENCE_LEVELS)
def test_student_quantiles_fall_to_the_normal_one_without_a_step(confidence: float):
    quantiles = [student_t(confidence, degrees) for degrees in (1, 2, 3, 10, 1999, 2000, 10**7)]

    assert quantiles == sorted(quantiles, reverse=True)
    assert quantiles[-1] == pytest.approx(z_quantile(confidence), rel=1e-6)
    assert quantiles[4] == pytest.approx(quantiles[5], rel=1e-6)


@pytest.mark.parametrize(
    ("successes", "trials", "confidence", "interval"),
    [
        (171, 210, 0.95, (75.621392, 86.106582)),
        (7, 8, 0.95, (52.911182, 97.758251)),
        (15, 15, 0.9, (84.71923, 100)),
        (0, 20, 0.95, (0, 16.112516)),
    ],
)
def test_wilson_intervals_of_the_worked_examples(successes, trials, confidence, interval):
    low, high = wilson_interval(successes, trials, confidence)

    assert interval == pytest.approx((100 * low, 100 * high), abs=1e-6)


def test_a_wilson_interval_without_trials_is_not_a_number():
    assert all(math.isnan(end) for end in wilson_interval(0, 0, 0.95))


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(CONFIDENCE_LEVELS))
def test_a_wilson_interval_holds_the_share_and_has_a_width(successes, more, confidence):
    trials = successes + more
    low, high = wilson_interval(successes, trials, confidence)

    assert 0 <= low <= successes / trials <= high <= 1
    assert low < high


def test_the_poisson_interval_of_eleven_errors_in_sixteen_attempts():
    low, high = poisson_interval(11, 0.95)

    assert (0.383902, 1.231189) == pytest.approx((low / 16, high / 16), abs=1e-6)


def test_answers_on_a_scale_have_mean_and_deviation():
    counts = [4, 6, 8, 12, 30, 50, 40]

    mean = answer_mean(counts, 1)
    half = student_t(0.95, 149) * answer_sd(counts, 1) / math.sqrt(150)

    assert 5.453333 == pytest.approx(mean, abs=1e-6)
    assert (5.209194, 5.697473) == pytest.approx((mean - half, mean + half), abs=1e-6)


def test_one_value_has_no_deviation():
    assert sample_sd([3.0]) is None
    assert answer_sd([0, 1, 0], 1) is None


def test_the_median_of_an_even_number_lies_between_the_middle_two():
    assert 50.5 == median([38, 52, 41, 77, 60, 45, 49, 120])


@pytest.mark.parametrize(
    ("base", "exponent", "value"),
    [(0.5, 2, 0.25), (0, 0, 1), (0, 0.5, 0), (0, -1, math.inf), (10, 400, math.inf), (2, -1, 0.5)],
)
def test_powers_at_the_edges(base: float, exponent: float, value: float):
    assert value == pytest.approx(power(base, exponent))


def test_a_root_of_a_negative_base_is_not_a_number():
    assert math.isnan(power(-8, 1 / 3))


def test_four_terms_of_a_geometric_series():
    assert 2.743996463 == pytest.approx(geometric_sum(82 / 109, 4), abs=1e-8)


@pytest.mark.parametrize(("value", "up"), [(1.0000000005, 1), (1.00000001, 2), (0, 0), (-1.5, -1)])
def test_rounding_up_forgives_the_last_digits(value: float, up: int):
    assert up == round_up(value)
