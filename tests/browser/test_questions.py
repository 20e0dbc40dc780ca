"""What visitors ask a calculator beyond its result, and what they take along."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def opened(page: Page, calculators_url: str, metric: str, query: str = "") -> Locator:
    page.goto(f"{calculators_url}/{metric}.html{query}")
    calculator = page.locator(f"#{metric}-calculator")
    calculator.evaluate("one => one.querySelectorAll('details').forEach((d) => (d.open = true))")
    return calculator


def copied(page: Page, calculator: Locator, button: str) -> str:
    calculator.get_by_role("button", name=button).click()
    expect(calculator.locator(".cx-take .cx-copied")).to_have_text("Copied")
    return page.evaluate("navigator.clipboard.readText()")


# What would it take, what matters most


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


def test_what_matters_follows_the_entries(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")

    calculator.locator("[name=orders_per_year]").fill("120")

    row = calculator.locator(".cx-sensitivity tr", has_text="Orders per year")
    expect(row).to_contain_text("108 -195")


# Entries


def pasted(page: Page, calculator: Locator, answer: str, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    calculator.get_by_role("textbox", name=answer, exact=True).click()
    page.keyboard.press("Control+V")


@pytest.mark.parametrize("separator", ["\t", "\n", "\r\n"])
def test_counts_pasted_from_a_table_fill_the_others(
    page: Page, calculators_url: str, separator: str
):
    calculator = opened(page, calculators_url, "ces")

    pasted(page, calculator, "1", separator.join(["0", "1", "2", "4", "9", "18", "16"]))

    expect(calculator.locator("[name=counts]")).to_have_value("0; 1; 2; 4; 9; 18; 16")
    expect(calculator.locator("[data-cx-output=mean]")).to_have_attribute("data-cx-value", "5.78")


def test_counts_pasted_further_on_leave_those_before(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "ces")
    calculator.locator("[name=counts]").fill("9; 8; 7; 6; 5; 4; 3")

    pasted(page, calculator, "3", "1\t2")

    expect(calculator.locator("[name=counts]")).to_have_value("9; 8; 1; 2; 5; 4; 3")


def test_more_than_there_are_answers_is_refused_and_kept(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "ces")

    pasted(page, calculator, "1", "\n".join(f"{answer}\t{9}" for answer in range(1, 8)))

    expect(calculator).to_have_attribute("data-cx-error", "out_of_range")
    expect(calculator.locator(".cx-error:visible")).to_have_text("Enter all 7 values")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_count_with_a_space_between_its_digits_is_one_count(
    page: Page, calculators_url, space: str
):
    calculator = opened(page, calculators_url, "ces")
    calculator.locator("[name=counts]").fill("0; 1; 2; 4; 9; 18; 16")

    calculator.get_by_role("textbox", name="7", exact=True).fill(f"1{space}234")

    expect(calculator.locator("[name=counts]")).to_have_value("0; 1; 2; 4; 9; 18; 1234")
    expect(calculator).to_have_attribute("data-cx-status", "ok")


def test_digits_that_a_hard_space_groups_are_one_item_of_a_list(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "time_on_task")

    calculator.locator("[name=times]").fill("1\u00a0200 950")

    expect(calculator.locator("[data-cx-output=n]")).to_have_attribute("data-cx-value", "2")


@pytest.mark.parametrize("typed", ["38, 52, 41", "38,\n52,\n41,", "38;52;41"])
def test_a_list_may_have_a_comma_behind_each_item(page: Page, calculators_url: str, typed: str):
    calculator = opened(page, calculators_url, "time_on_task")

    calculator.locator("[name=times]").fill(typed)

    expect(calculator.locator("[data-cx-output=n]")).to_have_attribute("data-cx-value", "3")


def test_a_goal_is_not_called_unreachable_while_another_entry_is_wrong(
    page: Page, calculators_url: str
):
    calculator = opened(page, calculators_url, "nps")
    calculator.get_by_label("wanted value").fill("0")
    calculator.locator("[data-cx-lever]").select_option("detractors")
    expect(calculator.locator("[data-cx-goal]")).to_contain_text("Detractors")

    calculator.get_by_role("textbox", name="Promoters").fill("x")

    expect(calculator.locator("[data-cx-goal]")).to_have_text("")


def test_a_value_above_the_range_is_told_with_both_ends(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "sample_size_proportion")

    calculator.locator("[name=margin]").fill("60")

    expect(calculator.locator(".cx-error:visible")).to_have_text(
        "Enter a value greater than 0 and at most 50"
    )


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


def test_a_missing_count_is_told_with_their_number(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "ces")

    calculator.locator("[name=counts]").fill("1; 2; 3")

    expect(calculator.locator(".cx-error:visible")).to_have_text("Enter all 7 values")


@pytest.mark.parametrize("emptied", [0, 3, 6])
def test_an_empty_count_is_missing_and_marked_alone(page: Page, calculators_url: str, emptied: int):
    calculator = opened(page, calculators_url, "ces")
    cells = calculator.locator("[data-cx-cell-of=counts]")

    cells.nth(emptied).fill("")

    expect(calculator).to_have_attribute("data-cx-error", "missing")
    assert [emptied] == [
        index
        for index, cell in enumerate(cells.all())
        if "true" == cell.get_attribute("aria-invalid")
    ]


PASTE = """(field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    const how = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", how));
}"""


@pytest.mark.parametrize(
    ("pasted", "cells"),
    [
        ("1\t\t3", ["1", "", "3", "12", "30", "50", "40"]),
        ("\t6\t8\t12\t30\t50\t40", ["", "6", "8", "12", "30", "50", "40"]),
        ("1\r\n\r\n3\r\n", ["1", "", "3", "12", "30", "50", "40"]),
        ("1\n\n3", ["1", "", "3", "12", "30", "50", "40"]),
    ],
)
def test_an_empty_cell_of_a_table_stays_empty(
    page: Page, calculators_url: str, pasted: str, cells: list[str]
):
    calculator = opened(page, calculators_url, "ces")
    fields = calculator.locator("[data-cx-cell-of=counts]")

    fields.first.evaluate(PASTE, pasted)

    assert cells == [field.input_value() for field in fields.all()]
    expect(calculator).to_have_attribute("data-cx-error", "missing")


def test_counts_with_spaces_between_them_are_not_one_number(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "ces")

    calculator.locator("[data-cx-cell-of=counts]").first.fill("2 3 4 5 6 7 8")

    expect(calculator).to_have_attribute("data-cx-error", "out_of_range")


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


def test_of_an_entry_that_another_one_replaces_no_goal_is_told(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "csat", "?counts=1,2,3,4,5")

    calculator.get_by_label("wanted value").fill("50")

    expect(calculator.locator("[data-cx-goal]")).to_have_text("")


def test_a_value_that_is_not_shown_has_no_unit(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "nps", "?promoters=10&passives=0&detractors=0")

    expect(calculator.locator("[data-cx-output=moe] + [data-cx-unit]")).to_be_hidden()


def test_minutes_are_refused_with_the_hint_that_seconds_are_meant(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "time_on_task")

    calculator.locator("[name=times]").fill("2:30 95")

    expect(calculator).to_have_attribute("data-cx-error", "not_a_number")
    expect(calculator.locator(".cx-error:visible")).to_contain_text("Enter each time in seconds")


def test_a_result_without_end_says_what_to_enter_instead(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "lifespan")

    calculator.locator("[name=churn]").fill("0")

    expect(calculator).to_have_attribute("data-cx-status", "infinite")
    expect(calculator.locator(".cx-main output")).to_have_text("∞")
    expect(calculator.locator("[data-cx-when=infinite]")).to_contain_text("Use a longer period")


def test_counts_of_answers_take_the_place_of_two_numbers(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "csat")

    calculator.locator("[name=counts]").fill("3 5 12 40 30")

    expect(calculator.locator("[name=satisfied]")).to_be_hidden()
    expect(calculator.locator("[data-cx-output=mean]")).to_have_text("3.99")


def test_the_currency_can_be_changed_and_is_in_the_link(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")

    calculator.get_by_label("Currency").fill("CZK")

    expect(calculator.locator(".cx-main-value")).to_have_text("975.00 CZK")
    calculator.get_by_role("button", name="Copy link").click()
    expect(calculator.locator(".cx-fields .cx-copied")).to_have_text("Copied")
    assert "currency=CZK" in page.evaluate("navigator.clipboard.readText()")


# What is taken along


def test_a_result_is_copied_as_text(page: Page, calculators_url: str):
    text = copied(page, opened(page, calculators_url, "task_success"), "Copy as text")

    assert text.startswith(
        "Task success rate\nTask success rate: 83.3%\n95% confidence interval: 43.6% to 97.0%\n"
    )
    assert "Successful attempts: 5\nAttempts: 6\n" in text
    assert "Confidence level: 95%\n" in text
    assert "successes=5&attempts=6" in text


def test_a_result_is_copied_as_a_row(page: Page, calculators_url: str):
    head, row = copied(page, opened(page, calculators_url, "ces"), "Copy as a table row").split(
        "\r\n"
    )

    values = dict(zip(head.split(","), row.split(","), strict=True))
    assert ("ces", "1", "4 6 8 12 30 50 40") == (
        values["metric"], values["formula_version"], values["counts"]
    )  # fmt: skip
    assert 5.453333 == pytest.approx(float(values["mean"]), abs=1e-6)


def test_a_copied_result_carries_its_notes_and_other_values(page: Page, calculators_url: str):
    zero_width = opened(page, calculators_url, "ces", "?counts=5,0,0,0,0,0,0")

    text = copied(page, zero_width, "Copy as text")

    assert "That is not certainty: read the interval of the share of agreeing answers." in text
    assert "Share of agreeing answers (5 to 7): <0.1%" in text or "(5 to 7): 0.0%" in text
    assert "Number of answers: 5\n" in text
    assert "95% confidence interval: 0.0% to 43.4%\n" in text


def test_small_changes_are_told_with_their_digits(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "conversion", "?conversions=7&visitors=120000")

    calculator.locator(".cx-sensitivity summary").click()

    changes = calculator.locator(".cx-moves b").all_text_contents()
    assert 4 == len(changes)
    assert all(re.search("[1-9]", change) for change in changes), changes


def test_reset_tells_host_pages_the_result(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "churn")
    calculator.locator("[name=lost]").fill("x")
    page.evaluate(
        "addEventListener('cx-result', (event) => { window.told = event.detail.outputs.churn })"
    )

    calculator.get_by_role("button", name="Reset").click()

    page.wait_for_function("Math.round(window.told * 10) === 35")


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


def test_a_choice_that_does_not_exist_is_told_with_the_choices(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "nps", "?promoters=10&confidence=2#nps-calculator")

    error = calculator.locator("[data-cx-error-for=confidence]")
    expect(error).to_have_text("Choose one of these: 80%, 90%, 95%, 99%")


def test_what_another_entry_makes_superfluous_is_not_taken_along(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "csat")
    calculator.locator("[name=counts]").fill("3; 5; 12; 40; 30")

    taken = json.loads(copied(page, calculator, "Copy as JSON"))
    text = copied(page, calculator, "Copy as text")

    assert None is taken["inputs"]["respondents"]
    assert 90 == taken["outputs"]["respondents"]
    assert "210" not in text


def test_an_error_is_taken_along_as_one(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_discounted")
    calculator.locator("[name=retention]").fill("abc")

    taken = json.loads(copied(page, calculator, "Copy as JSON"))
    text = copied(page, calculator, "Copy as text")

    assert ("error", "not_a_number", "retention") == tuple(
        taken[key] for key in ("status", "code", "field")
    )
    assert "Enter a number" in text


def test_the_currency_is_taken_along(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "clv_simple")
    calculator.get_by_label("Currency").fill("CZK")

    assert "CZK" == json.loads(copied(page, calculator, "Copy as JSON"))["currency"]
    assert "currency" in copied(page, calculator, "Copy as a table row (CSV)").split("\r\n")[0]
