"""The browser draws the pictures that the build draws, and says the same words."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from cxguide.core.languages import Language
from cxguide.metrics import Metric, Outcome, calculate, read_metrics
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.pictures import chart_points, chart_shapes, scale_shapes
from cxguide.metrics.svg import Shape

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
TAGS = ("en", "sr", "th", "cs")
DRAW = """([kinds, definition, queries, tags]) => Promise.all(
  ["/calculation.js", "/pictures.js"].map((module) => import(module))).then(([c, p]) =>
    tags.flatMap((tag) => queries.map((query) => kinds.map((kind) =>
      p.picture(kind, definition, c.calculate(definition, query), tag)))))"""


def plain(shapes: tuple[Shape, ...] | list) -> list:
    """Shapes as lists, numbers as texts: what an attribute holds."""
    return [
        [shape.tag, dict(shape.attributes), content_of(shape.content)]
        if isinstance(shape, Shape)
        else [shape[0], {name: str(value) for name, value in shape[1].items()}, *rest_of(shape)]
        for shape in shapes
    ]


def content_of(content: object) -> object:
    return content if isinstance(content, str) else plain(content)


def rest_of(shape: list) -> list:
    return [content_of(shape[2])] if len(shape) > 2 else [""]


def kinds_of(metric: Metric) -> list[str]:
    return [
        *(["scale"] if metric.shape.scale else []),
        *([metric.shape.chart.kind] if metric.shape.chart else []),
    ]


def drawn_by_build(metric: Metric, outcome: Outcome, kind: str, tag: str) -> tuple[list, list]:
    language = Language(tag)
    if kind == "scale":
        return plain(scale_shapes(metric, outcome, language)), []
    points = [list(point) for point in chart_points(metric, outcome, language)]
    return plain(chart_shapes(metric, outcome, language)), points


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_build_and_browser_draw_the_same_in_every_language(modules_page: Page, metric: Metric):
    queries = [dict(example.inputs) for example in metric.shape.examples]
    kinds = kinds_of(metric)

    drawn = modules_page.evaluate(DRAW, [kinds, browser_definition(metric), queries, TAGS])

    actual = [[(plain(one["shapes"]), one["points"]) for one in pictures] for pictures in drawn]
    expected = [
        [drawn_by_build(metric, calculate(metric, query), kind, tag) for kind in kinds]
        for tag in TAGS
        for query in queries
    ]
    assert expected == actual


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_nothing_is_drawn_where_there_is_no_result(modules_page: Page, metric: Metric):
    drawn = modules_page.evaluate(
        """([kinds, definition]) => import("/pictures.js").then((m) =>
          kinds.map((kind) => m.picture(kind, definition, null, "en").shapes))""",
        [kinds_of(metric), browser_definition(metric)],
    )

    assert [[]] * len(kinds_of(metric)) == drawn
