"""The window of the search on every screen: all that was found can be come to, and is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from search_box import ask, opened

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


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
