"""Embeds in the colours of the page around, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from embed_elements import element_of
from guide_site import Guide
from partner_pages import PartnerSite, partner_site

pytestmark = pytest.mark.browser

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(23, 32, 39)"
OURS, OURS_IN_THE_DARK = "rgb(11, 90, 107)", "rgb(108, 197, 211)"
LEAST_CONTRAST = 4.5
GOOD = {"7a1fa2": "rgb(122, 31, 162)", "%23063": "rgb(0, 102, 51)", "AA0000": "rgb(170, 0, 0)"}
"""Accents that can be read on a light page, as addresses write them, and what they are."""
PALE = ["ffee00", "%23fff", "9ad", "f0f0f0"]
"""Accents that nobody could read on a light page."""


@pytest.fixture
def visitor() -> dict[str, object]:
    return {"color_scheme": "light"}


def frame_of(partner: PartnerSite, query: str = "") -> Locator:
    """The calculator in a frame, which has been shown."""
    page = partner.visited(partner.script("loader") + partner.frame(f"nps.en.html?{query}"))
    page.wait_for_function("heard.length")
    return page.frame_locator("iframe").locator(".cx-calculator")


def say(calculator: Locator, message: str) -> None:
    """Post a message, written in JavaScript, to the frame around a calculator."""
    calculator.page.evaluate(
        f"document.querySelector('iframe').contentWindow.postMessage({message}, '*')"
    )


def expect_accent(calculator: Locator, colour: str) -> None:
    expect(calculator.locator(".cx-main-value output")).to_have_css("color", colour)


def expect_surface(calculator: Locator, colour: str) -> None:
    expect(calculator).to_have_css("background-color", colour)


# Light and dark


@pytest.mark.parametrize(("theme", "surface"), [("dark", DARK), ("light", LIGHT), ("", LIGHT)])
def test_an_element_has_the_theme_that_its_attribute_says(
    partner: PartnerSite, theme: str, surface: str
):
    calculator = element_of(partner, f"theme='{theme}'")

    expect_surface(calculator, surface)


def test_an_element_changes_with_its_attribute(partner: PartnerSite):
    calculator = element_of(partner)
    element = calculator.page.locator("cx-calculator")

    element.evaluate("one => one.setAttribute('theme', 'dark')")
    expect_surface(calculator, DARK)

    element.evaluate("one => one.removeAttribute('theme')")
    expect_surface(calculator, LIGHT)


def test_an_element_without_a_theme_is_as_the_page_around(partner: PartnerSite):
    calculator = element_of(partner, styles="html { color-scheme: dark }")

    expect_surface(calculator, DARK)
    expect_accent(calculator, OURS_IN_THE_DARK)


@pytest.mark.parametrize(("theme", "surface"), [("dark", DARK), ("light", LIGHT), ("x", LIGHT)])
def test_a_frame_has_the_theme_that_its_address_says(
    partner: PartnerSite, theme: str, surface: str
):
    expect_surface(frame_of(partner, f"theme={theme}"), surface)


def test_a_frame_changes_when_the_page_around_says_so(partner: PartnerSite):
    calculator = frame_of(partner)

    say(calculator, "{cx: 1, type: 'theme', theme: 'dark'}")
    expect_surface(calculator, DARK)

    say(calculator, "{cx: 1, type: 'theme', theme: 'light'}")
    expect_surface(calculator, LIGHT)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_frame_without_a_theme_is_as_the_visitor_likes_it(
    guide: Guide, chromium: Browser, theme: str
):
    with partner_site(guide.folder, chromium, color_scheme=theme) as partner:
        expect_surface(frame_of(partner), {"dark": DARK, "light": LIGHT}[theme])


@pytest.mark.parametrize(("theme", "surface"), [("dark", DARK), ("light", LIGHT)])
def test_a_map_has_a_theme_too(partner: PartnerSite, theme: str, surface: str):
    page = partner.visited(
        f"<cx-journey map='clinic' theme='{theme}'></cx-journey>"
        + partner.frame(f"journey/clinic.en.html?theme={theme}")
        + partner.script("journey/clinic.en")
    )

    expect(page.locator(".cx-map-box")).to_have_css("background-color", surface)
    body = page.frame_locator("iframe").locator("body")
    expect(body).to_have_css("background-color", surface)


DARK_HOST = "html { background: #111; color: #eee }"
"""A page that is dark without telling the browser so."""


@pytest.mark.parametrize(
    ("element", "script", "words"),
    [
        ("<cx-calculator metric='nps'></cx-calculator>", "nps.en", ".cx-name"),
        ("<cx-journey map='clinic'></cx-journey>", "journey/clinic.en", "figcaption"),
        ("<cx-journey map='clinic'></cx-journey>", "journey/clinic.en", ".cx-home"),
    ],
)
def test_texts_can_be_read_on_a_page_that_is_dark_by_itself(
    partner: PartnerSite, element: str, script: str, words: str
):
    page = partner.visited(f"<style>{DARK_HOST}</style>{element}{partner.script(script)}")

    colour = page.locator(words).first.evaluate("one => getComputedStyle(one).color")

    assert "rgb(238, 238, 238)" != colour


# The colour of the page around


@pytest.mark.parametrize("accent", GOOD)
def test_a_colour_that_can_be_read_is_used(partner: PartnerSite, accent: str):
    attribute = accent.replace("%23", "#")

    expect_accent(element_of(partner, f"accent='{attribute}'"), GOOD[accent])
    expect_accent(frame_of(partner, f"accent={accent}"), GOOD[accent])
    expect_accent(
        element_of(partner, styles=f":root {{ --cx-accent: {GOOD[accent]} }}"), GOOD[accent]
    )


@pytest.mark.parametrize("accent", PALE)
def test_a_colour_that_nobody_could_read_gives_way_to_ours(partner: PartnerSite, accent: str):
    colour = f"#{accent.replace('%23', '')}"

    expect_accent(element_of(partner, f"accent='{colour}'"), OURS)
    expect_accent(frame_of(partner, f"accent={accent}"), OURS)
    expect_accent(element_of(partner, styles=f"cx-calculator {{ --cx-accent: {colour} }}"), OURS)


@pytest.mark.parametrize(
    "colour", ["rgb(0 0 0 / 5%)", "transparent", "nonsense", "10px", "var(--nowhere)", "''"]
)
def test_a_property_that_is_no_colour_to_be_read_gives_way_to_ours(
    partner: PartnerSite, colour: str
):
    expect_accent(element_of(partner, styles=f":root {{ --cx-accent: {colour} }}"), OURS)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("purple", "rgb(128, 0, 128)"),
        ("oklch(0.4 0.2 300)", "oklch(0.4 0.2 300)"),
        ("hsl(300 100% 20%)", "rgb(102, 0, 102)"),
        ("color(display-p3 0.5 0 0)", "color(display-p3 0.5 0 0)"),
    ],
)
def test_a_property_may_be_any_colour(partner: PartnerSite, colour: str, expected: str):
    expect_accent(element_of(partner, styles=f":root {{ --cx-accent: {colour} }}"), expected)


def test_an_attribute_counts_more_than_a_property(partner: PartnerSite):
    styles = ":root { --cx-accent: purple }"

    expect_accent(element_of(partner, "accent='AA0000'", styles), GOOD["AA0000"])


def test_a_colour_is_judged_on_the_surface_that_it_stands_on(partner: PartnerSite):
    bright, deep = "rgb(255, 238, 0)", "rgb(0, 0, 102)"

    expect_accent(element_of(partner, "accent='ffee00' theme='dark'"), bright)
    expect_accent(frame_of(partner, "accent=ffee00&theme=dark"), bright)
    expect_accent(element_of(partner, "accent='000066' theme='dark'"), OURS_IN_THE_DARK)
    expect_accent(element_of(partner, "accent='000066'"), deep)
    expect_accent(element_of(partner, "accent='000066'", ":root { --cx-surface: #222 }"), OURS)


def test_a_colour_is_judged_anew_when_the_theme_changes(partner: PartnerSite):
    calculator = frame_of(partner, "accent=000066")

    say(calculator, "{cx: 1, type: 'theme', theme: 'dark', accent: '000066'}")
    expect_accent(calculator, OURS_IN_THE_DARK)

    say(calculator, "{cx: 1, type: 'theme', theme: 'light', accent: '000066'}")
    expect_accent(calculator, "rgb(0, 0, 102)")


@pytest.mark.parametrize("make", [element_of, frame_of])
def test_a_colour_is_judged_anew_when_the_visitor_turns_the_light_off(
    partner: PartnerSite, make: object
):
    styles = {"styles": ":root { color-scheme: light dark }"} if make is element_of else {}
    said = "accent='000066'" if make is element_of else "accent=000066"
    calculator = make(partner, said, **styles)
    expect_accent(calculator, "rgb(0, 0, 102)")

    calculator.page.emulate_media(color_scheme="dark")

    expect_surface(calculator, DARK)
    expect_accent(calculator, OURS_IN_THE_DARK)


def test_a_page_says_by_message_which_colour_it_likes(partner: PartnerSite):
    calculator = frame_of(partner)

    say(calculator, "{cx: 1, type: 'theme', accent: '#AA0000'}")
    expect_accent(calculator, GOOD["AA0000"])

    say(calculator, "{cx: 1, type: 'theme', accent: 'ffee00'}")
    expect_accent(calculator, OURS)


def test_parts_can_be_styled_from_outside(partner: PartnerSite):
    calculator = element_of(partner, styles="cx-calculator::part(name) { color: rgb(1, 2, 3) }")

    expect(calculator.locator(".cx-name")).to_have_css("color", "rgb(1, 2, 3)")
