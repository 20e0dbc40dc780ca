"""A typo anywhere: one message with place, value and fix, and the last good site stays."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCES = ("docs", "calculators", "plugins", "mkdocs.yml")
TYPOS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "typos.yml").read_text("utf-8"))
ONE_OF_A_KIND = {
    f"{'/'.join(Path(typo['file']).parts[:2])}*{Path(typo['file']).suffix}": typo
    for typo in reversed(TYPOS.values())
}
"""For each folder of sources and kind of file its first typo."""


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


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", *command],
        cwd=project,
        env=os.environ
        | {"PYTHONPATH": str(project / "plugins"), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def mistyped(project: Path, typo: Mapping[str, Any]) -> Iterator[None]:
    path = project / typo["file"]
    original = path.read_text("utf-8")
    before, right, after = original.rpartition(typo["right"])
    assert right
    path.write_text(before + typo["wrong"] + after, "utf-8")
    yield
    path.write_text(original, "utf-8")


def not_told(typo: Mapping[str, Any], said: str) -> list[str]:
    """What should have been said of a typo, and was not, or not once."""
    count = said.count("fix:")
    missing = [part for part in typo["told"] if part not in said]
    return missing + [f"{count} faults"] * (count != 1) + ["Traceback"] * ("Traceback" in said)


@pytest.mark.slow
@pytest.mark.parametrize("typo", TYPOS.values(), ids=TYPOS)
def test_a_typo_is_told_once(project: Path, typo: dict[str, Any]):
    with mistyped(project, typo):
        done = run(project, "from cxguide.cli import main; main()", "check")

    assert done.returncode == 1
    assert [] == not_told(typo, done.stderr)


@pytest.mark.parametrize("typo", ONE_OF_A_KIND.values(), ids=ONE_OF_A_KIND)
def test_a_build_tells_the_same_and_the_last_good_site_stays(project: Path, typo: dict[str, Any]):
    with mistyped(project, typo):
        done = run(project, "from mkdocs.__main__ import cli; cli()", "build", "--strict")

    assert done.returncode == 1
    assert [] == not_told(typo, done.stderr)
    assert "the last good site" == (project / "site" / "index.html").read_text()
    assert {*SOURCES, "site"} == {one.name for one in project.iterdir()} - {".cache"}
