"""The heights that the build tells partners, against frames of the width they hold for."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from cxguide.embeds.heights import HEIGHTS
from cxguide.embeds.oembed import WIDTH
from guide_site import Guide

pytestmark = pytest.mark.browser

MAY_DIFFER = 0.06
"""A share of the height: other machines have other system fonts."""


@pytest.fixture(scope="module")
def measured(guide: Guide, guide_url: str, chromium: Browser) -> dict[str, int]:
    """The height of every frame, by name."""
    folder = guide.folder / "embed" / "v1"
    names = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*.html")]
    page = chromium.new_page(viewport={"width": WIDTH, "height": 800})
    found = {name: _height(page, f"{guide_url}/embed/v1/{name}.html") for name in sorted(names)}
    page.close()
    return found


def _height(page: Page, address: str) -> int:
    page.goto(address, wait_until="load")
    height: float = page.evaluate("document.body.getBoundingClientRect().height")
    return -int(-height // 10) * 10  # up to the next ten


def test_the_heights_that_partners_are_told_are_measured(
    measured: dict[str, int], request: pytest.FixtureRequest
):
    if request.config.getoption("--update-cases"):
        HEIGHTS.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")

    told = json.loads(HEIGHTS.read_text(encoding="utf-8"))

    assert told.keys() == measured.keys()
    wrong = {
        name: (told[name], height)
        for name, height in measured.items()
        if not told[name] * (1 - MAY_DIFFER) <= height <= told[name] * (1 + MAY_DIFFER)
    }
    assert {} == wrong
