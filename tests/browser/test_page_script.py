"""What a page of the guide does beside being read, and what is left without its script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PAGE = "/metrics/nps/"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(16, 23, 28)"
TO_DARK, TO_LIGHT = "Switch to dark theme", "Switch to light theme"
KEPT_BY_MATERIAL = """localStorage.setItem("/.__palette", JSON.stringify({index: 1, color: {
    media: "(prefers-color-scheme: dark)", scheme: "slate",
    primary: "custom", accent: "custom"}}))"""
NESTED = (
    "<details><summary>A</summary><details><summary>B</summary><p id=deep>C</p></details></details>"
)
SLIP_IN = """() => {
    const script = document.createElement("script")
    script.textContent = "hasRun = true"
    document.body.append(script)
    document.body.insertAdjacentHTML("beforeend",
        "<p id=slipped style='width: 10px'><button onclick='hasRun = true'></button></p>")
    document.querySelector("#slipped button").click()
}"""
FIRST_COLOURS = """addEventListener("DOMContentLoaded", () => {
    window.firstPaper = getComputedStyle(document.body).backgroundColor })"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A visitor of each test, without a history."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


def test_the_choice_of_a_scheme_holds_on_every_page(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    page.get_by_role("button", name=TO_DARK).click()
    assert DARK == page.evaluate(PAPER)
    expect(page.get_by_role("button", name=TO_LIGHT)).to_be_focused()

    page.goto(f"{guide_url}/th/")

    assert DARK == page.evaluate(PAPER)


def test_a_page_has_the_chosen_scheme_before_it_is_shown(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    page.evaluate(KEPT_BY_MATERIAL)
    page.add_init_script(FIRST_COLOURS)

    page.goto(guide_url + PAGE)

    assert DARK == page.evaluate("firstPaper")


def test_without_a_choice_a_page_follows_the_device(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    assert LIGHT == page.evaluate(PAPER)

    page.emulate_media(color_scheme="dark")

    expect(page.locator("body")).to_have_css("background-color", DARK)
    expect(page.get_by_role("button", name=TO_LIGHT)).to_be_visible()


def test_a_choice_outweighs_the_device_and_is_heard_in_other_tabs(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    other = page.context.new_page()
    other.goto(guide_url + PAGE)

    page.get_by_role("button", name=TO_DARK).click()

    expect(other.locator("html")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_contents_list_follows_the_reader(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    list_ = page.locator(".md-sidebar--secondary")
    expect(list_.locator(".md-nav__link--active")).to_have_count(0)

    list_.get_by_role("link", name="The interval").click()

    expect(list_.locator(".md-nav__link--active")).to_have_text("The interval")
    passed = list_.locator(".md-nav__link--passed").all_inner_texts()
    assert ["What it tells", "The interval"] == [passed[0], passed[-1]]


def test_the_contents_list_keeps_the_current_part_in_sight(page: Page, guide_url: str):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(guide_url + PAGE)

    page.evaluate("document.querySelector('#related').scrollIntoView()")

    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_be_in_viewport()


def test_the_menu_stays_where_the_reader_has_put_it(page: Page, guide_url: str):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(guide_url + PAGE)
    menu = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap")
    menu.evaluate("menu => menu.scrollTop = 60")

    page.evaluate("document.querySelector('#related').scrollIntoView()")
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_have_count(1)

    assert 60 == menu.evaluate("menu => menu.scrollTop")


def test_the_way_to_the_top_is_there_while_a_reader_scrolls_up(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    button = page.get_by_role("button", name="Back to top")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 2000")
    expect(button).to_be_hidden()

    page.mouse.wheel(0, -300)
    expect(button).to_be_visible()
    button.click()

    page.wait_for_function("scrollY === 0")
    expect(button).to_be_hidden()


def test_an_address_opens_the_parts_it_leads_into(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    page.evaluate(f"document.querySelector('article').insertAdjacentHTML('beforeend', '{NESTED}')")

    page.evaluate("location.hash = 'deep'")

    expect(page.locator("#deep")).to_be_in_viewport()


def test_paper_shows_what_is_closed_and_the_screen_is_as_before(page: Page, guide_url: str):
    page.goto(guide_url + PAGE)
    closed = page.locator(".md-content details:not([open])")
    before = closed.count()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = closed.count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert before > 0
    assert (0, before) == (on_paper, closed.count())


def test_a_keyboard_can_scroll_code_that_is_wider_than_its_place(page: Page, guide_url: str):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{guide_url}/reference/embed/")

    scrolls = (
        "[...document.querySelectorAll('pre > code')].filter(c => c.scrollWidth > c.clientWidth)"
    )

    assert page.evaluate(f"{scrolls}.length") > 0
    assert page.evaluate(f"{scrolls}.every(code => code.tabIndex === 0)")


@pytest.mark.parametrize("way", ["Escape", "link"])
def test_the_drawer_closes_when_it_has_done_its_work(page: Page, guide_url: str, way: str):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(guide_url + PAGE)
    page.locator("label.md-header__button[for=__drawer]").click()
    drawer = page.locator("#__drawer")
    expect(drawer).to_be_checked()

    ways = {"Escape": lambda: page.keyboard.press("Escape"), "link": lambda: contents(page).click()}
    ways[way]()

    expect(drawer).not_to_be_checked()


def contents(page: Page) -> Locator:
    """The list of contents inside the drawer of a phone."""
    page.locator(".md-nav--primary label.md-nav__link[for=__toc]").click()
    return page.locator(".md-nav--primary").get_by_role("link", name="The interval")


@pytest.mark.parametrize("visitor", ["page", "without_script"])
def test_the_drawer_leads_to_every_section(
    request: pytest.FixtureRequest, guide_url: str, visitor: str
):
    page: Page = request.getfixturevalue(visitor)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(guide_url + PAGE)
    page.locator("label.md-header__button[for=__drawer]").click()

    page.locator(".md-nav__item--section > .md-nav > .md-nav__title").click()
    page.get_by_role("link", name="Practice").click()

    expect(page).to_have_url(re.compile("/practice/good-ux/$"))


def test_a_page_has_no_script_of_its_own_and_what_is_slipped_into_it_does_nothing(
    page: Page, guide_url: str
):
    response = page.goto(guide_url + PAGE)

    page.evaluate(SLIP_IN)

    assert [] == re.findall(r"<script>(.*?)</script>", response.text(), re.S)
    assert page.evaluate("typeof hasRun") == "undefined"
    assert "10px" != page.evaluate("getComputedStyle(document.querySelector('#slipped')).width")


# Without the script


def test_without_script_a_page_is_as_the_device_has_it(without_script: Page, guide_url: str):
    without_script.goto(guide_url + PAGE)

    expect(without_script.locator("body")).to_have_css("background-color", DARK)
    expect(without_script.locator(".cx-scheme:visible")).to_have_count(0)


def test_without_script_the_columns_scroll_beside_the_text(without_script: Page, guide_url: str):
    without_script.set_viewport_size({"width": 1280, "height": 400})
    without_script.goto(guide_url + PAGE)

    box = without_script.locator(".md-sidebar--secondary .md-sidebar__scrollwrap").bounding_box()

    assert box["y"] + box["height"] <= 400
