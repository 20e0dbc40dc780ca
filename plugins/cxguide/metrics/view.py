"""What the template of a calculator shows: ready values, one type for each thing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cxguide.metrics.model import Kind

__all__ = [
    "BandView",
    "CalculatorView",
    "ChoiceView",
    "FieldView",
    "IntervalView",
    "MarkView",
    "NoteView",
    "PartView",
    "ScaleView",
    "Shown",
    "SourceView",
]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One value of a list of choices."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field and what the example enters there."""

    id: str
    element_id: str
    kind: Kind
    label: str
    hint: str
    text: str
    whole: bool
    multiline: bool
    options: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A value on the page; `canonical` is empty when it is not shown."""

    id: str
    label: str
    text: str
    canonical: str
    unit: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IntervalView:
    """The ends of the interval, and its confidence level as the reader sees it."""

    low: Shown
    high: Shown
    confidence: Markup


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the stacked bar; `x` and `width` are percentages of the whole."""

    id: str
    tone: str
    label: str
    x: str
    width: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class MarkView:
    """A mark on the scale; `x` is a percentage of its length."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The scale with the interval and the value on it, in percentages of its length."""

    marks: tuple[MarkView, ...]
    range_x: str
    range_width: str
    point_x: str


@dataclass(frozen=True, slots=True)
class BandView:
    """A band of the scale."""

    id: str
    label: str
    range: str
    current: bool


@dataclass(frozen=True, slots=True)
class NoteView:
    """A sentence that is shown under a condition."""

    id: str
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, and whether we have read it."""

    citation: str
    status: str


@dataclass(frozen=True, slots=True)
class CalculatorView:
    """What `calculator.html.jinja` receives."""

    element_id: str
    tag: str
    metric_id: str
    version: int
    status: str
    short: bool
    name: str
    about: str
    example_title: str
    fields: tuple[FieldView, ...]
    main: Shown
    interval: IntervalView | None
    scale: ScaleView | None
    chart: tuple[PartView, ...]
    bands: tuple[BandView, ...]
    attribution: str
    notes: tuple[NoteView, ...]
    details: tuple[Shown, ...]
    mathml: Markup
    spoken: str
    sources: tuple[SourceView, ...]
    definition: Markup
