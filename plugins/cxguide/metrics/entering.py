"""The fields of a calculator, and what the worked example enters there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxguide.core.catalogs import Texts
from cxguide.core.numbers import Style, format_value, with_percent_sign
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.evaluation import Answers, Value
from cxguide.metrics.model import Input, Kind, Metric
from cxguide.metrics.notation import plain_number
from cxguide.metrics.view import CellView, ChoiceView, FieldView

__all__ = ["Entries"]

_CONTROLS: Mapping[Kind, str] = {
    Kind.OPTION: "choices",
    Kind.CONFIDENCE: "select",
    Kind.LIST: "list",
    Kind.ANSWERS: "answers",
}


@dataclass(frozen=True)
class Entries:
    """The entries of the worked example in one language.

    Attributes:
        metric: the metric.
        outcome: of the worked example.
        texts: of the language.
        element_id: id of the calculator in its page.
        labels: what readers call the inputs.
        words: what readers call the options.
        currency: what stands after an amount of money.
    """

    metric: Metric
    outcome: Outcome
    texts: Texts
    element_id: str
    labels: Mapping[str, str]
    words: Mapping[str, str]
    currency: str

    def fields(self) -> tuple[FieldView, ...]:
        """The fields in the order of the file."""
        return tuple(self._field(field) for field in self.metric.inputs)

    def _text(self, english: str, *key: str) -> str:
        return self.texts("/".join(("metric", self.metric.id, *key)), english)

    def _field(self, field: Input) -> FieldView:
        entry = self.metric.shape.inputs[field.id]
        value = self.outcome.values[field.id]
        return FieldView(
            id=field.id,
            element_id=f"{self.element_id}-{field.id}",
            control=_CONTROLS.get(field.kind, "text"),
            label=self.labels[field.id],
            hint=self._text(entry.hint, "inputs", field.id, "hint") if entry.hint else "",
            text=self._entered_text(field, value),
            shown=self._shown_entry(field, value),
            whole=field.is_whole,
            unit=self._field_unit(field),
            is_money=field.kind is Kind.MONEY,
            options=tuple(
                ChoiceView(str(option), self._option(option), option == value)
                for option in field.options
            ),
            cells=self._cells(field, value),
            unless=field.unless,
            is_unused=field.unless is not None and self.outcome.values[field.unless] is not None,
        )

    def _shown_entry(self, field: Input, value: Value) -> str:
        text, unit = self._entered_text(field, value), self._field_unit(field)
        if not text or not unit:
            return text
        if self.metric.is_percentage(field):
            return with_percent_sign(text, self.texts.language)
        return f"{text}\u00a0{unit}"

    def _field_unit(self, field: Input) -> str:
        if field.kind is Kind.MONEY:
            return self.currency
        if self.metric.is_percentage(field):
            return "%"
        if unit := self.metric.shape.inputs[field.id].unit:
            return self._text(unit, "inputs", field.id, "unit")
        return ""

    def _cells(self, field: Input, value: Value) -> tuple[CellView, ...]:
        if not field.scale:
            return ()
        first, length = field.scale
        counts = value.counts if isinstance(value, Answers) else (None,) * length
        return tuple(
            CellView(str(first + index), "" if count is None else self._plain(count))
            for index, count in enumerate(counts)
        )

    def _option(self, option: str | float) -> str:
        if isinstance(option, str):
            return self.words[option]
        return format_value(100 * option, Style.PERCENT, 0, self.texts.language)

    def _entered_text(self, field: Input, value: Value) -> str:
        if value is None:
            return ""
        if field.options and isinstance(value, str | float):
            return self._option(value)
        counts = getattr(value, "counts", value)
        items = counts if isinstance(counts, tuple) else (counts,)
        return "; ".join(self._plain(item) for item in items)

    def _plain(self, number: float) -> str:
        return plain_number(number, self.texts.language)
