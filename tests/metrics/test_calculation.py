import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.metrics import Failure, Metric, calculate, read_metrics

ROOT = Path(__file__).parents[2]
METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
EXAMPLES = [
    pytest.param(metric, example, id=f"{metric.id}: {example.title}")
    for metric in METRICS.values()
    for example in metric.shape.examples
]
COUNTS = st.integers(min_value=0, max_value=10**9)


def score(promoters: int, passives: int, detractors: int, **others: object) -> object:
    return calculate(
        METRICS["nps"],
        {"promoters": promoters, "passives": passives, "detractors": detractors, **others},
    )


@pytest.mark.parametrize(("metric", "example"), EXAMPLES)
def test_every_worked_example_of_a_metric_file_is_right(metric: Metric, example):
    outcome = calculate(metric, example.inputs)

    actual = {name: outcome.value(name) for name in example.outputs}
    assert example.status == outcome.status
    assert dict(example.outputs) == pytest.approx(actual, abs=1e-6)


def test_the_interval_of_200_answers_is_exact():
    outputs = score(110, 54, 36).outputs

    assert 37 == outputs["nps"]
    assert 25.85359022959 == pytest.approx(outputs["ci_low"], abs=1e-10)
    assert 47.05281371129 == pytest.approx(outputs["ci_high"], abs=1e-10)


def test_texts_in_canonical_form_count_as_numbers():
    assert score(110, 54, 36).outputs == score("110", "54", "3.6e1", confidence="0.95").outputs


def test_without_answers_there_is_no_score():
    assert Failure("no_data", "respondents") == score(0, 0, 0)


def test_with_all_answers_in_one_group_there_is_an_interval_but_no_margin():
    outputs = score(5, 0, 0).outputs

    assert outputs["moe"] is None
    assert outputs["ci_low"] < outputs["ci_high"] == 100


def test_one_answer_at_80_percent_widens_the_interval_to_hold_the_score():
    outputs = score(0, 0, 1, confidence=0.8).outputs

    assert -100 == outputs["ci_low"]


@pytest.mark.parametrize(
    ("inputs", "failure"),
    [
        ({}, Failure("missing", "promoters")),
        ({"promoters": ""}, Failure("missing", "promoters")),
        ({"promoters": "   "}, Failure("missing", "promoters")),
        ({"promoters": 1}, Failure("missing", "passives")),
        ({"promoters": "many"}, Failure("not_a_number", "promoters")),
        ({"promoters": "1,5"}, Failure("not_a_number", "promoters")),
        ({"promoters": "NaN"}, Failure("not_a_number", "promoters")),
        ({"promoters": True}, Failure("not_a_number", "promoters")),
        ({"promoters": math.inf}, Failure("not_a_number", "promoters")),
        ({"promoters": "1.5"}, Failure("not_integer", "promoters")),
        ({"promoters": "-1.5"}, Failure("not_integer", "promoters")),
        ({"promoters": -1}, Failure("out_of_range", "promoters")),
        ({"promoters": 1e300}, Failure("out_of_range", "promoters")),
        ({"promoters": [1, 2]}, Failure("not_a_number", "promoters")),
        (
            {"promoters": 1, "passives": 1, "detractors": 1, "confidence": 0.5},
            Failure("out_of_range", "confidence"),
        ),
        (
            {"promoters": 1, "passives": 1, "detractors": -1, "confidence": "x"},
            Failure("out_of_range", "detractors"),
        ),
        (
            {"promoters": 0, "passives": 0, "detractors": 0, "confidence": "x"},
            Failure("not_a_number", "confidence"),
        ),
    ],
)
def test_one_error_is_told_in_the_order_of_the_contract(inputs, failure):
    assert failure == calculate(METRICS["nps"], inputs)


def test_unknown_names_are_ignored():
    assert score(110, 54, 36).outputs == score(110, 54, 36, utm_source="mail").outputs


def test_the_band_is_the_highest_whose_edge_is_passed():
    assert "favourable" == score(110, 54, 36).band


def test_a_score_on_the_edge_is_not_above_it():
    assert "good" == score(40, 40, 20).band  # exactly 20


def test_a_score_of_zero_is_in_no_band():
    assert score(1, 1, 1).band is None


def test_small_samples_and_more_detractors_are_noted():
    assert ("small_sample", "more_detractors") == score(1, 1, 3).notes


@given(COUNTS, COUNTS, st.integers(min_value=1, max_value=10**9))
def test_swapping_promoters_and_detractors_turns_the_sign(promoters, passives, detractors):
    there, back = score(promoters, passives, detractors), score(detractors, passives, promoters)

    assert there.outputs["nps"] == pytest.approx(-back.outputs["nps"])


@given(
    COUNTS,
    COUNTS,
    st.integers(min_value=1, max_value=10**9),
    st.sampled_from([0.8, 0.9, 0.95, 0.99]),
)
def test_the_interval_holds_the_score_and_stays_on_the_scale(p, a, d, confidence):
    outcome = score(p, a, d, confidence=confidence)
    low, high = outcome.outputs["ci_low"], outcome.outputs["ci_high"]
    assert -100 <= low <= outcome.outputs["nps"] <= high <= 100
