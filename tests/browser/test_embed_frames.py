"""Frames of ours on pages of other people: their heights, events and messages, hidden or not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from guide_site import Guide
from partner_pages import SANDBOX, SPOKEN, PartnerSite, expect_right_height

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor() -> dict[str, object]:
    return {"viewport": {"width": 700, "height": 900}}


OWN_HEIGHT = "Math.ceil(document.body.getBoundingClientRect().height)"
GIVEN_HEIGHTS = """Object.fromEntries(
  [...document.querySelectorAll("iframe")].map(({ src, clientHeight }) => [src, clientHeight]))"""


def show_nps(page: Page, value: str) -> None:
    output = page.frame_locator("iframe").locator("output").first
    expect(output).to_have_attribute("data-cx-value", value)


def heard(page: Page) -> list[tuple[str, str]]:
    """Kind and place of the events that have reached the window."""
    return [(one["type"], one["at"]) for one in page.evaluate("heard")]


def say(page: Page, message: str) -> None:
    """Post a message, written in JavaScript, into the first frame."""
    page.evaluate(f"document.querySelector('iframe').contentWindow.postMessage({message}, '*')")


# In a sandbox


def test_a_frame_in_a_sandbox_is_filled_by_its_address_and_works(partner: PartnerSite):
    page = partner.visited(
        partner.frame("nps.th.html?promoters=50&passives=30&detractors=20", f'id="f" {SANDBOX}')
    )
    show_nps(page, "30")

    page.frame_locator("iframe").locator("[name=promoters]").fill("๑๐๐")

    show_nps(page, "53.333333333333336")


def test_the_loader_gives_a_frame_its_height_and_follows_it(partner: PartnerSite):
    page = partner.visited(partner.frame("nps.en.html") + partner.script("loader"))
    folded = expect_right_height(page)

    page.frame_locator("iframe").locator("summary").click()
    unfolded = expect_right_height(page)
    page.frame_locator("iframe").locator("summary").click()

    assert folded < unfolded
    assert folded == expect_right_height(page)


def test_the_loader_follows_a_frame_that_becomes_narrow(partner: PartnerSite):
    wide = f'{SANDBOX} style="width: 100%"'
    page = partner.visited(partner.frame("nps.en.html", wide) + partner.script("loader"))
    before = expect_right_height(page)

    page.set_viewport_size({"width": 320, "height": 800})
    expect(page.frame_locator("iframe").locator("body")).to_have_js_property("clientWidth", 304)

    assert before < expect_right_height(page)


def test_a_frame_has_no_scroll_bar_at_its_height(partner: PartnerSite):
    page = partner.visited(partner.frame("nps.en.html") + partner.script("loader"))
    expect_right_height(page)

    body = page.frame_locator("iframe").locator(":root")
    assert [0, 0] == body.evaluate(
        "root => [root.scrollHeight - innerHeight, innerWidth - root.clientWidth]"
    )


def test_the_loader_tells_the_page_what_happens_in_a_frame(partner: PartnerSite):
    frame = partner.frame("nps.en.html", f'id="f" {SANDBOX}')
    page = partner.visited(partner.script("loader") + frame)
    page.wait_for_function("heard.length === 1")

    page.frame_locator("iframe").locator("[name=promoters]").fill("50")
    page.wait_for_function("heard.length === 2")
    page.frame_locator("iframe").locator("[name=promoters]").fill("-1")
    page.wait_for_function("heard.length === 3")

    assert [("cx-ready", "f"), ("cx-result", "f"), ("cx-error", "f")] == heard(page)
    _, result, error = (one["detail"] for one in page.evaluate("heard"))
    assert ({"promoters": 50, "passives": 54, "detractors": 36, "confidence": 0.95}, 1, "ok") == (
        result["inputs"], result["formulaVersion"], result["status"],
    )  # fmt: skip
    assert {
        "metric": "nps", "lang": "en", "status": "error",
        "code": "out_of_range", "field": "promoters",
    } == error  # fmt: skip
    assert page.evaluate("heard.every(({ bubbles, composed }) => bubbles && composed)")


def test_an_element_and_a_frame_tell_the_same(partner: PartnerSite):
    page = partner.visited(
        partner.script("loader")
        + partner.frame("ces.cs.html")
        + '<cx-calculator metric="ces"></cx-calculator>'
        + partner.script("ces.cs")
    )
    page.wait_for_function("heard.length === 2")

    for calculator in (page.frame_locator("iframe"), page.locator("cx-calculator")):
        calculator.locator("[name=counts]").fill("1 2 3 4 5 6 7")
    page.wait_for_function("heard.length === 4")
    for calculator in (page.frame_locator("iframe"), page.locator("cx-calculator")):
        calculator.locator("[name=counts]").fill("1 2")
    page.wait_for_function("heard.length === 6")

    details = [one["detail"] for one in page.evaluate("heard")]
    assert details[::2] == details[1::2]


def test_a_page_learns_of_frames_that_were_ready_before_the_loader(partner: PartnerSite):
    page = partner.visited(SPOKEN + partner.frame("nps.en.html", f'id="f" {SANDBOX}'))
    page.wait_for_function("spoken.size === 1")

    page.add_script_tag(url=f"{partner.ours}/embed/v1/loader.js")
    expect_right_height(page)

    assert [("cx-ready", "f")] == heard(page)


def test_the_loader_twice_does_no_more(partner: PartnerSite):
    loader = partner.script("loader")
    page = partner.visited(loader + loader + partner.frame("nps.en.html", f'id="f" {SANDBOX}'))
    page.wait_for_function("heard.length")

    page.frame_locator("iframe").locator("[name=promoters]").fill("50")
    page.wait_for_function("heard.some(({ type }) => type === 'cx-result')")
    expect_right_height(page)

    assert [("cx-ready", "f"), ("cx-result", "f")] == heard(page)


def test_frames_that_did_not_ask_for_it_keep_their_height(partner: PartnerSite):
    frames = partner.frame("nps.en.html", SANDBOX).replace("data-cx", 'height="222"')
    page = partner.visited(SPOKEN + partner.script("loader") + frames)
    page.wait_for_function("spoken.size === 1")

    assert 222 == page.locator("iframe").evaluate("one => one.clientHeight")


# Messages into a frame


def test_a_page_sets_values_and_looks_of_a_frame(partner: PartnerSite):
    page = partner.visited(
        partner.script("loader") + partner.frame("time_on_task.en.html", f'id="f" {SANDBOX}')
    )
    page.wait_for_function("heard.length === 1")

    say(page, "{cx: 1, type: 'set', inputs: {times: [1, 2, 4.5]}}")
    say(page, "{cx: 1, type: 'theme', theme: 'dark'}")

    frame = page.frame_locator("iframe")
    expect(frame.locator("[name=times]")).to_have_value("1; 2; 4.5")
    expect(frame.locator(":root")).to_have_css("color-scheme", "dark")
    expect(frame.locator("[data-cx-status]")).to_have_attribute("data-cx-status", "ok")
    assert [("cx-ready", "f")] == heard(page)


# Late, hidden, many


def test_a_loader_that_comes_late_gives_every_frame_its_own_height(partner: PartnerSite):
    names = ("nps.th.html", "churn.cs.html", "journey/clinic.en.html")
    page = partner.visited(SPOKEN + "".join(map(partner.frame, names)))
    page.wait_for_function("spoken.size === 3")
    assert [150, 150, 150] == page.locator("iframe").evaluate_all(
        "frames => frames.map((frame) => frame.clientHeight)"
    )

    page.add_script_tag(url=f"{partner.ours}/embed/v1/loader.js")

    assert 3 == len({expect_right_height(page, index) for index in range(3)})


def test_a_frame_that_was_not_shown_gets_its_height_when_it_is(partner: PartnerSite):
    page = partner.visited(
        partner.frame("nps.en.html", f"{SANDBOX} style='display: none'") + partner.script("loader")
    )
    page.wait_for_function("heard.length === 1")

    page.locator("iframe").evaluate("frame => frame.style.removeProperty('display')")

    assert 300 < expect_right_height(page)


def test_a_frame_out_of_sight_tells_no_height_before_it_has_a_width(partner: PartnerSite):
    away = f"{SANDBOX} style='width: 0; margin-top: 9000px'"
    page = partner.visited(SPOKEN + partner.frame("nps.en.html", away) + partner.script("loader"))
    page.wait_for_function("heard.length === 1")

    page.locator("iframe").evaluate("frame => { frame.style.width = '300px' }")

    assert 300 < expect_right_height(page)
    assert 1 == page.evaluate(
        "new Set(said.filter(({ type }) => type === 'height').map(({ height }) => height)).size"
    )


def test_a_frame_that_was_in_a_closed_part_gets_its_height_when_it_opens(partner: PartnerSite):
    page = partner.visited(
        f"<details><summary>More</summary>{partner.frame('nps.en.html')}</details>"
        + partner.script("loader")
    )
    page.wait_for_function("heard.length === 1")

    page.locator("summary").first.click()

    assert 300 < expect_right_height(page)


def test_a_frame_far_below_that_loads_late_gets_its_height(partner: PartnerSite):
    page = partner.visited(
        "<p style='height: 9000px'>Far above</p>"
        + partner.frame("nps.en.html", f"{SANDBOX} loading='lazy'")
        + partner.script("loader")
    )

    page.locator("iframe").scroll_into_view_if_needed()
    page.wait_for_function("heard.length === 1")

    assert 300 < expect_right_height(page)


def test_a_frame_that_is_added_later_gets_its_height(partner: PartnerSite):
    page = partner.visited(f"<p>Text</p>{partner.script('loader')}")

    page.evaluate(
        "html => { document.body.insertAdjacentHTML('beforeend', html) }",
        partner.frame("nps.en.html"),
    )
    page.wait_for_function("heard.length === 1")

    assert 300 < expect_right_height(page)


def test_fifty_frames_have_each_its_own_height(partner: PartnerSite, guide: Guide):
    folder = guide.folder / "embed" / "v1"
    names = sorted(path.name for path in folder.glob("*.html"))[:50]
    page = partner.visited(partner.script("loader") + "".join(map(partner.frame, names)))
    page.wait_for_function("heard.length === 50")

    for _ in range(100):  # a frame that is still growing tells its height again
        heights = {frame.url: frame.evaluate(OWN_HEIGHT) for frame in page.frames[1:]}
        given = page.evaluate(GIVEN_HEIGHTS)
        if heights == given:
            break
        page.wait_for_timeout(200)

    assert heights == given
    assert 50 == len(heights)
    assert 20 < len({*heights.values()})
