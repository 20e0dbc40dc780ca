"""The keys that open the search, on keyboards of other letters."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CTRL, ALT, SHIFT = 2, 1, 8


def press(page: Page, key: str, code: str, modifiers: int) -> None:
    """A key of a keyboard of another layout: what it writes, and where it is."""
    keyboard = page.context.new_cdp_session(page)
    for kind in ("rawKeyDown", "keyUp"):
        keyboard.send(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": key, "code": code, "modifiers": modifiers},
        )


@pytest.mark.parametrize(
    ("key", "code"),
    [("า", "KeyK"), ("к", "KeyK"), ("K", "KeyK"), ("k", "KeyV")],
    ids=["Thai", "Cyrillic", "Caps Lock", "Dvorak"],
)
def test_ctrl_k_opens_the_search_on_every_keyboard(page: Page, guide_url: str, key: str, code: str):
    page.goto(f"{guide_url}/metrics/nps/")
    press(page, key, code, CTRL)

    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("key", "code", "modifiers"),
    [
        ("k", "KeyK", CTRL | ALT),
        ("K", "KeyK", CTRL | SHIFT),
        ("า", "KeyK", CTRL | SHIFT),
        ("t", "KeyK", CTRL),
        ("า", "KeyK", 0),
    ],
    ids=["Alt", "Shift", "Thai with Shift", "Dvorak's T", "Thai alone"],
)
def test_other_keys_do_not_open_it(page: Page, guide_url: str, key: str, code: str, modifiers: int):
    page.goto(f"{guide_url}/metrics/nps/")
    press(page, key, code, modifiers)

    assert 0 == page.locator("dialog.cx-search").count()


def test_ctrl_k_goes_to_the_field_of_the_search_page(page: Page, guide_url: str):
    page.goto(f"{guide_url}/search/?q=churn")
    page.locator(".cx-search-page").first.focus()
    page.keyboard.press("Control+k")

    expect(page.get_by_role("searchbox")).to_be_focused()
    assert 0 == page.locator("dialog.cx-search").count()
