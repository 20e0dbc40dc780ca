"""Embeds look as they would with all our styles: none that they need has been left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from cxguide.core.resources import CALCULATORS
from cxguide.core.styles import compact
from cxguide.metrics import built_in_metrics
from guide_site import Guide
from partner_pages import embeds_served

pytestmark = pytest.mark.browser

ALL_STYLES = compact(
    "\n".join(
        (CALCULATORS / "element" / name).read_text("utf-8")
        for name in ("cx-calculator.css", "away.css", "frame.css")
    )
)
UNLIKE = """css => {
const looks = () => [...document.querySelectorAll("body, body *")].flatMap((one) =>
  [null, "::before"].map((part) => {
    const look = getComputedStyle(one, part);
    return [...look].map((name) => `${name}: ${look.getPropertyValue(name)}`).join("; ");
  }));
const actual = looks();
document.styleSheets[0].disabled = true;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];
return looks().filter((expected, index) => expected !== actual[index]);
}"""
"""How elements look with all styles, of those that look otherwise without some."""


@pytest.fixture(scope="module")
def ours(guide: Guide) -> Iterator[str]:
    with embeds_served(guide.folder) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 700, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.parametrize("name", built_in_metrics())
def test_a_frame_looks_as_with_all_our_styles(page: Page, ours: str, name: str):
    page.goto(f"{ours}/embed/v1/{name}.th.html", wait_until="domcontentloaded")

    assert [] == page.evaluate(UNLIKE, ALL_STYLES)


@pytest.mark.parametrize("query", ["promoters=x", "promoters=0", "promoters=1,5&confidence=2"])
def test_a_frame_with_an_error_looks_as_with_all_our_styles(page: Page, ours: str, query: str):
    page.goto(f"{ours}/embed/v1/nps.en.html?{query}", wait_until="domcontentloaded")

    assert [] == page.evaluate(UNLIKE, ALL_STYLES)


@pytest.mark.parametrize("media", [{"media": "print"}, {"forced_colors": "active"}])
@pytest.mark.parametrize("name", ["nps", "clv_discounted"])
def test_a_frame_looks_so_on_paper_and_in_forced_colours_too(
    page: Page, ours: str, name: str, media: dict[str, str]
):
    page.emulate_media(**media)
    page.goto(f"{ours}/embed/v1/{name}.en.html", wait_until="domcontentloaded")

    assert [] == page.evaluate(UNLIKE, ALL_STYLES)
