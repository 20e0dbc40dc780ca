"""Translators who work side by side do not stand in each other's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.translations.merging import sync_catalog
from git_project import GitProject
from translations.small_catalogs import CZECH, message


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    return GitProject.begun(tmp_path)


def merged(project: GitProject, changes: list[tuple[str, str, str]]) -> str:
    """The file after each change was made on a branch of its own, and all were merged."""
    for number, (path, old, new) in enumerate(changes):
        project.git("checkout", "-q", "-b", f"branch-{number}", "main")
        project.replace(path, old, new)
        if path.endswith(".md"):
            project.cx("i18n", "done", "cs", "score.md")
        project.commit(f"Change {number}")
    project.git("checkout", "-q", "main")
    for number in range(len(changes)):
        project.git("merge", "-q", "--no-edit", f"branch-{number}")
    return project.read(changes[0][0])


def test_neighbouring_sections_of_a_page_are_merged(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/en/score.md", "says little", "tells little")
    project.commit("English")

    page = merged(
        project,
        [
            ("docs/cs/score.md", "Promotéři minus", "Promotéři mínus"),
            ("docs/cs/score.md", "říká málo", "neříká mnoho"),
        ],
    )

    assert "Promotéři mínus" in page
    assert "neříká mnoho" in page
    answer = project.cx("i18n", "status", "cs")
    assert "pages 2/2   sections 5/5 current" in answer.output


def test_different_texts_of_a_catalog_are_merged(project: GitProject):
    path = project.root / "docs" / "locale" / "cs.po"
    texts = [message(f"menu/{name}", name) for name in ("one", "two", "three")]
    sync_catalog(texts, path, CZECH, project.root)
    project.commit("Catalog")

    catalog = merged(
        project,
        [
            ("docs/locale/cs.po", 'msgid "one"\nmsgstr ""', 'msgid "one"\nmsgstr "jedna"'),
            ("docs/locale/cs.po", 'msgid "two"\nmsgstr ""', 'msgid "two"\nmsgstr "dvě"'),
        ],
    )

    assert 'msgstr "jedna"' in catalog
    assert 'msgstr "dvě"' in catalog
