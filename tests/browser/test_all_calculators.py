"""All calculators on one page, as people use them: by keyboard, small, in five versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from cxguide.core.numbers import canonical
from cxguide.metrics import Metric, Outcome, calculate, read_metrics
from cxguide.metrics.model import Input, Kind
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
METRICS = read_metrics(ROOT / "calculators" / "metrics", ROOT)
LANGUAGES = pytest.mark.parametrize("tag", PREFIXES)
DECIMAL = {"en": ".", "th": ".", "sr": ",", "sr-Latn": ",", "cs": ","}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    yield page
    page.close()


def opened(page: Page, guide_url: str, tag: str) -> None:
    page.goto(f"{guide_url}/{PREFIXES[tag]}reference/calculators/")


def calculator(page: Page, metric: Metric) -> Locator:
    return page.locator(f"#{metric.id}-calculator")


def last_example(metric: Metric) -> dict[str, object]:
    """An example other than the one on the page, where there is one."""
    return dict([one for one in metric.shape.examples if one.status == "ok"][-1].inputs)


def main_value(metric: Metric, entered: dict[str, object]) -> str:
    outcome = calculate(metric, entered)
    assert isinstance(outcome, Outcome)
    return canonical(outcome.outputs[metric.main.id])


def fill_by_keyboard(page: Page, metric: Metric, entered: dict[str, object], tag: str) -> None:
    """Type every entry, beginning in the first field, with nothing but the keyboard."""
    first = calculator(page, metric).locator("form").first.locator("input, textarea").first
    first.focus()
    for field in metric.inputs:
        unless = field.unless and field.unless in entered
        if not unless:
            type_entry(page, field, entered.get(field.id), DECIMAL[tag])


def type_entry(page: Page, field: Input, value: object, decimal: str) -> None:
    match field.kind:
        case Kind.ANSWERS:
            counts = value if isinstance(value, tuple) else ("",) * field.scale[1]
            for count in counts:
                overwrite(page, written(count, decimal))
                page.keyboard.press("Enter")
            page.keyboard.press("Tab")
        case Kind.OPTION:
            for _ in range(field.options.index(value or field.options[0])):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        case Kind.CONFIDENCE:
            page.keyboard.press("Home")
            for _ in range(field.options.index(value or 0.95)):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        case _:
            items = value if isinstance(value, tuple) else (value,)
            texts = (written(item, decimal) for item in items)
            overwrite(page, " ".join(texts) if value is not None else default_text(field, decimal))
            page.keyboard.press("Tab")


def default_text(field: Input, decimal: str) -> str:
    return "" if field.default is None else written(field.default, decimal)


def written(value: object, decimal: str) -> str:
    return canonical(value).replace(".", decimal) if isinstance(value, float | int) else str(value)


def overwrite(page: Page, text: str) -> None:
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


@LANGUAGES
def test_every_calculator_works_by_keyboard_alone_at_320_px(page: Page, guide_url: str, tag: str):
    opened(page, guide_url, tag)

    actual = {}
    for metric in METRICS.values():
        fill_by_keyboard(page, metric, last_example(metric), tag)
        output = calculator(page, metric).locator(f"[data-cx-output={metric.main.id}]").first
        actual[metric.id] = output.get_attribute("data-cx-value")

    assert {one.id: main_value(one, last_example(one)) for one in METRICS.values()} == actual


@LANGUAGES
def test_every_calculator_fits_with_all_its_parts_open(page: Page, guide_url: str, tag: str):
    opened(page, guide_url, tag)

    page.evaluate(
        "for (const one of document.querySelectorAll('cx-calculator details')) one.open = true"
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@LANGUAGES
def test_results_are_the_same_with_and_without_javascript(
    page: Page, chromium: Browser, guide_url: str, tag: str
):
    without = chromium.new_page(java_script_enabled=False)
    opened(without, guide_url, tag)
    opened(page, guide_url, tag)

    page.evaluate(
        """() => { for (const one of document.querySelectorAll("cx-calculator"))
        one.querySelector("form [name]").dispatchEvent(new Event("input", {bubbles: true})) }"""
    )

    assert shown_in(without) == shown_in(page)
    without.close()


def shown_in(page: Page) -> list[dict[str, object]]:
    """What every calculator shows: outputs, units, notes, bands, pictures with their words."""
    return json.loads(
        page.locator("main").evaluate(
            """main => JSON.stringify([...main.querySelectorAll("cx-calculator")].map((one) => ({
            outputs: [...one.querySelectorAll("[data-cx-output]")].map((o) =>
              [o.dataset.cxOutput, o.dataset.cxValue, o.textContent]),
            units: [...one.querySelectorAll("[data-cx-unit]")].map((unit) => unit.textContent),
            hidden: [...one.querySelectorAll(
              ".cx-result [data-cx-when], .cx-details [data-cx-when]",
            )].map((part) => part.hidden),
            bands: [...one.querySelectorAll("[aria-current=true]")].map((b) => b.dataset.cxBand),
            pictures: [...one.querySelectorAll("[data-cx-picture]")].map((p) =>
              [p.getAttribute("aria-label"), p.innerHTML]),
            })))"""
        )
    )
