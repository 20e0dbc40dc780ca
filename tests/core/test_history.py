"""What the history of a project answers."""

from __future__ import annotations

import re
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


NO_REVISIONS = ["nope", "", "-x", "--help", "^HEAD", "HEAD..HEAD", "HEAD:docs", "two words"]


@pytest.mark.parametrize("revision", NO_REVISIONS)
def test_a_revision_that_does_not_exist_is_told(project: GitProject, revision: str):
    history = History(project.root)
    told = re.escape(f"there is no revision {revision!r}; write a branch, a tag or a commit") + "$"

    with pytest.raises(NoHistory, match=told):
        history.text_at(revision, "docs/en/score.md")
    with pytest.raises(NoHistory, match=told):
        history.branched_at(revision)
    with pytest.raises(NoHistory, match=told):
        history.changed_files(revision)
    with pytest.raises(NoHistory, match=told):
        history.messages(revision)


def test_a_revision_is_a_branch_a_tag_or_a_commit(project: GitProject):
    project.git("tag", "-m", "First", "v1")
    head = project.git("rev-parse", "HEAD").strip()
    history = History(project.root)

    assert {head} == {history.branched_at(one) for one in ("main", "v1", head, head[:8], "HEAD")}


def test_a_shallow_copy_says_how_to_get_the_rest(project: GitProject, tmp_path: Path):
    project.replace("docs/en/index.md", "Welcome", "Be welcome")
    project.commit("Be")
    project.git("clone", "-q", "--depth", "1", f"file://{project.root}", str(tmp_path / "copy"))

    with pytest.raises(NoHistory, match=r"no revision 'HEAD~1'.* git fetch --unshallow$"):
        History(tmp_path / "copy").text_at("HEAD~1", "docs/en/index.md")


def test_branches_that_have_nothing_in_common_are_told(project: GitProject):
    project.git("checkout", "-q", "--orphan", "other")
    project.commit("Begin again")

    with pytest.raises(NoHistory, match=r"'main' and the present work have no commit in common$"):
        History(project.root).branched_at("main")


def test_a_repository_without_commits_says_so(tmp_path: Path):
    project = GitProject(tmp_path)
    project.git("init", "-q")

    with pytest.raises(NoHistory, match="nothing has been committed yet"):
        History(tmp_path).text_at("HEAD", "a.md")


@pytest.mark.parametrize("revision", ["HEAD", ""])
def test_a_folder_without_a_repository_has_no_revisions(tmp_path: Path, revision: str):
    with pytest.raises(NoHistory, match="not a git repository"):
        History(tmp_path).text_at(revision, "a.md")


def test_changed_files_are_those_of_commits_and_those_not_committed_yet(project: GitProject):
    project.replace("docs/en/index.md", "Welcome", "Be welcome")
    project.commit("Be")
    project.replace("docs/cs/index.md", "Vítejte", "Buďte vítáni")
    project.write("docs/sr/score.md", "# Оцена { #score }\n")

    changed = History(project.root).changed_files("HEAD~1")

    assert ("docs/cs/index.md", "docs/en/index.md", "docs/sr/score.md") == changed


@pytest.mark.parametrize("folder", ["", "guide"])
def test_a_text_written_in_a_merge_is_one_of_the_versions_and_each_is_there_once(
    tmp_path: Path, folder: str
):
    outer = GitProject(tmp_path)
    outer.git("init", "-q", "-b", "main")
    inner = GitProject(tmp_path / folder)
    inner.write("old.md", "# Score\n\nIt is the first text of this page.\n")
    inner.commit("Begin")
    inner.git("mv", "old.md", "score.md")
    inner.commit("Rename")
    inner.git("checkout", "-q", "-b", "b")
    inner.replace("score.md", "first", "second")
    inner.commit("Second")
    inner.git("checkout", "-q", "main")
    inner.replace("score.md", "first", "third")
    inner.commit("Third")
    inner.git("merge", "-q", "--no-commit", "-s", "ours", "b")
    inner.replace("score.md", "third", "merged")
    inner.commit("Merge")
    inner.replace("score.md", "merged", "last")
    inner.commit("Last")

    versions = list(History(inner.root).versions("score.md"))

    words = [version.text.split()[5] for version in versions]
    assert words[:2] == ["last", "merged"]
    assert sorted(words[2:4]) == ["second", "third"]
    assert words[4:] == ["first", "first"]


def test_a_merge_that_brings_a_page_like_another_does_not_hide_its_versions(project: GitProject):
    project.git("checkout", "-q", "-b", "b")
    project.write("docs/en/more.md", project.read("docs/en/score.md"))
    project.commit("More")
    project.replace("docs/en/more.md", "customers", "guests")
    project.commit("Guests")
    project.git("checkout", "-q", "main")
    project.replace("docs/en/index.md", "Welcome", "Be welcome")
    project.commit("Be")
    project.git("merge", "-q", "--no-ff", "-m", "Merge", "b")

    versions = list(History(project.root).versions("docs/en/more.md"))

    assert "guests" in versions[0].text
    assert "customers" in versions[1].text


def test_line_ends_and_a_byte_order_mark_are_no_part_of_a_text(project: GitProject):
    (project.root / "docs/en/score.md").write_bytes(b"\xef\xbb\xbf# Score\r\n\r\nA text.\r\n")
    project.git("-c", "core.autocrlf=false", "add", "-A")
    project.git("commit", "-q", "-m", "Save it on another system")

    text = History(project.root).text_at("HEAD", "docs/en/score.md")

    assert text == "# Score\n\nA text.\n"


def committed(project: GitProject, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+00:00")
    project.commit(day)


@pytest.mark.parametrize("folder", ["", "guide"])
def test_every_file_knows_the_day_of_the_last_commit_that_touched_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
):
    outer, inner = GitProject(tmp_path), GitProject(tmp_path / folder)
    outer.git("init", "-q", "-b", "main")
    for name in ("docs/a.md", "docs/ภาษา.md", "docs/merged.md", "mkdocs.yml"):
        inner.write(name, "First\n")
    committed(inner, "2024-01-01", monkeypatch)
    inner.git("checkout", "-q", "-b", "b")
    inner.write("docs/merged.md", "Second\n")
    committed(inner, "2024-02-02", monkeypatch)
    inner.git("checkout", "-q", "main")
    inner.write("docs/merged.md", "Third\n")
    committed(inner, "2024-03-03", monkeypatch)
    inner.git("merge", "-q", "--no-commit", "-s", "ours", "b")
    inner.write("docs/merged.md", "Both\n")
    committed(inner, "2024-04-04", monkeypatch)
    inner.write("docs/new.md", "Not committed\n")
    inner.write("docs/a.md", "Neither is this\n")

    days = History(inner.root).last_days("docs")

    assert days == {
        "docs/a.md": "2024-01-01",
        "docs/ภาษา.md": "2024-01-01",
        "docs/merged.md": "2024-04-04",
    }


def test_nobody_knows_days_without_a_history_or_without_its_older_part(
    project: GitProject, tmp_path: Path
):
    bare, copy = tmp_path / "bare", tmp_path / "copy"
    project.replace("docs/en/index.md", "Welcome", "Be welcome")
    project.commit("Be")
    project.git("init", "-q", str(bare))
    project.git("clone", "-q", "--depth", "1", f"file://{project.root}", str(copy))

    assert [{}, {}] == [History(folder).last_days() for folder in (bare, copy)]
