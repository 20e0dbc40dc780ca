"""What the templates of a calculator show: ready values, one type for each thing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

__all__ = [
    "BandView",
    "CalculatorView",
    "CellView",
    "ChoiceView",
    "DrawingView",
    "EndView",
    "FieldView",
    "FormulaView",
    "GridView",
    "IntervalView",
    "MoveView",
    "NoteView",
    "PartView",
    "RowView",
    "Shown",
    "SourceView",
    "StepView",
]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One value of a list of choices."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """The count of one answer of a scale."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field and what the example enters there.

    Attributes:
        control: `text`, `list`, `answers`, `choices` or `select`.
        text: the entry of the example as a person writes it.
        shown: the same with its unit; empty where the example leaves the field out.
        unit: what stands after the field.
        unless: an input without which alone this one is asked for, if there is one.
        is_unused: the example fills that input in.
    """

    id: str
    element_id: str
    control: str
    label: str
    hint: str
    text: str
    shown: str
    whole: bool
    unit: str
    is_money: bool
    options: tuple[ChoiceView, ...]
    cells: tuple[CellView, ...]
    unless: str | None
    is_unused: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A value on the page; `canonical` is empty when it is not shown."""

    id: str
    label: str
    text: str
    canonical: str
    unit: str = ""
    is_money: bool = False
    reason: str = ""
    interval: IntervalView | None = None


@dataclass(frozen=True, slots=True)
class IntervalView:
    """The ends of an interval."""

    low: Shown
    high: Shown


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a whole in the legend of its picture."""

    tone: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class DrawingView:
    """A picture; `words` say the same, empty where the text beside it does."""

    kind: str
    height: int
    shapes: Markup
    words: str = ""
    title: str = ""
    across: str = ""
    legend: tuple[PartView, ...] = ()


@dataclass(frozen=True, slots=True)
class BandView:
    """A band of the scale."""

    id: str
    label: str
    range: str
    current: bool


@dataclass(frozen=True, slots=True)
class NoteView:
    """A sentence that is shown always or under a condition."""

    id: str
    text: str
    shown: bool
    is_conditional: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, and whether we have read it; either a citation or a description."""

    citation: str | None
    description: str
    status: str


@dataclass(frozen=True, slots=True)
class FormulaView:
    """One formula for wide and for narrow screens, and for the ear."""

    with_names: Markup
    with_symbols: Markup
    spoken: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A formula with the numbers of the example, and what they give."""

    name: str
    mathml: Markup
    spoken: str


@dataclass(frozen=True, slots=True)
class EndView:
    """The value of an entry after a step, and how the result changes."""

    at: str
    change: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """An entry, a step below and a step above what it is."""

    label: str
    ends: tuple[EndView, EndView]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the table of results for other values of two entries."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """Results for other values of two entries: one down, one across."""

    down: str
    across: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Where a calculator on a page that is not ours is at home.

    Attributes:
        address: of the calculator in the guide, absolute, in the same language.
        site: the guide's name.
    """

    address: str
    site: str


@dataclass(frozen=True, slots=True)
class CalculatorView:
    """What `calculator/calculator.html.jinja` receives.

    With a home it stands on a page that is not ours: it answers its own question, and its home
    answers the others.
    """

    tag_name: str
    home: Home | None
    element_id: str
    tag: str
    metric_id: str
    version: int
    status: str
    short: bool
    is_open: bool
    name: str
    about: str
    example_title: str
    fields: tuple[FieldView, ...]
    currency: str
    main: Shown
    infinite: str
    confidence: Markup
    scale: DrawingView | None
    chart: DrawingView | None
    bands: tuple[BandView, ...]
    attribution: str
    notes: tuple[NoteView, ...]
    details: tuple[Shown, ...]
    methods: tuple[str, ...]
    by_symbols: bool
    formulas: tuple[FormulaView, ...]
    legend: tuple[ChoiceView, ...]
    steps: tuple[StepView, ...]
    goals: tuple[ChoiceView, ...]
    moves: tuple[MoveView, ...]
    grid: GridView | None
    sources: tuple[SourceView, ...]
    definition: Markup
    later: Markup
