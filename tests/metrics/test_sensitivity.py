"""What matters most: how the result changes when one entry changes."""

import pytest

from cxguide.metrics import Metric, grid, moves, read_metrics
from cxguide.metrics.goal import main_number
from guide_site import ROOT

METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
YEARLY_PLAN = {
    "margin_per_period": 150, "retention": 82, "discount": 9, "acquisition_cost": 130,
}  # fmt: skip


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_a_change_is_the_difference_of_two_results(metric: Metric):
    entered = dict(metric.shape.examples[0].inputs)
    now = main_number(metric, entered)

    found = moves(metric, entered)

    expected = [
        [main_number(metric, {**entered, move.input: moved}) for moved in (move.low, move.high)]
        for move in found
    ]
    actual = [
        [None if change is None else now + change for change in (move.low_change, move.high_change)]
        for move in found
    ]
    assert [[*map(pytest.approx, pair)] for pair in expected] == actual


def test_what_changes_most_comes_first():
    found = moves(METRICS["clv_discounted"], YEARLY_PLAN)

    assert ["retention", "margin_per_period", "discount", "acquisition_cost"] == [
        move.input for move in found
    ]


def test_steps_come_from_the_file_or_are_a_tenth():
    found = {m.input: (m.low, m.high) for m in moves(METRICS["clv_discounted"], YEARLY_PLAN)}

    assert {"retention": (77, 87), "discount": (7, 11)}.items() <= found.items()
    assert (135, 165) == found["margin_per_period"]


def test_counts_move_by_whole_numbers():
    found = moves(METRICS["csat"], {"satisfied": 7, "respondents": 8})

    assert {("satisfied", 6, 8), ("respondents", 7, 9)} == {(m.input, m.low, m.high) for m in found}


def test_an_impossible_step_has_no_change():
    (full,) = [m for m in moves(METRICS["csat"], {"satisfied": 8, "respondents": 8})
               if m.input == "satisfied"]  # fmt: skip

    assert (None, 9) == (full.high_change, full.high)


def test_nothing_moves_without_a_result():
    assert () == moves(METRICS["csat"], {"satisfied": 9, "respondents": 8})
    assert () == moves(METRICS["lifespan"], {"churn": 0})


def test_the_table_of_clv_has_retention_across_and_discount_down():
    table = grid(METRICS["clv_discounted"], YEARLY_PLAN)

    assert ((77, 82, 87), (7, 9, 11)) == (table.across_values, table.down_values)
    assert 475.555556 == pytest.approx(table.cells[1][1], abs=1e-6)
    assert table.cells[1][0] < table.cells[1][1] < table.cells[1][2]
    assert table.cells[0][1] > table.cells[1][1] > table.cells[2][1]


def test_a_value_outside_its_range_leaves_its_cells_empty():
    table = grid(METRICS["clv_discounted"], {**YEARLY_PLAN, "discount": 1})

    assert (-1, 1, 3) == table.down_values
    assert (None, None, None) == table.cells[0]


def test_other_metrics_have_no_table():
    assert grid(METRICS["nps"], {"promoters": 1, "passives": 1, "detractors": 1}) is None
