"""Lists, counts of answers and other entries, and what is said of wrong ones."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculator_pages import opened, pasted
from cxguide.metrics import built_in_metrics

pytestmark = pytest.mark.browser


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


def test_a_value_above_the_range_is_told_with_both_ends(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "sample_size_proportion")

    calculator.locator("[name=margin]").fill("60")

    expect(calculator.locator(".cx-error:visible")).to_have_text(
        "Enter a value greater than 0 and at most 50"
    )


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


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1\t\t3", ["1", "", "3", "12", "30", "50", "40"]),
        ("\t6\t8\t12\t30\t50\t40", ["", "6", "8", "12", "30", "50", "40"]),
        ("1\r\n\r\n3\r\n", ["1", "", "3", "12", "30", "50", "40"]),
        ("1\n\n3", ["1", "", "3", "12", "30", "50", "40"]),
    ],
)
def test_an_empty_cell_of_a_table_stays_empty(
    page: Page, calculators_url: str, text: str, cells: list[str]
):
    calculator = opened(page, calculators_url, "ces")
    fields = calculator.locator("[data-cx-cell-of=counts]")

    pasted(page, calculator, "1", text)

    assert cells == [field.input_value() for field in fields.all()]
    expect(calculator).to_have_attribute("data-cx-error", "missing")


def test_counts_with_spaces_between_them_are_not_one_number(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "ces")

    calculator.locator("[data-cx-cell-of=counts]").first.fill("2 3 4 5 6 7 8")

    expect(calculator).to_have_attribute("data-cx-error", "out_of_range")


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


def test_a_choice_that_does_not_exist_is_told_with_the_choices(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "nps", "?promoters=10&confidence=2#nps-calculator")

    error = calculator.locator("[data-cx-error-for=confidence]")
    expect(error).to_have_text("Choose one of these: 80%, 90%, 95%, 99%")


def test_a_result_without_end_leaves_no_empty_picture(page: Page, calculators_url: str):
    calculator = opened(page, calculators_url, "lifespan")
    expect(calculator.locator(".cx-chart")).to_be_visible()
    expect(calculator.locator(".cx-moves")).to_be_visible()

    calculator.locator("[name=churn]").fill("0")

    expect(calculator.locator(".cx-chart")).to_be_hidden()
    expect(calculator.locator(".cx-moves")).to_be_hidden()


TELL_ALL = """(calculator, entries) => {
    const told = [];
    const form = calculator.querySelector("form");
    for (const { name } of [...form.querySelectorAll("input[name], textarea[name]")]) {
        const field = form.elements.namedItem(name);
        if (field instanceof RadioNodeList) continue;
        const before = field.value;
        for (const entry of entries) {
            field.value = entry;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            if (calculator.dataset.cxStatus !== "error") continue;
            const said = [...calculator.querySelectorAll(".cx-error:not([hidden])")];
            told.push([calculator.dataset.cxError, said.map((one) => one.textContent)]);
        }
        field.value = before;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return told;
}"""


@pytest.mark.parametrize("metric", built_in_metrics())
def test_every_error_is_told_in_one_whole_sentence(page: Page, calculators_url: str, metric: str):
    calculator = opened(page, calculators_url, metric)

    told = calculator.evaluate(
        TELL_ALL, ["", "x", "-3", "0", "1.5", "99999999999999999999", "1; ;2"]
    )

    assert {"not_a_number", "out_of_range"} <= {code for code, _ in told}
    assert [] == [
        (code, said)
        for code, said in told
        if len(said) != 1 or not said[0] or re.search(r"undefined|NaN|[{}]", said[0])
    ]
