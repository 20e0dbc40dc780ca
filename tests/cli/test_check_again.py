"""`cx check` a second time is quick, and never says what is not so any more."""

from __future__ import annotations

import pytest

import cxguide.cli
from git_project import GitProject

KEPT = ".cache/cx-check.json"


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows whenever the sources are looked through."""
    found: list[object] = []
    find = cxguide.cli.faults_of

    def counted(config):
        found.append(config)
        return find(config)

    monkeypatch.setattr(cxguide.cli, "faults_of", counted)
    return found


def test_sources_that_have_not_changed_are_looked_through_once(
    project: GitProject, looks: list[object]
):
    answers = [project.cx("check").output for _ in range(3)]

    assert ["no faults found\n"] * 3 == answers
    assert 1 == len(looks)


def test_faults_are_told_again_as_they_were(project: GitProject, looks: list[object]):
    project.replace("docs/cs/score.md", "{ #formula", "{ #vzorec")

    first, second = (project.cx("check", "--format", "json") for _ in range(2))

    assert (1, 1) == (first.exit_code, second.exit_code)
    assert first.output == second.output
    assert 1 == len(looks)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/cs/score.md", "{ #formula", "{ #vzorec"),
        ("docs/locale/cs.po", "Malý průvodce", ""),
        ("mkdocs.yml", "cx-translations", "cx-translation"),
    ],
)
def test_a_change_is_seen(project: GitProject, file: str, old: str, new: str):
    before = project.cx("check").exit_code
    project.replace(file, old, new)

    assert (0, 1) == (before, project.cx("check").exit_code)


def test_a_new_file_and_a_lost_one_are_seen(project: GitProject, looks: list[object]):
    project.cx("check")
    project.write("docs/cs/more.md", "# Více { #more }\n")
    project.cx("check")
    (project.root / "docs/cs/more.md").unlink()
    project.cx("check")

    assert 3 == len(looks)


@pytest.mark.parametrize("content", ["", "[]", '{"key": 1}', "\0"])
def test_what_somebody_broke_is_found_again(project: GitProject, content: str):
    project.replace("docs/cs/score.md", "{ #formula", "{ #vzorec")
    first = project.cx("check").output
    project.write(KEPT, content)

    assert first == project.cx("check").output


def test_nobody_has_to_trust_it(project: GitProject, looks: list[object]):
    project.cx("check")
    project.cx("check", "--no-cache")

    assert 2 == len(looks)
