"""Journey maps: from YAML to a semantic HTML table with an emotion curve."""

from cxguide.journeys.messages import journey_messages
from cxguide.journeys.model import ROWS, Journey, Row
from cxguide.journeys.page.comparison import render_comparison
from cxguide.journeys.page.html import Surroundings, render_journey
from cxguide.journeys.page.styles import journey_styles
from cxguide.journeys.reading import Calculator, read_journey, read_journeys
from cxguide.journeys.shape import RowsShape, journey_schema

__all__ = [
    "ROWS",
    "Calculator",
    "Journey",
    "Row",
    "RowsShape",
    "Surroundings",
    "journey_messages",
    "journey_schema",
    "journey_styles",
    "read_journey",
    "read_journeys",
    "render_comparison",
    "render_journey",
]
