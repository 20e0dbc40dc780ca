"""What the documents say works: their examples are read and calculated here."""

import doctest
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cxguide.cli import main
from cxguide.core.sources import SourceText
from cxguide.glossary import CHECK as TERMS
from cxguide.journeys.shape import StageShape
from cxguide.language import CHECKS
from cxguide.metrics import calculate, read_metric
from cxguide.metrics.shape import MetricShape
from git_project import copied_guide

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
YAML_TEXTS = re.findall(r"^```yaml\n(id: .*?)^```", CONTRIBUTING, re.M | re.S)
METRIC_TEXTS = [text for text in YAML_TEXTS if "formula_version" in text]
MAP_TEXTS = [text for text in YAML_TEXTS if "stages:" in text]


def test_one_metric_is_shown_whole():
    assert 1 == len(METRIC_TEXTS)


def test_the_metric_of_the_document_calculates_what_it_says():
    metric = read_metric(SourceText("CONTRIBUTING.md", METRIC_TEXTS[0]))

    for example in metric.shape.examples:
        actual = calculate(metric, example.inputs).outputs
        assert dict(example.outputs) == pytest.approx(
            {name: actual[name] for name in example.outputs}, abs=1e-6
        )


def test_the_metric_of_the_document_begins_as_the_skeleton_and_builds(tmp_path: Path):
    """What the document says, done: cx new metric, fill in, use in a page, build."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("```calculator\nmetric: first_contact\n```\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Shop\nplugins: [{cx-calculators: {metrics_dir: my-metrics}}]\n"
    )
    project = ["-f", str(tmp_path / "mkdocs.yml")]

    made = CliRunner().invoke(main, ["new", "metric", "first_contact", *project])
    skeleton = CliRunner().invoke(main, ["check", *project])
    (tmp_path / "my-metrics" / "first_contact.yml").write_text(METRIC_TEXTS[0], "utf-8")
    filled = CliRunner().invoke(main, ["check", *project])

    assert "my-metrics/first_contact.yml: written" in made.output
    assert ("no faults found\n", "no faults found\n") == (skeleton.output, filled.output)


def test_the_table_of_parts_names_every_part_of_a_metric_file():
    parts = set(MetricShape.model_fields) - {"id", "formula_version", "name", "about", "scale"}

    described = set(re.findall(r"^\| `(\w+)` \|", CONTRIBUTING, re.M))

    assert parts - {"sample_size"} == described & parts


def test_the_map_of_the_document_can_be_drawn(tmp_path: Path):
    """What the document says, done: cx journey new, fill in, check, render."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("```journey\nmap: bicycle-repair\n```\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Shop\nplugins: [cx-journeys]\n")
    project = ["-f", str(tmp_path / "mkdocs.yml")]
    map_file = tmp_path / "docs" / "journeys" / "bicycle-repair.yml"

    made = CliRunner().invoke(main, ["journey", "new", "bicycle-repair", *project])
    skeleton = CliRunner().invoke(main, ["journey", "check", *project])
    map_file.write_text(MAP_TEXTS[0], "utf-8")
    filled = CliRunner().invoke(main, ["journey", "check", *project])
    drawn = CliRunner().invoke(main, ["journey", "render", str(map_file), "--to", "md", *project])

    assert "docs/journeys/bicycle-repair.yml: written" in made.output
    assert ["1 map, no faults, 0 texts too long\n"] * 2 == [skeleton.output, filled.output]
    assert "The line is engaged (severe)" in drawn.output


def test_the_table_of_parts_names_every_part_of_a_stage():
    parts = set(StageShape.model_fields) - {"id", "name", "standard_stage"}

    rows = re.findall(r"^\| (`[^|]*) \|", CONTRIBUTING, re.M)
    described = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert set() == parts - described


def test_the_table_of_checks_names_every_check_of_the_language():
    described = set(re.findall(r"^\| `(\w+)` \|", CONTRIBUTING, re.M))

    assert {*CHECKS, TERMS} <= described


@pytest.mark.parametrize("language", ["en", "sr", "th", "cs"])
def test_what_the_reference_shows_programs_works(language: str, tmp_path: Path):
    text = (ROOT / "docs" / language / "reference" / "calculators.md").read_text("utf-8")
    once, batch = re.search(r"^```sh\ncx (.*)\ncx (.*)\n```", text, re.M).groups()
    query = re.search(r"`(\{.metric.: .*?\}\})`", text)[1]
    (tmp_path / "queries.jsonl").write_text(query, "utf-8")
    python = re.search(r"^```python\n(.*?)^```", text, re.M | re.S)[1]

    answers = [
        CliRunner().invoke(main, command.split()).output
        for command in (once, batch.replace("queries.jsonl", str(tmp_path / "queries.jsonl")))
    ]
    example = doctest.DocTestParser().get_doctest(python, {}, language, None, None)

    assert answers[0] == answers[1]
    assert 37 == json.loads(answers[0])["outputs"]["nps"]
    assert (0, 3) == doctest.DocTestRunner(verbose=False).run(example)


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


def test_translating_on_the_command_line_goes_as_the_document_says(root: Path, tmp_path: Path):
    """What the document says, done: twelve English words, then each command in its order."""
    project = copied_guide(root, tmp_path)
    project.git("init", "-q", "-b", "main")
    project.commit("Begin")
    english, heading = "docs/en/metrics/nps.md", "## The interval { #interval }\n"
    words = "Twelve more words stand here, so that three languages have some work."
    project.replace(english, heading, f"{heading}\n{words}\n")
    project.commit("Say more")
    section = CONTRIBUTING.split("## Translate on the command line")[1].split("\n## ")[0]
    commands = [
        line.partition("  #")[0].split()[2:]
        for line in section.splitlines()
        if line.startswith("$ .venv/bin/cx i18n")
    ]
    (said,) = re.findall(r"^`status` says `([^`]+)`", section, re.M)

    answers = {}
    for command in commands:
        name = command[1]
        if name == "serve":  # which serves until somebody stops it
            project.replace("docs/cs/metrics/nps.md", "## Interval { #", "## Intervaly { #")
            continue
        answers[name] = project.cx(*command)

    assert ["status", "diff", "serve", "done", "fix", "check"] == [one[1] for one in commands]
    assert {0} == {answer.exit_code for answer in answers.values()}, answers
    assert said in answers["status"].output
    assert "{+Twelve more words stand here," in answers["diff"].output
    assert "docs/cs/metrics/nps.md#interval: current\n" == answers["done"].output
    assert said not in project.cx("i18n", "status", "cs").output
