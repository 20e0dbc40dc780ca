"""Several languages as one site, in a real browser: search, switcher, "not found"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from guide_site import served
from tiny_site import new_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("languages")]

PAGES = ["", "sr/", "sr-latn/", "th/", "cs/", "metrics/nps/", "sr-latn/metrics/nps/", "cs/five-cs/"]


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host that knows only the 404.html of the root."""
    site = new_site(tmp_path_factory.mktemp("site"))
    site.built()
    yield from served(site.folder)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    yield page
    page.close()


def find(page: Page, words: str) -> None:
    page.locator("[data-cx-search=button]").click()
    page.get_by_role("searchbox").fill(words)


@pytest.mark.parametrize("path", PAGES)
def test_no_request_of_a_page_fails(page: Page, site_url: str, path: str) -> None:
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("requestfailed", lambda request: failed.append(request.url))

    page.goto(f"{site_url}/{path}")
    page.wait_for_load_state("networkidle")

    assert [url for url in failed if not url.endswith("/favicon.ico")] == []


@pytest.mark.parametrize(
    ("prefix", "word", "expected"),
    [
        ("sr", "анкета", "sr/metrics/nps/"),
        ("sr-latn", "anketa", "sr-latn/metrics/nps/"),
        ("th", "แบบสำรวจ", "th/metrics/nps/"),
        ("", "survey", "metrics/nps/"),
    ],
)
def test_a_search_leads_to_pages_of_the_language(
    page: Page, site_url: str, prefix: str, word: str, expected: str
) -> None:
    page.goto(f"{site_url}/{prefix}")

    find(page, word)

    links = page.locator("a.cx-search-page")
    expect(links).to_have_count(1)
    address = links.first.evaluate("link => link.origin + link.pathname")
    assert address == f"{site_url}/{expected}"


def test_a_search_does_not_find_other_languages(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/sr/metrics/nps/")

    find(page, "survey")

    expect(page.locator(".cx-search-status")).to_have_text("ћирилица: No page has “survey”.")
    expect(page.locator("a.cx-search-page")).to_have_count(0)


def test_the_switcher_keeps_the_place_and_the_values(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/metrics/nps/?promoters=110#formula")

    page.locator("summary[aria-label]").click()
    page.locator("header").get_by_role("link", name="Srpski").click()

    expect(page).to_have_url(f"{site_url}/sr-latn/metrics/nps/?promoters=110#formula")


def test_the_languages_at_the_foot_keep_the_place_and_the_values(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/metrics/nps/?promoters=110#formula")

    page.locator("footer").get_by_role("link", name="ไทย").click()

    expect(page).to_have_url(f"{site_url}/th/metrics/nps/?promoters=110#formula")


def test_the_switcher_works_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/sr/metrics/nps/#formula")

    page.locator("summary[aria-label]").focus()
    page.keyboard.press("Enter")
    link = page.locator("header").get_by_role("link", name="ไทย")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(page.locator("summary[aria-label]")).to_be_focused()
    page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site_url}/th/metrics/nps/#formula")


def test_the_switcher_works_without_script(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/metrics/nps/")

    page.locator("summary[aria-label]").click()
    page.locator("header").get_by_role("link", name="Čeština").click()

    expect(page).to_have_url(f"{site_url}/cs/metrics/nps/")
    context.close()


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/th/nothing/here?a=1#b", "th"),
        ("/sr-latn/nothing", "sr-Latn"),
        ("/nothing", "en"),
        ("/thx/nothing", "en"),
    ],
)
def test_a_missing_page_is_told_in_the_language_of_its_address(
    page: Page, site_url: str, address: str, language: str
) -> None:
    page.goto(f"{site_url}{address}")

    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page).to_have_url(f"{site_url}{address}")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", ["/nothing/?a=1#b", "/th/nothing/?a=1#b"])
def test_what_a_missing_page_was_asked_for_does_not_come_along_to_the_home_pages(
    page: Page, site_url: str, address: str
) -> None:
    page.goto(f"{site_url}{address}")

    page.locator("summary[aria-label]").click()
    page.locator("header").get_by_role("link", name="Čeština").click()

    expect(page).to_have_url(f"{site_url}/cs/")


def test_a_missing_page_of_not_found_itself_ends(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/404.html#//evil.example/")
    expect(page).to_have_url(f"{site_url}/404.html#//evil.example/")


def test_a_missing_page_speaks_all_languages_without_script(
    chromium: Browser, site_url: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/th/nothing/")

    page.get_by_role("link", name="ภาษาไทย: Go to the home page").click()

    expect(page).to_have_url(f"{site_url}/th/")
    context.close()
