"""What opens over a page of the guide, as readers open it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

__all__ = ["open_languages", "open_menu", "open_search"]


def open_search(page: Page) -> None:
    """Open the search, and let it find something."""
    page.locator("[data-cx-search=button]").click()
    page.get_by_role("searchbox").fill("NPS")
    expect(page.locator(".cx-search-page").first).to_be_visible()


def open_languages(page: Page) -> None:
    """Open the list of languages."""
    page.locator("header .cx-languages summary").click()
    expect(page.locator("header .cx-languages a").first).to_be_visible()


def open_menu(page: Page) -> None:
    """Open the menu of a phone."""
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary .md-nav__link").first).to_be_in_viewport()
