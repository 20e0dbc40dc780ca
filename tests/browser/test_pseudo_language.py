"""The pseudo-language in a real browser: longer words are neither cut off nor too wide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from cxguide.translations.pseudo import pseudo
from guide_site import Guide, served
from pseudo_words import forgotten_words

pytestmark = pytest.mark.browser

PATHS = (
    "",
    "metrics/nps/",
    "maps/retailer/",
    "strategy/personas/",
    "reference/calculators/",
    "reference/glossary/",
    "reference/embed/",
    "reference/translate/",
    "404.html",
    "embed/v1/nps.en-x-qps.html",
    "embed/v1/journey/retailer.en-x-qps.html",
)
WIDTHS_PX = (320, 1280)
OPEN_ALL = "for (const one of document.querySelectorAll('main details')) one.open = true"
# Not looked at: what is there for screen readers alone, and tables that can be scrolled.
CUT_OFF = """() => {
  const hidesParts = (one) => {
    for (let around = one; around; around = around.parentElement) {
      const { clipPath, overflowX } = getComputedStyle(around);
      if (clipPath !== "none" || overflowX === "auto") return true;
    }
    return false;
  };
  const cuts = (overflow, whole, shown) => overflow !== "visible" && whole > shown + 1;
  const linesOf = (one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return [...words.getClientRects()].filter(({ width }) => width > 1);
  };
  const isCutOff = (one) => {
    const box = one.getBoundingClientRect();
    const { display, overflowX, overflowY } = getComputedStyle(one);
    const isBox = display !== "inline" && !one.closest("svg");
    return cuts(overflowX, one.scrollWidth, one.clientWidth)
      || cuts(overflowY, one.scrollHeight, one.clientHeight)
      || linesOf(one).some(({ left, right }) => left < -1 || right > innerWidth + 1
        || (isBox && (left < box.left - 1 || right > box.right + 1)));
  };
  return [...document.querySelectorAll(
      "a, button, dd, dt, figcaption, label, legend, output, summary, svg text, td, th")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim())
    .filter((one) => !one.closest(".md-search, .md-sidebar") && !hidesParts(one))
    .filter(isCutOff)
    .map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 60)}`);
}"""
TYPE_NONSENSE = """() => document.querySelectorAll("cx-calculator input[inputmode]")
  .forEach((field) => {
    field.value = "?";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  })"""


@pytest.fixture(scope="module")
def pseudo_url(pseudo_guide: Guide) -> Iterator[str]:
    yield from served(pseudo_guide.folder)


@pytest.mark.parametrize("width", WIDTHS_PX)
@pytest.mark.parametrize("path", PATHS)
def test_longer_words_have_room(page: Page, pseudo_url: str, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{pseudo_url}/{path}", wait_until="networkidle")
    page.evaluate(OPEN_ALL)

    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth", timeout=10_000)
    assert [] == page.evaluate(CUT_OFF)


def test_what_scripts_write_is_given_to_translators(page: Page, pseudo_url: str):
    page.goto(f"{pseudo_url}/reference/calculators/", wait_until="networkidle")
    page.evaluate(OPEN_ALL)
    page.evaluate(TYPE_NONSENSE)
    # The largest page, with 24 calculators at work.
    expect(page.locator("[data-cx-status=error]").first).to_be_attached(timeout=30_000)

    assert [] == forgotten_words(html.fromstring(page.content()))


def test_what_the_search_says_is_given_to_translators(page: Page, pseudo_url: str):
    page.goto(f"{pseudo_url}/", wait_until="networkidle")
    page.locator("[data-cx-search=button]").click()
    page.get_by_role("searchbox").fill("zzz")
    status = page.locator(".cx-search-status")
    expect(status).to_have_text(pseudo("No page has “{question}”.").format(question="zzz"))
    status.evaluate("(status) => status.remove()")

    assert [] == forgotten_words(html.fromstring(page.content()))
