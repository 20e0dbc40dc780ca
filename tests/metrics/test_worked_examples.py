"""The worked examples of the metric definitions, copied there, not from the metric files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cxguide.cli import main
from cxguide.metrics import Metric, calculate

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "cases" / "metrics" / "examples.json").read_text("utf-8")
)


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example['metric']}: {example['title']}"
)
def test_an_example_gives_what_is_printed(metrics: dict[str, Metric], example: dict):
    outcome = calculate(metrics[example["metric"]], example["inputs"])

    actual = {name: outcome.value(name) for name in example["outputs"]}
    assert example["status"] == outcome.status
    assert example["outputs"] == pytest.approx(actual, abs=1e-6)


def test_every_metric_has_an_example(metrics: dict[str, Metric]):
    assert metrics.keys() == {example["metric"] for example in EXAMPLES}


def test_the_times_of_a_published_calculator_give_its_result(metrics: dict[str, Metric]):
    """MeasuringU prints a mean of 68 seconds, and 46 to 101 with 95% confidence."""
    outputs = calculate(metrics["time_on_task"], {"times": [55, 65, 75, 62, 45, 135]}).outputs

    assert (68.24, 46.01, 101.22) == pytest.approx(
        (outputs["geometric_mean"], outputs["ci_low"], outputs["ci_high"]), abs=0.005
    )


def test_the_command_answers_all_examples_in_one_batch(tmp_path: Path):
    batch = tmp_path / "examples.jsonl"
    batch.write_text("\n".join(map(json.dumps, EXAMPLES)), "utf-8")

    done = CliRunner().invoke(main, ["calc", "--batch", str(batch)])

    answers = [json.loads(line) for line in done.output.splitlines()]
    assert 0 == done.exit_code
    assert [(example["metric"], example["status"]) for example in EXAMPLES] == [
        (answer["metric"], answer["status"]) for answer in answers
    ]
