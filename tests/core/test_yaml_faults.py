"""What is no YAML, and what YAML takes for something else than its author, is told at the slip."""

import pytest

from core.scales import Edge, Scale, faults_of
from cxguide.core.places import SourceFaults
from cxguide.core.sources import Source, SourceText, read_source


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
        ("name: a #b #c", "1:9", "#b #c", ' around the text: "a #b #c"'),
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
        ("name:\u2007x\nedges: []", "1:6", "name:␣x"),
        ("name:\u202fx\nedges: []", "1:6", "name:␣x"),
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


@pytest.mark.parametrize("sign", "•–·*")
def test_a_line_with_a_bullet_is_told_to_need_a_hyphen(sign: str):
    assert (
        f"a.yml:3:3: an item of a list begins with '- ', not with {sign!r}: found '{sign} Two'\n"
        "  fix: write '- Two'"
    ) == faults_of(f"edges:\n  - One\n  {sign} Two\n  - Three")


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
