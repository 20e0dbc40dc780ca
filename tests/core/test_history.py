"""What the history of a project answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.history import History, NoHistory
from git_project import GitProject


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    return GitProject.begun(tmp_path)


def test_a_folder_without_a_repository_has_no_history(tmp_path: Path):
    history = History(tmp_path)

    assert not history.is_kept
    with pytest.raises(NoHistory, match="not a git repository"):
        list(history.versions("a.md"))


def test_a_revision_that_does_not_exist_is_told(project: GitProject):
    with pytest.raises(NoHistory):
        History(project.root).text_at("no-such-branch", "docs/en/score.md")


def test_changed_files_are_those_of_commits_and_those_not_committed_yet(project: GitProject):
    project.replace("docs/en/index.md", "Welcome", "Be welcome")
    project.commit("Be")
    project.replace("docs/cs/index.md", "Vítejte", "Buďte vítáni")
    project.write("docs/sr/score.md", "# Оцена { #score }\n")

    changed = History(project.root).changed_files("HEAD~1")

    assert ("docs/cs/index.md", "docs/en/index.md", "docs/sr/score.md") == changed
