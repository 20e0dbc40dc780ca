"""A typo anywhere: one message with place, value and fix, and the last good site stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCES = ("docs", "calculators", "plugins", "mkdocs.yml")
TYPOS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "typos.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the mark of a site that was built before."""
    copy = tmp_path_factory.mktemp("project")
    for name in SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good site")
    return copy


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ
        | {"PYTHONPATH": str(project / "plugins"), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("typo", TYPOS.values(), ids=TYPOS)
def test_a_typo_is_told_once_and_the_last_good_site_stays(project: Path, typo: dict[str, Any]):
    path = project / typo["file"]
    original = path.read_text("utf-8")
    before, right, after = original.rpartition(typo["right"])
    assert right
    path.write_text(before + typo["wrong"] + after, "utf-8")

    done = build(project)
    path.write_text(original, "utf-8")

    assert done.returncode == 1
    assert [] == [part for part in typo["told"] if part not in done.stderr]
    assert "Traceback" not in done.stderr
    assert 1 == done.stderr.count("fix:")
    assert "the last good site" == (project / "site" / "index.html").read_text()
    assert {*SOURCES, "site"} == {one.name for one in project.iterdir()}
