"""What visitors ask beyond the result: what would it take, what matters most?"""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from calculator_pages import opened

pytestmark = pytest.mark.browser


def test_the_entry_for_a_wanted_result_is_told(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_discounted")

    calculator.get_by_label("What may change").select_option("retention")
    calculator.get_by_label("Customer lifetime value: wanted value").fill("1,200")

    expect(calculator.locator("[data-cx-goal]")).to_have_text(
        "Retention rate: 96.71%. The result is then 1,200."
    )


@pytest.mark.parametrize(
    ("metric", "lever", "target", "expected"),
    [
        ("lifespan", "churn", "30000", "Churn rate: 0.00333333%. The result is then 30,000.0."),
        ("sample_size_proportion", "margin", "150", "The result is then 150."),
        ("nps", "promoters", "41", "Promoters: 124. The result is then 41.1."),
    ],
)
def test_the_entry_that_is_told_gives_what_was_asked_for(
    page: Page, calculators_url: str, metric: str, lever: str, target: str, expected: str
):
    calculator = opened(page, calculators_url, metric)

    calculator.locator("[data-cx-lever]").select_option(lever)
    calculator.get_by_label("wanted value").fill(target)

    expect(calculator.locator("[data-cx-goal]")).to_contain_text(expected)


def test_what_cannot_be_reached_is_said_plainly(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "task_success")

    calculator.get_by_label("wanted value").fill("101")

    expect(calculator.locator("[data-cx-goal]")).to_contain_text("not reachable in this range")


def test_a_wanted_value_that_is_no_number_is_refused(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "task_success")

    calculator.get_by_label("wanted value").fill("many")

    expect(calculator.locator("[data-cx-goal]")).to_contain_text("Enter a number")
    expect(calculator.get_by_label("wanted value")).to_have_attribute("aria-invalid", "true")


def test_a_goal_is_not_called_unreachable_while_another_entry_is_wrong(
    page: Page, calculators_url: str
):
    calculator = opened(page, calculators_url, "nps")
    calculator.get_by_label("wanted value").fill("0")
    calculator.locator("[data-cx-lever]").select_option("detractors")
    expect(calculator.locator("[data-cx-goal]")).to_contain_text("Detractors")

    calculator.get_by_role("textbox", name="Promoters").fill("x")

    expect(calculator.locator("[data-cx-goal]")).to_have_text("")


def test_of_an_entry_that_another_one_replaces_no_goal_is_told(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "csat", "?counts=1,2,3,4,5")

    calculator.get_by_label("wanted value").fill("50")

    expect(calculator.locator("[data-cx-goal]")).to_have_text("")


def test_what_matters_follows_the_entries(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")

    calculator.locator("[name=orders_per_year]").fill("120")

    row = calculator.locator(".cx-sensitivity tr", has_text="Orders per year")
    expect(row).to_contain_text("108 -195")


def test_small_changes_are_told_with_their_digits(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "conversion", "?conversions=7&visitors=120000")

    calculator.locator(".cx-sensitivity summary").click()

    changes = calculator.locator(".cx-moves b").all_text_contents()
    assert 4 == len(changes)
    assert all(re.search("[1-9]", change) for change in changes), changes


def test_what_few_visitors_open_is_loaded_when_one_does(page: Page, calculators_url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{calculators_url}/clv_discounted.html")
    calculator = page.locator("cx-calculator")
    calculator.locator("[name=retention]").fill("90")
    expect(calculator).not_to_have_attribute("data-cx-example", "")
    assert "calculator-more.js" not in asked

    calculator.get_by_text("What matters most?").click()

    expect(calculator).to_have_attribute("data-cx-more", "ready")
    assert 1 == asked.count("calculator-more.js")


def test_tables_of_the_example_are_not_shown_as_those_of_another_entry(
    page: Page, calculators_url: str
):
    page.route("**/calculator-more.js", lambda route: route.abort())
    page.goto(f"{calculators_url}/clv_discounted.html")
    calculator = page.locator("cx-calculator")
    tables = calculator.locator(".cx-sensitivity table")
    calculator.get_by_text("What matters most?").click()
    expect(tables.first).to_be_visible()  # the example's, and it stands in the fields

    calculator.locator("[name=retention]").fill("90")

    expect(tables.first).to_be_hidden()
    expect(tables.last).to_be_hidden()
    expect(calculator.locator(".cx-sensitivity [role=alert]")).to_contain_text(
        "could not be loaded"
    )


def test_a_visitor_is_told_when_nothing_could_be_copied(page: Page, calculators_url: str):
    page.route("**/calculator-more.js", lambda route: route.abort())
    calculator = opened(page, calculators_url, "nps")

    calculator.get_by_role("button", name="Copy link").click()

    expect(calculator.locator(".cx-fields [role=alert]")).to_contain_text("could not be loaded")


def test_a_part_that_was_opened_before_the_script_came_is_calculated(
    page: Page, calculators_url: str
):
    held: list[Route] = []
    page.route("**/calculator.js", lambda route: held.append(route))
    page.goto(f"{calculators_url}/clv_discounted.html", wait_until="commit")
    calculator = page.locator("cx-calculator")
    calculator.get_by_text("What matters most?").click()
    held[0].continue_()

    calculator.locator("[name=retention]").fill("90")

    expect(calculator).to_have_attribute("data-cx-more", "ready")
    expect(calculator.locator(".cx-grid thead th").nth(2)).to_contain_text("90")
