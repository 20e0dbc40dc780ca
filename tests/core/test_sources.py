import re
from pathlib import Path

import pytest

from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.source_text import LARGEST_FILE_BYTES
from cxguide.core.sources import Source, SourceText, read_source


class Edge(Source):
    id: str
    lower: float
    kind: str | None = "plain"
    values: float | str | tuple[float, ...] | None = None


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
    ("text", "problem"),
    [
        ("name: &a x", "a.yml:1:7: the anchor '&a' is not allowed"),
        ("name: x\nedges: [*a]", "a.yml:2:9: the alias '*a' is not allowed"),
        ("name: !!python/name:os.system x", "is not allowed"),
        ("name: x\nname: y", "a.yml:2:1: the key 'name' stands here twice"),
        ("name: x\n...\nname: y", "this is not YAML"),
        ("", "there is nothing in it"),
        ("? [a]\n: b", "a key must be a plain word"),
        ("name: " + "[" * 30 + "]" * 30, "nested more than 20 levels"),
        ("just words", "keys with values is expected"),
    ],
)
def test_surprises_are_refused(text: str, problem: str):
    assert problem in faults_of(text)


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


@pytest.mark.parametrize(
    ("text", "problem", "fix"),
    [
        (
            "name: x\nby_name: {a: {id: x, lower: 3}\nedges: []",
            "2:10: the bracket that opens here is not closed: found '{a: {id: x, lower: 3}'",
            "close it with '}'",
        ),
        (
            "edges: [{id: x, values: [1, 2}]\nname: x",
            "1:25: the bracket that opens here is not closed: found '[1, 2}]'",
            "close it with ']'",
        ),
        (
            "name: [",
            "1:7: the bracket that opens here is not closed: found '['",
            "close it with ']'",
        ),
        (
            "edges: [1]]",
            "1:11: there is a closing bracket too many: found 'edges: [1]]'",
            "remove ']'",
        ),
        (
            "name: x\nedges:\n\t- {id: x}",
            "3:1: this line begins with a tab: found '→- {id: x}'",
            "replace the tab with spaces, so that it begins like the lines it belongs to",
        ),
        (
            "name: Net Promoter: Score  # of all\n",
            "1:7: a text with a colon needs quotes: found 'Net Promoter: Score'",
            'put quotes around the text: "Net Promoter: Score"',
        ),
        (
            "name: x\nedges:\n  - {id: Net: Score}",
            "3:10: a text with a colon needs quotes: found 'Net: Score'",
            'put quotes around the text: "Net: Score"',
        ),
        (
            "edges: [{id: x lower: 3}]",
            "1:14: a comma is missing here, or quotes: found 'x lower: 3'",
            "write a comma before 'lower', or put quotes around the text: \"x lower: 3\"",
        ),
        ("edges: [{id: 'x' y}]", "1:18: a comma is missing before this: found 'y}]'", "write it"),
        (
            "edges: [{id: x, lower:}]",
            "1:22: a space is missing after this colon: found 'lower:'",
            "write a space after it, and then a value",
        ),
        ("name x\nedges: []", "1:1: this line has no colon: found 'name x'", "write 'name: x'"),
        (
            "name: x\n  a: b",
            "2:3: this line begins in column 3, where none that it belongs to does: found 'a: b'",
            "begin it in column 1, like the lines it belongs to",
        ),
        (
            "by_name:\n    a: {}\n  b: {}",
            "3:3: this line begins in column 3, where none that it belongs to does: found 'b: {}'",
            "begin it in column 1 or 5, like the lines it belongs to",
        ),
        (
            'name: "Net" Score',
            "1:13: there are words after the quote that ends the text: found 'Score'",
            "put the whole text into the quotes, and write quotes inside it twice",
        ),
        (
            "name: 'x\nedges: []",
            '1:7: the quote that opens here is not closed: found "\'x"',
            "close it in this line",
        ),
        (
            "name: @x",
            "1:7: a text that begins with '@' needs quotes: found '@x'",
            "put quotes around it",
        ),
    ],
)
def test_what_is_no_yaml_is_told_where_the_slip_was_made(text: str, problem: str, fix: str):
    assert f"a.yml:{problem}\n  fix: {fix}" == faults_of(text)


@pytest.mark.parametrize(
    ("text", "place", "found", "fix"),
    [
        ("edges:\n  - One\n   - Two\n", "3:4", "- Two", "begin it in column 3"),
        ("edges:\n  - One\n    Two\n", "3:5", "Two", "begin it with '- ' in column 3"),
        ("edges:\n- One\n  Two\n", "3:3", "Two", "begin it with '- ' in column 1"),
        ("name: One\n\n  Two\n", "3:3", "Two", "begin it with its key and a colon in column 1"),
        ("edges:\n  One\n  Two\n", "3:3", "Two", "begin each line with '- '"),
        ("edges: {id: a\n  b}\n", "2:3", "b}", "write a comma at the end of the line above"),
    ],
)
def test_a_text_without_quotes_does_not_go_on_in_the_next_line(
    text: str, place: str, found: str, fix: str
):
    assert (
        f"a.yml:{place}: this line continues the text above: found {found!r}\n"
        f"  fix: {fix}, or put the whole text in quotes"
    ) == faults_of(text)


@pytest.mark.parametrize(
    ("text", "place", "found", "fix"),
    [
        ("name: I am #12 here.", "1:12", "#12 here.", ' around the text: "I am #12 here."'),
        ("name: #12", "1:7", "#12", ' around the text: "#12"'),
        ("edges:\n  - I am #12", "2:10", "#12", ' around the text: "I am #12"'),
        ("edges: {id: #12, lower: 3}", "1:13", "#12, lower: 3}", " around the text"),
    ],
)
def test_a_sign_that_cuts_a_text_is_told_at_the_sign(text: str, place: str, found: str, fix: str):
    assert (
        f"a.yml:{place}: what follows '#' is a comment: found {found!r}\n"
        f"  fix: put quotes{fix}, or write a space after '#' if it is a comment"
    ) == faults_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "name: x # words",
        "name: x # see #12",
        "#words\nname: x",
        "name: x ## words",
        "name: x#12",
        "name: 'I am #12'",
        "name: >-\n  I am #12\n",
        "name: a\xa0b",
        "name: 'Price:\xa03'",
        "name: >-\n  Price:\xa03\n  -\xa0b\n",
    ],
)
def test_real_comments_and_signs_inside_texts_are_allowed(text: str):
    assert read_source(SourceText("a.yml", text), Scale)[0].name


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("name:\xa0x\nedges: []", "1:6", "name:␣x"),
        ("name\xa0: x\nedges: []", "1:5", "name␣: x"),
        ("edges:\n  -\xa0id: x\n    lower: 3", "2:4", "-␣id: x"),
        ("edges:\n  - id: x\n   \xa0lower: 3", "3:4", "␣lower: 3"),
        ("edges: [{id: x, lower:\xa03}]", "1:23", "edges: [{id: x, lower:␣3}]"),
    ],
)
def test_a_no_break_space_between_keys_and_values_is_told_at_its_place(
    text: str, place: str, found: str
):
    assert (
        f"a.yml:{place}: a no-break space stands here (␣): found {found!r}\n"
        "  fix: write an ordinary space"
    ) == faults_of(text)


@pytest.mark.parametrize(
    ("text", "place", "problem", "fix"),
    [
        (
            "edges:\n  id:low\n  lower: 3",
            "2:3",
            "'id:low' stands here as a key without a value",
            "write 'id: low', with a colon and a space",
        ),
        (
            "edges:\n  lower: 3\n  id:low\nname: x",
            "3:3",
            "'id:low' stands here as a key without a value",
            "write 'id: low', with a colon and a space",
        ),
        (
            "edges:\n  lower: 3\n  kind some words\nname: x",
            "3:3",
            "this line has no colon: found 'kind some words'",
            "write 'kind: some words'",
        ),
        (
            "edges:\n  - One\n  -Two words\n  - Three",
            "3:3",
            "a space is missing after this hyphen: found '-Two words'",
            "write '- Two words'",
        ),
        (
            "edges:\n  - id: x\n    lower: 3\n  -id: y\n    lower: 3",
            "4:3",
            "a space is missing after this hyphen: found '-id: y'",
            "write '- id: y'",
        ),
        (
            "edges:\n  - One\n  • Two\n  - Three",
            "3:3",
            "an item of a list begins with '- ', not with '•': found '• Two'",
            "write '- Two'",
        ),
        (
            "edges:\n  • One\n  - Two",
            "2:3",
            "an item of a list begins with '- ', not with '•': found '• One'",
            "write '- One'",
        ),
        (
            "edges:\n  - One\n  Two words\n  - Three",
            "3:3",
            "this line has no hyphen: found 'Two words'",
            "write '- Two words'",
        ),
    ],
)
def test_a_line_that_is_no_item_and_no_key_is_told_on_its_own_line(
    text: str, place: str, problem: str, fix: str
):
    assert f"a.yml:{place}: {problem}\n  fix: {fix}" == faults_of(text)


class Part(Source):
    id: str
    edge: Edge
    owner: str | None = None


class Whole(Source):
    parts: tuple[Part, ...]
    by_name: dict[str, Edge] = {}
    size: str = ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "parts:\n  - id: a\n    edge:\n      id: b\n    lower: 3\n",
            "5:5: 'lower' belongs to 'edge', but begins 2 too far left\n  fix: indent it by 2 more",
        ),
        (
            "parts:\n  - id: a\n    edge:\n      id: b\n      lower: 3\n      owner: c\n",
            (
                "6:7: 'owner' does not belong to 'edge', but begins 2 too far right\n"
                "  fix: indent it by 2 less"
            ),
        ),
        (
            "parts: []\nby_name:\n  one:\n    id: b\n    lower: 3\n  kind: small\n",
            "6:3: 'kind' belongs to 'one', but begins 2 too far left\n  fix: indent it by 2 more",
        ),
        (
            "parts: []\nby_name:\n  one: {id: b, lower: 3}\n  size: small\n",
            (
                "4:3: 'size' does not belong to 'by_name', but begins 2 too far right\n"
                "  fix: indent it by 2 less"
            ),
        ),
        (
            "parts:\n  - id: a\n    edge:\n      id: b\n    kind: c\n      lower: 3\n",
            (
                "5:5: this line begins in column 5, those around it in column 7: found 'kind: c'\n"
                "  fix: begin it in column 7"
            ),
        ),
        (
            "parts:\n  - id: a\n      owner: b\n    edge: {id: b, lower: 3}\n",
            (
                "3:7: this line begins in column 7, where none that it belongs to does: "
                "found 'owner: b'\n  fix: begin it in column 5, like the lines it belongs to"
            ),
        ),
        (
            "parts:\n  - id: a\n  owner: b\n    edge: {id: b, lower: 3}\n",
            (
                "3:3: this line begins in column 3, where none that it belongs to does: "
                "found 'owner: b'\n  fix: begin it in column 5, like the lines it belongs to"
            ),
        ),
    ],
)
def test_a_line_with_a_wrong_indentation_is_told_once_with_the_right_one(text: str, told: str):
    with pytest.raises(SourceFaults) as raised:
        read_source(SourceText("a.yml", text), Whole)

    assert f"a.yml:{told}" == str(raised.value)


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
        ("name: “One, two”", r"m\.yml:1:7: the quotes around this text are not those of YAML"),
        ("lower: 1\n---\nlower: 2", r"m\.yml:2:1: a second document begins here"),
        ("# nothing but a comment", r"m\.yml:1:1: there is nothing in it"),
    ],
)
def test_what_a_file_cannot_hold_is_told_at_its_place(text: str, problem: str):
    with pytest.raises(SourceFaults, match=problem):
        read_source(SourceText("m.yml", text), Edge)
