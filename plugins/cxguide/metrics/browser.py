"""What the browser needs of a metric: its definition as plain data."""

from __future__ import annotations

from cxguide.metrics.formula import compact
from cxguide.metrics.model import Input, Metric

__all__ = ["browser_definition"]


def browser_definition(metric: Metric) -> dict[str, object]:
    """The definition as `calculators/element/calculation.js` describes it.

    The same file gives the same bytes, and there is no text in any language in it.
    """
    return {
        "id": metric.id,
        "version": metric.shape.formula_version,
        "inputs": [_field(field) for field in metric.inputs],
        "steps": [[name, compact(formula)] for name, formula in metric.steps.items()],
        "checks": [[check.code, check.field, compact(check.when)] for check in metric.checks],
        "infinite": compact(metric.infinite) if metric.infinite is not None else None,
        "outputs": {name: [style, digits] for name, (style, digits) in metric.shown.items()},
        "bands": [[band.id, band.above, band.lower] for band in metric.bands],
        "notes": [[note.id, compact(note.when)] for note in metric.notes],
        "scale": metric.shape.scale,
    }


def _field(field: Input) -> dict[str, object]:
    return {
        "id": field.id,
        "kind": field.kind,
        "whole": field.is_whole,
        "list": field.is_list,
        "low": field.lowest,
        "high": field.highest,
        "above": field.above,
        "default": field.default,
        "optional": field.optional,
        "unless": field.unless,
        "options": field.options,
        "scale": field.scale,
    }
