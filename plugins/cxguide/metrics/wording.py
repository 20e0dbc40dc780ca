"""What readers call the parts of a metric: names, words, units, sources, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from cxguide.core.catalogs import Texts
from cxguide.metrics.model import Metric
from cxguide.metrics.view import SourceView

__all__ = ["Wording"]


@dataclass(frozen=True)
class Wording:
    """A metric in the words of a language.

    Attributes:
        metric: the metric.
        texts: of the language.
        phrases: the groups of `calculator/phrases.jinja`.
    """

    metric: Metric
    texts: Texts
    phrases: Mapping[str, Mapping[str, str]]

    def text(self, english: str, *key: str) -> str:
        """A text of the metric's file, by the last parts of its key."""
        return self.texts("/".join(("metric", self.metric.id, *key)), english)

    @property
    def currency(self) -> str:
        """What stands after amounts of money until the visitor changes it."""
        return self.phrases["money"]["sign"]

    @cached_property
    def labels(self) -> dict[str, str]:
        """What readers call the inputs and the steps that are shown."""
        shape = self.metric.shape
        inputs = {
            name: self.text(entry.label, "inputs", name, "label")
            if entry.label
            else self.phrases["words"]["confidence"]
            for name, entry in shape.inputs.items()
        }
        return inputs | {
            output.step: self.text(shape.outputs[output.id].label, "outputs", output.id, "label")
            for output in self.metric.outputs
        }

    @cached_property
    def words(self) -> dict[str, str]:
        """What readers call options and bands."""
        options = {
            option: self.text(label, "inputs", name, "options", option)
            for name, entry in self.metric.shape.inputs.items()
            for option, label in (entry.options or {}).items()
        }
        bands = self.metric.shape.bands
        return options | {
            band.id: self.text(band.label, "bands", band.id)
            for band in (bands.steps if bands else ())
        }

    def names(self) -> dict[str, str]:
        """By id, for the browser: inputs, outputs, options, bands."""
        outputs = {output.id: self.labels[output.step] for output in self.metric.outputs}
        return {**self.labels, **outputs, **self.words}

    def unit(self, name: str, number: Decimal) -> str:
        """The unit of an output behind a number; `""` for none."""
        output = self.metric.shape.outputs.get(name)
        if output is None or output.unit is None:
            return ""
        unit = output.unit
        return self.texts.counted(
            f"metric/{self.metric.id}/outputs/{name}/unit", number, unit.one, unit.other
        )

    def sources(self) -> tuple[SourceView, ...]:
        """What the metric rests on."""
        return tuple(
            SourceView(
                source.citation,
                self.text(source.description, "sources", name, "description")
                if source.description
                else "",
                self.phrases["statuses"][source.status],
            )
            for name, source in self.metric.shape.sources.items()
        )

    def methods(self) -> tuple[str, ...]:
        """How each interval is calculated, with the name of its output where there are several."""
        sentences = {}
        for output in self.metric.outputs:
            interval = self.metric.shape.outputs[output.id].interval
            if interval and interval.method:
                sentences[self.labels[output.step]] = self.phrases["methods"][interval.method]
        if len(sentences) == 1:
            return tuple(sentences.values())
        pattern = self.phrases["browser"]["announce"]
        return tuple(pattern.format(name=n, value=told) for n, told in sentences.items())
