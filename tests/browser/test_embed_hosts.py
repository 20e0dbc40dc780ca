"""Elements of ours on pages that are unlike most: strict, from right to left, loud."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cxguide.embeds.releases import integrity
from embed_elements import METRICS, NPS, show_nps
from guide_site import PREFIXES, Guide
from partner_pages import PartnerSite, expect_right_height

pytestmark = pytest.mark.browser

STRICT = (
    "default-src 'none'; script-src {ours}; frame-src {ours}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


# On a page that forbids nearly everything


def exact_script(partner: PartnerSite, guide: Guide, name: str) -> str:
    """The markup that loads a script only if it has these bytes."""
    digest = integrity((guide.folder / "embed" / "v1" / f"{name}.js").read_bytes())
    return partner.script(name, f'integrity="{digest}" crossorigin')


def test_a_strict_page_can_have_all_we_give(partner: PartnerSite, guide: Guide):
    scripts = ("nps.cs", "journey/clinic.th", "loader")
    page = partner.visited(
        '<cx-calculator id="nps" metric="nps" theme="dark" accent="0b5a6b"></cx-calculator>'
        '<cx-journey id="map" map="clinic" theme="light"></cx-journey>'
        + partner.frame("churn.sr.html?lost=20")
        + "".join(exact_script(partner, guide, one) for one in scripts),
        STRICT.format(ours=partner.ours),
    )

    page.get_by_role("textbox", name="Promotéři").fill("60")

    show_nps(page, 60)
    expect(page.locator("#map .cx-map")).to_be_visible()
    expect_right_height(page)


@pytest.mark.parametrize("tag", PREFIXES)
def test_a_strict_page_can_have_every_metric(partner: PartnerSite, guide: Guide, tag: str):
    names = [f"{metric}.{tag.lower()}" for metric in METRICS]
    page = partner.visited(
        "".join(f'<cx-calculator metric="{one}" lang="{tag}"></cx-calculator>' for one in METRICS)
        + "".join(exact_script(partner, guide, one) for one in names),
        STRICT.format(ours=partner.ours),
    )

    expect(page.locator(".cx-calculator[data-cx-status=ok]")).to_have_count(len(METRICS))


def test_a_script_with_other_bytes_is_refused_and_the_page_keeps_its_own_words(
    partner: PartnerSite,
):
    other = f'integrity="{integrity(b"other")}" crossorigin'

    page = partner.visited(NPS + partner.script("nps.en", other))

    expect(page.get_by_role("link", name="Our NPS")).to_be_visible()
    assert any("integrity" in one for one in partner.troubles)
    partner.troubles.clear()


# On a page from right to left

RIGHT_TO_LEFT = 'lang="ar" dir="rtl"'


@pytest.mark.parametrize(
    ("element", "script", "words"),
    [
        (NPS, "nps.en", ".cx-name"),
        ('<cx-journey map="clinic"></cx-journey>', "journey/clinic.en", "figcaption"),
    ],
)
def test_an_element_keeps_its_own_direction(
    partner: PartnerSite, element: str, script: str, words: str
):
    page = partner.visited(element + partner.script(script), attributes=RIGHT_TO_LEFT)

    assert "ltr" == page.locator(words).first.evaluate("one => getComputedStyle(one).direction")


@pytest.mark.parametrize("width_px", [320, 900])
def test_nothing_is_wider_than_a_page_from_right_to_left(partner: PartnerSite, width_px: int):
    scripts = ("nps.en", "churn.th", "journey/clinic.sr", "loader")
    page = partner.opened()
    page.set_viewport_size({"width": width_px, "height": 800})
    page.goto(
        partner.put(
            f'{NPS}<cx-calculator metric="churn"></cx-calculator>'
            '<cx-journey map="clinic"></cx-journey>'
            + partner.frame("ces.cs.html", 'sandbox="allow-scripts" width="100%"')
            + "".join(map(partner.script, scripts)),
            attributes=RIGHT_TO_LEFT,
        )
    )
    expect(page.locator(".cx-map")).to_be_visible()

    # What sticks out at the start of such a page cannot even be scrolled to.
    sides = page.evaluate(
        """() => [...document.querySelectorAll("cx-calculator, cx-journey")].flatMap((one) =>
          [one, ...one.shadowRoot.querySelectorAll("*")]
            .filter((part) => !part.closest("svg, math, .cx-table, .cx-map thead"))
            .map((part) => part.getBoundingClientRect())
            .filter(({ width, left, right }) => width > 1 && (left < 0 || right > innerWidth))
            .map(({ left, right }) => [left, right]))"""
    )
    assert [] == sides
    assert width_px >= page.evaluate("document.documentElement.scrollWidth")


# On a page whose styles are inherited

LOUD = """<style>
  body { letter-spacing: 0.3em; text-align: center; text-indent: 4em; text-transform: uppercase;
  white-space: nowrap; word-spacing: 1em }</style>"""


def test_an_element_does_not_take_over_how_the_page_sets_its_texts(partner: PartnerSite):
    plain, loud = (
        partner.visited(f"{styles}{NPS}{partner.script('nps.en')}") for styles in ("", LOUD)
    )

    expected, actual = (
        page.locator("#nps .cx-hint").first.evaluate(
            """one => { const { letterSpacing, textAlign, textIndent, textTransform, whiteSpace,
            wordSpacing } = getComputedStyle(one); return [letterSpacing, textAlign, textIndent,
            textTransform, whiteSpace, wordSpacing] }"""
        )
        for page in (plain, loud)
    )
    assert expected == actual
