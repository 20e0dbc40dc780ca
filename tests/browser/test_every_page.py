"""Every page, in every language, in a real browser: quiet, accessible, nothing cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from axe import violations
from guide_site import PAGES, PREFIXES

pytestmark = pytest.mark.browser

ALL_PAGES = [(tag, address) for tag, _, address in PAGES]
ALL_PAGES += [(tag, f"/{prefix}404.html") for tag, prefix in PREFIXES.items()]
EVERY_PAGE = pytest.mark.parametrize(("tag", "address"), ALL_PAGES)
HOMES = pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())


OPEN_ALL = "for (const one of document.querySelectorAll('main details')) one.open = true"
WIDTHS_PX = (1280, 360)


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context
    context.close()


def on_every_screen(page: Page, within: str = "html") -> list[str]:
    """What axe finds, and what is wider than the screen: desk and phone, light and dark.

    On the phone everything that can be opened in the text is open.
    """
    found = []
    for width in WIDTHS_PX:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        if width < 600:
            page.evaluate(OPEN_ALL)
        found += [f"{width} light {told}" for told in violations(page, within=within)]
        try:  # Material's search slides to its new place
            page.wait_for_function(
                "document.documentElement.scrollWidth <= innerWidth", timeout=2000
            )
        except PlaywrightTimeout:
            found.append(f"{width}: wider than the screen")
        page.emulate_media(color_scheme="dark")
        # The dark page is the same page in other colours; those of its text do not depend on the
        # width, so they are looked at where everything is open.
        without = None if width < 600 or within != "html" else "article > :not(.cx-map)"
        dark = violations(page, "color-contrast", within=within, without=without)
        found += [f"{width} dark {told}" for told in dark]
    return found


@EVERY_PAGE
def test_a_page_is_quiet_accessible_and_fits(page: Page, guide_url: str, tag: str, address: str):
    told: list[str] = []
    page.on("console", lambda message: told.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.on("response", lambda reply: reply.status >= 400 and told.append(f"status: {reply.url}"))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((guide_url, "data:", "blob:"))
            or told.append(f"other host: {request.url}")
        ),
    )

    page.goto(guide_url + address, wait_until="networkidle")

    assert [] == told
    assert [] == on_every_screen(page)


@HOMES
def test_search_is_accessible_while_it_is_open(page: Page, guide_url: str, tag: str, prefix: str):
    page.goto(f"{guide_url}/{prefix}", wait_until="networkidle")

    page.keyboard.press("/")
    page.keyboard.type("NPS")
    expect(page.locator(".md-search-result__link").first).to_be_visible()

    assert [] == on_every_screen(page, within=".md-header")


@HOMES
def test_the_list_of_languages_is_accessible_while_it_is_open(page, guide_url, tag, prefix):
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    page.locator("header .cx-languages summary").click()
    expect(page.locator("header .cx-languages a").first).to_be_visible()

    assert [] == on_every_screen(page, within=".md-header")


@HOMES
def test_the_menu_of_a_phone_is_accessible_while_it_is_open(page, guide_url, tag, prefix):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary .md-nav__link").first).to_be_in_viewport()
    light = violations(page, within=".md-sidebar--primary")
    page.emulate_media(color_scheme="dark")

    assert [] == light + violations(page, "color-contrast", within=".md-sidebar--primary")
