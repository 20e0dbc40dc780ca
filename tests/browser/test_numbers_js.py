import json
import math
import random
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from cxguide.core.languages import Language
from cxguide.core.numbers import Style, canonical, format_value

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "cases" / "numbers"
WRITTEN = json.loads((CASES / "written.json").read_text("utf-8"))
TYPED = json.loads((CASES / "typed.json").read_text("utf-8"))


def in_browser(page: Page, expression: str, cases: list) -> list:
    script = f'(cases) => import("/numbers.js").then((m) => cases.map((c) => {expression}))'
    return page.evaluate(script, cases)


def test_the_browser_writes_numbers_as_the_build_does(modules_page: Page):
    actual = in_browser(modules_page, "m.formatValue(c.value, c.style, c.digits, c.tag)", WRITTEN)

    assert [case["text"] for case in WRITTEN] == actual


def test_digits_of_every_script_are_digits(modules_page: Page):
    digits = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd"]

    actual = in_browser(modules_page, 'm.readNumber(c, "en")', digits)

    assert [unicodedata.decimal(one) for one in digits] == actual


def test_typed_and_pasted_numbers_are_understood(modules_page: Page):
    actual = in_browser(modules_page, "m.readNumber(c.text, c.tag)", TYPED)

    told = [
        (case["tag"], case["text"], case["value"], value)
        for case, value in zip(TYPED, actual, strict=True)
        if case["value"] != value
    ]
    assert [] == told


def test_ten_thousand_random_numbers_look_alike_in_build_and_browser(modules_page: Page):
    chance = random.Random(11)
    cases = [
        {
            "value": chance.choice([-1, 1]) * 10 ** chance.uniform(-4, 9),
            "digits": chance.choice([0, 1, 2]),
            "tag": chance.choice(["en", "sr", "sr-Latn", "th", "cs"]),
        }
        for _ in range(10_000)
    ]

    actual = in_browser(modules_page, 'm.formatValue(c.value, "number", c.digits, c.tag)', cases)

    expected = [
        format_value(case["value"], Style.NUMBER, case["digits"], Language(case["tag"]))
        for case in cases
    ]
    assert expected == actual


def test_canonical_texts_are_the_same_in_build_and_browser(modules_page: Page):
    chance = random.Random(12)
    values = [0.0, -0.0, 37.0, 0.1 + 0.2, 1e21, 1e-7, 123456789012345680000.0]
    values += [math.ldexp(chance.random() - 0.5, chance.randint(-300, 300)) for _ in range(5000)]

    actual = in_browser(modules_page, "m.canonical(c)", values)

    assert [canonical(value) for value in values] == actual


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234.5", 1234.5), ("1e3", 1000), ("-0", 0), ("01", None), ("1,5", None), ("0x1f", None),
     (" 7 ", 7), ("1e999", None), ("", None), ("+1", None), (".5", None)],
)  # fmt: skip
def test_addresses_carry_numbers_as_json_writes_them(modules_page: Page, text, value):
    actual = in_browser(modules_page, "m.readCanonical(c)", [text])[0]

    assert value == (None if isinstance(actual, float) and math.isnan(actual) else actual)
