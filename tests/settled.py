"""When a page is as a reader comes to see it."""

from __future__ import annotations

from playwright.sync_api import Page

SETTLED = """async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    await document.fonts.ready
}"""


def settle(page: Page) -> None:
    """Wait until a page is laid out with its fonts.

    Fonts are asked for by the first layout: on a busy machine nothing is on its way before.
    """
    page.evaluate(SETTLED)
