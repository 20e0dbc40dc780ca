"""Embeds in forced colours, on paper and on a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cxguide.metrics import built_in_metrics
from embed_elements import element_of
from guide_site import PREFIXES, Guide
from partner_pages import SANDBOX, PartnerSite, expect_right_height, partner_site

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor() -> dict[str, object]:
    return {"color_scheme": "light"}


def in_both(partner: PartnerSite, query: str = "") -> tuple[Page, list[Locator]]:
    """A page with an element and a frame, and the calculators in them."""
    page = partner.visited(
        partner.script("loader")
        + "<cx-calculator id='own' metric='nps' accent='AA0000' theme='light'></cx-calculator>"
        + partner.frame("nps.en.html?accent=AA0000&theme=light", f'{SANDBOX} style="width: 100%"')
        + partner.script("nps.en")
    )
    page.wait_for_function("heard.length === 2")
    return page, [page.locator("#own"), page.frame_locator("iframe").locator("body")]


def test_forced_colours_are_obeyed(guide: Guide, chromium: Browser):
    with partner_site(guide.folder, chromium, forced_colors="active", color_scheme="dark") as site:
        _, calculators = in_both(site)

        for calculator in calculators:
            forced = calculator.evaluate(
                """one => { one.style.color = "CanvasText"; one.style.backgroundColor = "Canvas";
                const { color, backgroundColor } = getComputedStyle(one);
                return [color, backgroundColor] }"""
            )
            value = calculator.locator(".cx-main-value output")
            assert forced == value.evaluate(
                "one => [getComputedStyle(one).color,"
                " getComputedStyle(one.closest('.cx-calculator')).backgroundColor]"
            )
            assert "rgb(170, 0, 0)" not in forced


def test_the_current_band_is_marked_without_colours_too(guide: Guide, chromium: Browser):
    with partner_site(guide.folder, chromium, forced_colors="active") as site:
        calculator = element_of(site)

        marked, other = (
            calculator.locator(f".cx-bands li{which}").first.evaluate(
                "one => { const { outline, border, fontWeight, backgroundColor, textDecoration } ="
                " getComputedStyle(one); return [outline, border, fontWeight, backgroundColor,"
                " textDecoration] }"
            )
            for which in ("[aria-current=true]", ":not([aria-current=true])")
        )
        assert marked != other


def test_on_paper_there_are_numbers_and_no_buttons(partner: PartnerSite):
    page, calculators = in_both(partner)

    page.emulate_media(media="print")

    for calculator in calculators:
        expect(calculator.locator(".cx-main-value output")).to_be_visible()
        expect(calculator.locator("[name=promoters]")).to_be_visible()
        expect(calculator.locator(".cx-actions, .cx-try")).to_have_count(2)
        for part in calculator.locator(".cx-actions, .cx-try").all():
            expect(part).to_be_hidden()


def test_a_frame_becomes_as_high_as_it_is_on_paper(partner: PartnerSite):
    page, _ = in_both(partner)
    before = expect_right_height(page)

    page.emulate_media(media="print")

    assert expect_right_height(page) < before


@pytest.mark.parametrize("tag", PREFIXES)
def test_no_element_is_wider_than_a_small_screen(guide: Guide, chromium: Browser, tag: str):
    names = built_in_metrics()
    small = {"width": 320, "height": 800}
    with partner_site(guide.folder, chromium, viewport=small) as site:
        page = site.visited(
            "<style>body { margin: 0 }</style>"
            + "".join(f'<cx-calculator metric="{one}"></cx-calculator>' for one in names)
            + "".join(site.script(f"{one}.{tag.lower()}") for one in names)
        )
        calculators = page.locator(".cx-calculator[data-cx-status]")
        expect(calculators).to_have_count(len(names))

        calculators.evaluate_all(
            "all => { for (const one of all) for (const part of one.querySelectorAll('details'))"
            " part.open = true }"
        )

        assert [] == calculators.evaluate_all(
            "all => all.filter((one) => one.scrollWidth > one.clientWidth).map(({ id }) => id)"
        )
        assert 320 == page.evaluate("document.documentElement.scrollWidth")
