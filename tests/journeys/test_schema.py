"""The schema that editors' programs complete from."""

from __future__ import annotations

from cxguide.journeys import ROWS, journey_schema


def test_the_schema_names_what_a_map_needs() -> None:
    assert journey_schema()["required"] == ["id", "title", "lens", "stages"]


def test_the_schema_bounds_the_stages() -> None:
    stages = journey_schema()["properties"]["stages"]
    assert (stages["minItems"], stages["maxItems"]) == (2, 9)


def test_the_schema_offers_rows_and_icons() -> None:
    schema = journey_schema()
    assert schema["properties"]["rows"]["items"]["enum"] == list(ROWS)
    assert "cart" in schema["$defs"]["ChannelShape"]["properties"]["icon"]["enum"]


def test_the_schema_refuses_unknown_keys() -> None:
    assert journey_schema()["additionalProperties"] is False
