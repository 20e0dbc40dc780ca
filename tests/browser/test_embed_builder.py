"""The page of the guide on which partners make their code."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cxguide.metrics import built_in_metrics
from guide_site import PREFIXES, Guide

pytestmark = pytest.mark.browser

BUILDER = "reference/embed/"
SHOWN = """() => {
  const value = (selector) => document.querySelector(selector).value
  const chosen = `${value("#cx-builder-what")}.${value("#cx-builder-lang")}`
  return value("[data-cx-code=address]") === `https://cx-guide.example/embed/v1/${chosen}.html`
}"""
"""Whether the code is for what is chosen."""


SHIFTS = """
window.moved = 0
new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) window.moved += value
}).observe({type: 'layout-shift', buffered: true})
"""
"""Counts how far the page has moved, as browsers measure it."""

EXACT = re.compile(r'/embed/\d+\.\d+\.\d+/.* integrity="sha384-.* crossorigin="anonymous"')
"""Code for a release that never changes."""


@pytest.fixture
def builder(page: Page, guide_url: str) -> Page:
    page.goto(f"{guide_url}/{BUILDER}", wait_until="networkidle")
    return page


VERSIONS = "**/embed/versions.json"


def code(page: Page, name: str) -> str:
    return page.locator(f"[data-cx-code={name}]").input_value()


def choose(page: Page, **choices: str) -> None:
    for name, value in choices.items():
        page.locator(f"#cx-builder-{name}").select_option(value)
    page.wait_for_function(SHOWN)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_the_page_does_not_move_when_its_script_comes(
    chromium: Browser, guide_url: str, prefix: str, width: int
):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)

    page.goto(f"{guide_url}/{prefix}{BUILDER}", wait_until="networkidle")
    page.wait_for_function(SHOWN)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    moved = page.evaluate("window.moved")
    page.close()
    assert moved < 0.02


def test_the_code_is_for_what_is_chosen(builder: Page):
    choose(builder, what="churn", lang="th", theme="dark")

    assert 'src="https://cx-guide.example/embed/v1/churn.th.html?theme=dark"' in code(
        builder, "frame"
    )
    assert '<cx-calculator metric="churn" lang="th" theme="dark">' in code(builder, "element")
    assert "https://cx-guide.example/th/metrics/churn-and-retention/#churn-calculator" in code(
        builder, "element"
    )
    assert "https://cx-guide.example/embed/v1/churn.th.html" == code(builder, "address")
    assert "embed/v1/churn.th.html?theme=dark" in str(
        builder.locator(".cx-builder-preview").get_attribute("src")
    )


def test_a_map_has_an_element_of_its_own(builder: Page):
    choose(builder, what="journey/clinic", lang="cs")

    assert '<cx-journey map="clinic" lang="cs">' in code(builder, "element")
    assert "embed/v1/journey/clinic.cs.html" in code(builder, "frame")


def test_what_is_typed_into_the_preview_becomes_the_preset(builder: Page):
    choose(builder, what="clv_simple", lang="en")
    frame = builder.frame_locator(".cx-builder-preview")
    frame.locator("[data-cx-currency-field]").fill("THB")
    frame.locator("input[name]").first.fill("77")

    expect(builder.locator("[data-cx-code=frame]")).to_have_value(re.compile(r"=77&.*currency=THB"))
    assert 'currency="THB"' in code(builder, "element")
    assert "77" not in code(builder, "address")


def test_a_colour_that_is_none_is_told_and_left_out(builder: Page):
    builder.locator("#cx-builder-accent").fill("reddish")

    expect(builder.locator(".cx-builder-error")).not_to_be_empty()
    assert "reddish" not in code(builder, "frame")

    builder.locator("#cx-builder-accent").fill("#b00020")

    expect(builder.locator(".cx-builder-error")).to_be_empty()
    expect(builder.locator("[data-cx-code=frame]")).to_have_value(re.compile("accent=b00020"))


def test_choices_leave_nothing_in_the_history_and_survive_going_back(builder: Page, guide_url: str):
    before = builder.evaluate("history.length")
    choose(builder, what="churn")
    choose(builder, what="nps", lang="cs")
    assert before == builder.evaluate("history.length")

    builder.goto(f"{guide_url}/metrics/nps/", wait_until="networkidle")
    builder.go_back(wait_until="networkidle")

    # The browser fills in what was chosen when it comes to it.
    builder.wait_for_function(SHOWN)


@pytest.mark.parametrize("tag", PREFIXES)
def test_without_a_script_the_code_for_everything_is_there_in_the_language(guide: Guide, tag: str):
    page = guide.page(f"/{PREFIXES[tag]}{BUILDER}")
    listed = [one.text_content() for one in page.cssselect(".cx-builder-plain pre")]

    assert len(built_in_metrics()) + 3 == len(listed)
    assert all(f".{tag.lower()}.html" in one and f".{tag.lower()}.js" in one for one in listed)


def test_the_releases_come_with_the_code_and_not_before(page: Page, guide_url: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{guide_url}/{BUILDER}", wait_until="networkidle")
    page.wait_for_function(SHOWN)

    assert f"{guide_url}/embed/versions.json" not in asked
    assert 'embed/v1/abandonment.en.js" charset="utf-8" async' in code(page, "element")

    page.locator("[data-cx-copy=element]").scroll_into_view_if_needed()

    for name in ("frame", "element"):
        expect(page.locator(f"[data-cx-code={name}]")).to_have_value(EXACT)
    choose(page, what="churn", lang="th")
    expect(page.locator("[data-cx-code=element]")).to_have_value(EXACT)
    assert 1 == asked.count(f"{guide_url}/embed/versions.json")


def test_releases_that_do_not_come_are_asked_for_with_the_next_choice(page: Page, guide_url: str):
    page.route(VERSIONS, lambda route: route.abort())
    page.goto(f"{guide_url}/{BUILDER}", wait_until="networkidle")
    with page.expect_event("requestfailed"):
        page.locator("[data-cx-copy=element]").focus()
    choose(page, what="churn")

    assert 'embed/v1/churn.en.js" charset="utf-8" async' in code(page, "element")

    page.unroute(VERSIONS)
    choose(page, what="nps")

    expect(page.locator("[data-cx-code=element]")).to_have_value(EXACT)


def test_it_opens_in_the_language_of_its_page(page: Page, guide_url: str):
    page.goto(f"{guide_url}/sr-latn/{BUILDER}", wait_until="networkidle")

    assert "sr-latn" == page.locator("#cx-builder-lang").input_value()


def test_the_file_to_keep_needs_nothing_else(offline: Page, guide: Guide):
    page = offline
    page.goto((guide.folder / "embed/v1/nps.th.html").as_uri())
    page.locator("[name=promoters]").fill("50")

    expect(page.locator("output").first).not_to_have_attribute("data-cx-value", "37")


@pytest.fixture
def offline(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()
