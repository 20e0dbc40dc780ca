"""The window of the search on every screen: all that was found can be come to, and is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from guide_site import PREFIXES
from search_box import QUESTIONS, ask, opened

pytestmark = pytest.mark.browser

OUTLINE = 5
"""Pixels: its width and its distance."""
COVERED = """outline => {
  const one = document.activeElement
  const { top, bottom } = one.getBoundingClientRect()
  const isCut = top < outline || bottom > innerHeight - outline
  const isCovered = [...one.getClientRects()].some(box =>
    [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2].some(y => {
      const top = document.elementFromPoint(box.left + Math.min(20, box.width / 2), y)
      return !one.contains(top)
    }))
  return isCut || isCovered ? one.textContent.slice(0, 40) || one.localName : ""
}"""


@pytest.mark.parametrize(("width", "height"), [(360, 740), (320, 256)])
def test_the_window_is_as_high_as_a_phone_and_scrolls_to_its_end(
    page: Page, guide_url: str, width: int, height: int
):
    page.set_viewport_size({"width": width, "height": height})
    opened(page, f"{guide_url}/metrics/nps/")
    ask(page, "customer")

    page.mouse.move(width / 2, 0.9 * height)
    page.mouse.wheel(0, 20_000)

    expect(page.locator(".cx-search-results > li a").last).to_be_in_viewport(ratio=1)
    assert height == page.locator("dialog.cx-search").evaluate("one => one.clientHeight")


def covered(page: Page, key: str, times: int) -> list[str]:
    """What is hidden, in whole or in part or with its outline, when the keyboard comes to it."""
    found = []
    for _ in range(times):
        page.keyboard.press(key)
        found.append(page.evaluate(COVERED, OUTLINE))
    return [one for one in found if one]


@pytest.mark.parametrize(("down", "up"), [("ArrowDown", "ArrowUp"), ("Tab", "Shift+Tab")])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740), (320, 256)])
def test_nothing_lies_over_the_result_that_the_keyboard_is_at(
    page: Page, guide_url: str, width: int, height: int, down: str, up: str
):
    page.set_viewport_size({"width": width, "height": height})
    opened(page, f"{guide_url}/metrics/nps/")
    ask(page, "customer")

    assert [] == covered(page, down, 25)
    assert [] == covered(page, up, 25)


@pytest.mark.parametrize("tag", PREFIXES)
def test_the_open_search_fits_a_small_phone(page: Page, guide_url: str, tag: str):
    page.set_viewport_size({"width": 320, "height": 600})
    opened(page, f"{guide_url}/{PREFIXES[tag]}metrics/nps/")
    ask(page, QUESTIONS[tag][0])

    parts = page.locator("dialog.cx-search, dialog .cx-search-output")
    assert [True, True] == parts.evaluate_all(
        "parts => parts.map((one) => one.scrollWidth <= one.clientWidth)"
    )
