"""Reading without a connection: what a reader keeps on a device, reads there and removes."""

from __future__ import annotations

import time
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from offline_host import (
    FACTS,
    KEEP,
    KEPT,
    LIST,
    REMOVE,
    REMOVED,
    WORKERS,
    Host,
    keep,
    kept,
)

NOT_KEPT = "You are offline, and the page you asked for is not kept on this device."

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]


def test_nothing_is_kept_before_a_reader_asks(page: Page, host: Host):
    page.goto(f"{host.url}/search/", wait_until="networkidle")
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()

    assert [] == kept(page)
    assert 0 == page.evaluate(WORKERS)


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

    page.wait_for_url(f"{host.url}/search/#not-kept")
    expect(page.get_by_text(NOT_KEPT)).to_be_in_viewport()
    expect(page.get_by_text(KEPT)).to_be_visible()


def test_nothing_is_said_of_pages_that_are_not_kept_when_there_is_a_connection_again(
    page: Page, host: Host
):
    page.goto(f"{host.url}/search/#not-kept")

    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    expect(page.get_by_text(NOT_KEPT)).to_be_hidden()


def test_one_language_takes_the_place_of_another(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    page.goto(f"{host.url}/cs/search/")
    expect(page.locator("[data-cx-when=other]").first).to_be_visible()

    keep(page, f"{host.url}/cs/search/", "Uložit do zařízení (stáhne se ")

    (name,) = kept(page)
    assert "cs/search/offline.json" in name


def test_what_is_kept_can_be_removed(page: Page, host: Host):
    keep(page, f"{host.url}/search/")

    page.get_by_role("button", name=REMOVE).click()

    expect(page.get_by_role("button", name=KEEP)).to_be_focused()
    assert [] == kept(page)
    assert 0 == page.evaluate(WORKERS)


def test_a_kept_page_does_not_wait_for_a_slow_connection(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.renew()
    page.evaluate(FACTS, {"when": time.time() * 1000})
    answered = Event()
    host.troubles["/metrics/nps/"].append(lambda: 200 if answered.wait(30) else 503)

    page.goto(f"{host.url}/metrics/nps/", timeout=15_000)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Net Promoter")
    answered.set()


def test_what_is_removed_can_be_kept_again_on_the_same_page(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    page.get_by_role("button", name=REMOVE).click()
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=30_000)
    host.switch_off()

    page.goto(f"{host.url}/metrics/nps/")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Net Promoter")


def test_what_is_kept_can_be_removed_without_a_connection(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.switch_off()
    page.goto(f"{host.url}/search/")

    page.get_by_role("button", name=REMOVE).click()

    expect(page.get_by_role("status").get_by_text(REMOVED)).to_be_visible()
    expect(page.locator("#offline [role=status]")).to_be_focused()
    assert "{size}" not in page.locator("#offline").inner_text()
    assert [] == kept(page)


def test_what_is_kept_can_be_removed_when_it_is_no_longer_offered(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    (host.folder / LIST).unlink()
    page.goto(f"{host.url}/search/")
    expect(page.get_by_text(KEPT)).to_be_visible()

    page.get_by_role("button", name=REMOVE).click()

    expect(page.get_by_role("status").get_by_text(REMOVED)).to_be_visible()
    expect(page.locator("#offline button:visible")).to_have_count(0)
    assert [] == kept(page)


def test_a_file_that_cannot_be_fetched_leaves_what_was_kept_before(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    next(host.folder.glob("cs/search/page-*.json")).unlink()
    page.goto(f"{host.url}/cs/search/")

    page.get_by_role("button", name="Uložit do zařízení").click()

    expect(page.get_by_role("status").get_by_text("Nepodařilo se to.")).to_be_visible()
    (name,) = kept(page)
    assert " search/offline.json" in name
