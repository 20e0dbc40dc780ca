"""The shape of a map file, as editors write it; its JSON Schema is made from here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from cxguide.core.names import Id, Text
from cxguide.core.sources import Source
from cxguide.journeys.icons import ICONS
from cxguide.journeys.model import ROWS, Confidence, Row, StandardStage

__all__ = ["JourneyShape", "RowsShape", "journey_schema"]

FEWEST_STAGES, MOST_STAGES = 2, 9
FEWEST_PERSONAS, MOST_PERSONAS = 2, 3
LOWEST, HIGHEST = -2, 2
_NAME = r"^[a-z][a-z0-9_]*$"


def _is_inputs(value: object) -> object:
    if isinstance(value, dict):
        for name, number in value.items():
            numbers = number if isinstance(number, tuple) else (number,)
            if any(isinstance(one, bool) or not isinstance(one, int | float) for one in numbers):
                raise ValueError(
                    f"the input {name!r} must be a number or a list of numbers, found {number!r}; "
                    "fix: write numbers without quotes, units or separators"
                )
    return value


def _is_stages(value: tuple[StageShape, ...]) -> tuple[StageShape, ...]:
    if not FEWEST_STAGES <= len(value) <= MOST_STAGES:
        raise ValueError(
            f"a map has {FEWEST_STAGES} to {MOST_STAGES} stages, found {len(value)}; "
            "fix: join or split stages, or make two maps"
        )
    return value


def _is_personas(value: Mapping[str, PersonaShape]) -> Mapping[str, PersonaShape]:
    if value and not FEWEST_PERSONAS <= len(value) <= MOST_PERSONAS:
        raise ValueError(
            f"a map tells {FEWEST_PERSONAS} to {MOST_PERSONAS} personas apart, found {len(value)}; "
            "fix: leave personas out where there is one, and make another map of a fourth"
        )
    return value


def _is_emotion(value: object) -> object:
    scores = value.values() if isinstance(value, dict) else (value,)
    for score in scores:
        if type(score) is not int or not LOWEST <= score <= HIGHEST:
            raise ValueError(
                f"an emotion is a whole number from {LOWEST} to {HIGHEST}, found {score!r}; "
                f"fix: write {LOWEST} for very negative up to {HIGHEST} for very positive, "
                "or leave it out where nobody knows"
            )
    return value


def _as_date(value: object) -> object:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(
            f"{value!r} is not a day; fix: write year, month and day, as in 2026-03-31"
        ) from None


def _is_goals(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise ValueError("a map needs at least one goal; fix: write what the customer wants")
    return value


def _is_icon(value: str) -> str:
    if value not in ICONS:
        raise ValueError(f"unknown icon {value!r}; fix: write one of {', '.join(ICONS)}")
    return value


def _is_rows(value: tuple[Row, ...]) -> tuple[Row, ...]:
    if not value or len(set(value)) < len(value):
        raise ValueError(
            "rows must name at least one row, and each only once; "
            f"fix: leave it out for all rows, or choose from {', '.join(ROWS)}"
        )
    return value


Icon = Annotated[str, AfterValidator(_is_icon), Field(json_schema_extra={"enum": list(ICONS)})]
Rows = Annotated[
    tuple[Row, ...],
    AfterValidator(_is_rows),
    Field(json_schema_extra={"minItems": 1, "uniqueItems": True}),
]
Score = Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
Emotion = Annotated[Score | Mapping[Id, Score], BeforeValidator(_is_emotion)]
Day = Annotated[date, BeforeValidator(_as_date)]
Inputs = Annotated[
    Mapping[Annotated[str, StringConstraints(pattern=_NAME)], float | tuple[float, ...]],
    BeforeValidator(_is_inputs),
]


class RowsShape(Source):
    """Rows to show, in this order; without it all that hold something."""

    rows: Rows = ROWS


class LensShape(Source):
    """Whose journey it is: the persona, the scenario, the goals, and a note to the reader.

    `evidence` says what the map rests on, `reviewed` when it was last compared with reality.
    """

    persona: Text
    scenario: Text
    goals: Annotated[
        tuple[Text, ...], AfterValidator(_is_goals), Field(json_schema_extra={"minItems": 1})
    ]
    evidence: Text | None = None
    reviewed: Day | None = None
    note: Text | None = None


class PersonaShape(Source):
    """One of two or three people whose emotions are told apart; the first is the lens's own."""

    name: Text


class ChannelShape(Source):
    """A channel that stages name as a touchpoint."""

    label: Text
    icon: Icon


class PainPointShape(Source):
    """A pain point; its `id` keeps translations when the list is put in another order."""

    id: Id | None = None
    text: Text
    severity: Annotated[int, Field(ge=1, le=3)]


class OpportunityShape(Source):
    """An opportunity; its `id` keeps translations when the list is put in another order."""

    id: Id | None = None
    text: Text
    owner: Text | None = None


class EvidenceShape(Source):
    """What is known about a stage: researched or assumed, and from where."""

    confidence: Confidence
    source: Text | None = None


class MetricShape(Source):
    """What is measured: a calculator's id, what to fill in, and the same in words."""

    calculator: Annotated[str, StringConstraints(pattern=_NAME)]
    label: Text
    inputs: Inputs


class StageShape(Source):
    """A stage. Without `emotion` the map says that there is no data.

    In a map with personas, `emotion` has a score for each of them; one number counts for all.
    """

    id: Id
    name: Text
    standard_stage: StandardStage
    moment_of_truth: bool = False
    goal: Text | None = None
    actions: tuple[Text, ...] = ()
    touchpoints: tuple[str, ...] = ()
    thought: Text | None = None
    emotion: Emotion | None = None
    target_emotion: Score | None = None
    evidence: EvidenceShape | None = None
    pain_points: tuple[PainPointShape, ...] = ()
    opportunities: tuple[OpportunityShape, ...] = ()
    metric: MetricShape | None = None
    owner: Text | None = None
    physical_evidence: tuple[Text, ...] = ()
    frontstage: tuple[Text, ...] = ()
    backstage: tuple[Text, ...] = ()
    support: tuple[Text, ...] = ()


class JourneyShape(RowsShape):
    """A journey map: one file of `docs/journeys/`, named by its id.

    Nobody must translate a draft; in other languages its texts are shown in English. The short
    title stands beside that of another map, in a comparison.
    """

    id: Id
    draft: bool = False
    title: Text
    short_title: Text | None = None
    summary: Text | None = None
    lens: LensShape
    personas: Annotated[
        Mapping[Id, PersonaShape],
        AfterValidator(_is_personas),
        Field(json_schema_extra={"maxProperties": MOST_PERSONAS}),
    ] = Field(default_factory=dict)
    channels: Mapping[Id, ChannelShape] = Field(default_factory=dict)
    stages: Annotated[
        tuple[StageShape, ...],
        AfterValidator(_is_stages),
        Field(json_schema_extra={"minItems": FEWEST_STAGES, "maxItems": MOST_STAGES}),
    ]


def journey_schema() -> dict[str, Any]:
    """The JSON Schema of a map file, for completion in editors (`/schema/v1/`)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **JourneyShape.model_json_schema(),
        "title": "Journey map",
    }
