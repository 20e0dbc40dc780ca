"""A calculator with its worked example, written in one language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.numbers import Style, canonical, format_number, format_value, rounded
from cxguide.core.templating import phrases, rendered
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.calculation import Entered, Outcome
from cxguide.metrics.evaluation import Value
from cxguide.metrics.formula import Name, Operation
from cxguide.metrics.model import Input, Kind, Metric
from cxguide.metrics.notation import expanded, mathml, spoken
from cxguide.metrics.view import (
    BandView,
    CalculatorView,
    ChoiceView,
    FieldView,
    IntervalView,
    MarkView,
    NoteView,
    PartView,
    ScaleView,
    Shown,
    SourceView,
)

__all__ = ["calculator_html", "calculator_view"]


def calculator_html(
    metric: Metric,
    entered: Mapping[str, Entered],
    outcome: Outcome,
    texts: Texts,
    *,
    element_id: str,
    short: bool = False,
) -> str:
    """The calculator with a worked example, complete without JavaScript.

    Args:
        metric: the metric.
        entered: the values of the example.
        outcome: what they give.
        texts: of the language to write in.
        element_id: id of the calculator in its page; ids inside begin with it.
        short: without formula, details and sources.
    """
    view = calculator_view(metric, entered, outcome, texts, element_id=element_id, short=short)
    return rendered("calculator.html.jinja", texts, view=view)


def calculator_view(
    metric: Metric,
    entered: Mapping[str, Entered],
    outcome: Outcome,
    texts: Texts,
    *,
    element_id: str,
    short: bool = False,
) -> CalculatorView:
    """The values for the template, see `calculator_html`."""
    words = phrases("calculator_phrases.jinja", texts)
    return _Writer(metric, entered, outcome, texts, element_id, words).view(short=short)


@dataclass(frozen=True)
class _Writer:
    metric: Metric
    entered: Mapping[str, Entered]
    outcome: Outcome
    texts: Texts
    element_id: str
    phrases: Mapping[str, Mapping[str, str]]

    def view(self, *, short: bool) -> CalculatorView:
        metric, shape = self.metric, self.metric.shape
        formula = expanded(metric.steps[metric.main.id], metric, self._names())
        equation = Operation("==", (Name(metric.main.id), formula))
        return CalculatorView(
            element_id=self.element_id,
            tag=self.texts.tag,
            metric_id=metric.id,
            version=shape.formula_version,
            status=self.outcome.status,
            short=short,
            name=self._text(shape.name, "name"),
            about=self._text(shape.about, "about"),
            example_title=self._example_title(),
            fields=tuple(self._field(field) for field in metric.inputs),
            main=self._shown(metric.main.id),
            interval=self._interval(),
            scale=self._scale(),
            chart=self._chart(),
            bands=self._bands(),
            attribution=(
                self._text(shape.bands.attribution, "bands", "attribution") if shape.bands else ""
            ),
            notes=self._notes(),
            details=tuple(self._shown(output.id) for output in metric.outputs[1:]),
            mathml=mathml(equation, self._names(), self.texts.language),
            spoken=spoken(equation, self._names(), self.phrases["patterns"], self.texts.language),
            sources=tuple(
                SourceView(source.citation, self.phrases["statuses"][source.status])
                for source in shape.sources.values()
            ),
            definition=self._definition(),
        )

    def _text(self, english: str, *key: str) -> str:
        return self.texts("/".join(("metric", self.metric.id, *key)), english)

    def _names(self) -> dict[str, str]:
        """What readers call the inputs and outputs."""
        shape = self.metric.shape
        inputs = {
            name: self._text(entry.label, "inputs", name, "label")
            for name, entry in shape.inputs.items()
            if entry.label
        }
        return inputs | {
            name: self._text(entry.label, "outputs", name, "label")
            for name, entry in shape.outputs.items()
        }

    def _example_title(self) -> str:
        for number, example in enumerate(self.metric.shape.examples, start=1):
            if dict(example.inputs) == dict(self.entered):
                return self._text(example.title, "examples", str(number), "title")
        return ""

    def _field(self, field: Input) -> FieldView:
        entry = self.metric.shape.inputs[field.id]
        value = self.outcome.values[field.id]
        label = entry.label and self._text(entry.label, "inputs", field.id, "label")
        return FieldView(
            id=field.id,
            element_id=f"{self.element_id}-{field.id}",
            kind=field.kind,
            label=label or self.phrases["words"]["confidence"],
            hint=self._text(entry.hint, "inputs", field.id, "hint") if entry.hint else "",
            text=self._entered_text(field, value),
            whole=field.is_whole,
            multiline=field.is_list,
            options=tuple(
                ChoiceView(str(option), self._option(field, option), option == value)
                for option in field.options
            ),
        )

    def _option(self, field: Input, option: str | float) -> str:
        if isinstance(option, str):
            english = (self.metric.shape.inputs[field.id].options or {})[option]
            return self._text(english, "inputs", field.id, "options", option)
        return format_value(100 * option, Style.PERCENT, 0, self.texts.language)

    def _entered_text(self, field: Input, value: Value) -> str:
        if value is None:
            return ""
        if field.options:
            return self._option(field, value)  # type: ignore[arg-type]
        counts = getattr(value, "counts", value)
        items = counts if isinstance(counts, tuple) else (counts,)
        return "; ".join(self._plain(item) for item in items)

    def _plain(self, number: float) -> str:
        """A number with all its decimals, in the language's signs."""
        _, _, decimals = canonical(number).partition(".")
        return format_number(number, len(decimals), self.texts.language)

    def _shown(self, name: str) -> Shown:
        output = self.metric.shape.outputs.get(name)
        style, digits = self.metric.shown[name]
        value = self.outcome.outputs[name]
        number = value if isinstance(value, float) else None
        return Shown(
            id=name,
            label=self._text(output.label, "outputs", name, "label") if output else "",
            text=(
                self.phrases["words"]["not_shown"]
                if number is None
                else format_value(number, style, digits, self.texts.language)
            ),
            canonical="" if number is None else canonical(number),
            unit=self._unit(name, rounded(number or 0.0, digits)),
            reason=(
                self._text(output.not_shown, "outputs", name, "not_shown")
                if output and output.not_shown
                else ""
            ),
        )

    def _unit(self, name: str, number: Decimal) -> str:
        output = self.metric.shape.outputs.get(name)
        if output is None or output.unit is None:
            return ""
        key, unit = self._unit_key(name), output.unit
        return self.texts.counted(key, number, unit.one, unit.other)

    def _unit_key(self, name: str) -> str:
        return f"metric/{self.metric.id}/outputs/{name}/unit"

    def _interval(self) -> IntervalView | None:
        ends = self.metric.shape.interval
        if not ends:
            return None
        level = next(f.id for f in self.metric.inputs if f.kind is Kind.CONFIDENCE)
        confidence = self.outcome.values[level]
        assert isinstance(confidence, float)
        return IntervalView(
            self._shown(ends.low),
            self._shown(ends.high),
            Markup('<span data-cx-confidence="{}">{}</span>').format(
                level, format_value(100 * confidence, Style.PERCENT, 0, self.texts.language)
            ),
        )

    def _scale(self) -> ScaleView | None:
        shape = self.metric.shape
        main = self.outcome.outputs[self.metric.main.id]
        if not shape.scale or not shape.interval or not isinstance(main, float):
            return None
        lowest, highest = shape.scale
        low = self.outcome.outputs[shape.interval.low]
        high = self.outcome.outputs[shape.interval.high]
        assert isinstance(low, float)
        assert isinstance(high, float)

        def along(value: float) -> float:
            return 100 * (value - lowest) / (highest - lowest)

        middle = (lowest + highest) / 2
        edges = ((lowest, "start"), (middle, "middle"), (highest, "end"))
        return ScaleView(
            marks=tuple(
                MarkView(_percent(along(value)), self._plain(value), anchor)
                for value, anchor in edges
            ),
            range_x=_percent(along(low)),
            range_width=_percent(along(high) - along(low)),
            point_x=_percent(along(main)),
        )

    def _chart(self) -> tuple[PartView, ...]:
        chart, parts, x = self.metric.shape.chart, [], 0.0
        for name, tone in chart.parts.items() if chart else ():
            value = self.outcome.outputs[name]
            width = value if isinstance(value, float) else 0.0
            shown = self._shown(name)
            parts.append(PartView(name, tone, shown.label, _percent(x), _percent(width), shown))
            x += width
        return tuple(parts)

    def _bands(self) -> tuple[BandView, ...]:
        shape = self.metric.shape.bands
        views = []
        for band in shape.steps if shape else ():
            edge = self._plain(band.above if band.above is not None else band.from_ or 0.0)
            words = self.phrases["words"]["above" if band.above is not None else "from"]
            label = self._text(band.label, "bands", band.id)
            current = band.id == self.outcome.band
            views.append(BandView(band.id, label, words.format(edge=edge), current))
        return tuple(views)

    def _notes(self) -> tuple[NoteView, ...]:
        written = {note.id: note.text for note in self.metric.shape.notes}
        small = self.phrases["words"]["small_sample"]
        return tuple(
            NoteView(
                note.id,
                self._text(written[note.id], "notes", note.id) if note.id in written else small,
                note.id in self.outcome.notes,
            )
            for note in self.metric.notes
        )

    def _definition(self) -> Markup:
        texts = dict(self.phrases["browser"])
        texts["not_shown"] = self.phrases["words"]["not_shown"]
        for check in self.metric.shape.checks:
            texts[f"{check.code} {check.field}"] = self._text(
                check.text, "checks", check.field, check.code
            )
        units = {
            name: self.texts.forms(self._unit_key(name), output.unit.one, output.unit.other)
            for name, output in self.metric.shape.outputs.items()
            if output.unit
        }
        definition = {**browser_definition(self.metric), "units": units, "texts": texts}
        # "<" is the only character that could end the script element.
        compact = json.dumps(definition, ensure_ascii=False, separators=(",", ":"))
        return Markup(compact.replace("<", "\\u003c"))


def _percent(value: float) -> str:
    return canonical(round(value, 2))
