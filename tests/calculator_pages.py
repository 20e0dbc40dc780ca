"""What tests do with a calculator in a page of its own."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def opened(page: Page, calculators_url: str, metric: str, query: str = "") -> Locator:
    """The calculator of a metric, with all its parts open."""
    page.goto(f"{calculators_url}/{metric}.html{query}")
    calculator = page.locator(f"#{metric}-calculator")
    calculator.evaluate("one => one.querySelectorAll('details').forEach((d) => (d.open = true))")
    return calculator


def pasted(page: Page, calculator: Locator, answer: str, text: str) -> None:
    """Paste a text into the field of an answer."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    calculator.get_by_role("textbox", name=answer, exact=True).click()
    page.keyboard.press("Control+V")


def copied(page: Page, calculator: Locator, button: str) -> str:
    """What a button puts on the clipboard."""
    calculator.get_by_role("button", name=button).click()
    expect(calculator.locator(".cx-take .cx-copied")).to_have_text("Copied")
    return page.evaluate("navigator.clipboard.readText()")
