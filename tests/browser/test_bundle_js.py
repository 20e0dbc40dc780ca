"""The script that is made for one metric works without the rest."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

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
    page.set_content(
        f"<!doctype html>{markup}<script>{bundled(CALCULATORS / 'element', metric)}</script>"
    )
    before = page.locator("[data-cx-output]").first.get_attribute("data-cx-value")

    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(
        "document.querySelector('form [name]').dispatchEvent(new Event('input', {bubbles: true}))"
    )

    expect(page.locator("cx-calculator")).to_have_attribute("data-cx-status", "ok")
    assert before == page.locator("[data-cx-output]").first.get_attribute("data-cx-value")
    assert [] == told
    page.close()


def test_the_script_leaves_nothing_in_the_page(chromium: Browser):
    page = chromium.new_page()
    before = page.evaluate("Object.getOwnPropertyNames(window)")

    page.add_script_tag(content=bundled(CALCULATORS / "element"))

    assert [] == sorted(set(page.evaluate("Object.getOwnPropertyNames(window)")) - set(before))
    assert page.evaluate("!!customElements.get('cx-calculator')")
    page.close()
