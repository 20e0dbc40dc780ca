"""When a page is as a reader comes to see it."""

from __future__ import annotations

from playwright.sync_api import Page, Route

SETTLED = """async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    await document.fonts.ready
}"""


def wait_for_fonts(page: Page) -> None:
    """Let every page that comes wait for its fonts, however late: readers go on without them."""

    def patient(route: Route) -> None:
        styles = route.fetch()
        text = styles.text().replace("font-display:optional", "font-display:block")
        route.fulfill(response=styles, body=text)

    page.route("**/assets/cx/styles.css", patient)


def settle(page: Page) -> None:
    """Wait until a page is laid out with its fonts.

    Fonts are asked for by the first layout: on a busy machine nothing is on its way before.
    """
    page.evaluate(SETTLED)
