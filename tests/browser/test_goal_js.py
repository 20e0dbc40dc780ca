"""Goal seek and sensitivity give the same in the browser as in the build."""

import pytest
from playwright.sync_api import Page

from cxguide.metrics import Metric, grid, levers, moves, read_metrics, seek
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.goal import main_number
from guide_site import ROOT

pytestmark = pytest.mark.browser

METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
FACTORS = (0.5, 0.9, 1, 1.1, 2, -1)
ASK = """([definition, queries]) => Promise.all(
  ["/goal.js", "/sensitivity.js"].map((module) => import(module))).then(([goal, sensitivity]) =>
    queries.map(([entered, goals]) => [
      goals.map(([lever, target]) => goal.seek(definition, entered, lever, target)),
      sensitivity.moves(definition, entered).map((move) =>
        [move.input, move.low, move.lowChange, move.high, move.highChange]),
      sensitivity.grid(definition, entered)?.cells ?? null,
    ]))"""


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_build_and_browser_find_the_same(modules_page: Page, metric: Metric):
    examples = [dict(one.inputs) for one in metric.shape.examples if one.status == "ok"]
    queries = [
        [
            entered,
            [
                [lever.id, main_number(metric, entered) * factor]
                for lever in levers(metric)
                for factor in FACTORS
            ],
        ]
        for entered in examples
    ]

    actual = modules_page.evaluate(ASK, [browser_definition(metric), queries])

    expected = [
        [
            [seek(metric, entered, lever, target) for lever, target in goals],
            [[m.input, m.low, m.low_change, m.high, m.high_change] for m in moves(metric, entered)],
            cells_of(metric, entered),
        ]
        for entered, goals in queries
    ]
    assert [close(value) for value in flat(expected)] == flat(actual)


def close(value: object) -> object:
    return pytest.approx(value, rel=1e-9) if isinstance(value, float | int) else value


def cells_of(metric: Metric, entered: dict[str, object]) -> list[list[float | None]] | None:
    table = grid(metric, entered)
    return table and [list(row) for row in table.cells]


def flat(values: object) -> list[object]:
    if isinstance(values, list | tuple):
        return [value for part in values for value in flat(part)]
    return [values]
