"""Journey maps: from YAML to a semantic HTML table with an emotion curve."""

from cxguide.journeys.html import JOURNEY_CSS, render_journey
from cxguide.journeys.messages import journey_messages
from cxguide.journeys.model import ROWS, Journey, Row
from cxguide.journeys.reading import read_journey, read_journeys
from cxguide.journeys.shape import RowsShape, journey_schema

__all__ = [
    "JOURNEY_CSS",
    "ROWS",
    "Journey",
    "Row",
    "RowsShape",
    "journey_messages",
    "journey_schema",
    "read_journey",
    "read_journeys",
    "render_journey",
]
