"""Hostile and broken metric files are refused with place and fix, and nothing in them runs."""

from pathlib import Path

import pytest

from cxguide.core.places import Faults
from cxguide.metrics import calculate, read_metrics
from metrics.hostile_metric import BASE, ENTERED, FOLDER, metric_of, told, with_formula

pytestmark = pytest.mark.usefixtures("nothing_runs")

CASES = sorted(FOLDER.glob("*.txt"))


def edited(edits: str) -> str:
    """The base after the edits of a case: lines `- old` followed by `+ new`."""
    text = BASE
    for edit in edits.strip().split("\n- "):
        old, new = edit.removeprefix("- ").split("\n+ ")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the base"
        text = text.replace(old, new)
    return text


def test_what_the_cases_edit_is_itself_a_good_metric():
    assert 9 == calculate(metric_of(BASE), ENTERED).outputs["score"]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_hostile_or_broken_file_is_refused_as_in_its_case(case: Path, golden):
    edits, _, _ = case.read_text("utf-8").partition("\n=====\n")

    faults = told(lambda: metric_of(edited(edits)))

    golden(case, f"{edits}\n=====\n{faults}\n")
    assert "fix: \n" not in f"{faults}\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", "1:1: there is nothing in it", id="empty"),
        pytest.param("# nothing\n# here\n", "1:1: there is nothing in it", id="only comments"),
        pytest.param("- id: a\n", "1:1: the whole: keys with values is expected", id="a list"),
        pytest.param("metric", "1:1: the whole: keys with values is expected", id="a word"),
        pytest.param("---\n---\n", "2:1: a second document begins here", id="two empty documents"),
        pytest.param(
            BASE.replace("Hostile", "Host\0ile"),
            "3:11: the invisible character U+0000",
            id="null character",
        ),
        pytest.param(
            BASE.replace("Hostile", "Host\x07ile"),
            "3:11: the invisible character U+0007",
            id="bell character",
        ),
        pytest.param(
            BASE.replace("Hostile", "Hostile  # \x9b"),
            "3:18: the invisible character U+009B",
            id="control character of another age in a comment",
        ),
        pytest.param(
            BASE.replace("Hostile", "[" * 100_000),
            "3:1006: this is not YAML",
            id="100,000 square brackets",
        ),
        pytest.param(
            BASE.replace("Hostile", "{a: " * 50_000),
            "3:87: this is nested more than 20 levels deep",
            id="50,000 braces",
        ),
        pytest.param(
            "".join(f"{' ' * depth}a:\n" for depth in range(500)),
            "22:22: this is nested more than 20 levels deep",
            id="500 indentations",
        ),
        pytest.param(
            BASE + "".join(f"key{number}: 1\n" for number in range(30_000)),
            "4966:10: the file has more than 5,000 values",
            id="30,000 unknown keys",
        ),
        pytest.param(
            BASE + "".join(f"key{number}: 1\n" for number in range(4_000)),
            "1:1: 4,000 faults, of which 50 are told",
            id="4,000 unknown keys",
        ),
        pytest.param(
            BASE.replace("Hostile", f"[{'1,' * 200_000}]"),
            "3:10000: the file has more than 5,000 values",
            id="a list of 200,000",
        ),
        pytest.param(
            BASE.replace("kind: count", f"kind: {'k' * 400_000}"),
            "6:13: kind: unknown value 'kkkkkkkkkk",
            id="a word of 400,000 letters",
        ),
        pytest.param(
            BASE.replace("kind: count", f"kind: count, max: {'9' * 5_000}"),
            "6:25: the number 9999999999",
            id="a bound of 5,000 digits",
        ),
        pytest.param(
            BASE.replace("kind: count", f"kind: count, max: {'9' * 390}"),
            "6:25: max: a number or a text is expected, found 9999999999",
            id="a bound of 390 digits",
        ),
        pytest.param(
            with_formula("9" * 5_000),
            "12:10: the number 9999999999",
            id="a formula of 5,000 digits",
        ),
        pytest.param(
            with_formula(f"'{'9' * 500}'"),
            "12:11: the formula has 500 characters, more than 300",
            id="a formula of 500 digits in quotes",
        ),
        pytest.param(
            with_formula("a" + " + a" * 100_000),
            "12:10: score: 'a + a",
            id="100,000 terms",
        ),
        pytest.param(
            BASE.replace("label: A", f"label: {'A' * 10_000}"),
            "6:27: label: 'AAA",
            id="a label of 10,000 letters",
        ),
    ],
)
def test_what_is_too_much_or_nothing_is_refused_at_its_place(text: str, fault: str):
    faults = told(lambda: metric_of(text))

    assert faults.startswith(f"hostile.yml:{fault}")
    assert len(faults) < 10_000


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(
            BASE.replace("Hostile", "Nepřátelská").encode("cp1250"),
            "hostile.yml:3:10: byte 0xf8 is not UTF-8\n  fix: save the file as UTF-8",
            id="another encoding",
        ),
        pytest.param(
            BASE.encode("utf-16"),
            "hostile.yml:1:1: byte 0xff is not UTF-8\n  fix: save the file as UTF-8",
            id="two bytes a letter",
        ),
        pytest.param(
            b"#" * 10_000_000,
            "hostile.yml:1:1: the file has 10,000,000 bytes, more than 500,000\n"
            "  fix: split it, or move what is not text out of it",
            id="10 MB",
        ),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_refused(tmp_path: Path, content: bytes, fault: str):
    (tmp_path / "hostile.yml").write_bytes(content)

    assert fault == told(lambda: read_metrics(tmp_path, tmp_path))


@pytest.mark.parametrize(
    "name",
    [
        *("abs", "max", "mean", "power", "sqrt", "sum", "t", "total", "z", "geometric_sum"),
        *("eval", "exec", "open", "print", "type", "self", "true", "false", "nan", "inf", "e"),
        *("case", "match", "constructor", "prototype", "undefined", "a_", "x", "b" * 40),
    ],
)
def test_names_that_mean_something_elsewhere_are_only_names_here(name: str):
    text = BASE.replace("b: {kind", f"{name}: {{kind").replace("a + b", f"a + {name}")

    metric = metric_of(text.replace("b: 2, times", f"{name}: 2, times"))

    assert 9 == calculate(metric, {**ENTERED, name: 2}).outputs["score"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"\ufeff{BASE}", id="byte order mark"),
        pytest.param(f"%YAML 1.1\n---\n{BASE}", id="older yaml"),
        pytest.param(BASE.replace("\n", "\r\n"), id="lines of windows"),
        pytest.param(BASE.replace("Hostile", "Hostile \u200f"), id="right-to-left mark"),
        pytest.param(BASE.replace("Hostile", "! Hostile"), id="tag that says it is a text"),
    ],
)
def test_odd_files_that_do_no_harm_are_read(tmp_path: Path, text: str):
    (tmp_path / "hostile.yml").write_text(text, "utf-8", newline="")

    metric = read_metrics(tmp_path, tmp_path)["hostile"]

    assert 9 == calculate(metric, ENTERED).outputs["score"]


@pytest.mark.parametrize(
    "text", ["__import__('os').system('touch ran')", "{{ 7 * 7 }}", "<script>ran()</script>", "$x"]
)
def test_code_where_a_text_belongs_is_only_text(text: str):
    metric = metric_of(BASE.replace("label: A", f'label: "{text}"'))

    assert text == metric.shape.inputs["a"].label


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("options: {now: Now, later: Later}, ", "", id="no options"),
        pytest.param("{now: Now, later: Later}", "{}", id="empty options"),
        pytest.param("label: Timing", "label: Timing, default: never", id="unknown default"),
        pytest.param("label: A", "label: A, default: many", id="text for a number"),
        pytest.param("label: A", "label: A, default: -5.5", id="default out of range"),
        pytest.param("label: Times", "label: Times, default: 5", id="number for a list"),
        pytest.param("[1, 5]", "[5, 1]", id="scale from high to low"),
        pytest.param("[1, 5]", "[1, 1000000000]", id="scale of a billion answers"),
        pytest.param("label: Counts", "label: Counts, min: times", id="bound that is a list"),
        pytest.param("label: A", "label: A, unless: a", id="unless itself"),
        pytest.param("sources:", "sample_size: times\nsources:", id="sample size that is a list"),
        pytest.param("sources:", "sensitivity: {timing: 1}\nsources:", id="steps of an option"),
    ],
)
def test_a_field_that_contradicts_itself_is_refused(old: str, new: str):
    assert told(lambda: metric_of(BASE.replace(old, new, 1))).startswith("hostile.yml:")


@pytest.mark.parametrize(
    ("more", "most_told"),
    [
        pytest.param(" " * 490_000, 0, id="spaces at the end"),
        pytest.param("\n" + " " * 490_000 + "# x", 0, id="spaces before a comment"),
        pytest.param("about: >-\n  x" + " #a" * 100_000 + "\n", 1, id="signs of a comment"),
        pytest.param("".join(f"k{n}: 1\n" for n in range(30_000)), 51, id="unknown keys"),
        pytest.param("x: {" + "a, " * 100_000 + "}\n", 51, id="commas"),
    ],
)
def test_a_large_file_is_read_once(more: str, most_told: int):
    """Each of these never came to an end while a pattern went over it again and again."""
    faults = Faults()

    with faults.caught():
        metric_of(BASE + more)

    assert len(faults.found) <= most_told
