"""Reading without a connection: one language, kept on the device of a reader who asks for it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from axe import violations
from guide_site import Guide, StaticHost, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]

PAGE, LIST = "metrics/nps/index.html", "search/offline.json"
KEPT = "All pages and the search in this language are kept on this device."
KEEP, REMOVE = "Keep on this device (0.8 MB)", "Remove from this device"

HOURS = 3_600_000
"""Of milliseconds."""
EDITION = "0123456789abcdef"
REMOVED = "Removed from this device."
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"

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
FACTS = """async (changed) => {
    const cache = await caches.open((await caches.keys())[0])
    const mark = new URL("/cx-offline-kept.json", location.href)
    const facts = { ...await (await cache.match(mark)).json(), ...changed }
    await cache.put(mark, new Response(JSON.stringify(facts)))
    return facts
}"""
"""What the worker knows of what it keeps, when that is changed."""


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
    assert 0 == page.evaluate(WORKERS)


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


def test_another_language_can_be_removed_where_this_one_is_not_offered(page: Page, host: Host):
    keep(page, f"{host.url}/search/")
    (host.folder / "cs" / LIST).unlink()

    page.goto(f"{host.url}/cs/search/")

    expect(page.get_by_text("V zařízení je teď uložený jiný jazyk.")).to_be_visible()
    expect(page.locator("#offline button:visible")).to_have_text("Odstranit ze zařízení")


def test_nothing_is_offered_without_a_list(page: Page, host: Host):
    (host.folder / LIST).unlink()

    page.goto(f"{host.url}/search/", wait_until="networkidle")

    expect(page.locator("#offline")).to_be_hidden()


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


@pytest.mark.parametrize("lacks", ["serviceWorker", "script"])
def test_no_page_leads_to_what_the_device_cannot_do(chromium: Browser, host: Host, lacks: str):
    context = chromium.new_context(locale="en", java_script_enabled=lacks != "script")
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()

    page.goto(f"{host.url}/metrics/nps/")

    expect(page.get_by_role("contentinfo").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("link", name="Read offline")).to_have_count(0)
    context.close()


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
