"""Sheets on paper, in the guide and on sites that use `cx-pages` alone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from guide_site import PREFIXES, served
from tiny_site import Site

pytestmark = pytest.mark.browser

SHEETS = pytest.mark.parametrize(
    "sheet", ["foundations/five-cs/#self-check", "practice/feedback/#register"]
)
LANGUAGES = pytest.mark.parametrize("tag", ["en", "th"])
QUESTION = "does every complaint get an answer from a person with a name?"
ROWS = "".join(f"| {n} | Concern | Question {n}, {QUESTION} | | |\n" for n in range(1, 16))
CHECKS = f"""# Checks

Before the sheet.

## Sheet {{ #sheet .cx-sheet }}

Fill it in.

| No. | Area | Question | Answer | Where |
| --- | --- | --- | --- | --- |
{ROWS}
## After

After the sheet.
"""


def printed(page: Page, address: str) -> list[str]:
    """The text of each page of paper."""
    page.goto("about:blank")  # a new part of the same address would not be a new visit
    page.goto(address, wait_until="networkidle")
    made = page.pdf(format="A4", prefer_css_page_size=True)
    return ["".join(one.extract_text().split()) for one in PdfReader(BytesIO(made)).pages]


def beginning(page: Page, sheet: str) -> str:
    """The first letters of the heading of a sheet."""
    heading = page.locator(f"[id='{sheet.partition('#')[2]}']")
    return "".join(heading.evaluate("one => one.firstChild.textContent").split())[:6]


@LANGUAGES
@SHEETS
def test_a_sheet_is_printed_alone_on_one_page(page: Page, guide_url: str, tag: str, sheet: str):
    pages = printed(page, f"{guide_url}/{PREFIXES[tag]}{sheet}")

    assert 1 == len(pages)
    assert pages[0].startswith(beginning(page, sheet))


@LANGUAGES
@SHEETS
def test_a_sheet_begins_and_ends_with_a_page_of_its_own(
    page: Page, guide_url: str, tag: str, sheet: str
):
    (alone,) = printed(page, f"{guide_url}/{PREFIXES[tag]}{sheet}")

    pages = printed(page, f"{guide_url}/{PREFIXES[tag]}{sheet.partition('#')[0]}")

    assert [alone] == [one for one in pages if one.startswith(beginning(page, sheet))]
    assert 3 < len(pages) < 11


def test_what_only_helps_on_a_screen_is_not_printed(page: Page, guide_url: str):
    text = "".join(printed(page, f"{guide_url}/foundations/five-cs/"))

    assert "Readyouranswers" in text
    assert "Tofillin" not in text
    assert "Editthispage" not in text


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
def other_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    root = tmp_path_factory.mktemp(request.param)
    config = {"site_name": "Other", "theme": {"name": request.param}, "plugins": ["cx-pages"]}
    site = Site(root, {**config, "markdown_extensions": ["attr_list"]})
    site.write("docs/index.md", "# Home\n")
    site.write("docs/checks.md", CHECKS)
    assert 0 == site.build().returncode
    yield from served(site.folder)


def test_another_site_prints_a_sheet_alone_on_one_page(page: Page, other_url: str):
    pages = printed(page, f"{other_url}/checks/#sheet")

    assert 1 == len(pages)
    assert pages[0].startswith("Sheet")
    assert "Question15" in pages[0]
    assert "thesheet." not in pages[0]
    assert "Tofillin" not in pages[0]


def test_another_site_prints_a_whole_page_and_its_sheet_on_two_at_most(page: Page, other_url: str):
    pages = printed(page, f"{other_url}/checks/")

    at = next(number for number, one in enumerate(pages) if "Question1," in one)
    assert pages[at].startswith("Sheet")
    assert "Question15" in "".join(pages[at : at + 2])
    assert ("Beforethesheet." in pages[0], "Afterthesheet." in pages[-1]) == (True, True)


def test_fields_to_write_in_are_wide_and_high_and_those_of_numbers_narrow(
    page: Page, other_url: str
):
    page.set_viewport_size({"width": 690, "height": 1000})  # A4 without its margins
    page.goto(f"{other_url}/checks/#sheet", wait_until="networkidle")
    page.emulate_media(media="print")

    number, _, _, answer, where = page.locator(
        ".cx-sheet-section tbody tr:first-child td"
    ).evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().toJSON())")
    page.emulate_media(media="screen")

    assert number["width"] < 50 < 140 < answer["width"]
    assert answer["width"] == pytest.approx(where["width"], abs=2)
    assert answer["height"] > 45


def test_another_site_shows_a_wide_table_as_blocks_on_a_phone(page: Page, other_url: str):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{other_url}/checks/", wait_until="networkidle")

    shown = page.locator(".cx-sheet-section tbody tr:first-child td").evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell).display)"
    )

    assert ["block"] * 5 == shown  # those to be filled in too


def test_time_to_read_and_day_of_review_stand_beside_each_other(page: Page, guide_url: str):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{guide_url}/foundations/five-cs/")

    (first, second) = page.locator(".cx-page-facts > *").evaluate_all(
        "facts => facts.map((fact) => fact.getBoundingClientRect().toJSON())"
    )

    assert first["top"] == second["top"]
    assert second["left"] - first["right"] > 10
