"""The map of the online shop tells what the guide says of it."""

from __future__ import annotations

from cxguide.journeys import Journey
from cxguide.journeys.summary import summary_of


def test_its_emotions_are_those_of_the_guide(retailer: Journey) -> None:
    assert [stage.emotion for stage in retailer.stages] == [0, 1, -1, 2, -2, 1]


def test_no_cell_is_empty(retailer: Journey) -> None:
    empty = [
        (stage.id, row) for stage in retailer.stages for row in retailer.rows if not stage.has(row)
    ]
    assert empty == []


def test_the_lowest_point_is_the_exchange_not_the_payment(retailer: Journey) -> None:
    lowest = summary_of(retailer).lowest
    assert lowest is not None
    assert [feeling.stage.id for feeling in lowest.feelings] == ["return"]


def test_names_of_stages_are_short_enough_for_a_phone(retailer: Journey) -> None:
    assert [stage.name.english for stage in retailer.stages if len(stage.name.english) > 24] == []


def test_its_metrics_carry_the_inputs_of_their_calculators(retailer: Journey) -> None:
    actual = {
        stage.metric.calculator: dict(stage.metric.inputs)
        for stage in retailer.stages
        if stage.metric
    }
    assert actual == {
        "bounce": {"bounced": 860, "sessions": 2000},
        "conversion": {"conversions": 171, "visitors": 1900},
        "abandonment": {"started": 1000, "completed": 298},
        "csat": {"satisfied": 171, "respondents": 210},
        "ces": {"counts": (4, 6, 8, 12, 30, 50, 40)},
        "nps": {"promoters": 110, "passives": 54, "detractors": 36},
    }
