"""A fault in a metric file is told with place, value and fix, all faults together."""

from pathlib import Path

import pytest

from cxguide.core.places import SourceFaults
from cxguide.core.sources import SourceText
from cxguide.metrics import read_metric, read_metrics

CASES = sorted((Path(__file__).parents[1] / "cases" / "metric_faults").glob("*.txt"))


def edited(original: str, edits: str) -> str:
    """The file after the edits of a case: lines `- old` followed by `+ new`."""
    for edit in edits.strip().split("\n- "):
        old, new = edit.removeprefix("- ").split("\n+ ")
        assert original.count(old) == 1, f"{old!r} stands {original.count(old)} times in the file"
        original = original.replace(old, new)
    return original


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_faults_are_told_as_in_the_case(case: Path, root: Path, golden):
    edits, _, _ = case.read_text("utf-8").partition("\n---\n")
    original = (root / "calculators" / "metrics" / "nps.yml").read_text("utf-8")

    with pytest.raises(SourceFaults) as told:
        read_metric(SourceText("nps.yml", edited(original, edits)))

    golden(case, f"{edits}\n---\n{told.value}\n")


def test_a_file_must_have_the_name_of_its_metric(root: Path, tmp_path: Path):
    content = (root / "calculators" / "metrics" / "nps.yml").read_text("utf-8")
    (tmp_path / "score.yml").write_text(content, "utf-8")

    with pytest.raises(SourceFaults, match="the id 'nps' differs from the name of the file"):
        read_metrics(tmp_path, tmp_path)


@pytest.mark.parametrize("ending", [".yaml", ".YML"])
def test_a_metric_file_with_another_ending_is_told(root: Path, tmp_path: Path, ending: str):
    content = (root / "calculators" / "metrics" / "nps.yml").read_text("utf-8")
    (tmp_path / f"nps{ending}").write_text(content, "utf-8")

    with pytest.raises(SourceFaults) as told:
        read_metrics(tmp_path, tmp_path)

    assert f"nps{ending}:1:1: the name ends in {ending}\n  fix: rename it to 'nps.yml'" == str(
        told.value
    )


def test_a_file_that_is_no_yaml_may_lie_beside_the_metrics(root: Path, tmp_path: Path):
    content = (root / "calculators" / "metrics" / "nps.yml").read_text("utf-8")
    (tmp_path / "nps.yml").write_text(content, "utf-8")
    (tmp_path / "README.md").write_text("# Metrics\n", "utf-8")

    assert ["nps"] == list(read_metrics(tmp_path, tmp_path))


def test_the_faults_of_all_files_are_told_together(root: Path, tmp_path: Path):
    content = (root / "calculators" / "metrics" / "nps.yml").read_text("utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.yml").write_text(content.replace("id: nps", f"id: {name}!"), "utf-8")

    with pytest.raises(SourceFaults) as told:
        read_metrics(tmp_path, tmp_path)

    assert ["one.yml", "two.yml"] == [fault.place.file for fault in told.value.faults]


def test_a_list_that_an_example_may_not_enter_is_shown(root: Path):
    content = (root / "calculators" / "metrics" / "csat.yml").read_text("utf-8")

    with pytest.raises(SourceFaults, match=r"'counts' is out of range, found \[3, 5, 12, 40\]"):
        read_metric(SourceText("csat.yml", content.replace("[3, 5, 12, 40, 30]", "[3, 5, 12, 40]")))
