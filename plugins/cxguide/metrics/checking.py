"""Names in a metric file that must stand for something in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cxguide.core.places import Faults, SourceError, nearest
from cxguide.core.sources import Places
from cxguide.metrics.formula import Type, words_in
from cxguide.metrics.model import Metric
from cxguide.metrics.shape import AnswersChart, MetricShape, SharesChart, ValuesChart

__all__ = ["example_name_faults", "name_faults"]

_SINGLE_NUMBERS = frozenset({"count", "number", "percent", "money"})


def name_faults(metric: Metric) -> tuple[SourceError, ...]:
    """The faults of names that stand for nothing, in outputs, checks and charts."""
    check = _Check(metric.shape, metric.places)
    check.names()
    check.words(metric)
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
        self._add(
            f"there is no {kind} {name!r}",
            *at,
            known=f"known: {', '.join(names)}",
            fix=f"write {close!r}" if close else "write one of them",
            key=key,
        )
