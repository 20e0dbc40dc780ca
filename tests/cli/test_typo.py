"""`cx i18n typo` corrects English and leaves every translation as current as it was."""

from __future__ import annotations

from git_project import GitProject


def test_a_typing_error_in_english_leaves_translations_current(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "Promotors minus")
    project.commit("A slip")
    project.cx("i18n", "done", "cs", "score.md", "--unchanged")
    project.commit("So it is")
    project.replace("docs/en/score.md", "Promotors minus", "Promoters minus")
    project.replace("docs/en/score.md", "says little", "tells little")

    answer = project.cx("i18n", "typo", "score.md#formula")

    assert (0, "docs/cs/score.md: formula\n") == (answer.exit_code, answer.output)
    assert {"cs": ["score.md#limits"], "sr": []} == project.stale()


def test_a_typing_error_that_is_committed_needs_the_version_before(project: GitProject):
    project.replace("docs/en/score.md", "says little", "tells little")
    project.commit("Tell")

    answer = project.cx("i18n", "typo", "score.md")
    assert "name the commit before your correction: --since HEAD~1" in answer.output

    project.cx("i18n", "typo", "score.md", "--since", "HEAD~1")
    assert {"cs": [], "sr": []} == project.stale()


def test_a_section_that_was_stale_before_stays_so(project: GitProject):
    project.replace("docs/en/score.md", "says little", "says something new, and little")
    project.commit("Something new")
    project.replace("docs/en/score.md", "something new", "something neu")

    project.cx("i18n", "typo", "score.md")

    assert {"cs": ["score.md#limits"], "sr": []} == project.stale()
