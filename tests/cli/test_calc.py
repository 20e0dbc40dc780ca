"""`cx calc`: answers for people and machines, one by one and by the line, and exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from command import cx

SHOP = ["promoters=110", "passives=54", "detractors=36"]


SHOP_LINE = b'{"metric": "nps", "inputs": {"promoters": 110, "passives": 54, "detractors": 36}}'
NOT_A_CALCULATION = {
    "metric": "", "status": "error", "code": "not_a_calculation", "field": "line"
}  # fmt: skip


def answers_to(lines: bytes) -> list[dict[str, Any]]:
    """The answers to a batch, which is always done."""
    done = cx("calc", "--batch", "-", stdin=lines)

    assert (0, None) == (done.exit_code, done.exception)
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_calculation_as_json_is_unrounded_and_short():
    done = cx("calc", "nps", *SHOP, "--format", "json")

    answer = json.loads(done.output)
    assert (0, "nps", "ok", 37) == (
        done.exit_code, answer["metric"], answer["status"], answer["outputs"]["nps"]
    )  # fmt: skip
    assert '"nps": 37,' in done.output
    assert 25.85359 == pytest.approx(answer["outputs"]["ci_low"], abs=1e-5)
    assert 47.052814 == pytest.approx(answer["outputs"]["ci_high"], abs=1e-6)


def test_an_error_is_an_answer_and_exits_with_one():
    done = cx("calc", "nps", "promoters=0", "passives=0", "detractors=0", "--format", "json")

    assert 1 == done.exit_code
    assert {"metric": "nps", "status": "error", "code": "no_data", "field": "respondents"} == (
        json.loads(done.output)
    )


def test_values_that_are_not_shown_are_null():
    done = cx("calc", "nps", "promoters=3", "passives=0", "detractors=0", "--format", "json")

    assert json.loads(done.output)["outputs"]["moe"] is None


def test_an_answer_for_people_has_names_and_values():
    done = cx("calc", "nps", *SHOP)

    assert "Net Promoter Score (NPS) (ok)\nnps: 37\nrespondents: 200\n" in done.output


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["calc", "nsp"], "did you mean 'nps'?"),
        (["calc", "nps", "promotors=1"], "did you mean 'promoters'?"),
        (["calc", "nps", "110"], "'110' is not NAME=VALUE"),
        (["calc"], "name a metric: abandonment, bounce"),
        (["calc", "nps", "--format", "xml"], "'xml' is not one of"),
        (["calculate"], "No such command"),
    ],
)
def test_wrong_use_exits_with_two_and_says_what_was_meant(arguments: list[str], hint: str):
    done = cx(*arguments)

    assert 2 == done.exit_code
    assert hint in done.output


def test_of_a_repeated_name_the_first_counts():
    done = cx("calc", "nps", "promoters=110", "promoters=5", *SHOP[1:], "--format", "json")

    assert 37 == json.loads(done.output)["outputs"]["nps"]


def test_a_batch_gives_one_answer_a_line_and_exits_with_zero(tmp_path: Path):
    file = tmp_path / "queries.jsonl"
    file.write_text(
        '{"metric": "nps", "inputs": {"promoters": 110, "passives": 54, "detractors": 36}}\n'
        '{"metric": "nps", "inputs": {"promoters": -1}}\n'
        "\n"
        '{"metric": "nsp", "inputs": {}}\n'
        "not json\n"
        '{"metric": "nps", "inputs": [1]}\n'
    )

    done = cx("calc", "--batch", str(file))

    answers = [json.loads(line) for line in done.output.splitlines()]
    assert 0 == done.exit_code
    assert ["ok", *["error"] * 5] == [answer["status"] for answer in answers]
    assert [
        None,
        "out_of_range",
        "not_a_calculation",
        "unknown_metric",
        "not_a_calculation",
        "not_a_calculation",
    ] == [answer.get("code") for answer in answers]


def test_a_batch_can_come_from_standard_input():
    done = cx("calc", "--batch", "-", stdin=SHOP_LINE)

    assert 0 == done.exit_code
    assert 37 == json.loads(done.output)["outputs"]["nps"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \t\r", id="blank"),
        pytest.param(b'{"metric": "\xff", "inputs": {}}', id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="nested too deeply"),
        pytest.param(b'{"metric": "nps", "inputs": ' + b'{"a": ' * 100_000, id="deep inputs"),
        pytest.param('{"metric":\u2028"nps"}'.encode(), id="line separator of Unicode"),
        pytest.param(b'{"metric":\x0c"nps"}', id="form feed"),
        pytest.param(b'\xef\xbb\xbf{"metric": "nps", "inputs": {}}', id="mark not at the start"),
        pytest.param(b"\x00", id="null character"),
        pytest.param(b"NaN", id="not a number"),
    ],
)
def test_a_line_that_is_no_calculation_is_told_so_and_the_next_is_answered(line: bytes):
    before, answer, after = answers_to(SHOP_LINE + b"\n" + line + b"\n" + SHOP_LINE + b"\n")

    assert NOT_A_CALCULATION == answer
    assert "ok" == before["status"] == after["status"]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_only_newlines_end_a_line_of_a_batch(character: str):
    answers = answers_to(f'{{"metric": "a{character}b", "inputs": {{}}}}\n'.encode())

    assert [f"a{character}b"] == [answer["metric"] for answer in answers]


def test_lines_of_a_batch_may_end_as_on_windows():
    answers = answers_to(SHOP_LINE + b"\r\n\r\n" + SHOP_LINE + b"\r\n")

    assert ["ok", "error", "ok"] == [answer["status"] for answer in answers]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (b"", 0),
        (b"\xef\xbb\xbf", 0),
        (b"\n", 1),
        (b"\xef\xbb\xbf\n", 1),
        (b"\n\n", 2),
        (b"x\ny", 2),
        (b"x\ny\n", 2),
    ],
)
def test_only_the_end_after_the_last_newline_of_a_batch_is_no_line(lines: bytes, count: int):
    assert [NOT_A_CALCULATION] * count == answers_to(lines)


def test_a_byte_order_mark_before_a_batch_is_ignored():
    (answer,) = answers_to(b"\xef\xbb\xbf" + SHOP_LINE)

    assert "ok" == answer["status"]


@pytest.mark.parametrize(
    ("once", "twice"),
    [
        (b'"promoters": 110', b'"promoters": 110, "promoters": 5'),
        (b'"metric": "nps"', b'"metric": "nps", "metric": "csat"'),
        (b"36}", b'36}, "inputs": {}'),
    ],
)
def test_of_a_repeated_name_in_a_batch_the_first_counts(once: bytes, twice: bytes):
    (answer,) = answers_to(SHOP_LINE.replace(once, twice))

    assert ("nps", 37) == (answer["metric"], answer["outputs"]["nps"])


def test_an_unknown_input_in_a_batch_is_ignored():
    (answer,) = answers_to(SHOP_LINE.replace(b'"promoters"', b'"promotors": 1, "promoters"'))

    assert 37 == answer["outputs"]["nps"]


@pytest.mark.parametrize("digits", [400, 10_000])
def test_a_number_in_a_batch_that_no_double_holds_is_not_a_number(digits: int):
    (answer,) = answers_to(SHOP_LINE.replace(b"110", b"9" * digits))

    assert ("not_a_number", "promoters") == (answer["code"], answer["field"])


@pytest.mark.parametrize("metric", [b"null", b"5", b'["nps"]', b'{"nps": 1}'])
def test_a_metric_in_a_batch_that_is_not_a_text_is_unknown(metric: bytes):
    (answer,) = answers_to(b'{"inputs": {}, "metric": ' + metric + b"}")

    assert {"metric": "", "status": "error", "code": "unknown_metric", "field": "metric"} == answer


@pytest.mark.parametrize("beside", [["nps"], ["promoters=1"], ["nps", "promoters=1"], [""]])
def test_a_batch_beside_a_single_calculation_is_wrong_use(beside: list[str]):
    done = cx("calc", "--batch", "-", *beside, stdin=SHOP_LINE)

    assert 2 == done.exit_code
    assert f"leave out {' '.join(beside)!r}" in done.output


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            ["nps", "promoters=0", "passives=0", "detractors=0"],
            "nps: no_data on respondents",
            "Enter at least one answer",
        ),
        (
            ["churn", "start=5", "lost=6"],
            "churn: part_exceeds_whole on lost",
            "More customers were lost than there were at the start",
        ),
        (
            ["time_on_task", "times=2:30"],
            "time_on_task: not_a_number on times",
            "Enter each time in seconds, such as 150 for two and a half minutes",
        ),
    ],
)
def test_an_error_for_people_says_what_the_metric_says(
    arguments: list[str], code: str, sentence: str
):
    done = cx("calc", *arguments)

    assert (1, f"{code}: {sentence}\n") == (done.exit_code, done.output)


@pytest.mark.parametrize(
    ("value", "code"), [("1.5", "not_integer"), ("x", "not_a_number"), ("", "missing")]
)
def test_an_error_without_words_of_the_metric_is_told_by_its_code(value: str, code: str):
    done = cx("calc", "nps", f"promoters={value}")

    assert (1, f"nps: {code} on promoters\n") == (done.exit_code, done.output)
