"""Names in a metric file that must stand for something in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cxguide.core.mistyped import UnknownName
from cxguide.core.places import Faults, SourceError, nearest
from cxguide.core.sources import Places
from cxguide.metrics.formula import Formula, Name, Operation, Type, words_in
from cxguide.metrics.model import Metric
from cxguide.metrics.shape import AnswersChart, MetricShape, SharesChart, ValuesChart

__all__ = ["example_name_faults", "name_faults"]

MOST_PARTS = 1000
DEEPEST_FORMULA = 60

_SINGLE_NUMBERS = frozenset({"count", "number", "percent", "money"})
_RESERVED = frozenset({"currency", "elements"})
"""The sign of money in addresses, and what a form in the browser calls its fields."""


def name_faults(metric: Metric) -> tuple[SourceError, ...]:
    """The faults of names that stand for nothing, in outputs, checks and charts."""
    check = _Check(metric.shape, metric.places)
    check.names()
    check.reserved()
    check.repeated()
    check.words(metric)
    check.lengths(metric)
    return tuple(check.faults.found)


def example_name_faults(metric: Metric) -> tuple[SourceError, ...]:
    """The faults of names in examples that are no input or output."""
    check = _Check(metric.shape, metric.places)
    check.examples()
    return tuple(check.faults.found)


@dataclass
class _Check:
    shape: MetricShape
    places: Places
    faults: Faults = field(default_factory=Faults)

    def _add(
        self, problem: str, *at: str | int, fix: str, known: str = "", key: bool = False
    ) -> None:
        self.faults.add(self.places.fault(problem, *at, fix=fix, known=known, key=key))

    def names(self) -> None:
        """Every name stands for something that there is."""
        shape, steps, inputs = self.shape, self.shape.steps, self.shape.inputs
        for name, output in shape.outputs.items():
            if output.of:
                self._known(output.of, steps, "step", "outputs", name, "of")
            else:
                self._known(name, steps, "step", "outputs", name, key=True)
            if output.interval:
                self._known(output.interval.low, steps, "step", "outputs", name, "interval", "low")
                self._known(
                    output.interval.high, steps, "step", "outputs", name, "interval", "high"
                )
        for index, check in enumerate(shape.checks):
            self._known(check.field, [*inputs, *steps], "input or step", "checks", index, "field")
        for name, source in shape.sources.items():
            if (source.citation is None) == (source.description is None):
                self._add(
                    f"the source {name!r} needs either a citation or a description",
                    "sources",
                    name,
                    fix="write 'citation: author, title, year', or say in 'description' what it is",
                )
        if shape.sample_size:
            self._known(shape.sample_size, [*steps, *inputs], "input or step", "sample_size")
        if shape.bands:
            if shape.bands.source:
                self._known(shape.bands.source, shape.sources, "source", "bands", "source")
            if shape.bands.by:
                self._known(shape.bands.by, steps, "step", "bands", "by")
        if isinstance(shape.chart, SharesChart):
            for name in shape.chart.parts:
                self._known(name, shape.outputs, "output", "chart", "parts", name, key=True)
        if isinstance(shape.chart, AnswersChart | ValuesChart):
            kind = "answers" if isinstance(shape.chart, AnswersChart) else "list"
            lists = [name for name, entry in inputs.items() if entry.kind == kind]
            self._known(shape.chart.of, lists, f"input of kind {kind}", "chart", "of")
        numbers = [name for name, entry in inputs.items() if entry.kind in _SINGLE_NUMBERS]
        for name in shape.sensitivity:
            self._known(name, numbers, "input with one number", "sensitivity", name, key=True)
        if len(shape.sensitivity) not in {0, 2}:
            self._add(
                f"{len(shape.sensitivity)} inputs stand under sensitivity",
                "sensitivity",
                fix="name two: the first goes across, the second down",
                key=True,
            )
        for name, entry in inputs.items():
            for other in ("unless", "together_with"):
                if (named := getattr(entry, other)) is not None:
                    others = [one for one in inputs if one != name]
                    self._known(named, others, "other input", "inputs", name, other)

    def reserved(self) -> None:
        """No input has a name that means something else in a form or an address."""
        for name in self.shape.inputs:
            if name in _RESERVED:
                self._add(
                    f"{name!r} cannot be the name of an input: it has a meaning of its own "
                    "in pages and addresses",
                    "inputs",
                    name,
                    fix=f"write another name, such as '{name}_entered'",
                    key=True,
                )

    def repeated(self) -> None:
        """Every band and every note has an id of its own: its translation goes by it."""
        bands = self.shape.bands.steps if self.shape.bands else ()
        for ids, at in (
            ([band.id for band in bands], ("bands", "steps")),
            ([note.id for note in self.shape.notes], ("notes",)),
        ):
            for index, one in enumerate(ids):
                if one in ids[:index]:
                    self._add(
                        f"the id {one!r} stands twice under {at[0]}",
                        *at,
                        index,
                        "id",
                        fix="give each its own id",
                    )

    def lengths(self, metric: Metric) -> None:
        """Formulas can be shown, with every step in them that has no name for readers."""
        named = {output.step for output in metric.outputs}
        written: dict[str, tuple[int, int]] = {}
        for name, formula in metric.steps.items():
            parts, depth = written[name] = _written_out(
                formula, {step: size for step, size in written.items() if step not in named}
            )
            if parts > MOST_PARTS or depth > DEEPEST_FORMULA:
                self._add(
                    f"written out, the formula of {name!r} has {parts} parts, {depth} deep; "
                    f"{MOST_PARTS} and {DEEPEST_FORMULA} are the most that can be shown",
                    "steps",
                    name,
                    fix="show a step that it is made of, under outputs, so that it has a name",
                )
                return

    def words(self, metric: Metric) -> None:
        """Every word that a shown step can give needs a name for readers."""
        shape = self.shape
        bands = {step.id for step in shape.bands.steps} if shape.bands else set()
        for output in metric.outputs:
            if output.type is not Type.WORD or output.step not in metric.steps:
                continue
            is_band = shape.bands is not None and shape.bands.by == output.step
            if not is_band:
                self._add(
                    f"{output.step!r} is a text, and only a band can be shown in words",
                    "outputs",
                    output.id,
                    fix=f"write 'by: {output.step}' under bands, and a step for each of its texts",
                    key=True,
                )
            for word in sorted(words_in(metric.steps[output.step]) - bands) if is_band else ():
                self._add(
                    f"{output.step!r} can be {word!r}, which is no band",
                    "outputs",
                    output.id,
                    known=f"bands are: {', '.join(sorted(bands))}",
                    fix=f"add '{{id: {word}, label: …}}' under bands, steps",
                    key=True,
                )

    def examples(self) -> None:
        """Examples enter inputs and expect outputs."""
        for index, example in enumerate(self.shape.examples):
            for name in example.inputs:
                self._known(
                    name, self.shape.inputs, "input", "examples", index, "inputs", name, key=True
                )
            for name in example.outputs:
                known = [*self.shape.outputs, *self.shape.steps]
                self._known(name, known, "output", "examples", index, "outputs", name, key=True)

    def _known(
        self, name: str, known: Iterable[str], kind: str, *at: str | int, key: bool = False
    ) -> None:
        names = list(dict.fromkeys(known))  # an output has mostly the name of its step
        if name in names:
            return
        close = nearest(name, names)
        self.faults.add(
            UnknownName(
                name,
                self.places.of_key(*at) if key else self.places.of(*at),
                f"there is no {kind} {name!r}",
                known=f"known: {', '.join(names)}",
                fix=f"write {close!r}" if close else "write one of them",
            )
        )


def _written_out(formula: Formula, steps: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """How many parts a formula has, and how deep they are nested, with the steps put in."""
    match formula:
        case Name(name) if name in steps:
            return steps[name]
        case Operation(_, operands) if operands:
            sizes = [_written_out(part, steps) for part in operands]
            return 1 + sum(parts for parts, _ in sizes), 1 + max(depth for _, depth in sizes)
        case _:
            return 1, 1
