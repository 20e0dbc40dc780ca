"""Where reading offline is offered, and where not."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from axe import violations
from guide_site import Guide, served
from offline_host import (
    KEEP,
    LIST,
    WORKERS,
    Host,
    keep,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]


def test_nothing_is_offered_without_a_list(page: Page, host: Host):
    (host.folder / LIST).unlink()

    page.goto(f"{host.url}/search/", wait_until="networkidle")

    expect(page.locator("#offline")).to_be_hidden()


def test_another_language_can_be_removed_where_this_one_is_not_offered(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    (host.folder / "cs" / LIST).unlink()

    page.goto(f"{host.url}/cs/search/")

    expect(page.get_by_text("V zařízení je teď uložený jiný jazyk.")).to_be_visible()
    expect(page.locator("#offline button:visible")).to_have_text("Odstranit ze zařízení")


def test_the_worker_of_a_site_around_this_one_is_left_alone(page: Page, host: Host):
    (host.folder.parent / "theirs.js").touch()
    around = served(host.folder.parent)
    root = next(around)
    page.goto(f"{root}/theirs.js")
    page.evaluate("navigator.serviceWorker.register('/theirs.js').then(() => 0)")

    page.goto(f"{root}/site/search/", wait_until="networkidle")

    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    assert 1 == page.evaluate(WORKERS)
    around.close()


def test_the_foot_of_a_page_leads_to_the_offer(page: Page, host: Host):
    page.goto(f"{host.url}/metrics/nps/")

    page.get_by_role("contentinfo").get_by_role("link", name="Read offline").click()

    expect(page.get_by_role("button", name=KEEP)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "download"), ("sr/", "преузимање"), ("sr-latn/", "preuzimanje"),
     ("th/", "ดาวน์โหลด"), ("cs/", "stáhne")],
)  # fmt: skip
def test_the_size_is_that_of_the_download(page: Page, host: Host, prefix: str, words: str):
    page.goto(f"{host.url}/{prefix}search/")

    expect(page.locator("#offline button:visible")).to_contain_text(words)


@pytest.mark.parametrize("lacks", ["serviceWorker", "script"])
def test_no_page_leads_to_what_the_device_cannot_do(chromium: Browser, host: Host, lacks: str):
    context = chromium.new_context(locale="en", java_script_enabled=lacks != "script")
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()

    page.goto(f"{host.url}/metrics/nps/")

    expect(page.get_by_role("contentinfo").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("link", name="Read offline")).to_have_count(0)
    context.close()


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
