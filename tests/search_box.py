"""The search over a page of the guide, as tests ask it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

__all__ = ["QUESTIONS", "ask", "links", "opened"]

QUESTIONS = {
    "en": ("churned customers", "metrics/churn-and-retention/"),
    "sr": ("upitnici", "practice/feedback/"),
    "sr-Latn": ("мера лојалности", "metrics/loyalty/"),
    "th": ("วัดความพึงพอใจ", "metrics/csat/"),
    "cs": ("odliv zakazniku", "metrics/churn-and-retention/"),
}
"""For each version a question, and the page that answers it."""


def opened(page: Page, url: str) -> Page:
    """The page at an address, with the search open."""
    page.goto(url)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    return page


def ask(page: Page, question: str) -> None:
    """Type a question, and wait for what is found."""
    page.get_by_role("searchbox").fill(question)
    expect(page.locator(".cx-search-results > li").first).to_be_visible(timeout=20_000)


def links(page: Page) -> list[str]:
    """The addresses of the pages that were found."""
    return page.evaluate(
        "[...document.querySelectorAll('.cx-search-page')].map((one) => one.getAttribute('href'))"
    )
