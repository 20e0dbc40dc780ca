"""The texts of a metric file that must exist in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxguide.core.catalogs import Message
from cxguide.core.sources import Keys
from cxguide.metrics.model import Metric
from cxguide.metrics.shape import CurveChart

__all__ = ["metric_messages"]

_NOTES: Mapping[str, str] = {
    "hint": "stands small beside the label of the field",
    "name": "the name of the calculator, with its abbreviation",
    "unit": "follows a number",
    "across": "what the horizontal axis of the curve counts",
    "title": "title of a worked example",
}


def metric_messages(metric: Metric) -> tuple[Message, ...]:
    """The texts of a metric, in the order of its file.

    Keys follow the file and use ids, not positions, wherever there are ids:
    `metric/nps/inputs/promoters/label`.
    """
    return tuple(
        Message(
            "/".join(["metric", metric.id, *key]),
            text,
            metric.places.of(*at),
            _NOTES.get(key[-1], ""),
            counted=key[0] == "outputs" and key[-1] == "unit",
            is_draft=metric.shape.draft,
        )
        for key, text, at in _texts(metric)
    )


def _texts(metric: Metric) -> Iterator[tuple[tuple[str, ...], str, Keys]]:
    shape = metric.shape
    yield ("name",), shape.name, ("name",)
    yield ("about",), shape.about, ("about",)
    for name, entry in shape.inputs.items():
        for part, text in (
            ("label", entry.label),
            ("hint", entry.hint),
            ("unit", entry.unit if entry.unit != "%" else None),
            ("not_a_number", entry.not_a_number),
        ):
            if text:
                yield ("inputs", name, part), text, ("inputs", name, part)
        for option, text in (entry.options or {}).items():
            at = ("inputs", name, "options", option)
            yield at, text, at
    for index, check in enumerate(shape.checks):
        yield ("checks", check.field, check.code), check.text, ("checks", index, "text")
    if shape.infinite:
        yield ("infinite",), shape.infinite.text, ("infinite", "text")
    for name, output in shape.outputs.items():
        for part, text in (
            ("label", output.label),
            ("unit", output.unit.other if output.unit else None),
            ("not_shown", output.not_shown),
        ):
            if text:
                yield ("outputs", name, part), text, ("outputs", name, part)
    if shape.bands:
        yield ("bands", "attribution"), shape.bands.attribution, ("bands", "attribution")
        for index, band in enumerate(shape.bands.steps):
            yield ("bands", band.id), band.label, ("bands", "steps", index, "label")
    for name, source in shape.sources.items():
        if source.description:
            key = ("sources", name, "description")
            yield key, source.description, key
    for index, note in enumerate(shape.notes):
        yield ("notes", note.id), note.text, ("notes", index, "text")
    if isinstance(shape.chart, CurveChart):
        yield ("chart", "label"), shape.chart.label, ("chart", "label")
        yield ("chart", "across"), shape.chart.across, ("chart", "across")
    for index, example in enumerate(shape.examples):
        yield ("examples", str(index + 1), "title"), example.title, ("examples", index, "title")
