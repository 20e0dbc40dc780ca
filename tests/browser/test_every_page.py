"""Every page, in every language, in a real browser: quiet, accessible, nothing cut off."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guide_site import PAGES, PREFIXES

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
ALL_PAGES = [(tag, address) for tag, _, address in PAGES]
ALL_PAGES += [(tag, f"/{prefix}404.html") for tag, prefix in PREFIXES.items()]
EVERY_PAGE = pytest.mark.parametrize(("tag", "address"), ALL_PAGES)
HOMES = pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module", params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture(scope="module")
def context(chromium: Browser, scheme: str, width: int) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def violations(page: Page) -> list[str]:
    """What axe finds, as rule and element; `color-contrast` includes what it cannot judge."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


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
    assert [] == violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@HOMES
def test_search_is_accessible_while_it_is_open(page: Page, guide_url: str, tag: str, prefix: str):
    page.goto(f"{guide_url}/{prefix}", wait_until="networkidle")

    page.keyboard.press("/")
    page.keyboard.type("NPS")
    expect(page.locator(".md-search-result__link").first).to_be_visible()

    assert [] == violations(page)


@HOMES
def test_the_menus_are_accessible_while_they_are_open(page: Page, guide_url, tag, prefix, width):
    page.goto(f"{guide_url}/{prefix}metrics/nps/", wait_until="networkidle")

    page.locator("header .cx-languages summary").click()
    expect(page.locator("header .cx-languages a").first).to_be_visible()
    found = violations(page)
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('__drawer').checked = innerWidth < 1220")
    page.wait_for_function("document.getAnimations().every((one) => one.playState != 'running')")

    assert [] == found + violations(page)
