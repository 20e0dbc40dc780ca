"""A calculator with its worked example, written in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.numbers import Style, canonical, format_value, rounded
from cxguide.core.templating import phrases, rendered
from cxguide.metrics.browser import definition_script, later_script
from cxguide.metrics.calculation import Entered, Outcome
from cxguide.metrics.drawings import Drawings
from cxguide.metrics.entering import Entries
from cxguide.metrics.explaining import Explanation
from cxguide.metrics.formula import Type
from cxguide.metrics.model import Kind, Metric, Output
from cxguide.metrics.notation import plain_number
from cxguide.metrics.questions import Questions
from cxguide.metrics.view import (
    BandView,
    CalculatorView,
    Home,
    IntervalView,
    NoteView,
    Shown,
)
from cxguide.metrics.wording import Wording

__all__ = ["calculator_html", "calculator_view"]


def calculator_html(
    metric: Metric,
    entered: Mapping[str, Entered],
    outcome: Outcome,
    texts: Texts,
    *,
    element_id: str,
    publisher: str,
    form: str = "full",
    is_own_example: bool = False,
    home: Home | None = None,
) -> str:
    """The calculator with a worked example, complete without JavaScript.

    Args:
        metric: the metric.
        entered: the values of the example.
        outcome: what they give.
        texts: of the language to write in.
        element_id: id of the calculator in its page; ids inside begin with it.
        publisher: the site's name, for citations.
        form: `full`; `compact`, with the explanation folded up; `short`, without it.
        is_own_example: whether it is the first example of the metric: its title is shown then.
            The same numbers in somebody's own story have another title, or none.
        home: for a page that is not ours: where the calculator comes from.
    """
    view = calculator_view(
        metric, entered, outcome, texts, element_id=element_id, publisher=publisher, form=form,
        is_own_example=is_own_example, home=home,
    )  # fmt: skip
    return rendered("calculator/calculator.html.jinja", texts, view=view)


def calculator_view(
    metric: Metric,
    entered: Mapping[str, Entered],
    outcome: Outcome,
    texts: Texts,
    *,
    element_id: str,
    publisher: str,
    form: str = "full",
    is_own_example: bool = False,
    home: Home | None = None,
) -> CalculatorView:
    """The values for the template, see `calculator_html`."""
    wording = Wording(metric, texts, phrases("calculator/phrases.jinja", texts))
    writer = _Writer(wording, entered, outcome, element_id, publisher, is_own_example, home)
    return writer.view(form)


@dataclass(frozen=True)
class _Writer:
    wording: Wording
    entered: Mapping[str, Entered]
    outcome: Outcome
    element_id: str
    publisher: str
    is_own_example: bool
    home: Home | None

    @property
    def metric(self) -> Metric:
        return self.wording.metric

    @property
    def texts(self) -> Texts:
        return self.wording.texts

    @property
    def phrases(self) -> Mapping[str, Mapping[str, str]]:
        return self.wording.phrases

    def view(self, form: str) -> CalculatorView:
        metric, shape, wording = self.metric, self.metric.shape, self.wording
        labels, words, language = wording.labels, wording.words, self.texts.language
        explanation = Explanation(metric, self.outcome, labels, words, self.phrases, language)
        questions = Questions(metric, self.entered, labels, language)
        shown = {output.id: self._output(output) for output in metric.outputs}
        drawings = Drawings(
            metric, self.outcome, self.texts, labels, shown, self.phrases["pictures"]
        )
        chart = drawings.chart()
        in_legend = [part.shown for part in chart.legend] if chart else []
        main, *details = shown.values()
        fields = self._entries().fields()
        choices = {field.id: [option.label for option in field.options] for field in fields}
        return CalculatorView(
            tag_name="div" if self.home else "cx-calculator",
            home=self.home,
            element_id=self.element_id,
            tag=self.texts.tag,
            metric_id=metric.id,
            version=shape.formula_version,
            status=self.outcome.status,
            short=form == "short",
            is_open=form == "full",
            name=wording.text(shape.name, "name"),
            about=wording.text(shape.about, "about"),
            example_title=self._example_title(),
            fields=fields,
            currency=wording.currency if self._has_money else "",
            main=main,
            infinite=wording.text(shape.infinite.text, "infinite") if shape.infinite else "",
            confidence=self._confidence(),
            scale=drawings.scale(),
            chart=chart,
            bands=self._bands(),
            attribution=(
                wording.text(shape.bands.attribution, "bands", "attribution") if shape.bands else ""
            ),
            notes=self._notes(),
            details=tuple(one for one in details if one not in in_legend),
            methods=wording.methods(),
            by_symbols=explanation.by_symbols or self.home is not None,
            formulas=explanation.formulas(),
            legend=explanation.legend(),
            steps=() if self.home else explanation.steps(),
            goals=questions.goals(),
            moves=questions.moves(),
            grid=questions.grid(),
            sources=wording.sources(),
            definition=definition_script(
                metric, self.texts, self.phrases, labels, words, choices, asks=not self.home
            ),
            later=later_script(metric, self.texts, self.phrases, wording.names(), self.publisher),
        )

    @property
    def _has_money(self) -> bool:
        return any(output.style is Style.MONEY for output in self.metric.outputs)

    def _entries(self) -> Entries:
        return Entries(
            self.metric, self.outcome, self.texts, self.element_id, self.wording.labels,
            self.wording.words, self.wording.currency,
        )  # fmt: skip

    def _example_title(self) -> str:
        if not self.is_own_example:
            return ""
        return self.wording.text(self.metric.shape.examples[0].title, "examples", "1", "title")

    def _plain(self, number: float) -> str:
        return plain_number(number, self.texts.language)

    # What comes out

    def _output(self, output: Output) -> Shown:
        entry = self.metric.shape.outputs[output.id]
        shown = self._shown(output)
        ends = [self._shown(self.metric.shown[end]) for end in output.interval or ()]
        return replace(
            shown,
            label=self.wording.labels[output.step],
            reason=(
                self.wording.text(entry.not_shown, "outputs", output.id, "not_shown")
                if entry.not_shown
                else ""
            ),
            interval=IntervalView(*ends) if ends else None,
        )

    def _shown(self, output: Output) -> Shown:
        """The value without its name, as it stands in the page."""
        value = self.outcome.outputs[output.id]
        words = self.phrases["words"]
        if output.type is not Type.NUMBER and value is not None:
            label = words["yes" if value else "no"] if isinstance(value, bool) else ""
            code = str(value).lower() if isinstance(value, bool) else str(value)
            return Shown(output.id, "", label or self.wording.words[str(value)], code)
        number = value if isinstance(value, float) else None
        if self.outcome.status == "infinite":
            text = "∞"
        elif number is None:
            text = words["not_shown"]
        else:
            text = format_value(number, output.style, output.digits, self.texts.language)
        is_money = output.style is Style.MONEY
        return Shown(
            id=output.id,
            label="",
            text=text,
            canonical="" if number is None else canonical(number),
            unit=self.wording.currency
            if is_money
            else self.wording.unit(output.id, rounded(number or 0.0, output.digits)),
            is_money=is_money,
        )

    def _confidence(self) -> Markup:
        level = next((f.id for f in self.metric.inputs if f.kind is Kind.CONFIDENCE), None)
        if level is None or not any(output.interval for output in self.metric.outputs):
            return Markup("")
        confidence = self.outcome.values[level]
        assert isinstance(confidence, float)
        return Markup('<span data-cx-confidence="{}">{}</span>').format(
            level, format_value(100 * confidence, Style.PERCENT, 0, self.texts.language)
        )

    def _bands(self) -> tuple[BandView, ...]:
        shape = self.metric.shape.bands
        views = []
        for band in shape.steps if shape else ():
            edge = self._plain(band.above if band.above is not None else band.from_ or 0.0)
            words = self.phrases["words"]["above" if band.above is not None else "from"]
            current = band.id == self.outcome.band
            views.append(
                BandView(band.id, self.wording.words[band.id], words.format(edge=edge), current)
            )
        return tuple(views)

    def _notes(self) -> tuple[NoteView, ...]:
        written = {note.id: note.text for note in self.metric.shape.notes}
        small = self.phrases["words"]["small_sample"]
        return tuple(
            NoteView(
                note.id,
                self.wording.text(written[note.id], "notes", note.id)
                if note.id in written
                else small,
                note.id in self.outcome.notes,
                note.when is not None,
            )
            for note in self.metric.notes
        )
