"""Pages of the guide on A4: only what they say, in black on white, with addresses of links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from ctypes import c_uint

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page
from pypdfium2.raw import FPDFPageObj_GetFillColor, FPDFPageObj_GetStrokeColor

from guide_site import PREFIXES
from settled import settle, wait_for_fonts

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("tag", ["en", "sr", "th", "cs"])
Color = tuple[int, ...]

A4_WITHOUT_MARGINS = {"width": 642, "height": 971}
"""In CSS pixels: 210 by 297 mm without 20 mm on each side."""

WHITE = 245
"""What is as light as this is paper."""


@pytest.fixture
def page(page: Page) -> Page:
    wait_for_fonts(page)
    return page


def printed(page: Page, address: str) -> pdfium.PdfDocument:
    page.goto(address, wait_until="networkidle")
    settle(page)
    return pdfium.PdfDocument(
        page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    )


def texts(document: pdfium.PdfDocument) -> list[str]:
    """What each sheet says, without blanks."""
    return ["".join(one.get_textpage().get_text_bounded().split()) for one in document]


def painted(sheet: pdfium.PdfPage) -> Counter[tuple[int, Color, Color]]:
    """How many things of each kind a sheet has in each colour of area and line.

    Where they stand is left out: columns of a table differ by parts of a point between two visits.
    """
    return Counter(
        (one.type, color(one, FPDFPageObj_GetFillColor), color(one, FPDFPageObj_GetStrokeColor))
        for one in sheet.get_objects()
    )


def color(one: pdfium.PdfObject, ask: Callable[..., int]) -> Color:
    """Red, green, blue and alpha."""
    parts = [c_uint() for _ in range(4)]
    ask(one.raw, *parts)
    return tuple(part.value for part in parts)


def filled(sheet: pdfium.PdfPage) -> float:
    """How far down a sheet is printed, as a share of its height."""
    picture = sheet.render(scale=0.5, grayscale=True)
    points, width = bytes(picture.buffer), picture.stride
    rows = [points[start : start + picture.width] for start in range(0, len(points), width)]
    return max(number for number, row in enumerate(rows, 1) if min(row) < WHITE) / len(rows)


def words_of(page: Page, selector: str) -> set[str]:
    """The words of what is shown of a page on a screen, without blanks."""
    found = page.locator(selector).all_inner_texts()
    return {"".join(line.split()) for text in found for line in text.splitlines() if line.strip()}


@LANGUAGES
def test_only_what_a_page_says_is_printed(page: Page, guide_url: str, tag: str):
    document = printed(page, f"{guide_url}/{PREFIXES[tag]}reference/about/")
    page.emulate_media(media="screen")
    around = words_of(
        page, ".md-header, .md-footer a, .cx-page-actions, .md-nav--primary .md-nav__link"
    )
    said = words_of(page, "article")

    text = "".join(texts(document))

    longer = {words for words in around - said if len(words) > 9 and words not in "".join(said)}
    assert len(longer) > 5
    assert set() == {words for words in longer if words in text}
    assert 1 < len(document) < 6


@pytest.mark.parametrize("tag", PREFIXES)
def test_a_page_ends_with_its_licence_and_its_own_address(page: Page, guide_url: str, tag: str):
    text = "".join(texts(printed(page, f"{guide_url}/{PREFIXES[tag]}reference/about/")))

    address = f"https://cx-guide.example/{PREFIXES[tag]}reference/about/"
    assert re.search(f"CCBY4[.]0.{{1,40}}MIT{re.escape(address)}$", text)
    assert 1 == text.count(address)


@LANGUAGES
def test_links_to_other_sites_have_their_address_and_those_within_have_none(
    page: Page, guide_url: str, tag: str
):
    text = "".join(texts(printed(page, f"{guide_url}/{PREFIXES[tag]}reference/about/")))

    assert "(https://creativecommons.org/licenses/by/4.0/)" in text  # in a table
    assert "(https://github.com/cx-guide/cx-guide/issues)" in text  # in a list
    assert "(../" not in text
    assert "(#" not in text


def test_calculators_say_their_result_and_no_addresses(page: Page, guide_url: str):
    text = "".join(texts(printed(page, f"{guide_url}/metrics/nps/")))

    assert "37points" in text
    assert "(http" not in text


@LANGUAGES
def test_what_is_closed_is_printed_also_without_a_script(page: Page, guide_url: str, tag: str):
    page.route("**/*.js", lambda route: route.abort())
    page.set_viewport_size(A4_WITHOUT_MARGINS)
    page.goto(f"{guide_url}/{PREFIXES[tag]}metrics/csat/")
    page.emulate_media(media="print")

    shown = page.locator(".cx-steps:not([open]) > ol").evaluate_all(
        "lists => lists.map((one) => one.checkVisibility({contentVisibilityAuto: true})"
        " && one.getBoundingClientRect().height > 20)"
    )
    page.emulate_media(media="screen")

    assert shown
    assert all(shown)


@pytest.mark.parametrize("path", ["metrics/nps/", "maps/clinic/", "foundations/stages/"])
def test_paper_is_white_and_the_same_when_the_screen_is_dark(page: Page, guide_url: str, path: str):
    light = printed(page, f"{guide_url}/{path}")
    page.emulate_media(color_scheme="dark")

    dark = printed(page, f"{guide_url}/{path}")
    page.emulate_media(color_scheme="light")

    assert [painted(one) for one in light] == [painted(one) for one in dark]
    assert texts(light) == texts(dark)
    pictures = [bytes(one.render().buffer) for one in light]
    assert min(one.count(b"\xff") / len(one) for one in pictures) > 0.75


@LANGUAGES
@pytest.mark.parametrize(
    "path", ["", "metrics/nps/", "metrics/csat/", "strategy/personas/", "reference/about/"]
)
def test_no_sheet_ends_with_a_heading_or_the_bar_above_what_is_folded(
    page: Page, guide_url: str, tag: str, path: str
):
    document = printed(page, f"{guide_url}/{PREFIXES[tag]}{path}")
    headings = {
        "".join(one.split()).removesuffix("¶")
        for one in page.locator("article :is(h2, h3, h4, summary)").all_text_contents()
    }

    last = [one.get_textpage().get_text_bounded().splitlines()[-1] for one in document]

    assert headings
    assert set() == {"".join(line.split()) for line in last} & headings


@pytest.mark.parametrize(
    "address",
    [
        *(f"{prefix}metrics/nps/" for prefix in PREFIXES.values()),
        *("sr/metrics/clv/", "cs/metrics/csat/"),
    ],
)
def test_sheets_before_the_last_are_filled(page: Page, guide_url: str, address: str):
    shares = [round(filled(one), 2) for one in printed(page, f"{guide_url}/{address}")]

    assert min(shares[:-1]) > 0.6, shares


@pytest.mark.parametrize("tag", ["en", "sr", "cs"])  # marks of Thai may be read in another order
def test_the_words_above_a_calculator_stand_on_its_sheet(page: Page, guide_url: str, tag: str):
    document = printed(page, f"{guide_url}/{PREFIXES[tag]}metrics/nps/")
    calculator = page.locator(".cx-calculator").first
    name = calculator.locator(".cx-name").text_content()
    above = calculator.evaluate("one => one.previousElementSibling.textContent")

    sheets = [
        one
        for one in texts(document)
        if "".join(name.split()) in one and "".join(above.split())[:12] in one
    ]

    assert sheets


@pytest.mark.parametrize("tag", PREFIXES)
@pytest.mark.parametrize("path", ["reference/calculators/", "metrics/nps/"])
def test_no_formula_is_wider_than_a_sheet(page: Page, guide_url: str, tag: str, path: str):
    page.set_viewport_size(A4_WITHOUT_MARGINS)
    page.goto(f"{guide_url}/{PREFIXES[tag]}{path}")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.emulate_media(media="print")

    wide = page.locator(".cx-formula").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.innerText)"
    )
    page.emulate_media(media="screen")

    assert [] == wide


@pytest.mark.parametrize(
    ("path", "most"), [("maps/retailer/", 14), ("metrics/nps/", 12), ("strategy/personas/", 7)]
)
@LANGUAGES
def test_a_page_needs_no_more_sheets_than_it_should(
    page: Page, guide_url: str, tag: str, path: str, most: int
):
    assert 3 < len(printed(page, f"{guide_url}/{PREFIXES[tag]}{path}")) <= most
