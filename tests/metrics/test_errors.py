"""Which error is told, on which field and in which order, as the definitions of the metrics say."""

import pytest

from cxguide.metrics import Failure, Metric, Outcome, calculate
from metrics.error_tables import FIELDS, RELATIONS, Field


def one_wrong(fields: tuple[Field, ...], at: int, entered: object) -> dict[str, object]:
    """Right before the field, wrong in it, and more wrong in every field after it."""
    right = {field.name: field.right for field in fields[:at] if not field.may_be_left_out}
    return {
        **right,
        fields[at].name: entered,
        **{field.name: "wrong" for field in fields[at + 1 :]},
    }


@pytest.mark.parametrize(
    ("metric", "entered", "failure"),
    [
        pytest.param(
            metric,
            one_wrong(fields, at, entered),
            Failure(code, field.name),
            id=f"{metric}: {field.name} {entered!r}",
        )
        for metric, fields in FIELDS.items()
        for at, field in enumerate(fields)
        for entered, code in field.wrong
        # With answers given, the fields of form A of CSAT are not asked for.
        if metric != "csat" or field.name not in ("satisfied", "respondents")
    ],
)
def test_the_first_wrong_field_is_told(
    metrics: dict[str, Metric], metric: str, entered: dict, failure: Failure
):
    assert failure == calculate(metrics[metric], entered)


@pytest.mark.parametrize(
    ("entered", "code"), FIELDS["csat"][0].wrong, ids=lambda value: repr(value)
)
def test_without_answers_the_first_wrong_field_of_form_a_is_told(
    metrics: dict[str, Metric], entered: object, code: str
):
    csat = metrics["csat"]

    first = calculate(csat, {"satisfied": entered, "respondents": "wrong", "confidence": 1})
    second = calculate(csat, {"satisfied": 7, "respondents": entered, "confidence": 1})

    assert (Failure(code, "satisfied"), Failure(code, "respondents")) == (first, second)


def test_with_answers_form_a_of_csat_is_not_asked_for(metrics: dict[str, Metric]):
    entered = {"counts": [3, 5, 12, 40, 30], "satisfied": "many", "respondents": -1}

    assert "ok" == calculate(metrics["csat"], entered).status


@pytest.mark.parametrize(
    ("metric", "entered", "code", "field"),
    RELATIONS,
    ids=lambda value: repr(value) if isinstance(value, dict) else None,
)
def test_relations_are_told_in_the_order_of_the_definition(
    metrics: dict[str, Metric], metric: str, entered: dict, code: str, field: str
):
    assert Failure(code, field) == calculate(metrics[metric], entered)


@pytest.mark.parametrize("left_out", [None, "", "  "])
@pytest.mark.parametrize("metric", FIELDS)
def test_what_is_right_gives_a_result_with_and_without_what_may_be_left_out(
    metrics: dict[str, Metric], metric: str, left_out: str | None
):
    everything = {field.name: field.right for field in FIELDS[metric]}
    spare = {field.name: left_out for field in FIELDS[metric] if field.may_be_left_out}

    outcomes = [calculate(metrics[metric], everything | more) for more in ({}, spare)]

    assert [Outcome, Outcome] == [type(outcome) for outcome in outcomes], outcomes


def test_every_metric_is_in_the_tables(metrics: dict[str, Metric]):
    asked = {metric: [field.name for field in fields] for metric, fields in FIELDS.items()}

    assert asked == {
        name: [field.id for field in metric.inputs] for name, metric in metrics.items()
    }
