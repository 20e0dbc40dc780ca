"""What visitors take along: text, data, citations, addresses."""

import json

import pytest
from playwright.sync_api import Page, expect

from calculator_pages import copied, opened

pytestmark = pytest.mark.browser


def test_a_result_is_copied_as_text(page: Page, calculators_url: str):
    text = copied(page, opened(page, calculators_url, "task_success"), "Copy as text")

    assert text.startswith(
        "Task success rate\nTask success rate: 83.3%\n95% confidence interval: 43.6% to 97.0%\n"
    )
    assert "Successful attempts: 5\nAttempts: 6\n" in text
    assert "Confidence level: 95%\n" in text
    assert "successes=5&attempts=6" in text


def test_a_copied_result_carries_its_notes_and_other_values(page: Page, calculators_url: str):
    zero_width = opened(page, calculators_url, "ces", "?counts=5,0,0,0,0,0,0")

    text = copied(page, zero_width, "Copy as text")

    assert "That is not certainty: read the interval of the share of agreeing answers." in text
    assert "Share of agreeing answers (5 to 7): <0.1%" in text or "(5 to 7): 0.0%" in text
    assert "Number of answers: 5\n" in text
    assert "95% confidence interval: 0.0% to 43.4%\n" in text


def test_a_result_is_copied_as_a_row(page: Page, calculators_url: str):
    head, row = copied(page, opened(page, calculators_url, "ces"), "Copy as a table row").split(
        "\r\n"
    )

    values = dict(zip(head.split(","), row.split(","), strict=True))
    assert ("ces", "1", "4 6 8 12 30 50 40") == (
        values["metric"], values["formula_version"], values["counts"]
    )  # fmt: skip
    assert 5.453333 == pytest.approx(float(values["mean"]), abs=1e-6)


def test_a_row_has_the_same_columns_with_an_error(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "nps")
    good, _ = copied(page, calculator, "Copy as a table row").split("\r\n")
    calculator.get_by_role("textbox", name="Promoters").fill("x")

    head, row = copied(page, calculator, "Copy as a table row").split("\r\n")

    assert good == head
    assert "error" == dict(zip(head.split(","), row.split(","), strict=True))["status"]


def test_a_result_is_copied_as_json(page: Page, calculators_url: str):
    answer = json.loads(copied(page, opened(page, calculators_url, "lostness"), "Copy as JSON"))

    assert ("lostness", "ok", "not_lost", False) == (
        answer["metric"], answer["status"], answer["outputs"]["band"],
        answer["outputs"]["below_minimum"],
    )  # fmt: skip


def test_an_error_is_taken_along_as_one(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_discounted")
    calculator.locator("[name=retention]").fill("abc")

    taken = json.loads(copied(page, calculator, "Copy as JSON"))
    text = copied(page, calculator, "Copy as text")

    assert ("error", "not_a_number", "retention") == tuple(
        taken[key] for key in ("status", "code", "field")
    )
    assert "Enter a number" in text


def test_what_another_entry_makes_superfluous_is_not_taken_along(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "csat")
    calculator.locator("[name=counts]").fill("3; 5; 12; 40; 30")

    taken = json.loads(copied(page, calculator, "Copy as JSON"))
    text = copied(page, calculator, "Copy as text")

    assert None is taken["inputs"]["respondents"]
    assert 90 == taken["outputs"]["respondents"]
    assert "210" not in text


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("Copy the citation", "CX Guide: Path efficiency. Calculator, formula version 1. http"),
        ("Citation as BibTeX", "@misc{cx_click_efficiency_1_en,\n  author = {{CX Guide}},"),
        ("Citation as CSL JSON", '"author": [\n      {\n        "literal": "CX Guide"'),
    ],
)
def test_a_calculator_can_be_cited(page: Page, calculators_url: str, button: str, expected: str):
    assert expected in copied(page, opened(page, calculators_url, "click_efficiency"), button)


def test_the_currency_is_taken_along(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")
    calculator.get_by_label("Currency").fill("CZK")

    assert "CZK" == json.loads(copied(page, calculator, "Copy as JSON"))["currency"]
    assert "currency" in copied(page, calculator, "Copy as a table row (CSV)").split("\r\n")[0]


def test_the_currency_can_be_changed_and_is_in_the_link(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")

    calculator.get_by_label("Currency").fill("CZK")

    expect(calculator.locator(".cx-main-value")).to_have_text("975.00 CZK")
    calculator.get_by_role("button", name="Copy link").click()
    expect(calculator.locator(".cx-fields .cx-copied")).to_have_text("Copied")
    assert "currency=CZK" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("typed", ["abc", "", "-3", "1.5", "1e5"])
def test_a_link_leads_to_the_same_error(page: Page, calculators_url: str, typed: str):
    calculator = opened(page, calculators_url, "nps")
    calculator.get_by_role("textbox", name="Promoters").fill(typed)
    state = [calculator.get_attribute(f"data-cx-{name}") for name in ("error", "field")]
    calculator.get_by_role("button", name="Copy link").click()
    expect(calculator.locator(".cx-fields .cx-copied")).to_have_text("Copied")

    page.goto(page.evaluate("navigator.clipboard.readText()"))

    again = page.locator("#nps-calculator")
    expect(again).to_have_attribute("data-cx-status", "error")
    assert state == [again.get_attribute(f"data-cx-{name}") for name in ("error", "field")]


@pytest.mark.parametrize(
    ("counts", "cells", "code"),
    [
        ("4,,8,12,30,50,40", ["4", "", "8", "12", "30", "50", "40"], "missing"),
        ("NaN,6,8,12,30,50,40", ["NaN", "6", "8", "12", "30", "50", "40"], "not_a_number"),
    ],
)
def test_a_link_to_a_list_with_a_gap_fills_the_other_fields(
    page: Page, calculators_url: str, counts: str, cells: list[str], code: str
):
    calculator = opened(page, calculators_url, "ces", f"?counts={counts}")
    fields = calculator.locator("[data-cx-cell-of=counts]")

    assert cells == [field.input_value() for field in fields.all()]
    expect(calculator).to_have_attribute("data-cx-error", code)
    fields.nth(0).fill("4")
    fields.nth(1).fill("6")
    expect(calculator).to_have_attribute("data-cx-status", "ok")


@pytest.mark.parametrize(
    ("metric", "query"),
    [
        ("churn", "?start=100&lost=10&period_months=1"),
        ("errors_per_task", "?errors=11&attempts=16&confidence=0.8"),
    ],
)
def test_an_address_fills_only_the_calculator_that_it_names(
    page: Page, guide_url: str, metric: str, query: str
):
    page.goto(f"{guide_url}/reference/calculators/{query}#{metric}-calculator")

    changed = page.locator("cx-calculator:not([data-cx-example])")
    expect(changed).to_have_count(1)
    expect(changed).to_have_attribute("data-cx-metric", metric)


@pytest.mark.parametrize("sign", ["EUR", "", "CZK"])
def test_a_link_carries_the_currency_whatever_the_language_of_the_page(
    page: Page, calculators_url: str, sign: str
):
    calculator = opened(page, calculators_url, "clv_simple")
    calculator.get_by_label("Currency").fill(sign)
    calculator.get_by_role("button", name="Copy link").click()
    expect(calculator.locator(".cx-fields .cx-copied")).to_have_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()")

    page.goto(address)

    assert f"currency={sign}" in address
    expect(page.get_by_label("Currency")).to_have_value(sign)


def test_a_copied_result_says_its_units(page: Page, calculators_url: str):
    text = copied(page, opened(page, calculators_url, "clv_margin"), "Copy as text")

    assert "Annual margin per customer: 241.80 EUR\n" in text
    assert "Gross margin: 62%\n" in text
    assert "Average order value: 6.5 EUR\n" in text
