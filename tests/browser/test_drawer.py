"""The menu of small screens under the keyboard, moving as it does for most readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

STOP = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  await Promise.allSettled(document.getAnimations().map(one => one.finished))
  const one = document.activeElement
  const {left, right, top, bottom} = one.getBoundingClientRect()
  return {
    name: one.textContent.trim().slice(0, 40),
    isInside: Boolean(one.closest(".md-sidebar--primary")),
    isSeen: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
  }
}"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


def opened(page: Page, url: str) -> Page:
    """The page at an address, with its menu opened by keyboard."""
    page.goto(url, wait_until="networkidle")
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    return page


def stops(page: Page, key: str) -> dict[str, bool]:
    """Everything in the menu that the keyboard comes to, and whether it is seen."""
    found: dict[str, bool] = {}
    page.keyboard.press(key)
    while (stop := page.evaluate(STOP))["isInside"]:
        found[stop["name"]] = stop["isSeen"] and found.get(stop["name"], True)
        page.keyboard.press(key)
    return found


@pytest.mark.parametrize("path", ["metrics/nps/", "cs/strategy/personas/", "th/practice/good-ux/"])
def test_all_that_the_keyboard_comes_to_in_the_menu_is_seen(page: Page, guide_url: str, path: str):
    opened(page, f"{guide_url}/{path}")

    there = stops(page, "Tab")
    back = stops(page, "Shift+Tab")

    assert len(there) > 10
    assert {*there} == {*back}
    assert [] == [name for name, is_seen in there.items() if not is_seen]
    assert [] == [name for name, is_seen in back.items() if not is_seen]


def test_escape_closes_the_menu_and_leads_to_its_button(page: Page, guide_url: str):
    opened(page, f"{guide_url}/metrics/nps/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator("#__drawer")).to_be_focused()
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()


def test_escape_leaves_the_keyboard_where_it_is_in_a_menu_that_is_always_there(
    page: Page, guide_url: str
):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{guide_url}/metrics/nps/")
    link = page.locator(".md-nav--primary a[href*='csat']").first
    link.focus()
    page.keyboard.press("Escape")

    expect(link).to_be_focused()
