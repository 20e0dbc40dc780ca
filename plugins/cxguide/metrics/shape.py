"""The shape of a metric file, as editors write it; its JSON Schema is made from here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cxguide.core.numbers import Style
from cxguide.core.sources import Source

__all__ = [
    "BandsShape",
    "CheckShape",
    "ExampleShape",
    "InputShape",
    "MetricShape",
    "NoteShape",
    "OutputShape",
    "SourceShape",
]

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, max_length=600)]
Bound = float | str
"""A number, or the name of an earlier input."""


class InputShape(Source):
    """One field of the calculator."""

    kind: Literal["count", "number", "percent", "money", "option", "answers", "list", "confidence"]
    """count: whole and >= 0. percent: 0-100. answers: one count per value of a scale.
    list: numbers of any number. confidence: 0.80, 0.90, 0.95 or 0.99, default 0.95."""
    label: Text | None = None
    hint: Text | None = None
    min: Bound | None = None
    max: Bound | None = None
    above: Bound | None = None
    """The value must be greater than this."""
    default: float | str | None = None
    optional: bool = False
    unless: Id | None = None
    """Not asked for when this other input is given."""
    options: dict[Id, Text] | None = None
    """For kind option: id and label of each, the first is the default."""
    scale: tuple[int, int] | None = None
    """For kind answers: lowest and highest value of the scale."""
    items: Literal["count", "number"] = "number"
    """For kind list: what its items are."""


class CheckShape(Source):
    """A relation between fields that must not hold."""

    code: Literal["missing", "out_of_range", "part_exceeds_whole", "no_data"]
    field: Id
    when: Text
    text: Text


class UnitShape(Source):
    """What is written after a value: `point` after 1, `points` after any other."""

    one: Text
    other: Text


class OutputShape(Source):
    """A step that is shown."""

    label: Text
    style: Annotated[Style, Field(strict=False)] = Style.NUMBER
    digits: Annotated[int, Field(ge=0, le=6)] = 1
    unit: UnitShape | None = None
    not_shown: Text | None = None
    """Why the value is not shown when it is null."""


class IntervalShape(Source):
    """The steps that hold the ends of the interval of the main output."""

    low: Id
    high: Id
    digits: Annotated[int, Field(ge=0, le=6)] = 1


class BandShape(Source):
    """A named part of the scale; `above` does not belong to it, `from` does."""

    id: Id
    label: Text
    above: float | None = None
    from_: float | None = Field(None, alias="from")


class BandsShape(Source):
    """Named parts of the scale of the main output, from low to high."""

    attribution: Text
    """Who uses these bands, and what they are worth."""
    source: Id
    steps: Annotated[tuple[BandShape, ...], Field(min_length=1)]


class NoteShape(Source):
    """A sentence that is shown when its condition holds."""

    id: Id
    when: Text
    text: Text


class InfiniteShape(Source):
    """The state in which the result has no finite value."""

    when: Text
    text: Text


class SharesChart(Source):
    """A stacked bar of parts of a whole, in reading order; each part with its tone."""

    kind: Literal["shares"]
    parts: dict[Id, Literal["good", "middle", "bad"]]
    """Outputs of style percent that add up to 100."""


class SourceShape(Source):
    """Where a definition or a figure comes from."""

    citation: Text
    status: Literal["read", "cited", "not_read"]
    """read: we read the statement there. cited: read in another text that cites it."""
    supports: Annotated[
        tuple[Literal["definition", "interval", "bands", "critique"], ...], Field(min_length=1)
    ]


class ExampleShape(Source):
    """A worked example; also a test of the formulas, here and in the browser."""

    title: Text
    inputs: dict[Id, float | str | tuple[float, ...]]
    outputs: dict[Id, float | str | bool | None]
    """Exact to 1e-6 of what is written."""
    status: Literal["ok", "infinite"] = "ok"


class MetricShape(Source):
    """A metric: what it asks for, how it is calculated, how it is read."""

    id: Id
    formula_version: Annotated[int, Field(ge=1)]
    name: Text
    about: Text
    """What it tells, in one or two sentences."""
    inputs: Annotated[dict[Id, InputShape], Field(min_length=1)]
    steps: Annotated[dict[Id, Text], Field(min_length=1)]
    """Named formulas; each may use inputs and earlier steps."""
    checks: tuple[CheckShape, ...] = ()
    infinite: InfiniteShape | None = None
    outputs: Annotated[dict[Id, OutputShape], Field(min_length=1)]
    """The first is the main one."""
    interval: IntervalShape | None = None
    sample_size: Id | None = None
    """The step that counts respondents or attempts, for the note on small samples."""
    scale: tuple[float, float] | None = None
    """Lowest and highest possible value of the main output."""
    bands: BandsShape | None = None
    notes: tuple[NoteShape, ...] = ()
    chart: SharesChart | None = None
    sources: Annotated[dict[Id, SourceShape], Field(min_length=1)]
    examples: Annotated[tuple[ExampleShape, ...], Field(min_length=1)]
    """The first is filled in when the calculator opens."""
