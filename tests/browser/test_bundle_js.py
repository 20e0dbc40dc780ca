"""The script that is made for one metric works without the rest."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.resources import CALCULATORS
from cxguide.metrics import Metric, calculate, read_metrics
from cxguide.metrics.bundle import bundled
from cxguide.metrics.writing import calculator_html
from guide_site import ROOT

pytestmark = pytest.mark.browser

METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_a_calculator_works_with_the_script_of_its_metric_alone(
    context: BrowserContext, metric: Metric
):
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    example = dict(metric.shape.examples[0].inputs)
    markup = calculator_html(
        metric, example, calculate(metric, example), Texts(ENGLISH), element_id="it", publisher="X"
    )
    scripts = bundled(CALCULATORS / "element", metric, later="./later.js")
    files = {
        "/": ("text/html; charset=utf-8", f'<!doctype html>{markup}<script src="it.js"></script>'),
        "/it.js": ("text/javascript", scripts.first),
        "/later.js": ("text/javascript", scripts.later),
    }
    page.route("**/*", lambda route: answer(route, files))
    page.goto("http://partner.example/")
    before = page.locator("[data-cx-output]").first.get_attribute("data-cx-value")

    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(
        "document.querySelector('form [name]').dispatchEvent(new Event('input', {bubbles: true}))"
    )

    expect(page.locator("cx-calculator")).to_have_attribute("data-cx-status", "ok")
    page.locator("[data-cx-take=link]").click()
    expect(page.locator("cx-calculator")).to_have_attribute("data-cx-more", "ready")
    assert before == page.locator("[data-cx-output]").first.get_attribute("data-cx-value")
    assert [] == told
    page.close()


def answer(route: Route, files: Mapping[str, tuple[str, str]]) -> None:
    kind, content = files.get(urlsplit(route.request.url).path, ("text/plain", ""))
    route.fulfill(body=content, content_type=kind)


def test_the_script_leaves_nothing_in_the_page(chromium: Browser):
    page = chromium.new_page()
    before = page.evaluate("Object.getOwnPropertyNames(window)")

    page.add_script_tag(content=bundled(CALCULATORS / "element", later="./l.js").first)

    assert [] == sorted(set(page.evaluate("Object.getOwnPropertyNames(window)")) - set(before))
    assert page.evaluate("!!customElements.get('cx-calculator')")
    page.close()
