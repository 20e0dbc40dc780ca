"""What is kept is renewed, whole or not at all, and goes when its site offers nothing any more."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from offline_host import (
    EDITION,
    FACTS,
    HOURS,
    KEEP,
    LIST,
    WORKERS,
    Host,
    keep,
    kept,
    slow,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]

ASK = """async (asked) => {
    const { active } = await navigator.serviceWorker.ready
    return Promise.all(asked.map(ask => new Promise(go => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data }) => { if (data.done || data.fault) go(data.fault ?? "done") }
        setTimeout(go, 20_000, "no answer")
        active.postMessage({ ask, list: "search/offline.json" }, [port2])
    })))
}"""
"""Asks the worker for several things at once, as pages in several tabs do."""


def _until(holds: str) -> str:
    """A script that waits for something; the pages' policy forbids `wait_for_function`."""
    return f"""async (given) => {{
        for (let tries = 0; tries < 200; tries++) {{
            if (await ({holds})(given)) return
            await new Promise(go => setTimeout(go, 50))
        }}
        throw new Error("in vain")
    }}"""


OVER = _until(f"async () => (await ({FACTS})({{}})).over")
GONE = _until(f"async () => (await caches.keys()).length === 0 && await {WORKERS} === 0")
ONLY = _until("""async edition => {
    const all = await caches.keys()
    return all.length === 1 && all[0].endsWith(edition)
}""")
"""Waits until nothing but an edition is kept."""


def test_what_is_kept_is_renewed_when_the_site_has_changed(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.renew()

    page.goto(f"{host.url}/search/")
    page.evaluate(ONLY, EDITION)
    host.switch_off()
    page.goto(f"{host.url}/metrics/nps/")

    expect(page.get_by_role("heading", level=1)).to_contain_text("New Promoter")


def test_what_is_kept_is_renewed_by_a_visit_to_any_page(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.renew()
    page.evaluate(FACTS, {"when": time.time() * 1000 - 2 * HOURS})

    page.goto(f"{host.url}/metrics/csat/")

    page.evaluate(ONLY, EDITION)


def test_what_has_just_been_renewed_is_not_asked_for_again(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    page.wait_for_load_state("networkidle")
    host.tell(EDITION)
    page.goto(f"{host.url}/metrics/csat/", wait_until="networkidle")

    (name,) = kept(page)
    assert not name.endswith(EDITION)


def test_of_two_renewals_at_once_none_takes_away_what_the_other_has_kept(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.renew()
    host.troubles["/metrics/nps/"] += [slow(0.5), slow(2, 503)]

    assert ["done", "done"] == page.evaluate(ASK, ["renew", "renew"])

    (name,) = kept(page)
    assert name.endswith(EDITION)


def test_what_is_removed_while_it_is_being_kept_is_gone(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.renew()
    host.troubles[f"/{LIST}"].append(slow(0.5))

    assert ["done", "done"] == page.evaluate(ASK, ["keep", "remove"])

    assert [] == kept(page)


def test_a_site_that_changes_while_it_is_being_kept_is_not_kept_by_halves(page: Page, host: Host):
    host.troubles["/metrics/nps/"].append(lambda: host.tell(EDITION))
    page.goto(f"{host.url}/search/")

    page.get_by_role("button", name=KEEP).click()

    expect(page.get_by_role("status").get_by_text("That did not work.")).to_be_visible()
    assert [] == kept(page)


def test_a_site_that_offers_nothing_any_more_leaves_the_device_after_a_day(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    host.offer_nothing()
    page.evaluate(FACTS, {"when": 0})
    page.goto(f"{host.url}/metrics/csat/")
    page.evaluate(OVER)
    page.evaluate(FACTS, {"when": 0, "over": time.time() * 1000 - 25 * HOURS})

    page.goto(f"{host.url}/metrics/nps/")

    page.evaluate(GONE)


def test_a_language_that_is_not_offered_any_more_stays_until_its_reader_removes_it(
    page: Page, host: Host
):
    keep(page, f"{host.url}/search/")
    (host.folder / LIST).unlink()
    page.evaluate(FACTS, {"over": 1})

    page.evaluate(ASK, ["renew"])

    assert "over" not in page.evaluate(FACTS, {})


def test_a_page_that_is_newer_than_the_worker_is_answered(page: Page, host: Host):
    keep(page, f"{host.url}/search/")

    (answer,) = page.evaluate(ASK, ["sing"])

    assert "TypeError" in answer
