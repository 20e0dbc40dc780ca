"""The maps of the guide, in every version, layout and colour scheme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from axe import violations
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

MAPS = ["retailer", "saas", "clinic"]
LAYOUTS = {"cards": 360, "banded": 820, "wide": 1280}
TRACKS = "getComputedStyle(document.querySelector('.cx-map-grid')).gridTemplateColumns"


def layout(page: Page) -> str:
    stages = page.locator(".cx-map tbody tr").count()
    columns = len(re.findall(r"[\d.]+px", page.evaluate(TRACKS)))
    return {0: "cards", stages: "banded", stages + 1: "wide"}[columns]


def structure(page: Page) -> str:
    """The accessibility tree of the map without its words."""
    tree = page.locator(".cx-map").aria_snapshot()
    kinds = [re.match(r"(\s*- )'?(/?\w+)", line) for line in tree.splitlines()]
    return "\n".join(kind[1] + kind[2] for kind in kinds if kind)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_map_keeps_nobody_out(page: Page, guide_url: str, prefix: str, name: str) -> None:
    page.goto(f"{guide_url}/{prefix}maps/{name}/")
    shown, told = [], []
    for width in LAYOUTS.values():
        page.set_viewport_size({"width": width, "height": 900})
        shown.append(layout(page))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            told += violations(page, within=".cx-map")

    assert [*LAYOUTS] == shown
    assert [] == told


@pytest.mark.parametrize("name", MAPS)
def test_a_map_is_the_same_for_screen_readers_in_every_language_and_layout(
    page: Page, guide_url: str, name: str
) -> None:
    trees = {}
    for tag, prefix in PREFIXES.items():
        page.goto(f"{guide_url}/{prefix}maps/{name}/")
        for of, width in LAYOUTS.items():
            page.set_viewport_size({"width": width, "height": 900})
            trees[f"{tag} {of}"] = structure(page)

    assert "columnheader" in trees["en wide"]
    assert {trees["en wide"]} == set(trees.values())


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_map_takes_one_sheet_of_paper(
    page: Page, guide_url: str, prefix: str, name: str, tmp_path: Path
) -> None:
    page.goto(f"{guide_url}/{prefix}maps/{name}/")
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "page.pdf").pages

    across = [sheet for sheet in sheets if sheet.mediabox.width > sheet.mediabox.height]

    assert 1 == len(across)
