"""Every calculator for frames, in every language, against Python: all worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from cxguide.core.numbers import canonical
from cxguide.metrics import Failure, Metric, built_in_metrics, calculate
from guide_site import PREFIXES, Guide
from partner_pages import embeds_served

pytestmark = pytest.mark.browser

METRICS = built_in_metrics()
NAMES = [f"{name}.{tag.lower()}" for name in METRICS for tag in PREFIXES]
READING = """() => {
const { dataset } = document.querySelector(".cx-calculator");
const outputs = document.querySelectorAll("[data-cx-output]");
return [
  dataset.cxStatus, dataset.cxError ?? null, dataset.cxField ?? null,
  Object.fromEntries([...outputs].map((one) => [one.dataset.cxOutput, one.dataset.cxValue])),
];
}"""
FILLED = f"""query => {{
const inputs = Object.fromEntries(new URLSearchParams(query));
const message = {{ cx: 1, type: "set", inputs }};
dispatchEvent(new MessageEvent("message", {{ source: window, data: message }}));
return ({READING})();
}}"""
"""A page that is in no frame is its own parent, and so may tell itself what to fill in."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def ours(guide: Guide) -> Iterator[str]:
    with embeds_served(guide.folder) as address:
        yield address


def metric_of(name: str) -> Metric:
    return METRICS[name.partition(".")[0]]


def query(entered: Mapping[str, object]) -> str:
    """What an address says for an example."""
    return "&".join(f"{name}={canonical_text(value)}" for name, value in entered.items())


def canonical_text(value: object) -> str:
    match value:
        case tuple():
            return ",".join(map(canonical_text, value))
        case bool():
            return "true" if value else "false"
        case int() | float():
            return canonical(value)
        case None:
            return ""
        case _:
            return str(value)


def as_calculated(metric: Metric, entered: Mapping[str, object], shown: object) -> list[object]:
    """State, code, field and the values that are shown, as Python gives them."""
    answer = calculate(metric, entered)
    if isinstance(answer, Failure):
        return ["error", answer.code, answer.field, dict.fromkeys(shown, "")]
    values = {name: canonical_text(answer.outputs[name]) for name in shown}
    return [answer.status, None, None, values]


@pytest.mark.parametrize("name", NAMES)
def test_an_address_gives_the_result_that_python_gives(page: Page, ours: str, name: str):
    metric = metric_of(name)
    entered = metric.shape.examples[-1].inputs

    page.goto(f"{ours}/embed/v1/{name}.html?{query(entered)}", wait_until="domcontentloaded")

    actual = page.evaluate(READING)
    assert as_calculated(metric, entered, actual[3]) == actual


@pytest.mark.parametrize("name", NAMES)
def test_messages_give_the_results_that_python_gives(page: Page, ours: str, name: str):
    metric = metric_of(name)
    examples = [one.inputs for one in metric.shape.examples]
    empty = dict.fromkeys((one.id for one in metric.inputs), "")
    page.goto(f"{ours}/embed/v1/{name}.html", wait_until="domcontentloaded")

    actual = [
        page.evaluate(FILLED, query({**empty, **defaults(metric), **one})) for one in examples
    ]

    assert [
        as_calculated(metric, entered, shown[3])
        for entered, shown in zip(examples, actual, strict=True)
    ] == actual


def defaults(metric: Metric) -> dict[str, object]:
    """What stands in fields that nobody has touched."""
    return {
        one.id: one.default if one.default is not None else (0.95 if one.options else "")
        for one in metric.inputs
    }
