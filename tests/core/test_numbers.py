import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.core.numbers import Style, canonical, format_value, rounded

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "numbers" / "written.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['value']}-{case['tag']}")
def test_numbers_are_written_as_in_the_browser(case: dict):
    actual = format_value(
        case["value"], Style(case["style"]), case["digits"], Language(case["tag"])
    )

    assert case["text"] == actual


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (12.25, 1, "12.3"),
        (1.005, 2, "1.01"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.5, 0, "-1"),
        (-0.4, 0, "0"),
        (0.0, 2, "0.00"),
        (1e21, 0, "1000000000000000000000"),
    ],
)
def test_rounding_is_half_away_from_zero_and_never_minus_zero(value, digits, text):
    assert text == str(rounded(value, digits))


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_states_are_not_numbers_to_show(value: float):
    with pytest.raises(ValueError, match=r"state|canonical"):
        rounded(value, 1)
    with pytest.raises(ValueError, match=r"state|canonical"):
        canonical(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_canonical_text_reads_back_as_the_same_double(value: float):
    assert value == float(canonical(value))
