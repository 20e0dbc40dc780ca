"""The shape of a metric file, as editors write it; its JSON Schema is made from here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cxguide.core.numbers import Style
from cxguide.core.sources import Source

__all__ = [
    "AnswersChart",
    "BandsShape",
    "CheckShape",
    "CurveChart",
    "ExampleShape",
    "InputShape",
    "MetricShape",
    "NoteShape",
    "OutputShape",
    "SharesChart",
    "SourceShape",
    "ValuesChart",
]

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, max_length=600)]
MOST_PARTS = 100
"""Of each kind in a metric; more is no metric, and would take long to check."""
Bound = float | str
"""A number, or the name of an earlier input."""
Formula = float | Text


class InputShape(Source):
    """One field of the calculator."""

    kind: Literal["count", "number", "percent", "money", "option", "answers", "list", "confidence"]
    """count: whole and >= 0. percent: 0-100. answers: one count per value of a scale.
    list: numbers of any number. confidence: 0.80, 0.90, 0.95 or 0.99, default 0.95."""
    label: Text | None = None
    hint: Text | None = None
    unit: Text | None = None
    """Written behind the field, such as `months`; per cent and money bring their own."""
    min: Bound | None = None
    max: Bound | None = None
    above: Bound | None = None
    """The value must be greater than this."""
    default: float | str | None = None
    optional: bool = False
    unless: Id | None = None
    """Not asked for when this other input is given."""
    not_a_number: Text | None = None
    """What is told instead of the general text when the entry is not a number."""
    together_with: Id | None = None
    """Optional, but asked for when this other input is given."""
    step: Annotated[float, Field(gt=0)] | None = None
    """How far the value is moved to see what matters; a tenth of it when nothing is said."""
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


class IntervalShape(Source):
    """The steps that hold the ends of the interval of an output."""

    low: Id
    high: Id
    digits: Annotated[int, Field(ge=0, le=6)] = 1
    method: Literal["adjusted_wald", "poisson", "student", "student_of_logs", "wilson"] | None = (
        None
    )
    """How the steps calculate it; readers are told in a sentence."""


class OutputShape(Source):
    """A step that is shown."""

    label: Text
    of: Id | None = None
    """The step, where it has another name than the output."""
    style: Annotated[Style, Field(strict=False)] = Style.NUMBER
    digits: Annotated[int, Field(ge=0, le=6)] = 1
    unit: UnitShape | None = None
    not_shown: Text | None = None
    """Why the value is not shown when it is null."""
    interval: IntervalShape | None = None


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
    source: Id | None = None
    """Without one they are the site's own words, and the attribution says so."""
    by: Id | None = None
    """The step that says the band, where the edges alone do not."""
    steps: Annotated[tuple[BandShape, ...], Field(min_length=1)]


class NoteShape(Source):
    """A sentence that is shown when its condition holds; without one, always."""

    id: Id
    when: Text | None = None
    text: Text


class InfiniteShape(Source):
    """The state in which the result has no finite value."""

    when: Text
    text: Text


Tone = Literal["good", "middle", "bad", "plain"]


class SharesChart(Source):
    """A stacked bar of parts of a whole, in reading order; each part with its tone."""

    kind: Literal["shares"]
    parts: dict[Id, Tone]
    """Outputs of style percent that add up to 100."""


class AnswersChart(Source):
    """A column for each answer of a scale."""

    kind: Literal["answers"]
    of: Id
    """An input of kind answers."""
    tones: dict[Tone, tuple[int, int]] = Field(default_factory=dict)
    """The first and the last answer of each tone; the others are plain."""


class ValuesChart(Source):
    """A dot for each value of a list, above the main output and its interval."""

    kind: Literal["values"]
    of: Id
    """An input of kind list."""
    spacing: Literal["even", "logarithmic"] = "even"


class CurveChart(Source):
    """A line: the value of a formula in `x`."""

    kind: Literal["curve"]
    label: Text
    """What the line shows."""
    across: Text
    """What `x` counts."""
    start: Formula = 0
    end: Formula
    """The first and the last `x`."""
    value: Text
    """A formula of `x`, the inputs and the steps."""
    style: Annotated[Style, Field(strict=False)] = Style.NUMBER
    whole: bool = False
    """`x` is counted, not measured: the line has steps."""


class SourceShape(Source):
    """Where a definition or a figure comes from: a citation, or what it is in our own words."""

    citation: Text | None = None
    """Author, title, place, year: the same in every language."""
    description: Text | None = None
    """Where no single text can be cited; translated."""
    status: Literal["read", "abstract_read", "cited", "not_read"]
    """read: we read the statement there. abstract_read: only in the summary. cited: read in another
    text that cites it."""
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
    draft: bool = False
    """Its texts need no translation yet; readers of other languages see them in English."""
    formula_version: Annotated[int, Field(ge=1)]
    name: Text
    about: Text
    """What it tells, in one or two sentences."""
    inputs: Annotated[dict[Id, InputShape], Field(min_length=1, max_length=MOST_PARTS)]
    steps: Annotated[dict[Id, Text], Field(min_length=1, max_length=MOST_PARTS)]
    """Named formulas; each may use inputs and earlier steps."""
    checks: Annotated[tuple[CheckShape, ...], Field(max_length=MOST_PARTS)] = ()
    infinite: InfiniteShape | None = None
    outputs: Annotated[dict[Id, OutputShape], Field(min_length=1, max_length=MOST_PARTS)]
    """The first is the main one."""
    sample_size: Id | None = None
    """The step that counts respondents or attempts, for the note on small samples."""
    scale: tuple[float, float] | None = None
    """Lowest and highest possible value of the main output."""
    bands: BandsShape | None = None
    notes: Annotated[tuple[NoteShape, ...], Field(max_length=MOST_PARTS)] = ()
    chart: (
        Annotated[
            SharesChart | AnswersChart | ValuesChart | CurveChart, Field(discriminator="kind")
        ]
        | None
    ) = None
    sensitivity: dict[Id, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)
    """Two inputs and their steps, for a table of the main output against both."""
    sources: Annotated[dict[Id, SourceShape], Field(min_length=1, max_length=MOST_PARTS)]
    examples: Annotated[tuple[ExampleShape, ...], Field(min_length=1, max_length=MOST_PARTS)]
    """The first is filled in when the calculator opens."""
