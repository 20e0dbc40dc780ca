"""The pictures of pages in a built site, and those kept for the next build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from cxguide.adapters.cards import write_cards
from drawing_code import EVERY_DRAWING, change_code, copied_code
from site_facts import ENGLISH, SITE


class Project:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "docs").mkdir()
        (folder / "docs" / "index.md").write_text("# Home\n")
        (folder / "mkdocs.yml").write_text(f"site_name: Tiny\nsite_url: {SITE}\ntheme: mkdocs\n")

    def write(self) -> None:
        write_cards([ENGLISH], load_config(str(self.folder / "mkdocs.yml")))

    @property
    def kept(self) -> set[str]:
        return {path.name for path in (self.folder / ".cache" / "cx-site").glob("*")}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    folder.mkdir()
    return Project(folder)


def test_cards_are_taken_from_the_build_before(project: Project):
    project.write()
    kept = project.kept

    project.write()

    assert len(ENGLISH.pages) == len(kept)
    assert kept == project.kept


@pytest.mark.parametrize("file", [*EVERY_DRAWING, "site/cards.py", "site/open_graph.py"])
def test_cards_are_drawn_again_when_what_draws_them_changes(
    project: Project, file: str, tmp_path: Path
):
    with copied_code(tmp_path / "code"):
        project.write()
        kept = project.kept
        change_code(tmp_path / "code" / file)
        project.write()

    assert 2 * len(kept) == len(kept | project.kept)
