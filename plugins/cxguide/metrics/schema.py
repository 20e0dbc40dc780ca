"""The JSON Schema of metric files, for completion in editors."""

from __future__ import annotations

from typing import Any

from cxguide.metrics.shape import MetricShape

__all__ = ["metric_schema"]


def metric_schema() -> dict[str, Any]:
    """The schema of a metric file (`/schema/v1/metric.schema.json`)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MetricShape.model_json_schema(by_alias=True),
        "title": "Metric",
    }
