"""What the documents say works: their examples are read and calculated here."""

import re
from pathlib import Path

import pytest

from cxguide.core.sources import SourceText
from cxguide.metrics import Metric, calculate, read_metric

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
METRICS = [
    read_metric(SourceText("CONTRIBUTING.md", text))
    for text in re.findall(r"^```yaml\n(id: .*?)^```", CONTRIBUTING, re.M | re.S)
]
EXAMPLES = [
    pytest.param(metric, example, id=f"{metric.id}: {example.title}")
    for metric in METRICS
    for example in metric.shape.examples
]


def test_the_three_kinds_of_metrics_are_shown():
    assert ["ces", "time_on_task", "clv_discounted"] == [metric.id for metric in METRICS]


@pytest.mark.parametrize(("metric", "example"), EXAMPLES)
def test_the_metrics_of_the_document_calculate_what_they_say(metric: Metric, example):
    outcome = calculate(metric, example.inputs)

    actual = {name: outcome.values[name] for name in example.outputs}
    assert (example.status, dict(example.outputs)) == (
        outcome.status,
        pytest.approx(actual, abs=1e-6),
    )


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_files_and_folders_that_a_document_names_exist(document: str):
    text = (ROOT / document).read_text("utf-8")
    named = re.findall(r"`((?:docs|calculators|plugins|tests|\.ci)/[\w./-]*)`", text)

    assert [] == [name for name in named if not (ROOT / name).exists()]


def test_the_readme_is_short_and_holds_the_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")

    start = "python3 -m venv .venv && .venv/bin/pip install -q -e"
    assert len(text.splitlines()) < 120
    assert f"{start} '.[guide]' && .venv/bin/mkdocs serve" in text
    assert f"{start} '.[dev]' && .venv/bin/pytest" in text
