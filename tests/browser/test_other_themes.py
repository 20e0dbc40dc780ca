"""A map and a calculator in the themes that come with MkDocs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from guide_site import ROOT, served
from tiny_site import Site

pytestmark = pytest.mark.browser

PAGE = "# Home\n\n```journey\nmap: retailer\n```\n\n```calculator\nmetric: nps\n```\n"


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    plugins = ["cx-calculators", "cx-journeys"]
    theme = {"name": request.param}
    root = tmp_path_factory.mktemp(request.param)
    site = Site(root, {"site_name": "Other", "theme": theme, "plugins": plugins})
    site.write("docs/index.md", PAGE)
    retailer = ROOT / "docs" / "journeys" / "retailer.yml"
    site.write("docs/journeys/retailer.yml", retailer.read_text("utf-8"))
    assert 0 == site.build().returncode
    return site


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    for url in served(site.folder):
        page.goto(url, wait_until="networkidle")
        yield page
    page.close()


def sides_of_stages(page: Page, side: str) -> set[int]:
    return set(
        page.locator(".cx-map tbody th").evaluate_all(
            "(heads, side) => heads.map((head) => Math.round(head.getBoundingClientRect()[side]))",
            side,
        )
    )


def test_stages_of_a_map_stand_beside_each_other_on_a_desk(page: Page):
    assert 1 == len(sides_of_stages(page, "top"))
    assert 6 == len(sides_of_stages(page, "left"))


def test_stages_of_a_map_stand_below_each_other_on_a_phone(page: Page):
    page.set_viewport_size({"width": 360, "height": 900})

    assert 1 == len(sides_of_stages(page, "left"))
    assert 6 == len(sides_of_stages(page, "top"))


@pytest.mark.parametrize("width", [1280, 360])
def test_no_text_of_a_map_runs_out_of_its_cell(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})

    wide = page.locator(".cx-map td").evaluate_all(
        """cells => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.textContent)"""
    )

    assert [] == wide


def test_lists_of_a_calculator_have_no_bullets(page: Page):
    marked = page.locator(".cx-calculator li").evaluate_all(
        """items => items.filter((item) => getComputedStyle(item).listStyleType !== "none"
          && getComputedStyle(item).display === "list-item").map((item) => item.outerHTML)"""
    )

    assert [] == marked
