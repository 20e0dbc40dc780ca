"""What a visitor has entered comes along when the language of the page is changed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def switch(page: Page, language: str) -> None:
    page.locator("footer").get_by_role("link", name=language).click()
    page.wait_for_url(lambda address: "/metrics/" in address)


def opened_beside(page: Page, language: str, **click: object) -> Page:
    """The page in another language, in a tab of its own."""
    with page.context.expect_page() as opened:
        page.locator("footer").get_by_role("link", name=language).click(**click)
    return opened.value


def output(page: Page, metric: str, name: str) -> Locator:
    return page.locator(f"#{metric}-calculator [data-cx-output={name}]").first


def field(page: Page, metric: str, name: str) -> Locator:
    return page.locator(f"#{metric}-calculator form [name={name}]")


def test_what_was_typed_is_there_in_the_other_language(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/#interval")
    field(page, "nps", "promoters").fill("1,250")
    expect(output(page, "nps", "nps")).not_to_have_text("37")
    value = output(page, "nps", "nps").get_attribute("data-cx-value")

    switch(page, "Čeština")

    expect(page).to_have_url(f"{guide_url}/cs/metrics/nps/#interval")
    expect(field(page, "nps", "promoters")).to_have_value("1\xa0250")
    expect(output(page, "nps", "nps")).to_have_attribute("data-cx-value", value or "")


def test_the_section_that_is_read_is_there_in_the_other_language(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    page.locator("#interval").evaluate("heading => heading.scrollIntoView()")
    marked = page.locator(".md-sidebar--secondary .md-nav__link--active")
    expect(marked).to_have_attribute("href", "#interval")

    # Playwright's own click scrolls first, away from what the page keeps free below its bar.
    page.locator(".cx-languages summary").evaluate("button => button.click()")
    page.locator("header").get_by_role("link", name="Čeština").click()

    expect(page).to_have_url(f"{guide_url}/cs/metrics/nps/#interval")


def test_a_page_that_was_not_scrolled_begins_at_its_top_in_the_other_language(
    page: Page, guide_url: str
):
    page.goto(f"{guide_url}/metrics/nps/")

    page.locator(".cx-languages summary").click()
    page.locator("header").get_by_role("link", name="Čeština").click()

    expect(page).to_have_url(f"{guide_url}/cs/metrics/nps/")


def test_what_was_typed_is_newer_than_the_address(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/?promoters=10&passives=5&detractors=5")
    field(page, "nps", "promoters").fill("20")

    switch(page, "ไทย")

    expect(page).to_have_url(f"{guide_url}/th/metrics/nps/?promoters=10&passives=5&detractors=5")
    expect(field(page, "nps", "promoters")).to_have_value("20")
    expect(field(page, "nps", "passives")).to_have_value("5")


def test_every_calculator_of_the_page_keeps_its_own(page: Page, guide_url: str):
    page.goto(f"{guide_url}/sr/metrics/nps/")
    field(page, "nps", "confidence").select_option("0.9")
    others = page.locator("cx-calculator:not(#nps-calculator)")
    expect(others.first).to_be_attached()
    before = others.locator("[data-cx-value]").evaluate_all(
        "all => all.map(o => o.dataset.cxValue)"
    )

    switch(page, "English")

    expect(field(page, "nps", "confidence")).to_have_value("0.9")
    after = page.locator("cx-calculator:not(#nps-calculator) [data-cx-value]")
    assert before == after.evaluate_all("all => all.map(output => output.dataset.cxValue)")


def test_an_entry_that_cannot_be_read_comes_along_as_such(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill("many")
    expect(page.locator("#nps-calculator")).to_have_attribute("data-cx-error", "not_a_number")

    switch(page, "Srpski (latinica)")

    expect(page.locator("#nps-calculator")).to_have_attribute("data-cx-error", "not_a_number")


@pytest.mark.parametrize("typed", ["abc", "12,5x", "NaN"])
def test_an_entry_that_cannot_be_read_stands_in_its_field_as_it_was_typed(
    page: Page, guide_url: str, typed: str
):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill(typed)

    switch(page, "ไทย")

    expect(field(page, "nps", "promoters")).to_have_value(typed)


def test_items_of_a_list_that_cannot_be_read_stand_beside_the_others(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/ux-metrics/")
    times = field(page, "time_on_task", "times")
    times.fill("1.5; 2,x; ; 3")

    switch(page, "Čeština")

    expect(times).to_have_value("1,5; 2,x; ; 3")


def test_an_entry_that_only_its_own_language_cannot_read_is_no_number_in_another_one(
    page: Page, guide_url: str
):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill("1.25.5")

    switch(page, "Čeština")

    expect(page.locator("#nps-calculator")).to_have_attribute("data-cx-error", "not_a_number")
    expect(field(page, "nps", "promoters")).to_have_value("1.25.5")


def test_money_comes_with_its_currency(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/clv/")
    calculator = page.locator("cx-calculator:has([data-cx-currency-field])").first
    metric = (calculator.get_attribute("id") or "").removesuffix("-calculator")
    currency = calculator.locator("[data-cx-currency-field]")
    currency.fill("£")
    amount = calculator.locator("form input[name]:not([data-cx-currency-field])").first
    amount.fill("12.5")
    name = amount.get_attribute("name")

    switch(page, "Čeština")

    expect(field(page, metric, str(name))).to_have_value("12,5")
    there = page.locator(f"#{metric}-calculator [data-cx-currency-field]")
    expect(there).to_have_value("£")


def test_an_example_is_that_of_the_language(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/clv/")
    shown = "all => all.map(field => field.value)"
    fields = "cx-calculator form input[name]"
    page.goto(f"{guide_url}/cs/metrics/clv/")
    expected = page.locator(fields).evaluate_all(shown)
    page.goto(f"{guide_url}/metrics/clv/")

    switch(page, "Čeština")

    expect(page).to_have_url(f"{guide_url}/cs/metrics/clv/")
    assert expected == page.locator(fields).evaluate_all(shown)


def test_it_is_handed_over_once(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill("1")
    switch(page, "Čeština")
    expect(field(page, "nps", "promoters")).to_have_value("1")

    assert 0 == page.evaluate("sessionStorage.length")
    page.reload()

    expect(field(page, "nps", "promoters")).to_have_value("110")


def test_nothing_is_kept_for_other_links(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill("1")

    page.locator("article a[href]:not([href^='#'])").first.click()

    assert [] == page.evaluate("Object.keys(sessionStorage).filter(key => key.includes('nps'))")


BESIDE = [{"modifiers": ["Control"]}, {"modifiers": ["Shift"]}, {"button": "middle"}]


@pytest.mark.parametrize("click", BESIDE, ids=["Ctrl", "Shift", "middle"])
def test_what_was_typed_comes_along_to_another_tab(
    page: Page, guide_url: str, click: dict[str, object]
):
    page.goto(f"{guide_url}/metrics/nps/#interval")
    field(page, "nps", "promoters").fill("1,250")
    field(page, "nps", "passives").fill("many")

    beside = opened_beside(page, "Čeština", **click)

    expect(beside).to_have_url(f"{guide_url}/cs/metrics/nps/#interval")
    expect(field(beside, "nps", "promoters")).to_have_value("1\xa0250")
    expect(field(beside, "nps", "passives")).to_have_value("many")
    assert 0 == page.evaluate("sessionStorage.length")
    assert 0 == beside.evaluate("sessionStorage.length")
    beside.close()


def test_what_was_typed_comes_along_where_the_menu_of_the_browser_opens_a_tab(
    page: Page, guide_url: str
):
    page.goto(f"{guide_url}/metrics/nps/#interval")
    field(page, "nps", "promoters").fill("7")
    link = page.locator("footer").get_by_role("link", name="Čeština")
    link.dispatch_event("contextmenu")

    with page.context.expect_page() as opened:
        link.evaluate("link => open(link.href, '', 'noopener')")  # as that menu does it

    beside = opened.value
    expect(beside).to_have_url(f"{guide_url}/cs/metrics/nps/#interval")
    expect(field(beside, "nps", "promoters")).to_have_value("7")
    beside.close()


def test_another_tab_gets_what_was_typed_once(page: Page, guide_url: str):
    page.goto(f"{guide_url}/metrics/nps/")
    field(page, "nps", "promoters").fill("1")
    beside = opened_beside(page, "Čeština", modifiers=["Control"])
    expect(field(beside, "nps", "promoters")).to_have_value("1")

    beside.reload()

    expect(field(beside, "nps", "promoters")).to_have_value("110")
    beside.close()
