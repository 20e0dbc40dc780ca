"""Languages at the door: a page offers itself in the language that the reader prefers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from guide_site import served
from offering import offering_site, opened, reader
from tiny_site import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("languages")]


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(offering_site(tmp_path_factory.mktemp("site")).folder)


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
