"""The whole way through a page with Tab, Enter and Escape alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from access import looking
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

EVERY_LANGUAGE = pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
REGIONS = ["skip", "name", "search", "languages", "scheme", "menu", "contents", "page", "foot"]
"""Parts of a page in the order in which the keyboard comes to them."""

STOP = (
    looking("""
const regions = {
    skip: '.md-skip', name: '.cx-brand', search: '[data-cx-search=button]',
    languages: 'header .cx-languages', scheme: '.cx-scheme', menu: '.md-nav--primary',
    contents: '.md-sidebar--secondary', page: 'article', foot: 'footer', offer: '.cx-offer',
    top: '.md-top',
}
const one = document.activeElement
if (!one || one === document.body) return null
const box = one.getBoundingClientRect()
const header = document.querySelector('.md-header')
const bar = header.contains(one) || one.matches('.md-skip') ? 0 : header.offsetHeight
const middle = [...one.getClientRects()].some(box =>
    box.bottom > bar && box.top < innerHeight && box.right > 0 && box.left < innerWidth)
const over = [...one.getClientRects()].map(box =>
    document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)).filter(Boolean)
const isOnTop = over.some(top =>
    one.contains(top) || top.contains(one) || one.nextElementSibling?.contains(top))
all.push(one)
const isNew = all.indexOf(one) === all.length - 1
return {
    name: named(one),
    region: Object.keys(regions).find(name => one.closest(regions[name])) ?? 'elsewhere',
    isNew,
    isSeen: outlines(one).length > 0 && middle && seen(one) && isOnTop,
}
""").replace("() =>", "() => { window.all ??= []; return (() =>", 1)
    + ")() }"
)

SCROLLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until the page has answered to being scrolled."""


@dataclass(frozen=True)
class Stop:
    """Where the keyboard is.

    Attributes:
        name: of the element.
        region: part of the page.
        is_new: it has not been there before.
        is_seen: the element and its outline are in the window, and nothing lies over its middle.
    """

    name: str
    region: str
    is_new: bool
    is_seen: bool


def stop(page: Page) -> Stop | None:
    """Where the keyboard is; `None` where it has left the page."""
    page.evaluate(SCROLLED)
    told = page.evaluate(STOP)
    if told is None:
        return None
    is_seen = told["isSeen"]
    if not is_seen:  # a busy machine takes longer to draw the other end of a page
        page.wait_for_timeout(500)
        is_seen = page.evaluate(STOP)["isSeen"]
    return Stop(told["name"], told["region"], told["isNew"], is_seen)


def way(page: Page, key: str = "Tab") -> list[Stop]:
    """All stops until the keyboard leaves the page or comes back to where it was."""
    stops: list[Stop] = []
    while len(stops) < 500:
        page.keyboard.press(key)
        now = stop(page)
        if now is None or not now.is_new:
            return stops
        stops.append(now)
    return stops


def regions(stops: list[Stop]) -> list[str]:
    """The parts of the page in the order in which the stops come to them."""
    return [*dict.fromkeys(one.region for one in stops if one.region not in {"offer", "top"})]


def at(page: Page, selector: str) -> None:
    """Go there with Tab."""
    for _ in range(500):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not come to {selector}")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield page
    page.close()


@EVERY_LANGUAGE
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_keyboard_goes_through_a_page_and_out_again_and_is_always_seen(
    page: Page, guide_url: str, prefix: str, key: str
):
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    stops = way(page, key)

    order = {"Tab": REGIONS, "Shift+Tab": REGIONS[::-1]}[key]
    assert order == regions(stops)
    assert len(stops) > 100
    assert [] == [one.name for one in stops if not one.is_seen]


@EVERY_LANGUAGE
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("width", [320, 360])
def test_the_menu_of_a_phone_can_be_gone_through_by_keyboard(
    page: Page, guide_url: str, prefix: str, key: str, width: int
):
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    stops = way(page, key)

    assert [] == [one.name for one in stops if not one.is_seen]
    assert {"search", "languages", "menu", "page", "foot"} <= {*regions(stops)}


def test_the_way_back_to_the_top_lies_over_nothing_that_the_keyboard_is_at(
    page: Page, guide_url: str
):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{guide_url}/maps/clinic/", wait_until="networkidle")

    stops = way(page, "Shift+Tab")

    assert len(stops) > 50
    assert [] == [one.name for one in stops if not one.is_seen]


def menu_button(page: Page, guide_url: str) -> Locator:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{guide_url}/metrics/nps/", wait_until="networkidle")
    return page.get_by_role("checkbox", name="Navigation")


@EVERY_LANGUAGE
def test_the_button_of_the_menu_has_a_name_a_role_and_a_state(
    page: Page, guide_url: str, prefix: str
):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{guide_url}/{prefix}metrics/nps/")
    menu = page.locator(".md-sidebar--primary").get_by_role("navigation").first

    button = page.get_by_role("checkbox", name=str(menu.get_attribute("aria-label")), exact=True)

    expect(button).to_be_visible()
    expect(button).not_to_be_checked()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_button_opens_the_menu_and_the_keyboard_goes_on_in_it(
    page: Page, guide_url: str, key: str
):
    button = menu_button(page, guide_url)
    at(page, "[data-md-toggle=drawer]")

    page.keyboard.press(key)

    expect(button).to_be_checked()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=1)
    assert stop(page).is_seen
    page.keyboard.press("Tab")
    assert ("menu", True) == (stop(page).region, stop(page).is_seen)


def test_the_menu_makes_way_for_what_the_keyboard_goes_to(page: Page, guide_url: str):
    button = menu_button(page, guide_url)
    at(page, "[data-md-toggle=drawer]")
    page.keyboard.press("Space")

    page.keyboard.press("Shift+Tab")

    expect(button).not_to_be_checked()
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()
    assert stop(page).is_seen


@EVERY_LANGUAGE
def test_a_reader_without_a_mouse_gets_everywhere(page: Page, guide_url: str, prefix: str):
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "page" == stop(page).region

    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")
    at(page, "[data-cx-search=button]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-cx-search=button]")).to_be_focused()

    at(page, ".cx-languages summary")
    page.keyboard.press("Enter")
    at(page, ".cx-languages a[hreflang=cs]")
    page.keyboard.press("Escape")
    expect(page.locator(".cx-languages summary")).to_be_focused()

    at(page, "article input[name=promoters]")
    page.keyboard.press("Control+A")
    page.keyboard.type("200")
    expect(page.locator("article [data-cx-output=promoters_pct]").first).not_to_have_text("55.0%")
    at(page, "article cx-calculator summary")
    page.keyboard.press("Enter")
    expect(page.locator("article cx-calculator details[open]").first).to_be_visible()

    at(page, "footer a[hreflang=th]")
    with page.expect_navigation(url="**/th/metrics/nps/*"):  # on the Thai page to itself
        page.keyboard.press("Enter")
    at(page, ".md-nav--primary a[href*='csat']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/th/metrics/csat/*")
    at(page, ".md-sidebar--secondary a[href='#interpretation']")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#interpretation")).to_be_in_viewport()
    assert "page" == stop(page).region
