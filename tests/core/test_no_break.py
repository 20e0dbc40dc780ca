"""Spaces at which no line may end, on lists that a native editor can extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.core.no_break import has_no_break_spaces, no_break_gaps, with_no_break_spaces

CASES = Path(__file__).parents[1] / "cases" / "typography"
LEAST = {"cs": 100, "th": 12}


def listed(tag: str) -> list[str]:
    lines = (CASES / f"no-break.{tag}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


ALL = [(tag, line) for tag in LEAST for line in listed(tag)]


@pytest.mark.parametrize("tag", LEAST)
def test_the_list_is_long_enough_to_mean_something(tag: str):
    assert len(set(listed(tag))) >= LEAST[tag]


@pytest.mark.parametrize(("tag", "line"), ALL)
def test_no_line_can_end_where_none_may(tag: str, line: str):
    actual = with_no_break_spaces(line.replace("~", " "), Language(tag))

    assert line == actual.replace("\xa0", "~")


@pytest.mark.parametrize(("tag", "line"), ALL)
def test_a_space_that_is_right_already_stays(tag: str, line: str):
    right = line.replace("~", "\xa0")

    assert right == with_no_break_spaces(right, Language(tag))


def test_white_space_of_any_length_becomes_one_space():
    assert "v\xa0lese" == with_no_break_spaces("v\n    lese", Language("cs"))
    assert ((1, 6),) == no_break_gaps("v\n    lese", Language("cs"))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("cs", True), ("cs-CZ", True), ("th", True), ("en", False), ("sr", False), ("x-y", False)],
)
def test_languages_have_rules_or_stay_as_they_are(tag: str, *, expected: bool):
    assert expected == has_no_break_spaces(Language(tag))
    assert expected == (with_no_break_spaces("v 5 %, ก ๆ", Language(tag)) != "v 5 %, ก ๆ")


@pytest.mark.parametrize("tag", LEAST)
@given(text=st.text(st.sampled_from("vVaksč .,:5%{n}K\xa0\nกๆ§IV"), max_size=30))
def test_what_has_been_set_needs_no_setting(tag: str, text: str):
    once = with_no_break_spaces(text, Language(tag))

    assert once == with_no_break_spaces(once, Language(tag))
    assert text.split() == once.split()
