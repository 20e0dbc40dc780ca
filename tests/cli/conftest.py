"""A project of which somebody translates pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_project import GitProject


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    return GitProject.begun(tmp_path)


@pytest.fixture
def on_a_branch(project: GitProject) -> None:
    """Somebody has begun to change something."""
    project.git("checkout", "-q", "-b", "change")
