"""From a metric file to a `Metric`, with all faults of the file at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from cxguide.core.mistyped import told_where_given
from cxguide.core.places import Faults, SourceError, SourceFaults
from cxguide.core.resources import CALCULATORS
from cxguide.core.sources import Places, SourceText, read_source
from cxguide.metrics.bands import band_faults
from cxguide.metrics.checking import example_name_faults, name_faults
from cxguide.metrics.examples import example_faults
from cxguide.metrics.fields import FieldReader
from cxguide.metrics.formula import (
    Formula,
    Name,
    Null,
    Number,
    Operation,
    Type,
)
from cxguide.metrics.intervals import interval_faults
from cxguide.metrics.model import (
    SMALL_SAMPLE,
    Band,
    Check,
    Curve,
    Metric,
    Note,
    Output,
)
from cxguide.metrics.parsing import parse_formula
from cxguide.metrics.shape import (
    BandsShape,
    CurveChart,
    MetricShape,
    OutputShape,
)

__all__ = ["built_in_metrics", "read_metric", "read_metrics"]


def read_metrics(folder: Path, root: Path) -> dict[str, Metric]:
    """All metrics of a folder by id, in the order of their file names.

    Raises:
        SourceFaults: with the faults of all files.
    """
    faults, metrics = Faults(), {}
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() not in {".yml", ".yaml"}:
            continue
        with faults.caught():
            source = SourceText.of(path, root)
            if path.suffix != ".yml":
                raise SourceError(
                    source.place(),
                    f"the name ends in {path.suffix}",
                    fix=f"rename it to '{path.stem}.yml'",
                )
            metric = read_metric(source)
            if metric.id != path.stem:
                raise SourceError(
                    metric.places.of("id"),
                    f"the id {metric.id!r} differs from the name of the file",
                    fix=f"write {path.stem!r}, or rename the file to {metric.id}.yml",
                )
            metrics[metric.id] = metric
    faults.raise_if_any()
    return metrics


def built_in_metrics() -> dict[str, Metric]:
    """The metrics that come with the package, by id."""
    return read_metrics(CALCULATORS / "metrics", CALCULATORS.parent)


def read_metric(source: SourceText) -> Metric:
    """The metric that a text describes.

    Raises:
        SourceFaults: with all faults of the text.
    """
    shape, places = read_source(source, MetricShape)
    reader = _Reader(shape, places)
    metric = reader.metric()
    if reader.faults.found:
        given = {name: places.of_key("inputs", name) for name in shape.inputs}
        given |= {name: places.of_key("steps", name) for name in shape.steps}
        unused = [name for name in given if len(re.findall(rf"\b{name}\b", source.text)) == 1]
        raise SourceFaults(told_where_given(reader.faults.found, given, unused))
    return metric


@dataclass
class _Reader:
    shape: MetricShape
    places: Places
    faults: Faults = field(default_factory=Faults)
    types: dict[str, Type] = field(default_factory=dict)

    def metric(self) -> Metric:
        shape = self.shape
        fields = FieldReader(self.places, self.faults, self.types)
        inputs = tuple(fields.read(name, entry) for name, entry in shape.inputs.items())
        steps = {name: self._step(name, text) for name, text in shape.steps.items()}
        metric = Metric(
            shape=shape,
            inputs=inputs,
            steps=steps,
            checks=tuple(
                Check(entry.code, entry.field, self._condition(entry.when, "checks", index, "when"))
                for index, entry in enumerate(shape.checks)
            ),
            infinite=(
                self._condition(shape.infinite.when, "infinite", "when") if shape.infinite else None
            ),
            outputs=tuple(self._output(name, entry) for name, entry in shape.outputs.items()),
            bands=self._bands(shape.bands),
            notes=self._notes(),
            curve=self._curve(shape.chart),
            places=self.places,
        )
        self._check_scale()
        for fault in name_faults(metric):
            self.faults.add(fault)
        is_sound = not self.faults.found
        for fault in example_name_faults(metric):
            self.faults.add(fault)
        if is_sound:
            for fault in example_faults(metric) or interval_faults(metric):
                self.faults.add(fault)
        return metric

    def _check_scale(self) -> None:
        if (scale := self.shape.scale) and scale[0] >= scale[1]:
            self._fault(
                f"the scale [{scale[0]:g}, {scale[1]:g}] does not run from low to high",
                "scale",
                fix="write the lowest possible value, then the highest, such as [-100, 100]",
            )

    def _fault(
        self, problem: str, *at: str | int, fix: str, known: str = "", key: bool = False
    ) -> None:
        self.faults.add(self.places.fault(problem, *at, fix=fix, known=known, key=key))

    def _formula(self, text: str, *at: str | int) -> tuple[Formula, Type]:
        with self.faults.caught():
            return parse_formula(text, self.types, self.places, at, scales=self._scales())
        return Null(), Type.NUMBER

    def _scales(self) -> dict[str, tuple[int, int]]:
        scales = {name: entry.scale for name, entry in self.shape.inputs.items()}
        return {name: scale for name, scale in scales.items() if scale and scale[0] < scale[1]}

    def _step(self, name: str, text: str) -> Formula:
        if name in self.types:
            self._fault(
                f"the step {name!r} has the name of an input",
                "steps",
                name,
                fix="give it another name",
                key=True,
            )
        formula, kind = self._formula(text, "steps", name)
        self.types[name] = kind
        return formula

    def _condition(self, text: str, *at: str | int) -> Formula:
        formula, kind = self._formula(text, *at)
        if kind is not Type.TRUTH and not isinstance(formula, Null):
            self._fault(
                f"{text!r} is a {kind}, not a condition", *at, fix="compare something: n == 0"
            )
        return formula

    def _output(self, name: str, entry: OutputShape) -> Output:
        step = entry.of or name
        ends = (entry.interval.low, entry.interval.high) if entry.interval else None
        kind = self.types.get(step, Type.NUMBER)
        return Output(name, step, kind, entry.style, entry.digits, ends)

    def _curve(self, chart: object) -> Curve | None:
        if not isinstance(chart, CurveChart):
            return None
        if "x" in self.types:
            self._fault(
                "'x' is the variable of the curve, and also an input or a step",
                "chart",
                fix="give the input or the step another name",
                key=True,
            )
        start = self._number(str(chart.start), "chart", "start")
        end = self._number(str(chart.end), "chart", "end")
        self.types["x"] = Type.NUMBER
        value = self._number(chart.value, "chart", "value")
        del self.types["x"]
        return Curve(start, end, value)

    def _number(self, text: str, *at: str | int) -> Formula:
        formula, kind = self._formula(text, *at)
        if kind is not Type.NUMBER:
            self._fault(f"{text!r} is a {kind}, not a number", *at, fix="write a number")
        return formula

    def _notes(self) -> tuple[Note, ...]:
        written = tuple(
            Note(entry.id, self._condition(entry.when, "notes", index, "when"))
            if entry.when
            else Note(entry.id, None)
            for index, entry in enumerate(self.shape.notes)
        )
        if not self.shape.sample_size:
            return written
        if self.types.get(self.shape.sample_size, Type.NUMBER) is not Type.NUMBER:
            self._fault(
                f"{self.shape.sample_size!r} is a {self.types[self.shape.sample_size]}",
                "sample_size",
                fix="name a number, such as a step that counts",
            )
            return written
        few = Operation("<", (Name(self.shape.sample_size), Number(SMALL_SAMPLE)))
        return (Note("small_sample", few), *written)

    def _bands(self, shape: BandsShape | None) -> tuple[Band, ...]:
        bands = tuple(
            Band(entry.id, entry.above, entry.from_) for entry in (shape.steps if shape else ())
        )
        for fault in band_faults(bands, self.shape.scale, self.places):
            self.faults.add(fault)
        return bands
