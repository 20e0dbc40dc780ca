"""Journey maps in a real browser: three layouts, every number of stages, large text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cxguide.core.catalogs import Texts, Translations
from cxguide.core.languages import Language
from cxguide.journeys import Journey, journey_styles, read_journeys, render_journey

pytestmark = pytest.mark.browser

WIDTHS = [320, 360, 500, 690, 900, 1280, 1600]
COUNTS = [2, 5, 6, 9]
LAYOUTS = {"cards": 360, "banded": 690, "wide": 1280}
LONG_WORDS = {
    "en": "Comprehensive internationalization responsibilities",
    "sr": "Најнепријатељскије преиспитивање одговорности",
    "th": "เปรียบเทียบแจ็กเกตสามตัวและอ่านรีวิวของลูกค้า",
    "cs": "Nejnepravděpodobnější konkurenceschopnost poskytovatele",
}

OVERFLOWING = """() => {
    const clipped = heads => heads && getComputedStyle(heads).position === 'absolute'
    return [...document.querySelectorAll('.cx-map, .cx-map *')]
    .filter(element => !element.closest('svg') && getComputedStyle(element).display !== 'inline'
        && !clipped(element.closest('thead')) && (element.scrollWidth > element.clientWidth + 1
            || element.tagName === 'TD' && element.scrollHeight > element.clientHeight + 1))
    .map(element => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 30)}`)
}"""
PAGE_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

Show = Callable[..., Page]


class LongTexts(Texts):
    """Every text is made of long words, and keeps its placeholders."""

    def __call__(self, key: str, english: str, /, **values: object) -> str:
        if key.startswith(("map/level", "map/today", "map/target")):
            return LONG_WORDS[self.tag].split()[0]
        words = LONG_WORDS[self.tag]
        return f"{words} {' '.join(map(str, values.values()))}"

    def counted(self, key: str, number: float, one: str, other: str, /, **values: object) -> str:
        return self(key, other, **values)


@pytest.fixture(scope="module")
def retailer() -> Journey:
    root = Path(__file__).resolve().parents[2]
    return read_journeys(root / "docs" / "journeys", root)["retailer"]


def with_stages(journey: Journey, count: int) -> Journey:
    stages = [replace(journey.stages[index % 6], id=f"stage-{index + 1}") for index in range(count)]
    return replace(journey, stages=tuple(stages))


@pytest.fixture
def show(chromium: Browser, retailer: Journey) -> Iterator[Show]:
    pages: list[Page] = []

    def show_map(
        width: int,
        count: int = 6,
        *,
        texts: Texts | None = None,
        css: str = "",
        colour_scheme: str = "light",
    ) -> Page:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        pages.append(page)
        figure = render_journey(with_stages(retailer, count), texts or Texts(Language("en")))
        page.set_content(
            f"<!doctype html><html lang='en'><title>Map</title>"
            f"<style>html {{ color-scheme: {colour_scheme} }} body {{ margin: 0 }}"
            f"{journey_styles()}{css}</style>{figure}"
        )
        return page

    yield show_map
    for page in pages:
        page.close()


# Nothing is cut off


def cut_off(page: Page) -> dict[int, object]:
    """What is wider than its room, by the width of the window."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if trouble := page.evaluate(OVERFLOWING) or page.evaluate(PAGE_OVERFLOW):
            found[width] = trouble
    return found


@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_wider_than_its_room(show: Show, count: int) -> None:
    assert cut_off(show(WIDTHS[0], count)) == {}


@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_cut_off_at_double_text_size(show: Show, count: int) -> None:
    assert cut_off(show(WIDTHS[0], count, css="html { font-size: 200% }")) == {}


@pytest.mark.parametrize("width", LAYOUTS.values(), ids=LAYOUTS)
def test_nothing_is_cut_off_with_wide_text_spacing(show: Show, width: int) -> None:
    """WCAG 2.2, 1.4.12."""
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    page = show(width, css=spacing + "word-spacing: .16em !important }")

    assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("tag", LONG_WORDS)
@pytest.mark.parametrize("width", [320, *LAYOUTS.values()])
def test_long_words_of_every_language_stay_inside(show: Show, tag: str, width: int) -> None:
    page = show(width, texts=LongTexts(Language(tag), Translations(Language(tag))))

    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(PAGE_OVERFLOW) == 0


def test_a_name_with_breaks_in_it_is_in_one_piece(show: Show) -> None:
    """Parts of a flex container would stand apart."""
    broken = "[...document.querySelectorAll('.cx-map cx-w, .cx-map cx-h')]"
    page = show(1280, texts=LongTexts(Language("th"), Translations(Language("th"))))

    around = page.evaluate(f"{broken}.map(part => getComputedStyle(part.parentElement).display)")

    assert around
    assert not {"flex", "grid"} & set(around)


# Three layouts


@pytest.mark.parametrize(
    ("width", "count", "expected"),
    [
        (320, 2, "banded"),
        (360, 6, "cards"),
        (690, 5, "banded"),
        (690, 6, "banded"),
        (690, 9, "cards"),
        (900, 2, "wide"),
        (1280, 6, "wide"),
        (1280, 9, "banded"),
        (1600, 9, "wide"),
    ],
)
def test_the_layout_follows_room_and_number_of_stages(
    show: Show, width: int, count: int, expected: str
) -> None:
    columns = {"cards": 0, "banded": count, "wide": count + 1}

    tracks = show(width, count).evaluate(
        "() => getComputedStyle(document.querySelector('.cx-map-grid')).gridTemplateColumns"
    )

    assert len(re.findall(r"[\d.]+px", tracks)) == columns[expected]


@pytest.mark.parametrize("width", LAYOUTS.values(), ids=LAYOUTS)
def test_screen_readers_get_all_heads_in_every_layout(show: Show, width: int) -> None:
    page = show(width)
    map_ = page.get_by_role("table", name="Online shop for outdoor clothing")

    assert map_.get_by_role("columnheader").count() == 11
    assert map_.get_by_role("rowheader").count() == 6
    assert map_.get_by_role("cell").count() == 60
    assert map_.get_by_role("row").count() == 7


@pytest.mark.parametrize("width", LAYOUTS.values(), ids=LAYOUTS)
def test_the_browsers_own_tree_keeps_the_table(show: Show, width: int) -> None:
    page = show(width)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")

    roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]

    assert roles.count("columnheader") == 11
    assert roles.count("rowheader") == 6


@pytest.mark.parametrize("width", LAYOUTS.values(), ids=LAYOUTS)
def test_marks_of_pains_are_not_read_aloud(show: Show, width: int) -> None:
    snapshot = show(width).locator("table").aria_snapshot()

    assert "Delivery cost appears at the last step (severe)" in snapshot
    assert "▼" not in snapshot
    assert "▲" not in snapshot


def test_a_theme_that_centres_figures_does_not_squeeze_the_map(show: Show) -> None:
    """Material for MkDocs has this rule."""
    figures = "html figure:nth-child(n) { inline-size: fit-content; text-align: center }"
    page = show(1280, css=".cx-map-title, p, dl { font-size: 1px !important }" + figures)

    width, alignment = page.locator("figcaption").evaluate(
        "caption => [caption.clientWidth, getComputedStyle(caption).textAlign]"
    )

    assert (width, alignment) == (1280, "start")


# The curve


@pytest.mark.parametrize("width", [690, 1280])
def test_marks_stand_at_the_height_of_their_score(show: Show, width: int) -> None:
    heights = show(width).evaluate(
        """() => [...document.querySelectorAll('.cx-map-plot')].map(plot => {
            const [box, mark] = [plot, plot.querySelector('[data-mark=today]')]
                .map(element => element.getBoundingClientRect())
            return Math.round((mark.top + mark.height / 2 - box.top) / box.height * 100)
        })"""
    )
    assert heights == [50, 30, 70, 10, 90, 30]


def test_marks_of_cards_go_from_left_to_right(show: Show) -> None:
    places = show(360).evaluate(
        """() => [...document.querySelectorAll('.cx-map-plot')].map(plot => {
            const [box, mark] = [plot, plot.querySelector('[data-mark=today]')]
                .map(element => element.getBoundingClientRect())
            return Math.round((mark.left + mark.width / 2 - box.left) / box.width * 100)
        })"""
    )
    assert places == [50, 70, 30, 90, 10, 70]


@pytest.mark.parametrize("width", [690, 691, 1280, 1283])
def test_pieces_of_the_curve_meet_without_a_gap(show: Show, width: int) -> None:
    edges = show(width).evaluate(
        """() => [...document.querySelectorAll('td .cx-map-curve')]
            .map(piece => piece.getBoundingClientRect()).map(box => [box.left, box.right])"""
    )
    assert [right for _, right in edges[:-1]] == [left for left, _ in edges[1:]]
    assert all(left == round(left) for left, _ in edges)


def test_the_whole_curve_stands_above_the_cards_only(show: Show) -> None:
    assert show(360).locator(".cx-map-arc").is_visible()
    assert not show(1280).locator(".cx-map-arc").is_visible()


# Print, contrast mode


@pytest.mark.parametrize("tag", ["en", "th"])
def test_six_stages_print_on_one_landscape_page(show: Show, tag: str) -> None:
    page = show(800)
    page.locator("html").evaluate("(element, tag) => { element.lang = tag }", tag)

    pdf = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    width, height = map(float, re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)[0])
    assert width > height


def test_forced_colours_draw_the_curve_in_the_text_colour(show: Show) -> None:
    page = show(1280)
    page.emulate_media(forced_colors="active")

    colours = page.evaluate(
        """() => [...document.querySelectorAll('.cx-map stop')]
            .map(stop => getComputedStyle(stop).stopColor)
            .concat(getComputedStyle(document.body).color)"""
    )

    assert len(set(colours)) == 1


def test_dark_pages_get_dark_maps(show: Show) -> None:
    page = show(1280, colour_scheme="dark")
    surface = page.locator("td[data-row=emotion]").first.evaluate(
        "cell => getComputedStyle(cell).backgroundColor"
    )
    assert surface == "rgb(31, 38, 48)"


def test_thai_maps_have_tall_lines(show: Show) -> None:
    texts = LongTexts(Language("th"), Translations(Language("th")))
    ratio = show(1280, texts=texts).evaluate(
        """() => { const style = getComputedStyle(document.querySelector('td p'))
            return parseFloat(style.lineHeight) / parseFloat(style.fontSize) }"""
    )
    assert ratio >= 1.7


@pytest.mark.parametrize(("tag", "quotes"), [("en", "“”"), ("sr", "„“"), ("cs", "„“")])
def test_thoughts_have_the_quotation_marks_of_the_language(
    show: Show, tag: str, quotes: str
) -> None:
    """Chromium resolves `quotes: auto` itself; only Serbian is ours."""
    page = show(1280, texts=LongTexts(Language(tag), Translations(Language(tag))))
    style = page.locator("q").first.evaluate("quote => getComputedStyle(quote).quotes")
    assert style in ("auto", f'"{quotes[0]}" "{quotes[1]}"')
    assert (style == "auto") == (tag != "sr")
