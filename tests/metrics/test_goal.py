"""What would it take: the value of one entry at which the main output is the wanted one."""

import pytest

from cxguide.metrics import Metric, built_in_metrics, calculate, levers, read_metrics, seek
from cxguide.metrics.goal import main_number
from guide_site import ROOT

METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
PAIRS = [
    pytest.param(metric, lever.id, id=f"{metric.id} {lever.id}")
    for metric in METRICS.values()
    for lever in levers(metric)
]


def first_example(metric: Metric) -> dict[str, object]:
    return dict(metric.shape.examples[0].inputs)


@pytest.mark.parametrize(
    ("metric", "entered", "lever", "target", "value"),
    [
        # closed form, as by hand
        ("clv_simple", {"order_value": 6.5, "orders_per_year": 60, "lifespan_years": 2.5},
         "lifespan_years", 1170, 3),
        ("clv_margin", {"order_value": 600, "orders_per_year": 1, "margin": 40,
         "lifespan_years": 5}, "margin", 1500, 50),
        ("lifespan", {"churn": 4}, "churn", 50, 2),
        # the entry stands twice: bisection
        ("clv_discounted", {"margin_per_period": 150, "retention": 82, "discount": 9},
         "retention", 1200, 95.375),
        ("sample_size_nps", {"margin": 6, "promoters_pct": 50, "detractors_pct": 15}, "margin",
         100, 14.24),
        # whole numbers: the first at which the target is reached or passed
        ("nps", {"promoters": 110, "passives": 54, "detractors": 36}, "promoters", 50, 162),
        ("nps", {"promoters": 110, "passives": 54, "detractors": 36}, "passives", 37, 54),
        ("csat", {"satisfied": 171, "respondents": 210}, "satisfied", 90, 189),
        ("churn", {"start": 2400, "lost": 84}, "lost", 2, 48),
    ],
)  # fmt: skip
def test_the_value_is_the_one_found_by_hand(metric, entered, lever, target, value):
    assert value == pytest.approx(seek(METRICS[metric], entered, lever, target), rel=1e-3)


@pytest.mark.parametrize(
    ("metric", "entered", "lever", "target"),
    [
        ("csat", {"satisfied": 171, "respondents": 210}, "satisfied", 101),
        ("nps", {"promoters": 110, "passives": 54, "detractors": 36}, "promoters", 101),
        ("churn", {"start": 2400, "lost": 84}, "period_months", 50),
        ("lifespan", {"churn": 4}, "churn", 0.5),
        ("loyalty_index", {"scale_min": 0, "scale_max": 10, "recommend": 8.1, "repurchase": 8.6,
         "try_other": 5.9}, "recommend", 99),
        ("lifespan", {"churn": 4}, "churn", float("nan")),
    ],
)  # fmt: skip
def test_what_no_allowed_entry_reaches_is_not_reachable(metric, entered, lever, target):
    assert seek(METRICS[metric], entered, lever, target) is None


@pytest.mark.parametrize(("metric", "lever"), PAIRS)
def test_the_present_result_takes_the_present_entry(metric: Metric, lever: str):
    entered = first_example(metric)
    outcome = calculate(metric, entered)
    now = outcome.values[lever]

    found = seek(metric, entered, lever, outcome.outputs[metric.main.id])

    assert now is None or found == pytest.approx(now)


@pytest.mark.parametrize(("metric", "lever"), PAIRS)
@pytest.mark.parametrize("factor", [0.9, 1.05])
def test_the_value_that_is_found_gives_the_target_or_a_whole_number_beyond(metric, lever, factor):
    entered = first_example(metric)
    target = main_number(metric, entered) * factor

    found = seek(metric, entered, lever, target)

    given = None if found is None else main_number(metric, {**entered, lever: found})
    is_stepped = metric.field(lever).is_whole or "round_up" in str(metric.shape.steps)
    assert found is None or is_stepped or target == pytest.approx(given)
    assert found is None or given is not None


def test_lists_and_words_are_no_levers():
    assert [] == [*levers(METRICS["time_on_task"]), *levers(METRICS["nps_ratings"])]


def test_what_a_score_only_comes_near_to_is_not_reached():
    entered = {"promoters": 110, "passives": 54, "detractors": 36}

    assert seek(METRICS["nps"], entered, "promoters", 100) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("churn", ["start", "lost"]),
        ("repeat_purchase", ["repeat_customers", "customers"]),
        ("loyalty_index", ["scale_min", "scale_max", "recommend", "repurchase", "try_other"]),
        ("sample_size_proportion", ["margin", "population", "expected"]),
        ("ces", []),
    ],
)
def test_levers_are_what_the_result_depends_on_those_with_a_default_last(name, expected):
    assert expected == [field.id for field in levers(built_in_metrics()[name])]
