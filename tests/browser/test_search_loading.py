"""How the search comes: when it is wanted, on a slow line, and where there is no network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from search_box import ask, opened

pytestmark = pytest.mark.browser


def test_nothing_of_the_search_is_fetched_before_it_is_wanted(page: Page, guide_url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(guide_url)))
    page.goto(f"{guide_url}/th/metrics/nps/")
    page.wait_for_load_state("networkidle")

    assert ["/assets/cx/search.js"] == [one for one in asked if "search" in one]

    with page.expect_request("**/th/search/index.json"):
        page.keyboard.press("Control+k")


def test_what_is_read_offline_needs_nothing_of_the_search(page: Page, guide_url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(guide_url)))
    page.goto(f"{guide_url}/cs/search/#offline")
    page.wait_for_load_state("networkidle")

    loaded = {one for one in asked if "search" in one} - {"/cs/search/", "/cs/search/#offline"}
    assert {"/assets/cx/search.js", "/cs/search/offline.json"} == loaded
    with page.expect_request("**/cs/search/index.json"):
        page.get_by_role("searchbox").focus()


SHIFTS = """() => new Promise(found => {
  let sum = 0
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value
  }).observe({type: "layout-shift", buffered: true})
  setTimeout(() => found(sum), 200)
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["search/?q=churn", "search/", "th/search/?q=NPS"])
def test_nothing_moves_while_the_search_page_comes(
    chromium: Browser, guide_url: str, path: str, width: int
):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{guide_url}/{path}", wait_until="networkidle")
    expect(page.locator("[data-cx-search=page][data-cx-ready]")).to_be_visible()
    expect(page.locator(".cx-search-all")).to_be_visible()
    shifted = page.evaluate(SHIFTS)
    page.close()

    assert shifted <= 0.02


def held_search(page: Page, url: str) -> list[Route]:
    """The window on a slow line: one of its parts does not come before it is let go."""
    held: list[Route] = []
    page.goto(url)
    page.route("**/assets/cx/search-*", lambda route: held.append(route), times=1)
    page.keyboard.press("Control+k")
    return held


def test_what_is_typed_while_the_search_loads_is_kept(page: Page, guide_url: str):
    held = held_search(page, f"{guide_url}/")
    page.keyboard.type("churn rate")
    expect(page.get_by_role("searchbox")).to_have_value("churn rate")
    held[0].continue_()

    expect(page.locator(".cx-search-page").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("churn rate")


def test_a_question_on_a_slow_line_is_told_that_the_search_is_under_way(page: Page, guide_url: str):
    held = held_search(page, f"{guide_url}/")
    status = page.locator("dialog .cx-search-status")
    page.keyboard.type("churn rate")
    expect(status).to_have_text("Searching …")
    held[0].continue_()

    expect(page.locator(".cx-search-page").first).to_be_visible()
    expect(status).not_to_contain_text("Searching")


def test_on_a_slow_line_nothing_is_told_of_no_question(page: Page, guide_url: str):
    held = held_search(page, f"{guide_url}/")
    status = page.locator("dialog .cx-search-status")
    page.keyboard.type("churn rate")
    expect(status).to_have_text("Searching …")
    page.get_by_role("searchbox").fill("")

    expect(status).to_have_text("")
    assert held


def test_a_slow_answer_does_not_overwrite_a_later_one(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    page.route("**/terms-*", lambda route: None)  # never answered
    page.get_by_role("searchbox").fill("churn")
    page.wait_for_timeout(300)
    page.get_by_role("searchbox").fill("")
    page.wait_for_timeout(600)

    assert "" == page.locator(".cx-search-status").inner_text()


@pytest.mark.parametrize("lost", ["**/search/index.json", "**/assets/cx/search-*"])
def test_a_first_search_without_a_network_says_so_in_place(page: Page, guide_url: str, lost: str):
    address = f"{guide_url}/metrics/nps/"
    page.goto(address)
    page.route(lost, lambda route: route.abort())
    page.locator("[data-cx-search=button]").click()
    status = page.locator("dialog .cx-search-status")
    expect(status).to_contain_text("could not be loaded")
    page.keyboard.type("churn")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("could not be loaded")
    assert address == page.url

    page.unroute(lost)
    ask(page, "churn rate")


def test_enter_before_the_search_is_there_waits_for_it_in_place(page: Page, guide_url: str):
    address = f"{guide_url}/metrics/nps/"
    page.goto(address)
    page.route("**/assets/cx/search-*", lambda route: None)
    with page.expect_request("**/assets/cx/search-*"):
        page.locator("[data-cx-search=button]").click()
    page.keyboard.type("churn")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert address == page.url

    page.unroute("**/assets/cx/search-*")  # lets go what was asked for

    expect(page.locator("dialog .cx-search-results > li").first).to_be_visible()
    assert address == page.url


def test_a_search_that_cannot_be_loaded_says_so(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    page.route("**/terms-*.json*", lambda route: route.abort())
    page.get_by_role("searchbox").fill("churn")
    expect(page.locator(".cx-search-status")).to_contain_text("could not be loaded")

    page.unroute("**/terms-*.json*")
    ask(page, "churn rate")
