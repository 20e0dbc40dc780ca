"""What was probably meant is told, and nothing else is done."""

from __future__ import annotations

import pytest

from git_project import GitProject

VARIANT = "  - cx-site: {script_variants: [{locale: sr-Latn, from: sr, name: Srpski}]}\n"
NOWHERE = ("--address", "nowhere")
"""Where nothing can be served, should it come to that."""


pytestmark = pytest.mark.usefixtures("on_a_branch")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("done", "cs", "scor.md"), "there is no page 'scor.md' in English; write 'score.md'"),
        (("diff", "cz", "score.md"), "write 'cs', or run 'cx i18n new language cz'"),
        (("done", "cs", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("diff", "cs", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("typo", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("typo", "site/nam"), "no text has the key 'site/nam'; write 'site/name'"),
        (("status", "cz"), "write 'cs', or run 'cx i18n new language cz'"),
        (("done", "cs"), "name a page, or say --all"),
        (("done", "cs", "score.md#"), "'score.md#' names no section; write its id behind '#'"),
        (("diff", "cs", "score.md#"), "'score.md#' names no section; write its id behind '#'"),
    ],
)
def test_a_slip_is_told_with_what_was_probably_meant(
    project: GitProject, arguments: tuple[str, ...], told: str
):
    answer = project.cx("i18n", *arguments)

    assert 2 == answer.exit_code
    assert told in answer.output


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("xx", "no page is translated into 'xx'; write 'cs'"),
        ("en", "no page is translated into 'en', the language of the site; write 'cs'"),
        ("sr-Latn", "no page is translated into 'sr-Latn', which follows 'sr'; write 'sr'"),
    ],
)
def test_what_nobody_translates_into_is_not_served(project: GitProject, tag: str, told: str):
    project.replace("mkdocs.yml", "plugins:\n", f"plugins:\n{VARIANT}")

    answer = project.cx("i18n", "serve", tag, *NOWHERE)

    assert 2 == answer.exit_code
    assert told in answer.output
    assert "http" not in answer.output


def test_a_site_with_one_language_is_not_served_to_translators(project: GitProject):
    project.write("mkdocs.yml", "site_name: Guide\nplugins: [cx-translations]\n")

    answer = project.cx("i18n", "serve", "en", *NOWHERE)

    assert 1 == answer.exit_code
    assert "this site has one language, so there is nothing to translate" in answer.output


@pytest.mark.parametrize("revision", ["nope", "", "--help"])
@pytest.mark.parametrize(
    "arguments",
    [("check", "--changed-since"), ("preview", "--changed-since"), ("typo", "score.md", "--since")],
)
def test_a_revision_that_does_not_exist_is_told(
    project: GitProject, arguments: tuple[str, ...], revision: str
):
    *command, option = arguments

    answer = project.cx("i18n", *command, f"{option}={revision}")

    assert 1 == answer.exit_code
    told = f"there is no revision {revision!r}; write a branch, a tag or a commit\n"
    assert f"no earlier version: {told}" == answer.output


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_file_that_does_not_exist_is_wrong_use(project: GitProject, command: str):
    answer = project.cx("i18n", command, "docs/cs/scor.md")

    assert 2 == answer.exit_code
    assert "there is no file or folder 'docs/cs/scor.md' in the project" in answer.output


def test_a_summary_that_cannot_be_written_is_refused_before_the_work(
    project: GitProject, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cxguide.cli.i18n_views.review", None)  # a call of it would fail

    nowhere = project.reviewed("--summary", str(project.root / "nowhere" / "x.md"))
    folder = project.reviewed("--summary", str(project.root / "docs"))

    assert (2, 2) == (nowhere.exit_code, folder.exit_code)
    assert "x.md': No such file or directory" in nowhere.output
    assert "Is a directory" in folder.output
