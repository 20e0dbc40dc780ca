from cxguide.core.resources import CALCULATORS
from cxguide.metrics.schema import metric_schema


def test_the_schema_for_editors_is_current(golden):
    """Make it anew with: pytest --update-cases"""
    golden(CALCULATORS / "schema" / "metric.schema.json", metric_schema())
