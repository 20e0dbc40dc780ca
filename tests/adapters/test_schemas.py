import pytest

from cxguide.adapters.generated import json_text
from cxguide.core.resources import CALCULATORS
from cxguide.illustrations import picture_schema
from cxguide.journeys import journey_schema
from cxguide.metrics.schema import metric_schema


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("metric", metric_schema()),
        ("journey", journey_schema()),
        ("picture", picture_schema()),
    ],
)
def test_the_schema_for_editors_is_current(golden, name: str, schema: dict):
    """Make it anew with: pytest --update-cases"""
    golden(CALCULATORS / "schema" / f"{name}.schema.json", json_text(schema))
