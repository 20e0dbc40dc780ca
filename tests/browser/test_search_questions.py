"""What becomes of a question besides its answer: its length, its address, the last ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from search_box import ask, opened

pytestmark = pytest.mark.browser

LONGEST = 200


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Of a reader who has asked nothing before."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


def test_no_question_is_longer_than_questions_are(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    page.keyboard.insert_text("churn " * 400)

    assert LONGEST == len(page.get_by_role("searchbox").input_value())


def test_a_longer_question_of_an_address_is_cut(page: Page, guide_url: str):
    page.goto(f"{guide_url}/search/?q={'churn+' * 400}")
    expect(page.locator(".cx-search-page").first).to_be_visible()

    assert ("churn " * 400)[:LONGEST] == page.get_by_role("searchbox").input_value()
    assert len(page.url) < 300


@pytest.mark.parametrize(
    ("language", "question"), [("", "xyzqw" * 40), ("", "xyzqw " * 33), ("th/", "ฃฅ" * 100)]
)
def test_a_long_question_that_finds_nothing_is_repeated_in_short(
    page: Page, guide_url: str, language: str, question: str
):
    opened(page, f"{guide_url}/{language}")
    page.get_by_role("searchbox").fill(question)

    status = page.locator(".cx-search-status")
    expect(status).to_contain_text(f"{question[:40]}")
    expect(status).to_contain_text(" …")
    assert len(status.inner_text()) < 120
    assert status.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_long_question_among_the_last_ones_takes_one_line(page: Page, guide_url: str):
    question = "how many customers leave " * 8
    opened(page, f"{guide_url}/")
    ask(page, question.strip()[:LONGEST])
    with page.expect_navigation():
        page.keyboard.press("Enter")
    opened(page, f"{guide_url}/")

    button = page.locator(".cx-search-questions button")
    expect(button).to_be_visible()
    assert button.evaluate("one => one.getBoundingClientRect().height") < 60
    assert button.evaluate("one => one.getBoundingClientRect().right") <= 360


def test_a_question_of_an_address_is_among_the_last_ones(page: Page, guide_url: str):
    page.goto(f"{guide_url}/search/?q=churn+rate")
    expect(page.locator(".cx-search-page").first).to_be_visible()
    opened(page, f"{guide_url}/metrics/nps/")

    expect(page.locator(".cx-search-questions")).to_have_text("churn rate")


def test_a_question_entered_before_the_search_has_come_is_among_the_last_ones(
    page: Page, guide_url: str
):
    page.goto(f"{guide_url}/")
    page.route("**/assets/cx/search-*", lambda route: None)
    with page.expect_request("**/assets/cx/search-*"):
        page.keyboard.press("Control+k")
    page.keyboard.type("churn rate")
    page.keyboard.press("Enter")
    page.unroute("**/assets/cx/search-*")  # lets go what was asked for
    expect(page.locator(".cx-search-page").first).to_be_visible()
    opened(page, f"{guide_url}/metrics/nps/")

    expect(page.locator(".cx-search-questions")).to_have_text("churn rate")


@pytest.mark.parametrize(
    ("prefix", "title"), [("", "Search - CX Guide"), ("sr-latn/", "Pretraga - Vodič kroz CX")]
)
def test_an_address_with_a_question_has_it_in_its_title(
    page: Page, guide_url: str, prefix: str, title: str
):
    page.goto(f"{guide_url}/{prefix}search/?q=NPS")
    expect(page).to_have_title(f"NPS – {title}")

    page.get_by_role("searchbox").fill("CSAT")
    expect(page).to_have_title(f"CSAT – {title}")

    page.get_by_role("searchbox").fill("")
    expect(page).to_have_title(title)


def test_the_window_leaves_the_title_of_its_page(page: Page, guide_url: str):
    opened(page, f"{guide_url}/metrics/nps/")
    title = page.title()
    ask(page, "churn rate")

    assert title == page.title()
