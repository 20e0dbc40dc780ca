"""Pictures in a real browser: one of two drawings, letters large enough, nothing outside."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from axe import violations
from chromium import chromium_path
from cxguide.illustrations import picture_styles
from cxguide.illustrations.html import render_picture
from cxguide.site.script_change import ScriptVariant
from cxguide.site.script_variant import in_other_script
from guide_site import ROOT, served
from map_texts import TAGS, texts_in
from picture_texts import PICTURES, picture_of
from settled import settle

pytestmark = pytest.mark.browser

FONTS = ROOT / "docs" / "assets" / "fonts"
TOKENS = ROOT / "plugins/theme/guide/assets/cx/tokens.css"
SHOWN = {320: "narrow", 360: "narrow", 1280: "wide"}
WIDTHS = pytest.mark.parametrize("width", SHOWN)
LANGUAGES = pytest.mark.parametrize("tag", TAGS)

VISIBLE = """[...document.querySelectorAll('.cx-figure svg')]
    .filter(svg => svg.getBoundingClientRect().width)"""
SHOWN_FORMATS = f"() => {VISIBLE}.map(svg => svg.getAttribute('class'))"
SMALLEST_LETTER_PX = f"""() => Math.min(...{VISIBLE}.flatMap(svg =>
    [...svg.querySelectorAll('text')].map(text =>
        parseFloat(text.getAttribute('font-size')) * svg.getScreenCTM().a)))"""
OUTSIDE = f"""() => {VISIBLE}.flatMap(svg => {{
    const {{width, height, x, y}} = svg.viewBox.baseVal
    return [...svg.querySelectorAll('tspan')].filter(line => {{
        const last = line.getEndPositionOfChar(line.getNumberOfChars() - 1)
        const first = line.getStartPositionOfChar(0)
        return first.x < x || last.x > x + width || last.y > y + height
    }}).map(line => line.textContent)
}})"""
OVERLAPPING = f"""() => {VISIBLE}.flatMap(svg => {{
    const boxes = [...svg.querySelectorAll('tspan')].map(line => {{
        const first = line.getStartPositionOfChar(0)
        const last = line.getEndPositionOfChar(line.getNumberOfChars() - 1)
        const size = parseFloat(line.parentNode.getAttribute('font-size'))
        return {{text: line.textContent, left: first.x, right: last.x,
            top: first.y - 0.75 * size, bottom: first.y + 0.2 * size}}
    }})
    return boxes.flatMap((one, index) => boxes.slice(index + 1)
        .filter(other => one.left < other.right && other.left < one.right
            && one.top < other.bottom && other.top < one.bottom)
        .map(other => `${{one.text}} / ${{other.text}}`))
}})"""
PAGE_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def document(tag: str) -> str:
    """A page of all pictures, in the styles of the guide."""
    source = "sr" if tag == "sr-Latn" else tag
    figures = "".join(render_picture(picture_of(name), texts_in(source)) for name in PICTURES)
    body = f'<html lang="{source}"><main><h1>CX</h1>{figures}</main></html>'
    if tag == "sr-Latn":
        body = in_other_script(body, ScriptVariant("sr", "sr-Latn", "sr", "sr-latn"))
    fonts = '<link rel="stylesheet" href="fonts/fonts.css"><link rel="stylesheet" href="page.css">'
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">{fonts}'
    return f"<!doctype html>{body.replace('<main>', f'<head><title>CX</title>{head}</head><main>')}"


@pytest.fixture(scope="module")
def pictures_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pictures")
    copytree(FONTS, folder / "fonts")
    fonts = folder / "fonts" / "fonts.css"
    # The guide does not take a font that comes late; here it is waited for.
    fonts.write_text(fonts.read_text("utf-8").replace("optional", "block"), "utf-8")
    page = "body { margin: 0 16px; background: var(--cx-paper); color: var(--cx-ink);"
    page += " font: 1.0625rem/1.6 var(--cx-font) }"
    styles = TOKENS.read_text("utf-8") + picture_styles() + page
    (folder / "page.css").write_text(styles, "utf-8")
    for tag in TAGS:
        (folder / f"{tag}.html").write_text(document(tag), "utf-8")
    yield from served(folder)


@pytest.fixture
def show(chromium: Browser, pictures_url: str) -> Iterator[object]:
    pages: list[Page] = []

    def shown(tag: str, width: int, **settings: str) -> Page:
        page = chromium.new_page(viewport={"width": width, "height": 800}, **settings)
        pages.append(page)
        page.goto(f"{pictures_url}/{tag}.html")
        settle(page)
        return page

    yield shown
    for page in pages:
        page.close()


@WIDTHS
def test_one_drawing_of_each_picture_is_shown(show, width: int):
    page = show("en", width)

    assert [f"cx-figure-{SHOWN[width]}"] * len(PICTURES) == page.evaluate(SHOWN_FORMATS)


@WIDTHS
@LANGUAGES
def test_letters_are_large_enough_and_stay_inside(show, tag: str, width: int):
    page = show(tag, width)

    assert page.evaluate(SMALLEST_LETTER_PX) >= 14
    assert [] == page.evaluate(OUTSIDE)
    assert [] == page.evaluate(OVERLAPPING)
    assert 0 == page.evaluate(PAGE_OVERFLOW)


@pytest.mark.parametrize("width", range(300, 1001, 50))
def test_letters_are_large_enough_at_every_width(show, width: int):
    assert show("th", width).evaluate(SMALLEST_LETTER_PX) >= (14 if width >= 320 else 13)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
def test_axe_finds_nothing_in_pictures(show, width: int, scheme: str):
    page = show("en", width, color_scheme=scheme)

    assert [] == violations(page, within=".cx-figure")


def test_only_the_shown_drawing_is_read_out(show):
    page = show("cs", 360)

    assert len(PICTURES) == page.get_by_role("group").count()
    assert 1 == page.get_by_role("group", name="Pět fází a otázka zákazníka v každé z nich").count()
    names = page.get_by_role("listitem").filter(has_text="Zvažování").all_inner_texts()
    assert 1 == len(names)


@pytest.mark.parametrize(
    ("scheme", "ink"), [("light", "rgb(27, 37, 48)"), ("dark", "rgb(231, 236, 239)")]
)
def test_words_have_the_ink_of_the_page(show, scheme: str, ink: str):
    page = show("en", 1280, color_scheme=scheme)

    name = page.locator(".cx-figure-wide text", has_text="Customer opinion").first
    assert ink == name.evaluate("text => getComputedStyle(text).fill")


def test_forced_colours_draw_the_frames_in_the_colour_of_text(show):
    page = show("en", 1280, forced_colors="active")

    stroke = "path => getComputedStyle(path).stroke"
    text = "svg => getComputedStyle(svg).color"
    frame = page.locator(".cx-figure-wide path[stroke='var(--line)']").first
    assert page.locator(".cx-figure-wide").first.evaluate(text) == frame.evaluate(stroke)


def test_readers_with_large_text_get_large_letters(chromium: Browser, pictures_url: str):
    large = chromium.browser_type.launch(
        executable_path=chromium_path(),
        args=["--no-sandbox", "--blink-settings=defaultFontSize=32"],
    )
    page = large.new_page(viewport={"width": 1000, "height": 800})
    page.goto(f"{pictures_url}/en.html")

    shown, smallest = page.evaluate(SHOWN_FORMATS), page.evaluate(SMALLEST_LETTER_PX)
    large.close()

    assert {"cx-figure-narrow"} == set(shown)
    assert smallest >= 28


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_style_of_the_guide_changes_letters_of_a_picture(
    page: Page, guide_url: str, scheme: str
):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{guide_url}/foundations/stages/")

    found = page.evaluate(
        """() => [...document.querySelectorAll('.cx-figure text[fill="var(--ink)"]')].map(text => [
            [getComputedStyle(text.closest('figure')).color, `${text.getAttribute('font-size')}px`],
            [getComputedStyle(text).fill, getComputedStyle(text).fontSize]])"""
    )

    assert found
    assert [meant for meant, _ in found] == [drawn for _, drawn in found]
