"""The command `cx`: answers for people and machines, and exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cxguide.cli import main

SHOP = ["promoters=110", "passives=54", "detractors=36"]


def cx(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


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
    assert ["ok", "error", "error", "error", "error"] == [answer["status"] for answer in answers]
    assert [None, "out_of_range", "unknown_metric", "not_a_calculation", "not_a_calculation"] == [
        answer.get("code") for answer in answers
    ]


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of the guide's own sources."""
    shutil.copytree(root / "docs", tmp_path / "docs")
    for name in ("calculators", "plugins"):
        (tmp_path / name).symlink_to(root / name)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def test_sources_without_faults_are_told_so(project: Path):
    done = cx("check", "-f", str(project / "mkdocs.yml"))

    assert (0, "no faults found\n") == (done.exit_code, done.output)


def test_all_faults_of_all_sources_are_told_sorted_by_place(project: Path):
    for file, right, wrong in (
        ("docs/th/metrics/nps.md", "metric: nps", "metric: npx"),
        ("docs/cs/index.md", "{ #doors }", "{ #dors }"),
        ("docs/journeys/retailer.yml", "severity: 2", "severity: 9"),
    ):
        path = project / file
        path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")

    done = cx("check", "-f", str(project / "mkdocs.yml"))

    places = [line.split(":")[0] for line in done.output.splitlines() if line.startswith("docs/")]
    assert 1 == done.exit_code
    assert places == sorted(places)
    assert {"docs/th/metrics/nps.md", "docs/cs/index.md", "docs/journeys/retailer.yml"} <= {*places}
    assert not (project / "site").exists()


def test_catalogs_of_the_guide_are_in_step_with_its_sources(project: Path):
    before = (project / "docs" / "locale" / "cs.po").read_bytes()

    done = cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    assert 0 == done.exit_code
    assert before == (project / "docs" / "locale" / "cs.po").read_bytes()
    assert "docs/locale/cs.po" in done.output


def test_catalogs_that_came_with_the_package_are_left_alone(project: Path):
    done = cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    assert "calculators" not in done.output


def test_a_new_english_text_gets_an_empty_entry_in_every_language(project: Path):
    path = project / "docs" / "journeys" / "retailer.yml"
    path.write_text(path.read_text("utf-8").replace("label: Cart,", "label: Basket,"), "utf-8")

    cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    for tag in ("sr", "th", "cs"):
        text = (project / "docs" / "locale" / f"{tag}.po").read_text("utf-8")
        assert '#, fuzzy\n#| msgid "Cart"\n' in text
