"""What a browser loads with a page: no more than the files say, and the fonts of one language."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser

from first_view import first_view
from guide_site import PREFIXES, Guide
from settled import settle

pytestmark = pytest.mark.browser

PAGES = (
    *("", "metrics/nps/", "maps/retailer/", "reference/translate/", "reference/glossary/"),
    "reference/embed/",
)
OWN_FONTS = {
    "en": {"latin"},
    "sr": {"latin", "serbian.sr"},
    "sr-Latn": {"latin", "serbian.sr-latn"},
    "th": {"latin", "thai"},
    "cs": {"czech"},
}
"""Files of text, in both weights."""


def loaded(chromium: Browser, address: str, tag: str) -> set[str]:
    """Paths of all files that the browser of a visitor who prefers a language asks for."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale=tag)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(address, wait_until="networkidle")
    settle(page)
    context.close()
    return set(asked)


def preloaded(page: Path) -> list[str]:
    """Paths of the fonts that a page asks for before its styles do."""
    links = html.fromstring(page.read_bytes()).iter("link")
    return [one.get("href") for one in links if one.get("as") == "font"]


def font_of(path: str) -> str:
    """`assets/fonts/cx-sans-serbian-400.sr.woff2` is a file of `serbian.sr`."""
    name = path.rpartition("/")[2].removeprefix("cx-sans-").removesuffix(".woff2")
    return name.replace("-400", "").replace("-600", "")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_a_page_loads_the_fonts_of_its_language_alone(
    chromium: Browser, guide_url: str, guide: Guide, tag: str, prefix: str, path: str
):
    files = loaded(chromium, f"{guide_url}/{prefix}{path}", tag)

    fonts = {font_of(file) for file in files if file.endswith(".woff2")}
    assert OWN_FONTS[tag] == fonts - {"math"}
    known = {*first_view(guide.folder, f"/{prefix}{path}").files}
    page = f"{prefix}{path}"
    asked_early = {font_of(one) for one in preloaded(guide.folder / page / "index.html")}
    assert fonts == asked_early, "a font that comes late lays out the whole page anew"
    assert set() == {file for file in files if file not in known and file != page} - {
        "assets/favicon.svg"
    }
