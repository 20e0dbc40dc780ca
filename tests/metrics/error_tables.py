"""What is wrong in the fields of every metric, and what is told of it.

Written from the definitions of the metrics (section 0 and the "Edge" lines), not from their files.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

__all__ = ["FIELDS", "RELATIONS", "Field"]

Wrong = tuple[object, str]
"""What is entered, and the code that is told."""

MISSING: tuple[Wrong, ...] = ((None, "missing"), ("", "missing"), ("  ", "missing"))
NOT_NUMBERS: tuple[Wrong, ...] = (
    ("many", "not_a_number"),
    ("1,5", "not_a_number"),
    (float("nan"), "not_a_number"),
    (True, "not_a_number"),
)


@dataclass(frozen=True)
class Field:
    """A field, something right to enter there, and what is told of what is wrong."""

    name: str
    right: object
    wrong: tuple[Wrong, ...]
    may_be_left_out: bool = False


def count(name: str, right: int, *wrong: object) -> Field:
    """A whole number >= 0; what else is out of range."""
    outside = tuple((value, "out_of_range") for value in (-1, *wrong))
    fractions = ((1.5, "not_integer"), (-1.5, "not_integer"))
    return Field(name, right, (*MISSING, *NOT_NUMBERS, *fractions, *outside))


def number(name: str, right: float, *outside: float) -> Field:
    """A number; what is out of range."""
    out = tuple((value, "out_of_range") for value in outside)
    return Field(name, right, (*MISSING, *NOT_NUMBERS, *out))


def optional(field: Field) -> Field:
    """The same field, but nothing is told when it is left out."""
    told = tuple(wrong for wrong in field.wrong if wrong[1] != "missing")
    return Field(field.name, field.right, told, may_be_left_out=True)


def listed(name: str, right: list[float], *wrong: Wrong) -> Field:
    """A list; an error of an item carries the name of the list."""
    items = (([*right[:-1], "many"], "not_a_number"), ([*right[:-1], None], "missing"))
    return Field(name, right, (*MISSING, *items, *wrong))


def scale(name: str, right: list[float]) -> Field:
    """A count of answers for each value of a scale."""
    return listed(
        name,
        right,
        ([*right[:-1], 1.5], "not_integer"),
        ([*right[:-1], -1], "out_of_range"),
        (right[:-1], "out_of_range"),
        ([*right, 0], "out_of_range"),
    )


CONFIDENCE = optional(number("confidence", 0.95, 0.5, 0.94, 95))
PERIOD = optional(number("period_months", 3, 0, -1))

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "nps": (count("promoters", 5), count("passives", 3), count("detractors", 2), CONFIDENCE),
    "nps_ratings": (scale("ratings", [0, 1, 0, 0, 1, 1, 2, 4, 5, 6, 5]), CONFIDENCE),
    "csat": (
        count("satisfied", 7),
        count("respondents", 8),
        optional(scale("counts", [3, 5, 12, 40, 30])),
        CONFIDENCE,
    ),
    "ces": (scale("counts", [2, 1, 2, 1, 3, 2, 1]), CONFIDENCE),
    "churn": (count("start", 96), count("lost", 9), PERIOD),
    "retention": (count("start", 150), count("end", 141), count("new", 0), PERIOD),
    "lifespan": (number("churn", 4, -0.1, 100.1), PERIOD),
    "clv_simple": (
        number("order_value", 6.5, -0.01),
        number("orders_per_year", 60, -1),
        number("lifespan_years", 2.5, -1),
    ),
    "clv_margin": (
        number("order_value", 6.5, -0.01),
        number("orders_per_year", 60, -1),
        number("margin", 62, -100.1, 100.1),
        number("lifespan_years", 2.5, -1),
        optional(number("acquisition_cost", 45, -1)),
    ),
    "clv_discounted": (
        number("margin_per_period", -150),
        number("retention", 82, -0.1, 100.1),
        number("discount", 9, -0.1),
        optional(number("acquisition_cost", 130, -1)),
        Field("timing", "after_renewal", (("later", "out_of_range"),), may_be_left_out=True),
        optional(count("horizon", 4, 0)),
    ),
    "loyalty_index": (
        number("scale_min", 0),
        number("scale_max", 10, 0, -1),
        number("recommend", 8.1, -0.1, 10.1),
        number("repurchase", 8.6, -0.1, 10.1),
        number("try_other", 5.9, -0.1, 10.1),
    ),
    "repeat_purchase": (
        count("repeat_customers", 410),
        count("customers", 1000),
        optional(count("orders", 1890)),
        CONFIDENCE,
    ),
    "task_success": (count("successes", 5), count("attempts", 6), CONFIDENCE),
    "abandonment": (count("started", 320), count("completed", 204), CONFIDENCE),
    "bounce": (count("bounced", 6), count("sessions", 14), CONFIDENCE),
    "error_rate": (count("errors", 19), count("opportunities", 200), CONFIDENCE),
    "errors_per_task": (count("errors", 11), count("attempts", 16), CONFIDENCE),
    "time_on_task": (
        listed("times", [90, 150.5], ([90, 0], "out_of_range"), ([90, -1], "out_of_range")),
        CONFIDENCE,
    ),
    "click_efficiency": (
        count("minimum", 5, 0),
        listed("clicks", [5, 7], ([5, 7.5], "not_integer"), ([5, -1], "out_of_range")),
    ),
    "lostness": (count("minimum", 4, 0), count("unique", 5, 0), count("total", 6)),
    "conversion": (count("conversions", 57), count("visitors", 1900), CONFIDENCE),
    "response_rate": (count("responses", 212), count("invitations", 1650), CONFIDENCE),
    "sample_size_proportion": (
        number("margin", 5, 0, -1, 50.1),
        optional(number("expected", 50, -0.1, 100.1)),
        optional(count("population", 1500)),
        optional(number("response_rate", 20, 0, -1, 100.1)),
        CONFIDENCE,
    ),
    "sample_size_nps": (
        number("margin", 6, 0, -1, 100.1),
        number("promoters_pct", 50, -0.1, 100.1),  # asked for when the other one is given
        number("detractors_pct", 15, -0.1, 100.1),
        optional(count("population", 1500)),
        CONFIDENCE,
    ),
}

RELATIONS = [
    # A part above its whole, also above a whole of zero; then a whole of zero.
    ("csat", {"satisfied": 9, "respondents": 8}, "part_exceeds_whole", "satisfied"),
    ("csat", {"satisfied": 1, "respondents": 0}, "part_exceeds_whole", "satisfied"),
    ("csat", {"satisfied": 0, "respondents": 0}, "no_data", "respondents"),
    ("churn", {"start": 10, "lost": 11}, "part_exceeds_whole", "lost"),
    ("churn", {"start": 0, "lost": 1}, "part_exceeds_whole", "lost"),
    ("churn", {"start": 0, "lost": 0}, "no_data", "start"),
    ("retention", {"start": 5, "end": 3, "new": 4}, "part_exceeds_whole", "new"),
    ("retention", {"start": 5, "end": 9, "new": 3}, "part_exceeds_whole", "end"),
    ("retention", {"start": 0, "end": 1, "new": 2}, "part_exceeds_whole", "new"),
    ("retention", {"start": 0, "end": 2, "new": 1}, "part_exceeds_whole", "end"),
    ("retention", {"start": 0, "end": 2, "new": 2}, "no_data", "start"),
    (
        "repeat_purchase",
        {"repeat_customers": 3, "customers": 2},
        "part_exceeds_whole",
        "repeat_customers",
    ),
    (
        "repeat_purchase",
        {"repeat_customers": 1, "customers": 0},
        "part_exceeds_whole",
        "repeat_customers",
    ),
    ("repeat_purchase", {"repeat_customers": 0, "customers": 0}, "no_data", "customers"),
    ("task_success", {"successes": 7, "attempts": 6}, "part_exceeds_whole", "successes"),
    ("task_success", {"successes": 1, "attempts": 0}, "part_exceeds_whole", "successes"),
    ("task_success", {"successes": 0, "attempts": 0}, "no_data", "attempts"),
    ("abandonment", {"started": 8, "completed": 9}, "part_exceeds_whole", "completed"),
    ("abandonment", {"started": 0, "completed": 1}, "part_exceeds_whole", "completed"),
    ("abandonment", {"started": 0, "completed": 0}, "no_data", "started"),
    ("bounce", {"bounced": 15, "sessions": 14}, "part_exceeds_whole", "bounced"),
    ("bounce", {"bounced": 1, "sessions": 0}, "part_exceeds_whole", "bounced"),
    ("bounce", {"bounced": 0, "sessions": 0}, "no_data", "sessions"),
    ("error_rate", {"errors": 13, "opportunities": 12}, "part_exceeds_whole", "errors"),
    ("error_rate", {"errors": 1, "opportunities": 0}, "part_exceeds_whole", "errors"),
    ("error_rate", {"errors": 0, "opportunities": 0}, "no_data", "opportunities"),
    ("conversion", {"conversions": 2, "visitors": 1}, "part_exceeds_whole", "conversions"),
    ("conversion", {"conversions": 1, "visitors": 0}, "part_exceeds_whole", "conversions"),
    ("conversion", {"conversions": 0, "visitors": 0}, "no_data", "visitors"),
    ("response_rate", {"responses": 2, "invitations": 1}, "part_exceeds_whole", "responses"),
    ("response_rate", {"responses": 1, "invitations": 0}, "part_exceeds_whole", "responses"),
    ("response_rate", {"responses": 0, "invitations": 0}, "no_data", "invitations"),
    # Errors are no part of the attempts.
    ("errors_per_task", {"errors": 5, "attempts": 0}, "no_data", "attempts"),
    ("errors_per_task", {"errors": 0, "attempts": 0}, "no_data", "attempts"),
    # No answers: on the computed field for NPS, on the list otherwise.
    ("nps", {"promoters": 0, "passives": 0, "detractors": 0}, "no_data", "respondents"),
    ("nps_ratings", {"ratings": [0] * 11}, "no_data", "respondents"),
    ("csat", {"counts": [0] * 5}, "no_data", "counts"),
    ("ces", {"counts": [0] * 7}, "no_data", "counts"),
    # An empty list.
    ("nps_ratings", {"ratings": []}, "no_data", "ratings"),
    ("csat", {"counts": []}, "no_data", "counts"),
    ("ces", {"counts": []}, "no_data", "counts"),
    ("time_on_task", {"times": []}, "no_data", "times"),
    ("time_on_task", {"times": "5,,7"}, "missing", "times"),
    ("nps", {"promoters": 10**400, "passives": 0, "detractors": 0}, "not_a_number", "promoters"),
    ("click_efficiency", {"minimum": 5, "clicks": []}, "no_data", "clicks"),
    # Orders come last: every customer has one, every repeat customer one more.
    (
        "repeat_purchase",
        {"repeat_customers": 3, "customers": 5, "orders": 7},
        "out_of_range",
        "orders",
    ),
    (
        "repeat_purchase",
        {"repeat_customers": 6, "customers": 5, "orders": 7},
        "part_exceeds_whole",
        "repeat_customers",
    ),
    # A zero is told before unique > total.
    ("lostness", {"minimum": 4, "unique": 7, "total": 6}, "part_exceeds_whole", "unique"),
    ("lostness", {"minimum": 4, "unique": 7, "total": 0}, "no_data", "total"),
    ("lostness", {"minimum": 0, "unique": 7, "total": 6}, "out_of_range", "minimum"),
    ("lostness", {"minimum": 4, "unique": 0, "total": 0}, "out_of_range", "unique"),
    ("click_efficiency", {"minimum": 6, "clicks": [6, 5]}, "part_exceeds_whole", "minimum"),
    ("click_efficiency", {"minimum": 1, "clicks": [0]}, "part_exceeds_whole", "minimum"),
    # The scale is checked before the answers.
    (
        "loyalty_index",
        {"scale_min": 5, "scale_max": 5, "recommend": 9, "repurchase": 9, "try_other": 9},
        "out_of_range",
        "scale_max",
    ),
    (
        "loyalty_index",
        {"scale_min": 1, "scale_max": 5, "recommend": 5, "repurchase": 5, "try_other": 0},
        "out_of_range",
        "try_other",
    ),
    # Both shares or neither; together at most 100%.
    ("sample_size_nps", {"margin": 6, "promoters_pct": 50}, "missing", "detractors_pct"),
    ("sample_size_nps", {"margin": 6, "detractors_pct": 15}, "missing", "promoters_pct"),
    (
        "sample_size_nps",
        {"margin": 6, "promoters_pct": 60, "detractors_pct": 40.5, "population": 0},
        "part_exceeds_whole",
        "detractors_pct",
    ),
    ("sample_size_nps", {"margin": 6, "population": 0}, "no_data", "population"),
    ("sample_size_proportion", {"margin": 5, "population": 0}, "no_data", "population"),
    # Every field, then the confidence level, before any relation between fields.
    (
        "task_success",
        {"successes": 7, "attempts": 6, "confidence": 0.5},
        "out_of_range",
        "confidence",
    ),
    (
        "task_success",
        {"successes": 0, "attempts": 0, "confidence": "x"},
        "not_a_number",
        "confidence",
    ),
    ("nps_ratings", {"ratings": [0] * 11, "confidence": 0.5}, "out_of_range", "confidence"),
    (
        "csat",
        {"satisfied": 9, "respondents": 8, "confidence": 0.5},
        "out_of_range",
        "confidence",
    ),
    (
        "repeat_purchase",
        {"repeat_customers": 3, "customers": 5, "orders": 7, "confidence": 0.5},
        "out_of_range",
        "confidence",
    ),
    (
        "sample_size_proportion",
        {"margin": 5, "population": 0, "response_rate": 0},
        "out_of_range",
        "response_rate",
    ),
    ("churn", {"start": 10, "lost": 11, "period_months": 0}, "out_of_range", "period_months"),
    # No data comes last, also that of an empty list.
    pytest.param(
        "time_on_task",
        {"times": [], "confidence": 0.5},
        "out_of_range",
        "confidence",
    ),
    pytest.param(
        "nps_ratings",
        {"ratings": [], "confidence": "x"},
        "not_a_number",
        "confidence",
    ),
    # Of a list, each rule is asked of every item before the next rule.
    ("time_on_task", {"times": [0, "x"]}, "not_a_number", "times"),
    ("ces", {"counts": [-1, 1.5, 0, 0, 0, 0, 0]}, "not_integer", "counts"),
    ("ces", {"counts": [1, -1]}, "out_of_range", "counts"),
]
