"""How a result comes about: its formulas, and the example with its numbers put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.core.numbers import canonical, format_value, rounded, with_percent_sign
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.evaluation import Answers, Value, evaluate
from cxguide.metrics.formula import Formula, Name, Number, Operation, Type, names_in
from cxguide.metrics.model import Metric
from cxguide.metrics.notation import (
    Notation,
    expanded,
    mathml_width,
    plain_number,
    settled,
    symbols_for,
    with_percentages,
)
from cxguide.metrics.view import ChoiceView, FormulaView, StepView

__all__ = ["Explanation"]

WIDEST_WITH_NAMES = 72
"""Letters that fit into a calculator on a desk."""
_QUANTILES = {"z", "t"}
_LETTERS = {"z": "z", "t": "t", "exp": "e", "geometric_sum": "k"}
"""Letters that operations are written with."""
EXACT_DIGITS = 12
"""Of a result; what differs after them is noise of binary fractions."""
LONGEST_LIST = 8
"""Items of a list that are all put into a step; of a longer one, the ends are."""


@dataclass(frozen=True)
class Explanation:
    """The formulas of a metric in the words of one language.

    Attributes:
        metric: the metric.
        outcome: of the worked example.
        labels: what readers call inputs and named steps.
        words: what readers call options and bands.
        phrases: the groups of `calculator/phrases.jinja`.
        language: for the numbers.
    """

    metric: Metric
    outcome: Outcome
    labels: Mapping[str, str]
    words: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, str]]
    language: Language

    @cached_property
    def by_symbols(self) -> bool:
        """Whether the formulas with names are too wide for any screen, and symbols take over."""
        names = self._notation(self.labels)
        widths = (mathml_width(names.mathml(line)) for line in self._lines())
        return max(widths) > WIDEST_WITH_NAMES

    def formulas(self) -> tuple[FormulaView, ...]:
        """The formula of the main output, then those of the named steps in it."""
        lines, symbols = self._lines(), self._symbols
        with_names = self._notation(self.labels)
        with_symbols = replace(with_names, names=symbols, is_symbolic=True)
        return tuple(
            FormulaView(with_names.mathml(line), with_symbols.mathml(line), with_names.spoken(line))
            for line in lines
        )

    def legend(self) -> tuple[ChoiceView, ...]:
        """Each symbol and what it stands for."""
        names = self._notation(self.labels)
        quantiles = {
            part.operator: ChoiceView(part.operator, names.spoken(part))
            for line in self._lines()
            for part in _operations_in(line)
            if part.operator in _QUANTILES
        }
        entries = (ChoiceView(symbol, self.labels[name]) for name, symbol in self._symbols.items())
        return (*entries, *quantiles.values())

    def steps(self) -> tuple[StepView, ...]:
        """Every named step with the numbers of the example, in the order of calculation."""
        if self.outcome.status != "ok":
            return ()
        numbers = {name: self._number(name) for name in self.labels}
        notation = self._notation(numbers)
        shown = {output.step: output for output in self.metric.outputs}
        views = []
        for step in self.metric.steps:
            output, value = shown.get(step), self.outcome.values[step]
            if output is None or output.type is not Type.NUMBER or not isinstance(value, float):
                continue
            formula = self._readable(self.metric.steps[step], keep_options=False)
            formula = _with_quantiles(formula, self.outcome.values)
            if not isinstance(formula, Operation):
                continue
            result = format_value(value, output.style, output.digits, self.language)
            is_exact = rounded(value, output.digits) == Decimal(f"{value:.{EXACT_DIGITS}g}")
            sign = "=" if is_exact else "≈"
            views.append(
                StepView(
                    self.labels[step],
                    notation.mathml(formula)
                    + Markup("<mo>{}</mo><mtext>{}</mtext>").format(sign, result),
                    self.phrases["patterns"]["substituted"].format(
                        name=self.labels[step], formula=notation.spoken(formula), value=result
                    ),
                )
            )
        return tuple(views)

    def _lines(self) -> tuple[Formula, ...]:
        """Equations: the main output, and every named step that stands in one of them."""
        lines: dict[str, Formula] = {}
        open_names = [self.metric.main.step]
        while open_names:
            name = open_names.pop(0)
            if name in lines or name not in self.metric.steps:
                continue
            formula = self._readable(self.metric.steps[name])
            if name != self.metric.main.step and not isinstance(formula, Operation):
                continue
            lines[name] = Operation("==", (Name(name), formula))
            open_names += [used for used in names_in(formula) if used in self.labels]
        return tuple(lines.values())

    @cached_property
    def _symbols(self) -> Mapping[str, str]:
        """A letter for every name in the formulas; a quantile has its own, and its level none."""
        seen = [_without_levels(line) for line in self._lines()]
        names = dict.fromkeys(name for line in seen for name in names_in(line))
        used = {part.operator for line in seen for part in _operations_in(line)}
        return symbols_for(names, {_LETTERS[name] for name in used & _LETTERS.keys()})

    def _readable(self, formula: Formula, *, keep_options: bool = True) -> Formula:
        whole = expanded(formula, self.metric, self.labels)
        chosen = settled(whole, self.outcome.values, keep_options=keep_options)
        return with_percentages(chosen, self._percentages)

    @cached_property
    def _percentages(self) -> frozenset[str]:
        return frozenset(
            field.id for field in self.metric.inputs if self.metric.is_percentage(field)
        )

    def _notation(self, names: Mapping[str, str]) -> Notation:
        return Notation(
            self.language, names, self.words, self.phrases["functions"], self.phrases["patterns"]
        )

    def _number(self, name: str) -> str:
        value = self.outcome.values[name]
        if isinstance(value, str):
            return self.words[value]
        if not isinstance(value, float):
            return self._list(value)
        # Earlier results are put in with enough digits to follow the calculation.
        _, _, decimals = canonical(value).partition(".")
        number = self._plain(float(rounded(value, min(len(decimals), 4))))
        return with_percent_sign(number, self.language) if name in self._percentages else number

    def _list(self, value: Value) -> str:
        """The items; of answers how often there is which one: 4 × 1; 6 × 2."""
        items: list[str] = []
        if isinstance(value, Answers):
            for index, count in enumerate(value.counts):
                items.append(f"{self._plain(count)} × {value.first + index}")
        elif isinstance(value, tuple):
            items = [self._plain(item) for item in value]
        if len(items) > LONGEST_LIST:
            items = [*items[:3], "…", items[-1]]
        return "; ".join(items)

    def _plain(self, number: float) -> str:
        return plain_number(number, self.language)


def _operations_in(formula: Formula) -> Iterator[Operation]:
    if isinstance(formula, Operation):
        yield formula
        for part in formula.operands:
            yield from _operations_in(part)


def _without_levels(formula: Formula) -> Formula:
    """The formula without the confidence level of each quantile."""
    if not isinstance(formula, Operation):
        return formula
    parts = formula.operands[1:] if formula.operator in _QUANTILES else formula.operands
    return Operation(formula.operator, tuple(map(_without_levels, parts)))


def _with_quantiles(formula: Formula, values: Mapping[str, Value]) -> Formula:
    """The formula with the value of each quantile, which nobody can calculate by hand."""
    if not isinstance(formula, Operation):
        return formula
    if formula.operator in _QUANTILES:
        value = evaluate(formula, values)
        return Number(float(rounded(value, 4))) if isinstance(value, float) else formula
    return Operation(
        formula.operator, tuple(_with_quantiles(part, values) for part in formula.operands)
    )
