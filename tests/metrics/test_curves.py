"""What is said of a curve is true of it."""

import pytest

from cxguide.core.languages import ENGLISH
from cxguide.metrics import built_in_metrics, calculate
from cxguide.metrics.pictures import chart_points, chart_shapes


def points_of(name: str, inputs: dict[str, object]) -> list[tuple[float, float]]:
    metric = built_in_metrics()[name]
    points = chart_points(metric, calculate(metric, inputs), ENGLISH)
    return [tuple(float(text.replace(",", "").rstrip("%")) for text in pair) for pair in points]


@pytest.mark.parametrize(
    ("name", "inputs", "value"),
    [
        ("lifespan", {"churn": 4}, lambda x: 100 * 0.96**x),
        ("clv_simple", {"order_value": 6.5, "orders_per_year": 60, "lifespan_years": 2.5},
         lambda x: 390 * x),
        ("sample_size_proportion", {"margin": 4, "population": 100},
         lambda x: 196 * (0.25 / x * (100 - x) / 99) ** 0.5),
    ],
    ids=["lifespan", "clv_simple", "finite population"],
)  # fmt: skip
def test_each_value_belongs_to_the_place_that_is_named(name, inputs, value):
    points = points_of(name, inputs)

    assert 5 == len(points)
    assert [y for _, y in points] == pytest.approx([value(x) for x, _ in points], abs=0.051)


def test_the_error_of_a_whole_population_is_nothing():
    assert (100, 0) == points_of("sample_size_proportion", {"margin": 4, "population": 100})[-1]


def test_a_long_label_of_the_axis_pushes_the_plot_aside():
    metric = built_in_metrics()["clv_simple"]
    lefts = []
    for money in (1, 1e9):
        entered = {"order_value": money, "orders_per_year": 60, "lifespan_years": 2.5}
        plot = chart_shapes(metric, calculate(metric, entered), ENGLISH)[0]
        lefts.append(float(plot.attributes["x"].rstrip("%")))

    assert 18 == lefts[0] < lefts[1]
