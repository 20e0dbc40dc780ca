"""`cx i18n check` believes no claim of freshness that cannot be true."""

from __future__ import annotations

import json

import pytest

from git_project import GitProject

pytestmark = pytest.mark.usefixtures("on_a_branch")


def test_a_marker_that_english_never_had_is_an_error(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", mark, "abcdef0")
    project.commit("Make believe")

    answer = project.reviewed()

    assert 1 == answer.exit_code
    assert "docs/cs/score.md:10:1: the section 'formula' says" in answer.output
    assert "made from the English 'abcdef0', which never was" in answer.output
    assert f"or write '{mark}' if it was made from the English of now" in answer.output


def test_an_old_fingerprint_is_none(project: GitProject):
    """A translator who works from an older English page says so honestly."""
    old = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.git("checkout", "-q", "main")
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.cx("i18n", "typo", "score.md")
    project.commit("Say the")
    project.git("checkout", "-q", "-B", "change")
    new = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", new, old)
    project.commit("Go back")

    assert 0 == project.reviewed().exit_code


def test_nor_is_the_fingerprint_of_english_that_was_written_in_a_merge(project: GitProject):
    project.git("checkout", "-q", "-b", "b", "main")
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("The")
    project.git("checkout", "-q", "main")
    project.replace("docs/en/score.md", "Promoters minus", "All promoters minus")
    project.commit("All")
    project.git("merge", "-q", "--no-commit", "-s", "ours", "b")
    project.replace("docs/en/score.md", "All promoters", "All the promoters")
    project.commit("Merge")
    project.git("checkout", "-q", "-B", "change")
    project.cx("i18n", "done", "cs", "score.md#formula", "--unchanged")
    project.commit("Right\n\nNo-change: cs score.md#formula")
    project.git("checkout", "-q", "main")
    project.replace("docs/en/score.md", "All the promoters", "The share of promoters")
    project.commit("Share")
    project.git("checkout", "-q", "change")
    project.git("merge", "-q", "-m", "Merge main", "main")

    answer = project.cx("i18n", "check", "--changed-since", "main")

    assert 0 == answer.exit_code
    assert "which never was" not in answer.output


def test_a_marker_alone_asks_for_a_word_in_the_commit(project: GitProject):
    project.git("checkout", "-q", "main")
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("English")
    project.git("checkout", "-q", "-B", "change")
    project.cx("i18n", "done", "cs", "score.md", "--unchanged")
    project.commit("It is right")

    before = project.reviewed()
    project.git("commit", "-q", "--amend", "-m", "Right\n\nNo-change: cs score.md#formula")
    after = project.reviewed()

    assert 0 == before.exit_code
    assert "warning: the section 'formula' is marked as brought up to date" in before.output
    assert "No-change: cs score.md#formula" in before.output
    assert "no faults found\n" == after.output


def test_english_that_is_marked_as_translated_is_an_error(project: GitProject):
    text = "It takes a survey of many customers to know the score of a firm."
    project.write("docs/en/big.md", f"# Big {{ #big }}\n\n{text}\n")
    project.commit("English")
    project.git("branch", "-f", "main")
    project.cx("i18n", "new", "page", "big.md", "cs")
    mark = json.loads(project.cx("i18n", "status", "cs", "--format", "json").stdout)
    (section,) = next(
        one["sections"] for one in mark["languages"]["cs"]["pages"] if one["path"] == "big.md"
    )
    project.replace("docs/cs/big.md", "data-en=todo", f"data-en={section['wanted']}")
    project.commit("Pretend")

    answer = project.reviewed()

    project.git("commit", "-q", "--amend", "-m", "A quotation\n\nNo-change: cs big.md#big")
    excused = project.reviewed()

    assert (1, 0) == (answer.exit_code, excused.exit_code)
    assert "the section 'big' is marked as translated, and is English" in answer.output


def test_calling_an_old_section_our_own_asks_for_a_word(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", f"#formula data-en={mark}", "#formula data-en=own")
    project.commit("Own")

    answer = project.reviewed()

    project.git("commit", "-q", "--amend", "-m", "Own\n\nNo-change: cs score.md#formula")
    excused = project.reviewed()

    assert "'formula' is said to be of this language alone now" in answer.output
    assert "no faults found\n" == excused.output
