"""The search of the guide, as readers use it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from guide_site import PREFIXES
from search_box import ask, opened

pytestmark = pytest.mark.browser


def test_escape_gives_the_focus_back_to_where_it_was(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    field = page.locator("input[name=promoters]").first
    field.focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")

    expect(field).to_be_focused()


def test_hits_are_marked_in_the_text_as_it_is_written(page: Page, guide_url: str):
    opened(page, f"{guide_url}/cs/")
    ask(page, "zakaznici")
    marks = page.locator(".cx-search-results mark").all_text_contents()

    assert any(one.lower().startswith("zákazní") for one in marks)


SEEN_MARKS = """() => {
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  const light = (colour, ground) => {
    for (const one of [ground, colour]) { paint.fillStyle = one; paint.fillRect(0, 0, 1, 1) }
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data]
      .map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const page = getComputedStyle(document.body).backgroundColor
  return [...document.querySelectorAll(".cx-search-results mark")].map(mark => {
    const {color, backgroundColor} = getComputedStyle(mark)
    const [high, low] = [light(color, page), light(backgroundColor, page)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  })
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hits_can_be_seen_in_the_colours_of_the_reader(
    chromium: Browser, guide_url: str, scheme: Literal["light", "dark"]
):
    page = chromium.new_page(forced_colors="active", color_scheme=scheme)
    page.goto(f"{guide_url}/search/?q=churn")
    expect(page.locator(".cx-search-results mark").first).to_be_visible()
    contrasts = page.evaluate(SEEN_MARKS)
    page.close()

    assert contrasts
    assert [] == [one for one in contrasts if one < 4.5]


def test_arrows_go_through_the_results_and_back(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    ask(page, "churn rate")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.cx-search-page')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_escape_closes_and_gives_the_focus_back(page: Page, guide_url: str):
    page.goto(f"{guide_url}/")
    button = page.locator("[data-cx-search=button]")
    button.click()
    expect(page.locator("dialog.cx-search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.cx-search")).to_be_hidden()
    expect(button).to_be_focused()


def test_no_single_letter_opens_the_search(page: Page, guide_url: str):
    """Who speaks to the device types letters without meaning to (WCAG 2.1.4)."""
    page.goto(f"{guide_url}/metrics/nps/")
    page.locator("[data-cx-search=button]").focus()
    page.evaluate(
        "window.taken = [];"
        "addEventListener('keydown', (one) => { taken.push(one.defaultPrevented) })"
    )

    page.keyboard.type("/k?s")
    assert page.evaluate("taken") == [False] * 4

    page.keyboard.press("Control+k")
    assert page.evaluate("taken").pop()


def test_what_nobody_has_written_is_said_and_all_pages_are_offered(page: Page, guide_url: str):
    opened(page, f"{guide_url}/cs/metrics/nps/")
    page.get_by_role("searchbox").fill("xyzqw")
    expect(page.locator(".cx-search-status")).to_contain_text("„xyzqw“")

    assert page.locator(".cx-search-more a").get_attribute("href") == f"{guide_url}/cs/search/"


def test_last_questions_stay_on_the_device_until_they_are_forgotten(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    ask(page, "churn rate")
    page.locator(".cx-search-page").first.click()
    opened(page, f"{guide_url}/")
    expect(page.locator(".cx-search-questions")).to_have_text("churn rate")

    page.locator(".cx-search-forget").click()
    assert [] == page.evaluate("Object.keys(localStorage).filter((key) => /search/.test(key))")
    assert [] == page.context.cookies()


def test_a_question_is_kept_once_however_it_is_written(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    for question in ("nps", "ＮＰＳ", "NPS"):
        ask(page, question)
        with page.expect_navigation():
            page.evaluate("document.querySelector('.cx-search-page').click()")
        opened(page, f"{guide_url}/")

    expect(page.locator(".cx-search-questions")).to_have_text("NPS")


def test_results_have_an_address(page: Page, guide_url: str):
    opened(page, f"{guide_url}/sr/metrics/nps/")
    ask(page, "zadovoljstvo kupaca")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sr/search/?q=zadovoljstvo*")
    expect(page.locator(".cx-search-page").first).to_be_visible()

    page.get_by_role("searchbox").fill("NPS")
    page.wait_for_url("**/sr/search/?q=NPS")


def test_a_result_on_the_same_page_closes_the_search_and_goes_there(page: Page, guide_url: str):
    opened(page, f"{guide_url}/metrics/nps/")
    ask(page, "NPS two waves")
    page.locator("a[href$='/metrics/nps/#two-waves']").click()

    expect(page.locator("dialog.cx-search")).to_be_hidden()
    assert page.url.endswith("/metrics/nps/#two-waves")
    expect(page.locator("[data-cx-search=button]")).not_to_be_focused()


LEADING_VOWELS = "เแโใไ"
"""Written before the letter that they are spoken after, so nothing can end with one."""


def test_excerpts_of_thai_begin_and_end_with_whole_letters(page: Page, guide_url: str):
    opened(page, f"{guide_url}/th/")
    ask(page, "ลูกค้า")
    cut = page.locator(".cx-search-results p").all_text_contents()

    begun = [one.removeprefix("… ")[0] for one in cut if one.startswith("… ")]
    assert begun
    assert [] == [one for one in begun if unicodedata.category(one).startswith("M")]
    ended = [one.removesuffix(" …").rstrip()[-1] for one in cut if one.endswith(" …")]
    assert ended
    assert [] == [one for one in ended if one in LEADING_VOWELS]


def test_more_pages_can_be_shown(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    ask(page, "customer")
    first = page.locator(".cx-search-results > li").count()
    page.get_by_role("button", name="Show more pages").click()
    expect(page.locator(".cx-search-results > li").nth(first)).to_be_visible()

    assert page.evaluate("document.activeElement.matches('.cx-search-page')")


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tag", PREFIXES)
def test_without_scripts_the_button_leads_to_all_pages(plain: Page, guide_url: str, tag: str):
    plain.goto(f"{guide_url}/{PREFIXES[tag]}metrics/nps/")
    plain.locator("[data-cx-search=button]").click()

    assert plain.url == f"{guide_url}/{PREFIXES[tag]}search/"
    pages = plain.locator("article a:not(.headerlink)")
    addresses = {one.evaluate("(link) => link.href") for one in pages.all()}
    assert f"{guide_url}/{PREFIXES[tag]}reference/glossary/" in addresses
    assert len(addresses) >= 35
