"""What an offer of another language takes of the screen: it moves and covers nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from axe import violations
from guide_site import served
from offering import offering_site, opened, reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("languages")]

WATCH = """
    new MutationObserver((changes, observer) => {
        if (!document.querySelector('.cx-offer')) return
        window.offered = performance.now()
        observer.disconnect()
    }).observe(document, {childList: true, subtree: true})
"""
MOVED = """() => new Promise(found => {
    const moved = ({node}) => node?.closest?.('.md-header') ? [] : [node?.className]
    new PerformanceObserver(list => found(
        list.getEntries().filter(entry => entry.startTime >= offered)
            .flatMap(entry => entry.sources.flatMap(moved))
    )).observe({type: 'layout-shift', buffered: true})
    setTimeout(() => found([]), 300)
})"""
COVERED = """() => {
    const focused = document.activeElement
    const {top, right, bottom, left} = focused.getBoundingClientRect()
    const corners = [[left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1],
                     [right - 1, bottom - 1], [(left + right) / 2, (top + bottom) / 2]]
    const isCovered = ([x, y]) => document.elementFromPoint(x, y)?.closest('.cx-offer')
    const isElsewhere = focused === document.body || focused.closest('.cx-offer')
    if (isElsewhere || !corners.some(isCovered)) return null
    return focused.outerHTML
}"""


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(offering_site(tmp_path_factory.mktemp("site")).folder)


@pytest.mark.parametrize("path", ["", "long/", "sr/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_moves_nothing_on_the_page(
    chromium: Browser, site_url: str, width: int, path: str
):
    viewport = {"width": width, "height": 700}
    with reader(chromium, "th", "cs", viewport=viewport) as context:
        context.add_init_script(WATCH)
        page = opened(context, f"{site_url}/{path}")
        expect(page.locator(".cx-offer")).to_be_visible()

        assert [] == page.evaluate(MOVED)


@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_covers_nothing_that_the_keyboard_reaches(
    chromium: Browser, site_url: str, width: int
):
    with reader(chromium, "cs", viewport={"width": width, "height": 400}) as context:
        page = opened(context, f"{site_url}/long/")
        expect(page.locator(".cx-offer")).to_be_in_viewport()

        covered = []
        for _ in range(110):
            page.keyboard.press("Tab")
            covered.append(page.evaluate(COVERED))

        assert [] == [one for one in covered if one]


@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_that_comes_late_covers_nothing_that_the_keyboard_is_at(
    chromium: Browser, site_url: str, width: int
):
    with reader(chromium, "cs", viewport={"width": width, "height": 400}) as context:
        page, asked = context.new_page(), []
        page.route("**/languages.json", lambda route: asked.append(route))
        with page.expect_request("**/languages.json"):
            page.goto(f"{site_url}/long/")
        page.wait_for_function("document.fonts.status === 'loaded'")
        page.keyboard.press("Shift+Tab")
        page.wait_for_function("scrollY + innerHeight >= document.body.scrollHeight - 1")

        asked[0].continue_()

        expect(page.locator(".cx-offer")).to_be_in_viewport()
        assert page.evaluate(COVERED) is None


def test_an_offer_leaves_who_has_scrolled_away_from_the_focus(chromium: Browser, site_url: str):
    with reader(chromium, "cs", viewport={"width": 360, "height": 400}) as context:
        page, asked = context.new_page(), []
        page.route("**/languages.json", lambda route: asked.append(route))
        with page.expect_request("**/languages.json"):
            page.goto(f"{site_url}/long/")
        page.keyboard.press("Tab")
        page.evaluate("scrollTo(0, 900)")

        asked[0].continue_()

        expect(page.locator(".cx-offer")).to_be_in_viewport()
        assert page.evaluate("scrollY") == 900


def test_the_foot_of_the_page_can_be_read_below_an_offer(chromium: Browser, site_url: str):
    with reader(chromium, "cs", viewport={"width": 360, "height": 400}) as context:
        page = opened(context, f"{site_url}/long/")

        page.keyboard.press("End")
        page.wait_for_function("scrollY + innerHeight >= document.body.scrollHeight - 1")

        foot, over = (page.locator(one).bounding_box() for one in ("footer", ".cx-offer"))
        assert foot["y"] + foot["height"] <= over["y"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_is_accessible_and_fits(chromium: Browser, site_url: str, width: int, scheme: str):
    viewport = {"width": width, "height": 700}
    with reader(chromium, "th", viewport=viewport, color_scheme=scheme) as context:
        page = opened(context, f"{site_url}/")
        expect(page.locator(".cx-offer")).to_be_in_viewport(ratio=1)

        assert [] == violations(page, within=".cx-offer")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_offer_is_not_printed(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/")
        expect(page.locator(".cx-offer")).to_be_visible()

        page.emulate_media(media="print")

        expect(page.locator(".cx-offer")).to_be_hidden()


def test_on_a_low_screen_an_offer_waits_at_the_end_of_the_page(chromium: Browser, site_url: str):
    with reader(chromium, "cs", viewport={"width": 320, "height": 256}) as context:
        page = opened(context, f"{site_url}/long/")
        offer = page.locator(".cx-offer")
        expect(offer).not_to_be_in_viewport()

        page.keyboard.press("End")
        expect(offer).to_be_in_viewport()
