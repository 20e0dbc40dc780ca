"""Reading without a connection: one language, kept on the device of a reader who asks for it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from axe import violations
from guide_site import Guide, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]

PAGE, LIST = "metrics/nps/index.html", "search/offline.json"
KEPT = "All pages and the search in this language are kept on this device."
KEEP, REMOVE = "Keep on this device (0.8 MB)", "Remove from this device"

ONLY = """async edition => {
    for (;;) {
        const all = await caches.keys()
        if (all.length === 1 && all[0].endsWith(edition)) return
        await new Promise(go => setTimeout(go, 50))
    }
}"""
"""Waits until nothing but an edition is kept."""


class Host:
    """The guide, by links to its files, on a server that can be switched off."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = served(folder)
        self.url = next(self._server)

    def change(self, name: str, text: str) -> None:
        """Put another file in the place of one, which stays as it is in the guide."""
        (self.folder / name).unlink()
        (self.folder / name).write_text(text, "utf-8")

    def switch_off(self) -> None:
        with suppress(StopIteration):
            next(self._server)


@pytest.fixture
def host(guide: Guide, tmp_path: Path) -> Iterator[Host]:
    copy = Path(shutil.copytree(guide.folder, tmp_path / "site", copy_function=os.link))
    host = Host(copy)
    yield host
    host.switch_off()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="en")
    yield context.new_page()
    context.close()


def kept(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


def keep(page: Page, list_of_pages: str, name: str = KEEP) -> None:
    page.goto(list_of_pages)
    page.get_by_role("button", name=name).click()
    expect(page.locator("[data-cx-when=kept]").first).to_be_visible(timeout=30_000)


def test_nothing_is_kept_before_a_reader_asks(page: Page, host: Host):
    page.goto(f"{host.url}/search/", wait_until="networkidle")
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()

    assert [] == kept(page)
    assert 0 == page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)")


def test_what_is_kept_works_without_a_connection(page: Page, host: Host):
    faults: list[str] = []
    keep(page, f"{host.url}/search/")
    host.switch_off()
    page.on("pageerror", lambda fault: faults.append(str(fault)))

    page.goto(f"{host.url}/metrics/nps/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Net Promoter")
    assert "CX Sans" in page.evaluate(
        "document.fonts.ready.then(all => [...all].filter(one => one.status === 'loaded')"
        ".map(one => one.family).join())"
    )
    calculator = page.locator("#nps-calculator")
    calculator.get_by_role("textbox", name="Promoters").fill("0")
    result = calculator.locator("[data-cx-output=nps]").first
    expect(result).to_have_attribute("data-cx-value", "-40")
    page.locator("[data-cx-search=button]").click()
    page.get_by_role("searchbox").fill("churn")
    expect(page.locator(".cx-search-results > li").first).to_be_visible()

    assert [] == faults


def test_a_page_that_is_not_kept_leads_to_the_list_of_those_that_are(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.switch_off()

    page.goto(f"{host.url}/th/metrics/nps/")

    page.wait_for_url(f"{host.url}/search/#offline")
    expect(page.get_by_text(KEPT)).to_be_visible()


def test_one_language_takes_the_place_of_another(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    page.goto(f"{host.url}/cs/search/")
    expect(page.locator("[data-cx-when=other]").first).to_be_visible()

    keep(page, f"{host.url}/cs/search/", "Uložit do zařízení (0,9\N{NO-BREAK SPACE}MB)")

    (name,) = kept(page)
    assert "cs/search/offline.json" in name


def test_what_is_kept_can_be_removed(page: Page, host: Host):
    keep(page, f"{host.url}/search/")

    page.get_by_role("button", name=REMOVE).click()

    expect(page.get_by_role("button", name=KEEP)).to_be_focused()
    assert [] == kept(page)
    assert 0 == page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)")


def test_what_is_kept_is_renewed_when_the_site_has_changed(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    text = (host.folder / PAGE).read_text("utf-8")
    host.change(PAGE, text.replace("Net Promoter", "New Promoter"))
    files = json.loads((host.folder / LIST).read_text("utf-8"))
    host.change(LIST, json.dumps({**files, "edition": "0123456789abcdef"}))

    page.goto(f"{host.url}/search/")
    page.evaluate(ONLY, "0123456789abcdef")
    host.switch_off()
    page.goto(f"{host.url}/metrics/nps/")

    expect(page.get_by_role("heading", level=1)).to_contain_text("New Promoter")


def test_a_file_that_cannot_be_fetched_leaves_what_was_kept_before(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    next(host.folder.glob("cs/search/page-*.json")).unlink()
    page.goto(f"{host.url}/cs/search/")

    page.get_by_role("button", name="Uložit do zařízení").click()

    expect(page.get_by_role("status").get_by_text("Nepodařilo se to.")).to_be_visible()
    (name,) = kept(page)
    assert " search/offline.json" in name


def test_an_address_leads_to_the_offer_also_when_its_list_comes_late(page: Page, host: Host):
    held: list[Route] = []
    page.route("**/offline.json", lambda route: held.append(route))
    page.goto(f"{host.url}/th/search/#offline")
    expect(page.get_by_role("searchbox")).to_be_visible()

    held.pop().continue_()

    expect(page.locator("#offline button").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_offer_has_no_barriers(page: Page, host: Host, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{host.url}/th/search/#offline")
    expect(page.locator("#offline button").first).to_be_in_viewport()

    assert [] == violations(page)


def test_every_language_is_light_enough_to_be_kept(guide: Guide):
    sizes = {
        path.relative_to(guide.folder).as_posix(): json.loads(path.read_text("utf-8"))["bytes"]
        for path in guide.folder.glob("**/search/offline.json")
    }

    assert 5 == len(sizes)
    assert {} == {name: size for name, size in sizes.items() if size > 2_000_000}
