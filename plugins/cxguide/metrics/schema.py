"""The JSON Schema of metric files, for completion in editors."""

from __future__ import annotations

import json

from cxguide.metrics.shape import MetricShape

__all__ = ["metric_schema"]


def metric_schema() -> str:
    """The schema as the file `calculators/schema/metric.schema.json` holds it."""
    schema = MetricShape.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "CX Guide metric"
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
