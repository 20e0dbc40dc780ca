"""Elements of ours on a plain page: scripts, attributes, events, what pages do with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cxguide.metrics import calculate
from embed_elements import METRICS, NPS, show_nps, shown, value
from partner_pages import PartnerSite

pytestmark = pytest.mark.browser


def heard(page: Page, kind: str = "") -> list[dict[str, object]]:
    """The events that have reached the window."""
    return [one for one in page.evaluate("heard") if one["type"].startswith(f"cx-{kind}")]


# On a plain page


def test_elements_of_several_metrics_and_languages_stand_on_one_page(partner: PartnerSite):
    page = partner.visited(
        '<cx-calculator id="a" metric="nps" lang="cs" promoters="50"></cx-calculator>'
        '<cx-calculator id="b" metric="nps" lang="th"></cx-calculator>'
        '<cx-calculator id="c" metric="churn" lang="sr-Latn" lost="20"></cx-calculator>'
        '<cx-calculator id="d" metric="nps" lang="cs" promoters="60"></cx-calculator>'
        + "".join(map(partner.script, ("nps.cs", "nps.th", "churn.sr-latn")))
    )

    languages = [page.locator(f"#{one} .cx-calculator").get_attribute("lang") for one in "abcd"]
    assert ["cs", "th", "sr-Latn", "cs"] == languages
    expected = [
        value("nps", "nps", promoters=50),
        value("nps", "nps"),
        value("churn", "churn", lost=20),
        value("nps", "nps", promoters=60),
    ]
    assert expected == [shown(page, one) for one in "abcd"]


@pytest.mark.parametrize("attributes", ["", "async", "defer", 'type="module"'])
@pytest.mark.parametrize("place", ["{script}{element}", "{element}{script}"])
def test_the_script_may_stand_before_and_after_the_element(
    partner: PartnerSite, place: str, attributes: str
):
    script = partner.script("nps.en", f"{attributes} crossorigin")

    page = partner.visited(place.format(script=script, element=NPS))

    show_nps(page, 110)


def test_an_element_may_be_made_before_its_attributes_are_set(partner: PartnerSite):
    page = partner.visited(partner.script("nps.en"))

    page.evaluate(
        """async () => {
        const element = document.createElement("cx-calculator");
        element.id = "nps";
        document.body.append(element);
        await new Promise((done) => setTimeout(done));
        element.setAttribute("metric", "nps");
        element.setAttribute("promoters", "70");
        }"""
    )

    show_nps(page, 70)


def test_an_element_without_a_language_takes_the_first_of_its_metric(partner: PartnerSite):
    page = partner.visited(
        '<cx-calculator id="a" metric="churn"></cx-calculator>'
        + "".join(map(partner.script, ("nps.en", "churn.th", "churn.cs")))
    )

    expect(page.locator("#a .cx-calculator")).to_have_attribute("lang", "th")


def test_attributes_change_what_stands_in_fields(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en"))
    show_nps(page, 110)

    page.locator("#nps").evaluate("one => one.setAttribute('promoters', '1e2')")

    show_nps(page, 100)
    expect(page.get_by_role("textbox", name="Promoters")).to_have_value("100")


def test_what_was_typed_stays_when_another_attribute_changes(partner: PartnerSite):
    filled = NPS.replace("metric=", 'promoters="50" metric=')
    page = partner.visited(filled + partner.script("nps.en"))
    page.get_by_role("textbox", name="Promoters").fill("60")

    page.locator("#nps").evaluate("one => one.setAttribute('theme', 'dark')")

    show_nps(page, 60)


def test_a_moved_element_keeps_what_was_typed(partner: PartnerSite):
    page = partner.visited(f"{NPS}<section></section>{partner.script('nps.en')}")
    page.get_by_role("textbox", name="Promoters").fill("60")

    page.evaluate("document.querySelector('section').append(document.querySelector('#nps'))")

    expect(page.get_by_role("textbox", name="Promoters")).to_have_value("60")
    show_nps(page, 60)
    page.get_by_role("textbox", name="Promoters").fill("80")
    show_nps(page, 80)


def test_attributes_are_heard_that_were_set_while_the_element_was_out_of_the_page(
    partner: PartnerSite,
):
    page = partner.visited(NPS + partner.script("nps.en"))
    show_nps(page, 110)

    page.evaluate(
        """() => {
        const element = document.querySelector("#nps");
        element.remove();
        element.setAttribute("promoters", "70");
        document.body.append(element);
        }"""
    )

    show_nps(page, 70)


def test_removed_elements_leave_the_others_alone(partner: PartnerSite):
    other = NPS.replace('id="nps"', 'id="other"')
    page = partner.visited(NPS + other + partner.script("nps.en"))

    page.locator("#nps").evaluate("one => one.remove()")
    page.locator("#other [name=promoters]").fill("70")

    show_nps(page, 70, "other")
    assert ["other"] == [one["at"] for one in heard(page, "result")]


def test_an_element_may_wait_for_its_script_long_after_the_first_one_came(partner: PartnerSite):
    page = partner.visited(
        '<cx-calculator id="a" metric="churn" lang="cs">Churn</cx-calculator>'
        + NPS
        + partner.script("nps.en")
    )
    show_nps(page, 110)

    page.add_script_tag(url=f"{partner.ours}/embed/v1/churn.cs.js")

    expect(page.locator("#a .cx-calculator")).to_have_attribute("lang", "cs")


def test_the_same_script_twice_does_no_harm(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en") + partner.script("nps.en"))

    show_nps(page, 110)
    assert 1 == page.locator("#nps .cx-calculator").count()


# Until the calculator is there


def test_what_stands_in_the_element_is_visible_until_its_script_is_there(partner: PartnerSite):
    page = partner.visited(NPS)
    expect(page.get_by_role("link", name="Our NPS")).to_be_visible()

    page.add_script_tag(url=f"{partner.ours}/embed/v1/nps.en.js")

    show_nps(page, 110)
    expect(page.get_by_text("Our NPS")).to_be_hidden()


@pytest.mark.parametrize("attributes", ['metric="nps" lang="cs"', 'metric="npss"', ""])
def test_what_stands_in_the_element_stays_if_its_script_never_comes(
    partner: PartnerSite, attributes: str
):
    page = partner.visited(
        f"<cx-calculator {attributes}><a href='/nps'>Our NPS</a></cx-calculator>"
        f"{NPS}{partner.script('nps.en')}"
    )
    show_nps(page, 110)

    expect(page.get_by_role("link", name="Our NPS")).to_be_visible()


def test_what_stands_in_the_element_is_left_as_the_page_made_it(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en"))
    show_nps(page, 110)

    assert NPS == page.locator("#nps").evaluate("one => one.outerHTML")


# Events


def test_events_leave_every_shadow_and_say_what_happened(partner: PartnerSite):
    page = partner.visited(
        f'<div id="shell"><template shadowrootmode="open">{NPS}</template></div>'
        + partner.script("nps.en")
    )
    page.wait_for_function("heard.length")

    page.get_by_role("textbox", name="Promoters").fill("50")
    page.get_by_role("textbox", name="Promoters").fill("many")

    ready, result, error = heard(page)
    assert [("shell", True, True)] * 3 == [
        (one["at"], one["bubbles"], one["composed"]) for one in (ready, result, error)
    ]
    assert ("cx-ready", {"metric": "nps", "lang": "en"}) == (ready["type"], ready["detail"])
    inputs = {"promoters": 50, "passives": 54, "detractors": 36, "confidence": 0.95}
    outcome = calculate(METRICS["nps"], inputs)
    assert ("cx-result", result["detail"] | {"inputs": inputs, "status": "ok"}) == (
        result["type"], result["detail"],
    )  # fmt: skip
    assert dict(outcome.outputs) == result["detail"]["outputs"]
    assert ("cx-error", "not_a_number", "promoters") == (
        error["type"], error["detail"]["code"], error["detail"]["field"],
    )  # fmt: skip


def test_a_page_that_makes_an_element_can_listen_to_it_afterwards(partner: PartnerSite):
    page = partner.visited(partner.script("nps.en"))

    page.evaluate(
        """() => {
        const element = document.createElement("cx-calculator");
        element.setAttribute("metric", "nps");
        document.body.append(element);
        element.addEventListener("cx-ready", ({ detail }) => { window.told = detail.metric });
        }"""
    )

    page.wait_for_function("window.told === 'nps'")


def test_every_change_of_the_visitor_is_told_once(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en"))
    field = page.get_by_role("textbox", name="Promoters")

    field.fill("")
    field.press_sequentially("12x")
    field.press("Backspace")
    page.get_by_role("combobox").select_option("0.99")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("heard.length === 8")

    expected = ["ready", "error", "result", "result", "error", "result", "result", "result"]
    assert expected == [one["type"].removeprefix("cx-") for one in heard(page)]


def test_what_the_page_itself_changes_is_not_told(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en"))

    page.locator("#nps").evaluate("one => one.setAttribute('promoters', '70')")
    show_nps(page, 70)

    assert ["cx-ready"] == [one["type"] for one in heard(page)]


# What pages do with elements


def test_an_element_follows_its_language_and_its_metric(partner: PartnerSite):
    page = partner.visited(
        NPS + "".join(map(partner.script, ("nps.en", "nps.cs", "churn.cs")))
    )  # fmt: skip
    show_nps(page, 110)
    root = page.locator("#nps [data-cx-metric]")

    page.evaluate("nps.lang = 'cs-CZ'")
    expect(root).to_have_attribute("lang", "cs")
    page.evaluate("nps.setAttribute('metric', 'churn')")
    expect(root).to_have_attribute("data-cx-metric", "churn")


def test_words_in_an_element_can_be_chosen_without_going_to_a_field(partner: PartnerSite):
    page = partner.visited(NPS + partner.script("nps.en"))
    show_nps(page, 110)

    page.locator("#nps .cx-interval").dblclick(position={"x": 20, "y": 10})

    assert page.evaluate("document.activeElement === document.body")
    page.evaluate("nps.focus()")
    assert "promoters" == page.evaluate("nps.shadowRoot.activeElement.name")


def test_a_map_that_waits_inside_a_shadow_root_comes_when_its_script_does(partner: PartnerSite):
    page = partner.visited(
        "<div id='host'></div>" + partner.script("journey/clinic.en")
    )  # fmt: skip
    page.evaluate(
        """() => {
          host.attachShadow({ mode: "open" }).innerHTML =
            "<cx-journey map='retailer' lang='en'>A map</cx-journey>";
        }"""
    )
    page.add_script_tag(url=f"{partner.ours}/embed/v1/journey/retailer.en.js")

    expect(page.locator("#host cx-journey .cx-map")).to_have_attribute(
        "data-cx-journey", "retailer"
    )


def test_styles_of_the_element_on_the_page_are_left_alone(partner: PartnerSite):
    page = partner.visited(
        NPS.replace("<cx-calculator", '<cx-calculator style="color-scheme: dark"')
        + partner.script("nps.en")
    )
    show_nps(page, 110)

    assert "color-scheme: dark" == page.locator("#nps").get_attribute("style")
