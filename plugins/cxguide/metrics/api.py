"""All metrics as data for programs: `/api/v1/metrics.json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cxguide.metrics.formula import compact
from cxguide.metrics.messages import metric_messages
from cxguide.metrics.model import Input, Metric, Output

__all__ = ["Say", "metrics_data"]

Say = Callable[[str, str], str]
"""The text of a language for a key and its English text."""


def metrics_data(metrics: Iterable[Metric], languages: Mapping[str, Say]) -> dict[str, Any]:
    """Names in every language, inputs with their ranges, formulas, bands, sources, examples.

    Args:
        metrics: in the order in which they are listed.
        languages: by tag, how the language says a text.

    `formula` is the text that editors wrote, `tree` what the browser evaluates: numbers, names,
    `["'", text]` and lists that begin with an operator.
    """
    return {"version": 1, "metrics": [_metric(metric, languages) for metric in metrics]}


def _metric(metric: Metric, languages: Mapping[str, Say]) -> dict[str, Any]:
    english = {message.key: message.english for message in metric_messages(metric)}

    def said(*path: str) -> dict[str, str] | None:
        key = "/".join(("metric", metric.id, *path))
        if key not in english:
            return None
        return {tag: say(key, english[key]) for tag, say in languages.items()}

    shape = metric.shape
    return {
        "id": metric.id,
        "formula_version": shape.formula_version,
        "name": said("name"),
        "about": said("about"),
        "inputs": [_input(field, said) for field in metric.inputs],
        "steps": [
            {"id": name, "formula": shape.steps[name], "tree": compact(tree)}
            for name, tree in metric.steps.items()
        ],
        "checks": [
            {"code": check.code, "field": check.field, "when": check.when} for check in shape.checks
        ],
        "infinite": {"when": shape.infinite.when} if shape.infinite else None,
        "outputs": [_output(output, said) for output in metric.outputs],
        "scale": shape.scale,
        "bands": [
            {
                "id": band.id,
                "label": said("bands", band.id),
                "above": band.above,
                "from": band.from_,
            }
            for band in (shape.bands.steps if shape.bands else ())
        ],
        "bands_source": shape.bands.source if shape.bands else None,
        "sources": {name: source.model_dump(mode="json") for name, source in shape.sources.items()},
        "examples": [
            {
                "title": said("examples", str(number), "title"),
                "status": example.status,
                "inputs": dict(example.inputs),
                "outputs": dict(example.outputs),
            }
            for number, example in enumerate(shape.examples, start=1)
        ],
    }


def _input(field: Input, said: Callable[..., dict[str, str] | None]) -> dict[str, Any]:
    return {
        "id": field.id,
        "kind": field.kind,
        "label": said("inputs", field.id, "label"),
        "hint": said("inputs", field.id, "hint"),
        "lowest": field.lowest,
        "highest": field.highest,
        "above": field.above,
        "default": field.default,
        "optional": field.optional,
        "unless": field.unless,
        "together_with": field.together_with,
        "whole": field.is_whole,
        "scale": [field.scale[0], sum(field.scale) - 1] if field.scale else None,
        "options": [
            {"id": option, "label": said("inputs", field.id, "options", str(option))}
            for option in field.options
        ],
    }


def _output(output: Output, said: Callable[..., dict[str, str] | None]) -> dict[str, Any]:
    return {
        "id": output.id,
        "step": output.step,
        "label": said("outputs", output.id, "label"),
        "style": output.style,
        "digits": output.digits,
        "interval": output.interval,
    }
