import json
import math
import re
from pathlib import Path

import pytest

from cxguide.core.places import Place, SourceError
from cxguide.core.sources import Places, SourceText
from cxguide.metrics.evaluation import Answers, evaluate
from cxguide.metrics.formula import Type, compact, names_in
from cxguide.metrics.parsing import parse_formula

KNOWN = {
    "a": Type.NUMBER,
    "b": Type.NUMBER,
    "absent": Type.NUMBER,
    "timing": Type.WORD,
    "times": Type.LIST,
    "counts": Type.ANSWERS,
}
VALUES = {
    "a": 7.0,
    "b": 2.0,
    "absent": None,
    "timing": "immediate",
    "times": (38.0, 52.0, 41.0),
    "counts": Answers(1, (0.0, 1.0, 2.0, 4.0, 9.0, 18.0, 16.0)),
}
VECTORS = json.loads(
    (Path(__file__).parents[1] / "cases" / "formulas" / "vectors.json").read_text("utf-8")
)


def is_same(expected: object, actual: object) -> bool:
    """Equal, or numbers that differ by no more than exp and ln may."""
    if isinstance(expected, float) and isinstance(actual, float | int):
        return math.isclose(expected, actual, rel_tol=1e-12)
    return expected is actual or expected == actual


def parse(text: str):
    places = Places(SourceText("m.yml", ""), {}, {("steps", "x"): Place("m.yml", 9, 6)})
    return parse_formula(text, KNOWN, places, ("steps", "x"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["formula"])
def test_a_formula_has_the_value_of_its_vector(vector: dict):
    formula, _ = parse(vector["formula"])

    assert is_same(vector["value"], evaluate(formula, VALUES))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["formula"])
def test_the_browser_gets_the_tree_of_the_vector(vector: dict):
    formula, _ = parse(vector["formula"])

    assert vector["tree"] == json.loads(json.dumps(compact(formula)))


def test_the_names_of_a_formula_are_listed_once_in_reading_order():
    assert ("b", "a") == names_in(parse("b * (a + b)")[0])


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("a + c", "9:10", "uses 'c', which is neither an input nor an earlier step"),
        ("a ** b", "9:6", "this operator is not allowed"),
        ("a % b", "9:6", "this operator is not allowed"),
        ("a +", "9:", "cannot be read"),
        ("wilson(a, b)", "9:6", "there is no function 'wilson'"),
        ("mean(a)", "9:6", "mean is used wrongly"),
        ("sqrt(times)", "9:6", "sqrt is used wrongly"),
        ("a + (b > 1)", "9:11", "is a true or false, where a number is needed"),
        ("a if b else 1", "9:11", "where a true or false is needed"),
        ("a if a > 1 else 'x'", "9:22", "this is a text"),
        ("times > 1", "9:6", "a list of numbers cannot be compared"),
        ("1 < a < 3", "9:6", "is not allowed in a formula"),
        ("1e999", "9:6", "too large"),
        ("10 ** 10 ** 10", "9:6", "this operator is not allowed"),
        ("True", "9:6", "True is not allowed"),
        ("a.real", "9:6", "is not allowed in a formula"),
        ("times[0]", "9:6", "is not allowed in a formula"),
        ("[a for a in times]", "9:6", "is not allowed in a formula"),
        ("lambda: a", "9:6", "is not allowed in a formula"),
        ("(a := 3)", "9:7", "is not allowed in a formula"),
        ("__import__('os').system('x')", "9:6", "is not allowed in a formula"),
        ("__import__('os')", "9:6", "there is no function '__import__'"),
        ("max(*times)", "9:10", "is not allowed"),
        ("f'{a}'", "9:6", "is not allowed in a formula"),
        ("a is b", "9:6", "this comparison is not allowed"),
        ("(" * 30 + "a" + ")" * 30, "9:6", "nested too deeply"),
        ("-" * 200 + "a", "9:6", "nested too deeply"),
        ("a+" * 200 + "a", "9:6", "more than 300"),
        ("a\0b", "9:", "cannot be read"),
    ],
)
def test_what_is_not_a_formula_is_refused_at_its_column(text: str, place: str, problem: str):
    with pytest.raises(SourceError, match=problem) as told:
        parse(text)

    assert str(told.value).startswith(f"m.yml:{place}")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("(a + b", "close the bracket '('"),
        ("a + b)", "remove ')', or open the bracket before it"),
        ("a = b", "write '==' instead of '='"),
        ("a × b", "write '*' instead of '×'"),
        ("a − b", "write '-' instead of '−'"),
        ("ａ + b", "write it with the letters a to z; 'ａ' is none of them"),
        ("ſqrt(a)", "write it with the letters a to z; 'ſ' is none of them"),
        ("a + 0x10", "write a number with the digits 0 to 9 and a point"),
        ("1_000 + a", "write a number with the digits 0 to 9 and a point"),
        ("0,75 * a", "write decimals with a point, as in 0.75"),
    ],
)
def test_a_slip_in_a_formula_is_told_with_what_it_was_meant_to_be(text: str, remedy: str):
    with pytest.raises(SourceError, match=re.escape(f"fix: {remedy}")):
        parse(text)
