"""The list of languages in the header, on the smallest window that a page has to fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from guide_site import PREFIXES

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 320, "height": 256})
    yield page
    page.close()


@pytest.mark.parametrize("tag", PREFIXES)
def test_every_language_can_be_come_to(page: Page, guide_url: str, tag: str):
    page.goto(f"{guide_url}/{PREFIXES[tag]}metrics/nps/")
    page.locator("header .cx-languages summary").click()
    places = page.locator("header .cx-languages__list a")

    for place in (places.last, places.first):
        place.focus()
        expect(place).to_be_in_viewport(ratio=1)
    places.last.hover()
    page.mouse.wheel(0, 500)
    expect(places.last).to_be_in_viewport(ratio=1)


def test_where_there_is_room_the_list_does_not_scroll(page: Page, guide_url: str):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{guide_url}/th/metrics/nps/")
    page.locator("header .cx-languages summary").click()

    assert page.locator("header .cx-languages__list").evaluate(
        "one => one.scrollHeight <= one.clientHeight"
    )
