"""The guide on a host in trouble, and a reader who keeps a language of it on a device."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, expect

from guide_site import StaticHost, served

PAGE, LIST = "metrics/nps/index.html", "search/offline.json"
KEPT = "All pages and the search in this language are kept on this device."
KEEP, REMOVE = "Keep on this device (download of 0.8 MB)", "Remove from this device"

HOURS = 3_600_000
"""Of milliseconds."""
EDITION = "0123456789abcdef"
REMOVED = "Removed from this device."
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"

FACTS = """async (changed) => {
    const cache = await caches.open((await caches.keys())[0])
    const mark = new URL("/cx-offline-kept.json", location.href)
    const facts = { ...await (await cache.match(mark)).json(), ...changed }
    await cache.put(mark, new Response(JSON.stringify(facts)))
    return facts
}"""
"""What the worker knows of what it keeps, when that is changed."""


class Host:
    """The guide, by links to its files, on a server that can be switched off, or be in trouble.

    Attributes:
        troubles: for an address, what happens before each of its next answers; gives the status.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.troubles: dict[str, list[Callable[[], int]]] = defaultdict(list)
        troubles = self.troubles

        class Troubled(StaticHost):
            def do_GET(self) -> None:
                waiting = troubles[self.path]
                status = waiting.pop(0)() if waiting else 200
                if status == 200:
                    super().do_GET()
                else:
                    self.send_error(status)

            def end_headers(self) -> None:
                if self.path.endswith("/"):  # or the browser's own cache answers for the host
                    self.send_header("Cache-Control", "no-cache")
                super().end_headers()

        self._server = served(folder, Troubled)
        self.url = next(self._server)

    def change(self, name: str, text: str) -> None:
        """Put another file in the place of one, which stays as it is in the guide."""
        (self.folder / name).unlink()
        (self.folder / name).write_text(text, "utf-8")

    def renew(self, edition: str = EDITION) -> None:
        """Change a page, and tell so in the list."""
        text = (self.folder / PAGE).read_text("utf-8")
        self.change(PAGE, text.replace("Net Promoter", "New Promoter"))
        self.tell(edition)

    def tell(self, edition: str) -> int:
        """Say in the list that there is another edition."""
        files = json.loads((self.folder / LIST).read_text("utf-8"))
        self.change(LIST, json.dumps({**files, "edition": edition}))
        return 200

    def offer_nothing(self) -> None:
        """As a site without `offline: true`."""
        for path in [*self.folder.glob("**/offline.json"), self.folder / "cx-offline.js"]:
            path.unlink()

    def switch_off(self) -> None:
        with suppress(StopIteration):
            next(self._server)


def slow(seconds: float, status: int = 200) -> Callable[[], int]:
    """An answer that takes a while."""

    def wait() -> int:
        time.sleep(seconds)
        return status

    return wait


def kept(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


def keep(page: Page, list_of_pages: str, name: str = KEEP) -> None:
    page.goto(list_of_pages)
    page.get_by_role("button", name=name).click()
    expect(page.locator("[data-cx-when=kept]").first).to_be_visible(timeout=30_000)
