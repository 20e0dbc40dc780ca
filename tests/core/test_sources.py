"""The shape of a file: its keys, the kinds of their values, and the place of each."""

import re
from typing import Annotated

import pytest
from pydantic import Field

from core.scales import Edge, Scale, faults_of
from cxguide.core.places import SourceFaults
from cxguide.core.sources import Source, SourceText, read_source


def test_every_value_keeps_its_place():
    _, places = read_source(
        SourceText("a.yml", "name: x\nedges:\n  - {id: 'low', lower: 3}\n"), Scale
    )

    assert "a.yml:3:11" == str(places.of("edges", 0, "id"))
    assert "a.yml:3:24" == str(places.of("edges", 0, "lower"))
    assert "a.yml:2:1" == str(places.of_key("edges"))


def test_the_lines_of_a_fence_count_from_the_top_of_its_page():
    assert faults_of("name: 3", first_line=40, first_column=5).startswith("a.yml:40:11:")


def test_an_unknown_key_is_a_fault_with_a_suggestion():
    told = faults_of("name: x\nedges:\n  - {id: low, lowr: 3}")

    assert "a.yml:3:15: unknown key 'lowr'" in told
    assert "known keys here: id, lower, kind, values" in told
    assert "fix: write 'lower'" in told


def test_an_unknown_key_inside_named_entries_knows_its_siblings():
    assert "known keys here: id, lower, kind, values" in faults_of(
        "name: x\nby_name: {a: {idd: 1}}"
    )


def test_all_faults_of_a_file_are_told_together():
    told = faults_of("nme: x\nedges:\n  - {id: 5, lower: low}")

    assert 3 == told.count("a.yml:")


def test_a_mistyped_key_is_not_told_as_missing_too():
    told = faults_of("name: x\nedges:\n  - {id: low, lowr: 3}\n  - {idd: high, lower: 3}")

    assert ["unknown key 'lowr'", "unknown key 'idd'"] == re.findall(r"a\.yml:\S+: (.*)", told)


def test_a_key_that_is_mistyped_elsewhere_is_still_missing_here():
    told = faults_of("name: x\nedges:\n  - {id: low}\n  - {id: high, lower: 3, lowr: 4}")

    assert "a.yml:3:5: the key 'lower' is missing" in told


@pytest.mark.parametrize(
    ("written", "found", "fix"),
    [
        ("5,4", "5,4", "write 5.4, or 54 if no decimals are meant"),
        ("0,75", "0,75", "write 0.75"),
        ("-5, 40", "-5, 40", "write -5.40, or -540 if no decimals are meant"),
        ("1,000", "1,000", "write 1000, or 1.000 if decimals are meant"),
        ("1,000,000", "1,000,000", "write 1000000"),
        ("1,000.5", "1,000.5", "write 1000.5"),
        (
            "1, 2, 3",
            "1, 2, 3",
            "write [1, 2, 3] for a list, or a point for the decimals of one number",
        ),
    ],
)
def test_a_comma_in_a_number_is_told_once_at_the_number(written: str, found: str, fix: str):
    told = faults_of(f"name: x\nby_name: {{a: {{lower: {written}, id: low}}}}")

    assert f"a.yml:2:22: numbers have no comma here: found {found!r}\n  fix: {fix}" == told


def test_a_comma_in_a_number_outside_braces_is_told_in_the_same_words():
    told = faults_of("name: x\nedges:\n  - id: low\n    lower: 5,4")

    assert told.startswith("a.yml:4:12: numbers have no comma here: found '5,4'\n  fix: write 5.4,")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: x\nedges:\n", "2:1: 'edges'"),
        ("name: x\nedges: # none\n", "2:1: 'edges'"),
        ("name: x\nedges:\n  - {id: low, lower: 3, kind: }", "3:25: 'kind'"),
        ("name: x\nedges:\n  - {id: low, lower: 3, kind : , values: 3}", "3:25: 'kind'"),
        ("name: x\nedges:\n  - {id: low, lower: 3, kind}", "3:25: 'kind'"),
        ("name: x\nby_name:\n  low:\n", "3:3: 'low'"),
    ],
)
def test_a_key_with_nothing_after_it_is_told_once(text: str, place: str):
    fix = "write its value, or remove the key"

    assert f"a.yml:{place} has no value\n  fix: {fix}" == faults_of(text)


def test_a_key_that_must_be_there_is_not_to_be_removed():
    assert "a.yml:1:1: 'name' has no value\n  fix: write its value after it" == faults_of("name:")


def test_all_keys_and_items_without_a_value_are_told():
    told = faults_of("name:\nedges:\n  -\n  - {id: , lower: 3}")

    assert ["1:1", "3:3", "4:6"] == re.findall(r"a\.yml:(\S+):", told)
    assert "3:3: this item of the list has no value, found only '-'\n  fix: write its" in told


def test_a_written_null_is_a_value():
    scale, _ = read_source(
        SourceText("a.yml", "name: x\nedges: [{id: low, lower: 3, kind: null, values: ~}]"), Scale
    )

    assert scale.edges[0].kind is None


def test_a_word_between_commas_where_any_key_may_stand_may_be_of_a_text():
    told = faults_of("name: x\nby_name: {a: {id: x, lower: 3}, or not}")

    assert told.startswith("a.yml:2:33: 'or not' stands here as a key without a value\n")
    assert "put quotes around a text with a comma in it" in told


def test_a_value_of_none_of_several_kinds_is_told_once():
    told = faults_of("name: x\nedges:\n  - {id: low, lower: 3, values: {a: 1}}")

    assert (
        "a.yml:3:33: values: a number or a text or a list is expected, found keys with values\n"
        "  fix: write a number or a text or a list"
    ) == told


def test_a_wrong_item_of_a_list_is_told_and_not_the_list():
    told = faults_of("name: x\nedges:\n  - {id: low, lower: 3, values: [1, two]}")

    assert "a.yml:3:37: values: a number is expected, found 'two'\n  fix: write a number" == told


def test_the_only_unknown_key_stands_for_the_only_one_that_is_missing():
    told = faults_of("name: x\nedges:\n  - {id: low, End: 3}\n  - {Name: high, end: 4}")

    assert [
        "unknown key 'End'",
        "the key 'id' is missing",
        "the key 'lower' is missing",
        "unknown key 'Name'",
        "unknown key 'end'",
    ] == re.findall(r"a\.yml:\S+: (.*)", told)
    assert "fix: write 'lower'" in told


class Pair(Source):
    edges: Annotated[tuple[Edge, ...], Field(min_length=2)]


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("[{id: low, lower: 3}]", "a.yml:1:8: edges: a list has too few items"),
        ("[{id: 5, lower: 3}]", "a.yml:1:14: id: a text is expected, found 5"),
    ],
)
def test_a_list_is_too_short_unless_its_items_are_wrong(items: str, told: str):
    with pytest.raises(SourceFaults) as raised:
        read_source(SourceText("a.yml", f"edges: {items}"), Pair)

    assert [told] == re.findall(r"a\.yml:.*", str(raised.value))


def test_words_between_commas_do_not_stand_for_a_missing_key():
    told = faults_of("name: x\nedges:\n  - {id: low, or not}")

    assert [
        "the key 'lower' is missing",
        "'or not' stands here as a key without a value",
    ] == re.findall(r"a\.yml:\S+: (.*)", told)


def test_words_that_older_yaml_takes_for_truth_stay_words():
    scale, _ = read_source(SourceText("a.yml", "name: no"), Scale)

    assert "no" == scale.name


def test_a_folded_text_is_one_line_without_marks():
    scale, _ = read_source(SourceText("a.yml", "name: >-\n  one\n  two\n"), Scale)

    assert "one two" == scale.name
