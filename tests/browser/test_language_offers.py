"""Languages at the door: a page offers itself in the language that the reader prefers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from axe import violations
from guide_site import served
from tiny_site import LANGUAGES, new_site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("languages")]

STYLES = ("tokens", "frame", "text", "site")
"""Of the guide's frame, in which the tiny site stands as well."""
PREFERS = "Object.defineProperty(Navigator.prototype, 'languages', {get: () => %s})"
WATCH = """
    new MutationObserver((changes, observer) => {
        if (!document.querySelector('.cx-offer')) return
        window.offered = performance.now()
        observer.disconnect()
    }).observe(document, {childList: true, subtree: true})
"""
MOVED = """() => new Promise(found => {
    const moved = ({node}) => node?.closest?.('.md-header') ? [] : [node?.className]
    new PerformanceObserver(list => found(
        list.getEntries().filter(entry => entry.startTime >= offered)
            .flatMap(entry => entry.sources.flatMap(moved))
    )).observe({type: 'layout-shift', buffered: true})
    setTimeout(() => found([]), 300)
})"""
COVERED = """() => {
    const focused = document.activeElement
    const {top, right, bottom, left} = focused.getBoundingClientRect()
    const corners = [[left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1],
                     [right - 1, bottom - 1], [(left + right) / 2, (top + bottom) / 2]]
    const isCovered = ([x, y]) => document.elementFromPoint(x, y)?.closest('.cx-offer')
    const isElsewhere = focused === document.body || focused.closest('.cx-offer')
    if (isElsewhere || !corners.some(isCovered)) return null
    return focused.outerHTML
}"""


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = new_site(tmp_path_factory.mktemp("site"))
    site.write("docs/en/long.md", "# Long { #long }\n\n" + "[A line.](index.md)\n\n" * 90)
    site.write("docs/cs/long.md", "# Dlouhá { #long }\n\n" + "[Řádek.](index.md)\n\n" * 90)
    site.config["nav"] = [*site.config["nav"], "long.md"]
    site.config["extra_css"] = [f"assets/cx/{name}.css" for name in STYLES]
    site.built()
    yield from served(site.folder)


@contextmanager
def reader(chromium: Browser, *languages: str, **options: object) -> Iterator[BrowserContext]:
    """A new visitor with these preferences, the first one first."""
    context = chromium.new_context(**options)
    context.set_default_timeout(10_000)
    context.add_init_script(PREFERS % json.dumps(languages))
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    """A page when everything that it loads is there."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


def offer(page: Page) -> str | None:
    """The language that the page offers."""
    found = page.locator(".cx-offer")
    return found.get_attribute("lang") if found.count() else None


@pytest.mark.parametrize(
    ("languages", "path", "expected"),
    [
        (["cs"], "", "cs"),
        (["cs-CZ", "cs", "en-US", "en"], "", "cs"),
        (["en-GB", "cs"], "", None),
        (["de", "cs"], "", "cs"),
        (["de", "fr"], "", None),
        (["th-TH"], "metrics/nps/", "th"),
        (["en"], "th/metrics/nps/", "en"),
        # A page that nobody has translated is neither offered nor offers anything.
        (["cs"], "metrics/nps/", None),
        (["cs", "th"], "metrics/nps/", "th"),
        (["en"], "cs/metrics/nps/", None),
        (["cs"], "404.html", None),
        # Serbian has two scripts; who names none reads both.
        (["sr"], "", "sr"),
        (["sr-RS"], "", "sr"),
        (["sr-Cyrl"], "", "sr"),
        (["sr-Latn-RS"], "", "sr-Latn"),
        (["sr-ME"], "", "sr-Latn"),
        (["sr"], "sr-latn/", None),
        (["sr-Cyrl"], "sr-latn/", "sr"),
        (["sr-Latn", "sr"], "sr/", "sr-Latn"),
        (["sr", "sr-Latn"], "sr/", None),
        (["hr", "bs"], "", None),
        (["hr", "sr-Latn"], "", "sr-Latn"),
        # What browsers hand on and is no tag.
        (["*", "cs_CZ", "", "cs"], "", "cs"),
        ([], "cs/", None),
    ],
)
def test_a_page_offers_the_language_that_the_reader_prefers(
    chromium: Browser, site_url: str, languages: list[str], path: str, expected: str | None
):
    with reader(chromium, *languages) as context:
        actual = offer(opened(context, f"{site_url}/{path}"))

    assert expected == actual


def test_the_offer_speaks_the_language_that_it_offers(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/")
        region = page.get_by_role("complementary", name="čeština: This page is also in English.")

        expect(region).to_have_attribute("lang", "cs")
        expect(region.get_by_role("link")).to_have_text("čeština: Read in English")
        expect(region.get_by_role("button")).to_have_text("čeština: Close")


def test_the_offer_leads_to_the_same_place_and_is_made_once(chromium: Browser, site_url: str):
    with reader(chromium, "th") as context:
        page = opened(context, f"{site_url}/metrics/nps/?promoters=110#formula")

        page.locator(".cx-offer a").click()

        expect(page).to_have_url(f"{site_url}/th/metrics/nps/?promoters=110#formula")
        assert offer(opened(context, f"{site_url}/")) is None
        assert offer(opened(context, f"{site_url}/sr/")) is None


@pytest.mark.parametrize("key", ["Enter", "Space", "Escape"])
def test_an_offer_that_is_closed_by_keyboard_does_not_come_again(
    chromium: Browser, site_url: str, key: str
):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/")
        expect(page.locator(".cx-offer")).to_be_visible()
        for _ in range(3):  # the skip link, the link of the offer, its button
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="čeština: Close")).to_be_focused()

        page.keyboard.press(key)

        expect(page.locator(".cx-offer")).to_have_count(0)
        assert offer(opened(context, f"{site_url}/sr/")) is None


@pytest.mark.parametrize("place", ["header", "footer"])
def test_who_has_chosen_a_language_is_offered_no_other(
    chromium: Browser, site_url: str, place: str
):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/th/metrics/nps/")
        assert offer(page) is None
        if place == "header":
            page.locator("summary[aria-label]").click()
        page.locator(place).get_by_role("link", name=LANGUAGES["sr"]).click()

        assert offer(opened(context, f"{site_url}/")) is None


def test_the_choice_stays_on_the_device_and_is_no_cookie(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/")
        page.locator(".cx-offer a").click()
        expect(page).to_have_url(f"{site_url}/cs/")

        assert {"/cx-language": "cs"} == page.evaluate("({...localStorage})")
        assert [] == context.cookies()


def test_who_is_offered_nothing_loads_nothing_for_it(chromium: Browser, site_url: str):
    with reader(chromium, "en") as context:
        loaded: list[str] = []
        context.on("request", lambda request: loaded.append(request.url))

        opened(context, f"{site_url}/metrics/nps/")

    assert [] == [url for url in loaded if url.endswith("/languages.json")]
    assert [url for url in loaded if url.endswith("/languages.js")]


@pytest.mark.parametrize("path", ["", "long/", "sr/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_moves_nothing_on_the_page(
    chromium: Browser, site_url: str, width: int, path: str
):
    viewport = {"width": width, "height": 700}
    with reader(chromium, "th", "cs", viewport=viewport) as context:
        context.add_init_script(WATCH)
        page = opened(context, f"{site_url}/{path}")
        expect(page.locator(".cx-offer")).to_be_visible()

        assert [] == page.evaluate(MOVED)


@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_covers_nothing_that_the_keyboard_reaches(
    chromium: Browser, site_url: str, width: int
):
    with reader(chromium, "cs", viewport={"width": width, "height": 400}) as context:
        page = opened(context, f"{site_url}/long/")
        expect(page.locator(".cx-offer")).to_be_in_viewport()

        covered = []
        for _ in range(110):
            page.keyboard.press("Tab")
            covered.append(page.evaluate(COVERED))

        assert [] == [one for one in covered if one]


@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_that_comes_late_covers_nothing_that_the_keyboard_is_at(
    chromium: Browser, site_url: str, width: int
):
    with reader(chromium, "cs", viewport={"width": width, "height": 400}) as context:
        page, asked = context.new_page(), []
        page.route("**/languages.json", lambda route: asked.append(route))
        with page.expect_request("**/languages.json"):
            page.goto(f"{site_url}/long/")
        page.wait_for_function("document.fonts.status === 'loaded'")
        page.keyboard.press("Shift+Tab")
        page.wait_for_function("scrollY + innerHeight >= document.body.scrollHeight - 1")

        asked[0].continue_()

        expect(page.locator(".cx-offer")).to_be_in_viewport()
        assert page.evaluate(COVERED) is None


def test_an_offer_leaves_who_has_scrolled_away_from_the_focus(chromium: Browser, site_url: str):
    with reader(chromium, "cs", viewport={"width": 360, "height": 400}) as context:
        page, asked = context.new_page(), []
        page.route("**/languages.json", lambda route: asked.append(route))
        with page.expect_request("**/languages.json"):
            page.goto(f"{site_url}/long/")
        page.keyboard.press("Tab")
        page.evaluate("scrollTo(0, 900)")

        asked[0].continue_()

        expect(page.locator(".cx-offer")).to_be_in_viewport()
        assert page.evaluate("scrollY") == 900


def test_the_foot_of_the_page_can_be_read_below_an_offer(chromium: Browser, site_url: str):
    with reader(chromium, "cs", viewport={"width": 360, "height": 400}) as context:
        page = opened(context, f"{site_url}/long/")

        page.keyboard.press("End")
        page.wait_for_function("scrollY + innerHeight >= document.body.scrollHeight - 1")

        foot, over = (page.locator(one).bounding_box() for one in ("footer", ".cx-offer"))
        assert foot["y"] + foot["height"] <= over["y"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_offer_is_accessible_and_fits(chromium: Browser, site_url: str, width: int, scheme: str):
    viewport = {"width": width, "height": 700}
    with reader(chromium, "th", viewport=viewport, color_scheme=scheme) as context:
        page = opened(context, f"{site_url}/")
        expect(page.locator(".cx-offer")).to_be_in_viewport(ratio=1)

        assert [] == violations(page, within=".cx-offer")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_offer_is_not_printed(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        page = opened(context, f"{site_url}/")
        expect(page.locator(".cx-offer")).to_be_visible()

        page.emulate_media(media="print")

        expect(page.locator(".cx-offer")).to_be_hidden()


def test_where_nothing_can_be_remembered_nothing_is_offered(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
        )
        faults: list[str] = []
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        page = opened(context, f"{site_url}/")
        assert offer(page) is None

        page.locator("footer").get_by_role("link", name="ไทย").click()

        expect(page).to_have_url(f"{site_url}/th/")
        assert [] == faults


def test_without_script_there_is_no_offer(chromium: Browser, site_url: str):
    with reader(chromium, "cs", java_script_enabled=False) as context:
        assert offer(opened(context, f"{site_url}/")) is None


def test_without_a_network_there_is_no_offer(chromium: Browser, site_url: str):
    with reader(chromium, "cs") as context:
        context.route("**/languages.json", lambda route: route.abort())
        faults: list[str] = []
        context.on("weberror", lambda fault: faults.append(str(fault.error)))

        assert offer(opened(context, f"{site_url}/")) is None
        assert [] == faults
