"""Phones of readers who have set their text twice as large, and tables on any phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from chromium import chromium_path
from guide_site import PAGES, PREFIXES

pytestmark = pytest.mark.browser

WIDTH_PX = 360
WITH_SPACES = {tag: prefix for tag, prefix in PREFIXES.items() if tag != "th"}
# Heads of wide tables are there for screen readers alone: on a phone each cell names its column.
BROKEN_WORDS = """() => [...document.querySelectorAll(
    "article table:not([class]) :is(td, th:not([data-cx-wide] th))")]
  .flatMap((cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[^\\s\\u00a0-]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && !word[0].includes("\\u00ad")) broken.push(word[0]);
      }
    }
    return broken;
  })"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": WIDTH_PX, "height": 780})
    yield page
    page.close()


@pytest.fixture(scope="module")
def phone_with_large_text(chromium: Browser) -> Iterator[Page]:
    large = chromium.browser_type.launch(
        executable_path=chromium_path(),
        args=["--no-sandbox", "--blink-settings=defaultFontSize=32"],
    )
    yield large.new_page(viewport={"width": WIDTH_PX, "height": 780})
    large.close()


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_no_page_is_wider_than_a_phone_when_text_is_twice_as_large(
    phone_with_large_text: Page, guide_url: str, tag: str, path: str, address: str
):
    phone_with_large_text.goto(guide_url + address)

    actual = phone_with_large_text.evaluate("document.documentElement.scrollWidth")
    assert WIDTH_PX >= actual


@pytest.mark.parametrize("prefix", WITH_SPACES.values(), ids=WITH_SPACES)
def test_no_word_of_a_table_is_broken_on_a_phone(phone: Page, guide_url: str, prefix: str):
    phone.goto(f"{guide_url}/{prefix}strategy/journey-maps/")

    assert [] == phone.evaluate(BROKEN_WORDS)
