"""Every page, in every language, in a real browser: quiet, accessible, nothing cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from axe import violations
from guide_site import PAGES, PREFIXES
from openings import open_languages, open_menu, open_search

pytestmark = pytest.mark.browser

ALL_PAGES = [(tag, address) for tag, _, address in PAGES]
ALL_PAGES += [(tag, f"/{prefix}404.html") for tag, prefix in PREFIXES.items()]
EVERY_PAGE = pytest.mark.parametrize(("tag", "address"), ALL_PAGES)
HOMES = pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())


OPEN_ALL = "for (const one of document.querySelectorAll('main details')) one.open = true"
WIDTHS_PX = (1280, 360)
LOOKED_AT = [tag for tag in PREFIXES if tag != "sr-Latn"]
"""By axe; the other one is made from a Serbian page by changing letters."""
SCREENS = [(width, scheme) for width in WIDTHS_PX for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context
    context.close()


def wider_than_the_screen(page: Page) -> list[str]:
    """At which widths a page has to be scrolled sideways; on the phone all is open that can be."""
    found = []
    for width in WIDTHS_PX:
        page.set_viewport_size({"width": width, "height": 900})
        if width < 600:
            page.evaluate(OPEN_ALL)
        try:  # something may still be sliding to its new place, on a busy machine for long
            page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
        except PlaywrightTimeout:
            found.append(f"{width}: wider than the screen")
    return found


def found_on(page: Page, width: int, scheme: str) -> list[str]:
    """What axe finds on one screen; maps are looked at by themselves (`test_guide_maps.py`)."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return [f"{width} {scheme} {told}" for told in violations(page, without=".cx-map")]


def on_every_screen(page: Page, within: str) -> list[str]:
    """What axe finds in a part of the page on every screen; the dark one differs in colours."""
    found = wider_than_the_screen(page)
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        rules = ["color-contrast"] if scheme == "dark" else []
        found += [f"{width} {scheme} {told}" for told in violations(page, *rules, within=within)]
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
    assert [] == wider_than_the_screen(page)
    if tag in LOOKED_AT:
        assert [] == found_on(page, *screen_of(tag, address))


def screen_of(tag: str, address: str) -> tuple[int, str]:
    """One of the screens: the languages of a page share all four out among themselves."""
    english = sorted(address for tag, address in ALL_PAGES if tag == "en")
    page = english.index("/" + address.removeprefix(f"/{PREFIXES[tag]}"))
    return SCREENS[(page + LOOKED_AT.index(tag)) % len(SCREENS)]


@HOMES
def test_search_is_accessible_while_it_is_open(page: Page, guide_url: str, tag: str, prefix: str):
    page.goto(f"{guide_url}/{prefix}", wait_until="networkidle")

    open_search(page)

    assert [] == on_every_screen(page, within="dialog.cx-search")


@HOMES
def test_the_list_of_languages_is_accessible_while_it_is_open(page, guide_url, tag, prefix):
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    open_languages(page)

    assert [] == on_every_screen(page, within=".md-header")


@HOMES
def test_the_menu_of_a_phone_is_accessible_while_it_is_open(page, guide_url, tag, prefix):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    open_menu(page)
    light = violations(page, within=".md-sidebar--primary")
    page.emulate_media(color_scheme="dark")

    assert [] == light + violations(page, "color-contrast", within=".md-sidebar--primary")
