"""The browser calculates as the build does: same values, same errors, same order of errors."""

import json
import math
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cxguide.metrics import Failure, Metric, calculate, read_metrics
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.evaluation import Answers, evaluate
from cxguide.metrics.formula import Formula, Number, Operation, compact, names_in
from cxguide.metrics.model import LARGEST_COUNT, Input, Kind
from metrics.random_formulas import VALUES as NAMED
from metrics.random_formulas import random_formula

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
VECTORS = json.loads((ROOT / "tests" / "cases" / "formulas" / "vectors.json").read_text("utf-8"))
VALUES = {
    "a": 7,
    "b": 2,
    "absent": None,
    "timing": "immediate",
    "times": [38, 52, 41],
    "counts": {"first": 1, "counts": [0, 1, 2, 4, 9, 18, 16]},
}
EVALUATE = """([trees, values]) => import("/formula.js").then((m) => {
  const named = new Map(Object.entries(values));
  return trees.map((tree) => m.evaluate(tree, named));
})"""
CALCULATE = """([definition, queries]) => import("/calculation.js").then((m) =>
  JSON.stringify(JSON.parse(queries, (_, value) => (value === "NaN" ? NaN : value)).map((query) => {
    const { status, code, field, outputs, notes, band } = m.calculate(definition, query);
    return status === "error" ? { status, code, field } : { status, outputs, notes, band };
  })))"""
"""JSON carries many numbers far faster than Playwright does; it has no NaN."""


@pytest.fixture(scope="module")
def modules_page(chromium: Browser, modules_url: str) -> Iterator[Page]:
    """One page for all: calculations leave nothing behind in it."""
    page = chromium.new_page()
    page.goto(f"{modules_url}/numbers.js")  # any address of the same origin
    yield page
    page.close()


def test_the_browser_evaluates_every_vector(modules_page: Page):
    actual = modules_page.evaluate(EVALUATE, [[vector["tree"] for vector in VECTORS], VALUES])

    for vector, value in zip(VECTORS, actual, strict=True):
        assert is_close(vector["value"], value), vector["formula"]


def test_the_browser_evaluates_formulas_that_nobody_would_write(modules_page: Page):
    formulas = [random_formula(random.Random(seed)) for seed in range(10_000)]
    values = {
        name: {"first": value.first, "counts": value.counts}
        if isinstance(value, Answers)
        else value
        for name, value in NAMED.items()
    }

    actual = modules_page.evaluate(EVALUATE, [list(map(compact, formulas)), values])

    expected = [evaluate(formula, NAMED) for formula in formulas]
    assert [] == [
        (compact(formula), mine, theirs)
        for formula, mine, theirs in zip(formulas, expected, actual, strict=True)
        if not is_close(mine, theirs)
    ]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_the_browser_gives_every_worked_example(modules_page: Page, metric: Metric):
    queries = [dict(example.inputs) for example in metric.shape.examples]

    answers = in_browser(modules_page, metric, queries)

    for example, answer in zip(metric.shape.examples, answers, strict=True):
        expected = dict(example.outputs)
        actual = {name: answer["outputs"][name] for name in expected}
        assert expected == pytest.approx(actual, abs=1e-6)


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_ten_thousand_random_entries_give_the_same_in_build_and_browser(
    modules_page: Page, metric: Metric
):
    chance = random.Random(metric.id)
    queries = [random_entries(metric, chance) for _ in range(10_000)]

    theirs = in_browser(modules_page, metric, queries)

    ours = [told_by_build(metric, query) for query in queries]
    rounded = rounded_outputs(metric)
    assert [] == [
        (query, our, their)
        for query, our, their in zip(queries, ours, theirs, strict=True)
        if our != their and not is_same(our, their, rounded)
    ]
    assert states(metric) <= {(our["status"], our.get("code"), our.get("field")) for our in ours}


def in_browser(page: Page, metric: Metric, queries: list[dict[str, object]]) -> list[dict]:
    answers = page.evaluate(CALCULATE, [browser_definition(metric), json.dumps(queries)])
    return json.loads(answers, parse_int=float)


def told_by_build(metric: Metric, query: dict) -> dict[str, object]:
    answer = calculate(metric, query)
    if isinstance(answer, Failure):
        return {"status": "error", "code": answer.code, "field": answer.field}
    sometimes = {note.id for note in metric.notes if note.when is not None}
    return {
        "status": answer.status,
        "outputs": dict(answer.outputs),
        "notes": [note for note in answer.notes if note in sometimes],
        "band": answer.band,
    }


def states(metric: Metric) -> set[tuple[str, str | None, str | None]]:
    """What the entries must lead to at least once: results, and every check of the file."""
    checks = {("error", check.code, check.field) for check in metric.checks}
    infinite = {("infinite", None, None)} if metric.infinite else set()
    return {("ok", None, None), *checks, *infinite}


def is_same(ours: dict, theirs: dict, rounded: frozenset[str]) -> bool:
    """Whether the answers differ only in outputs that may, and there in the last digits."""
    if "outputs" not in ours or {**ours, "outputs": {}} != {**theirs, "outputs": {}}:
        return False
    return all(
        value == theirs["outputs"][name]
        or (name in rounded and is_close(value, theirs["outputs"][name]))
        for name, value in ours["outputs"].items()
    )


def is_close(expected: object, actual: object) -> bool:
    """Equal, or numbers that differ by no more than exp and ln may."""
    if isinstance(expected, float) and isinstance(actual, float | int):
        if math.isnan(expected):
            return math.isnan(actual)
        return math.isclose(expected, actual, rel_tol=1e-12, abs_tol=1e-13)
    return expected is actual or expected == actual


def rounded_outputs(metric: Metric) -> frozenset[str]:
    """The outputs whose last digits depend on how a browser makes powers and logarithms.

    All else is the same in every digit: + - * / and roots are exact to the last one in IEEE 754.
    """
    rounded: set[str] = set()
    for name, formula in metric.steps.items():
        if is_rounded(formula) or rounded & set(names_in(formula)):
            rounded.add(name)
    return frozenset(name for name, output in metric.shown.items() if output.step in rounded)


def is_rounded(formula: Formula) -> bool:
    match formula:
        case Operation("exp" | "ln" | "t"):
            return True
        case Operation("power", (base, Number(exponent))) if exponent in range(101):
            return is_rounded(base)
        case Operation("power"):
            return True
        case Operation(_, operands):
            return any(map(is_rounded, operands))
        case _:
            return False


def random_entries(metric: Metric, chance: random.Random) -> dict[str, object]:
    """What people enter: half of it near a worked example, and all kinds of mistakes among it."""
    example: Mapping[str, object] = chance.choice(({}, chance.choice(metric.shape.examples).inputs))
    stretch = 10 ** chance.uniform(-1, 2)
    entries: dict[str, object] = {}
    for field in metric.inputs:
        may_be_left_out = field.optional or field.unless or field.default is not None
        if chance.random() < 0.03:
            entries[field.id] = mistake(field, chance)
        elif field.id in example:
            entries[field.id] = stretched(field, example[field.id], stretch, chance)
        elif not may_be_left_out or chance.random() < 0.5:
            entries[field.id] = sensible(field, entries, chance)
    return entries


def mistake(field: Input, chance: random.Random) -> object:
    wrong = chance.choice((None, "", "NaN", True, -1, -1.5, 0, 0.5, 1e17))
    if not field.is_list:
        return wrong
    length = chance.choice((0, 1, 4, 5, 6, 7, 8, 10, 11, 12))
    return [*([1] * length), *chance.choice(((), (wrong,)))]


def stretched(field: Input, value: object, stretch: float, chance: random.Random) -> object:
    """A value of a worked example, made larger or smaller as all others of it."""
    if isinstance(value, tuple):
        return [stretched(field, item, stretch, chance) for item in value]
    if not isinstance(value, float | int) or field.options:
        return value
    if field.kind in {Kind.COUNT, Kind.LIST, Kind.ANSWERS}:
        value = value * stretch * chance.uniform(0.8, 1.2)
        return round(value) if field.is_whole else value
    return value * chance.uniform(0.8, 1.2)


def sensible(field: Input, entries: Mapping[str, object], chance: random.Random) -> object:
    """A value that the field may have, its bounds not rarely."""
    if field.options:
        return chance.choice(field.options)
    if field.scale:
        largest = chance.choice((1, 9, 10**6))
        return [chance.choice((0, chance.randint(0, largest))) for _ in range(field.scale[1])]
    if field.kind is Kind.LIST:
        length = chance.choice((1, 2, 3, 8, 30, 100))
        return [number(field, entries, chance) for _ in range(length)]
    return number(field, entries, chance)


def number(field: Input, entries: Mapping[str, object], chance: random.Random) -> float:
    """A number between the bounds, which may be other entries, or near what was entered before."""
    lowest, highest, above = (
        entries.get(bound) if isinstance(bound, str) else bound
        for bound in (field.lowest, field.highest, field.above)
    )
    earlier = [value for value in entries.values() if type(value) is int]
    if field.is_whole:
        near = chance.choice(earlier) if earlier and chance.random() < 0.7 else 0
        largest = chance.choice((1, 9, 1000, 10**6, int(LARGEST_COUNT)))
        return chance.choice((chance.randint(0, abs(near)), near + chance.randint(0, largest)))
    low = float(above if is_number(above) else lowest if is_number(lowest) else 0)
    high = float(highest) if is_number(highest) else 0.0
    reach = 10.0 ** chance.randint(-2, 7)
    low, high = max(low, -reach), min(high, reach)
    digits = chance.choice((0, 1, 2, 15))
    return chance.choice((low, high, *(round(chance.uniform(low, high), digits) for _ in range(8))))


def is_number(bound: object) -> bool:
    return isinstance(bound, float | int) and not isinstance(bound, bool)
