"""`cx i18n diff` shows the English words that changed, from wherever the history has them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from git_project import GitProject


def test_the_words_that_changed_are_shown_beside_the_translation(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The share of promoters minus")
    project.commit("Say share")

    answer = project.cx("i18n", "diff", "cs", "score.md")

    assert "[-Promoters-] {+The share of promoters+} minus detractors." in answer.output
    assert "Promotéři minus kritici." in answer.output
    assert "when it is right, its heading is: ## Vzorec { #formula data-en=" in answer.output
    assert "limits" not in answer.output


def test_words_are_found_under_the_earlier_name_of_a_page(project: GitProject):
    for tag in ("en", "cs"):
        project.git("mv", f"docs/{tag}/score.md", f"docs/{tag}/points.md")
    project.replace("mkdocs.yml", "score.md", "points.md")
    project.commit("Rename")
    project.replace("docs/en/points.md", "Promoters minus", "The share of promoters minus")

    answer = project.cx("i18n", "diff", "cs", "points.md")

    assert "[-Promoters-] {+The share of promoters+} minus" in answer.output


def test_a_shallow_copy_says_what_is_missing_and_how_to_get_it(project: GitProject, tmp_path: Path):
    project.replace("docs/en/score.md", "Promoters minus", "The share of promoters minus")
    project.commit("Say share")
    copy = tmp_path / "copy"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{project.root}", str(copy)], check=True
    )

    status = GitProject(copy).cx("i18n", "status", "cs")
    diff = GitProject(copy).cx("i18n", "diff", "cs", "score.md")

    assert "1 stale   score.md  #formula\n" in status.output
    assert 1 == diff.exit_code
    assert "get it with: git fetch --unshallow" in diff.output


def test_a_description_in_several_lines_is_shown_with_its_words(project: GitProject):
    page = "docs/en/score.md"
    project.replace(page, "title: Score\n", "title: Score\ndescription: >-\n  How it\n  is read.\n")
    project.commit("Describe")

    answer = project.cx("i18n", "diff", "cs", "score.md#_meta")

    assert "title and description: stale" in answer.output
    assert "{+How it is read.+}" in answer.output
