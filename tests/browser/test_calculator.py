"""The calculator as visitors use it: typing, keyboard, links, screen readers, no JavaScript."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guide_site import PREFIXES

pytestmark = pytest.mark.browser

PROMOTERS = {
    "en": "Promoters",
    "sr": "Промотери",
    "sr-Latn": "Promoteri",
    "th": "ผู้สนับสนุน",
    "cs": "Promotéři",
}
LANGUAGES = pytest.mark.parametrize("tag", PREFIXES)


def opened(page: Page, guide_url: str, tag: str = "en", query: str = "") -> Locator:
    page.goto(f"{guide_url}/{PREFIXES[tag]}metrics/nps/{query}")
    return page.locator("#nps-calculator")


def output(calculator: Locator, name: str) -> Locator:
    return calculator.locator(f"[data-cx-output={name}]").first


def field(calculator: Locator, tag: str = "en") -> Locator:
    return calculator.get_by_role("textbox", name=PROMOTERS[tag])


@LANGUAGES
def test_typing_gives_a_new_result_at_once(page: Page, guide_url: str, tag: str):
    calculator = opened(page, guide_url, tag)

    field(calculator, tag).fill("0")

    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "-40")
    expect(calculator).to_have_attribute("data-cx-status", "ok")
    expect(calculator.locator("[data-cx-when='note more_detractors']")).to_be_visible()


def test_thai_digits_are_understood_and_echoed(page: Page, guide_url: str):
    calculator = opened(page, guide_url, "th")

    field(calculator, "th").fill("๑๑๐")

    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "37")
    expect(calculator.locator(".cx-echo:visible")).to_have_text("ระบบอ่านค่าเป็น 110")


def test_a_czech_fraction_is_refused_beside_its_field(page: Page, guide_url: str):
    calculator = opened(page, guide_url, "cs")

    field(calculator, "cs").fill("1 234,5")

    expect(calculator).to_have_attribute("data-cx-error", "not_integer")
    expect(calculator).to_have_attribute("data-cx-field", "promoters")
    expect(field(calculator, "cs")).to_have_attribute("aria-invalid", "true")
    expect(field(calculator, "cs")).to_have_accessible_description("Zadejte celé číslo")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "missing"), ("many", "not_a_number"), ("1e3", "not_a_number"), ("-1", "out_of_range"),
     ("1.5", "not_integer"), ("9" * 20, "out_of_range"), ("<img onerror=x>", "not_a_number")],
)  # fmt: skip
def test_a_mistake_leaves_no_number_behind(page: Page, guide_url: str, typed: str, code: str):
    calculator = opened(page, guide_url)

    field(calculator).fill(typed)

    expect(calculator).to_have_attribute("data-cx-error", code)
    values = calculator.locator("[data-cx-output]")
    assert {("", "")} == {
        (value.get_attribute("data-cx-value"), value.text_content()) for value in values.all()
    }
    expect(calculator.locator(".cx-error:visible")).to_have_count(1)


def test_no_answers_at_all_is_told_for_the_whole_form(page: Page, guide_url: str):
    calculator = opened(page, guide_url, query="?promoters=0&passives=0&detractors=0")

    expect(calculator).to_have_attribute("data-cx-error", "no_data")
    expect(calculator).to_have_attribute("data-cx-field", "respondents")
    expect(calculator.locator(".cx-error:visible")).to_have_text("Enter at least one answer")


def test_an_address_fills_the_fields(page: Page, guide_url: str):
    calculator = opened(
        page,
        guide_url,
        "cs",
        "?promoters=1e3&passives=-0&detractors=1000&confidence=0.8&x=1&promoters=5",
    )

    expect(field(calculator, "cs")).to_have_value("1\xa0000")
    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "0")
    expect(calculator.locator("[name=confidence]")).to_have_value("0.8")


def test_what_an_address_cannot_say_is_an_error_of_that_field_alone(page: Page, guide_url: str):
    calculator = opened(page, guide_url, query="?promoters=%3Cimg%20onerror%3D1%3E&passives=5")

    expect(calculator).to_have_attribute("data-cx-error", "not_a_number")
    expect(calculator).to_have_attribute("data-cx-field", "promoters")
    expect(calculator.get_by_role("textbox", name="Passives")).to_have_value("5")


@LANGUAGES
def test_the_copied_link_gives_the_same_result_in_every_language(page: Page, guide_url, tag):
    calculator = opened(page, guide_url)
    field(calculator).fill("12,345")
    calculator.get_by_role("button", name="Copy link").click()
    expect(calculator.locator(".cx-copied").first).to_have_text("Copied")
    score = output(calculator, "nps").get_attribute("data-cx-value")
    link = page.evaluate("navigator.clipboard.readText()")

    page.goto(link.replace("/metrics/", f"/{PREFIXES[tag]}metrics/"))

    assert "promoters=12345&passives=54&detractors=36&confidence=0.95" in link
    expect(output(page.locator("#nps-calculator"), "nps")).to_have_attribute("data-cx-value", score)


def test_without_a_clipboard_the_link_is_shown(chromium: Browser, guide_url: str):
    page = chromium.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    calculator = opened(page, guide_url)

    calculator.get_by_role("button", name="Copy link").click()

    expect(calculator.get_by_role("textbox", name="Copy it from here")).to_have_value(
        f"{guide_url}/metrics/nps/?promoters=110&passives=54&detractors=36&confidence=0.95#nps-calculator"
    )
    page.close()


def test_reset_brings_the_example_back(page: Page, guide_url: str):
    calculator = opened(page, guide_url)
    field(calculator).fill("many")

    calculator.get_by_role("button", name="Reset").click()

    expect(field(calculator)).to_have_value("110")
    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "37")
    expect(calculator.locator(".cx-example")).to_be_visible()


def test_the_example_is_no_longer_called_one_after_a_change(page: Page, guide_url: str):
    calculator = opened(page, guide_url)

    field(calculator).fill("111")

    expect(calculator.locator(".cx-example")).to_be_hidden()


def test_a_result_is_announced_once_when_typing_has_stopped(page: Page, guide_url: str):
    calculator = opened(page, guide_url)
    status = calculator.locator(".cx-status")
    page.evaluate(
        """() => { window.told = []; const place = document.querySelector(".cx-status");
        const observer = new MutationObserver(() => told.push(place.textContent));
        observer.observe(place, {childList: true}) }"""
    )

    field(calculator).press("End")
    page.keyboard.type("000")

    expect(status.locator("p")).to_have_text(
        ["Net Promoter Score: 100 points", "95% confidence interval: 99.9 to 99.9"]
    )
    assert 1 == page.evaluate("told.length")


def test_changing_the_confidence_changes_interval_and_words(page: Page, guide_url: str):
    calculator = opened(page, guide_url)

    calculator.get_by_role("combobox", name="Confidence level").select_option("99%")

    expect(calculator.locator(".cx-interval")).to_contain_text(
        "99% confidence interval: 22.5 to 50.4"
    )


@LANGUAGES
def test_everything_can_be_done_with_the_keyboard(page: Page, guide_url: str, tag: str):
    calculator = opened(page, guide_url, tag)
    field(calculator, tag).focus()

    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("0")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")

    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "-40")
    expect(calculator.locator("[name=confidence]")).to_have_value("0.99")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")


def test_host_pages_hear_of_results_and_errors(page: Page, guide_url: str):
    calculator = opened(page, guide_url)
    page.evaluate(
        """() => { window.heard = []; for (const name of ["cx-result", "cx-error"])
        document.addEventListener(name, (event) => heard.push([name, event.detail])) }"""
    )

    field(calculator).fill("0")
    field(calculator).fill("x")

    (first, result), (second, error) = page.evaluate("heard")
    assert ("cx-result", "cx-error") == (first, second)
    assert ("nps", 1, "ok", -40) == (
        result["metric"], result["formulaVersion"], result["status"], result["outputs"]["nps"]
    )  # fmt: skip
    assert {"promoters": 0, "passives": 54, "detractors": 36, "confidence": 0.95} == result[
        "inputs"
    ]
    assert ("not_a_number", "promoters") == (error["code"], error["field"])


def test_a_calculator_survives_being_moved(page: Page, guide_url: str):
    calculator = opened(page, guide_url)

    page.evaluate(
        "document.querySelector('article').prepend(document.querySelector('cx-calculator'))"
    )
    field(calculator).fill("0")

    expect(output(calculator, "nps")).to_have_attribute("data-cx-value", "-40")


@LANGUAGES
def test_without_javascript_the_worked_example_is_complete(chromium: Browser, guide_url, tag):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    calculator = opened(page, guide_url, tag)

    expect(output(calculator, "nps")).to_have_text("37")
    expect(calculator.locator(".cx-given")).to_contain_text("110")
    expect(calculator.locator("math").first).to_be_visible()
    expect(calculator.locator("input, select, button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    ("promoters", "unit"), [("37", "bod"), ("39", "body"), ("110", "bodů"), ("36", "bodů")]
)
def test_the_czech_unit_agrees_with_the_number(page: Page, guide_url, promoters: str, unit: str):
    calculator = opened(page, guide_url, "cs", "?passives=27&detractors=36")

    field(calculator, "cs").fill(promoters)

    expect(calculator.locator("[data-cx-unit=nps]")).to_have_text(unit)
    expect(calculator.locator("[data-cx-unit=se]")).to_have_text("bodu")


def test_reset_tells_host_pages_the_result(page: Page, guide_url: str):
    calculator = opened(page, guide_url)
    field(calculator).fill("x")
    page.evaluate(
        "addEventListener('cx-result', (event) => { window.told = event.detail.outputs.nps })"
    )

    calculator.get_by_role("button", name="Reset").click()

    page.wait_for_function("window.told === 37")


def test_paper_shows_results_and_no_questions(page: Page, guide_url: str):
    calculator = opened(page, guide_url)
    calculator.evaluate("one => one.querySelectorAll('details').forEach((d) => (d.open = true))")

    page.emulate_media(media="print")

    shown = {
        name: calculator.locator(f".cx-{name}").first.is_visible()
        for name in ("main-value", "steps", "goal", "take", "actions")
    }
    assert {
        "main-value": True, "steps": True, "goal": False, "take": False, "actions": False
    } == shown  # fmt: skip
