import re
from pathlib import Path

import pytest

from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.source_text import LARGEST_FILE_BYTES
from cxguide.core.sources import Source, SourceText, read_source


class Edge(Source):
    id: str
    lower: float
    kind: str = "plain"


class Scale(Source):
    name: str
    edges: tuple[Edge, ...] = ()
    by_name: dict[str, Edge] = {}


def faults_of(text: str, first_line: int = 1, first_column: int = 1) -> str:
    with pytest.raises(SourceFaults) as told:
        read_source(SourceText("a.yml", text, first_line, first_column), Scale)
    return str(told.value)


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
    assert "known keys here: id, lower, kind" in told
    assert "fix: write 'lower'" in told


def test_an_unknown_key_inside_named_entries_knows_its_siblings():
    assert "known keys here: id, lower, kind" in faults_of("name: x\nby_name: {a: {idd: 1}}")


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
    ("text", "problem"),
    [
        ("name: &a x", "a.yml:1:7: the anchor '&a' is not allowed"),
        ("name: x\nedges: [*a]", "a.yml:2:9: the alias '*a' is not allowed"),
        ("name: !!python/name:os.system x", "is not allowed"),
        ("name: x\nname: y", "a.yml:2:1: the key 'name' stands here twice"),
        ("name: [", "this is not YAML"),
        ("name: a: b", "a.yml:1:8: this is not YAML"),
        ("", "there is nothing in it"),
        ("? [a]\n: b", "a key must be a plain word"),
        ("name: " + "[" * 30 + "]" * 30, "nested more than 20 levels"),
        ("just words", "keys with values is expected"),
    ],
)
def test_surprises_are_refused(text: str, problem: str):
    assert problem in faults_of(text)


def test_words_that_older_yaml_takes_for_truth_stay_words():
    scale, _ = read_source(SourceText("a.yml", "name: no"), Scale)

    assert "no" == scale.name


def test_a_folded_text_is_one_line_without_marks():
    scale, _ = read_source(SourceText("a.yml", "name: >-\n  one\n  two\n"), Scale)

    assert "one two" == scale.name


def test_a_file_far_too_large_is_refused_unread(tmp_path: Path):
    path = tmp_path / "a.yml"
    path.write_text("x" * (LARGEST_FILE_BYTES + 1))

    with pytest.raises(SourceError, match="more than 500,000"):
        SourceText.of(path, tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    path = tmp_path / "a.yml"
    path.write_bytes("name: č".encode("cp1250"))

    with pytest.raises(SourceError, match="not UTF-8"):
        SourceText.of(path, tmp_path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lower: 1e999", r"m\.yml:1:8: the number 1e999 is too large"),
        ("lower: 1\n---\nlower: 2", r"m\.yml:2:1: a second document begins here"),
        ("# nothing but a comment", r"m\.yml:1:1: there is nothing in it"),
    ],
)
def test_what_a_file_cannot_hold_is_told_at_its_place(text: str, problem: str):
    with pytest.raises(SourceFaults, match=problem):
        read_source(SourceText("m.yml", text), Edge)
