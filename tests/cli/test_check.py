"""`cx i18n check` looks at a change as a reviewer does."""

from __future__ import annotations

import json

import pytest

from git_project import GitProject

pytestmark = pytest.mark.usefixtures("on_a_branch")


def without_limits(project: GitProject, *tags: str) -> dict[str, str]:
    """The texts of the pages before their last section was taken away."""
    texts = {f"docs/{tag}/score.md": project.read(f"docs/{tag}/score.md") for tag in tags}
    for path, text in texts.items():
        project.write(path, text[: text.rindex("\n## ")])
    return texts


def test_a_project_without_faults_is_said_to_be_one(project: GitProject):
    answer = project.cx("i18n", "check")

    assert (0, "no faults found\n") == (answer.exit_code, answer.output)


def test_an_english_change_is_never_failed_for_making_translations_stale(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("Say the")

    answer = project.reviewed()

    assert (0, "no faults found\n") == (answer.exit_code, answer.output)


def test_nor_for_a_new_section(project: GitProject):
    text = project.read("docs/en/score.md")
    project.write("docs/en/score.md", f"{text}\n## Sources {{ #sources }}\n\nNone.\n")
    project.commit("Name the sources")

    assert 0 == project.reviewed().exit_code


def test_nor_for_a_section_that_it_brings_back_and_translations_lost_with_it(project: GitProject):
    texts = without_limits(project, "en", "cs")
    project.commit("Take the limits away")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")
    project.commit("Another change")
    project.write("docs/en/score.md", texts["docs/en/score.md"])
    project.commit("Bring the limits back")

    answer = project.cx("check")

    assert "limits" not in answer.output
    assert 0 == answer.exit_code


@pytest.mark.parametrize("then", [("status",), ("commit", "-qam", "Take the limits away")])
def test_a_section_that_a_translation_alone_lost_is_an_error(
    project: GitProject, then: tuple[str, ...]
):
    without_limits(project, "cs")
    project.git(*then)

    answer = project.cx("check")

    assert 1 == answer.exit_code
    assert "limits" in answer.output


def test_only_what_changed_is_remarked_on(project: GitProject):
    project.replace("docs/cs/index.md", "Vítejte", '"Vítejte"')
    project.git("checkout", "-q", "main")
    project.commit("An old slip")
    project.git("checkout", "-q", "-B", "change")
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')
    project.commit("A new one")

    everything = project.cx("i18n", "check").output
    change = project.reviewed().output

    assert "docs/cs/index.md:3:1: warning:" in everything
    assert "docs/cs/index.md" not in change
    assert "docs/cs/score.md:" in change


def test_annotations_bear_the_line_to_paste(project: GitProject):
    project.replace("docs/cs/score.md", "## Vzorec { #formula", "## Vzorec { #vzorec")
    project.commit("Translate the id")

    answer = project.reviewed("--format", "github")

    assert 1 == answer.exit_code
    assert "::error file=docs/cs/score.md,line=10,col=1::" in answer.output
    assert "write '## Vzorec { #formula data-en=" in answer.output


def test_of_a_kind_ten_are_shown_and_the_others_counted(project: GitProject):
    for number in range(12):
        for tag in ("en", "cs"):
            quote = '"' if tag == "cs" else ""
            page = f"# P{number} {{ #p }}\n\n{quote}Slovo{quote} a{quote} jiné{quote}.\n"
            project.write(f"docs/{tag}/p{number}.md", page)
    project.commit("Twelve pages with straight quotation marks")

    lines = project.reviewed("--format", "github").output.splitlines()
    warnings = [line for line in lines if line.startswith("::warning")]

    assert 10 == len(warnings)
    assert "more are told in the summary" in warnings[-1]


def test_programs_are_told_severity_and_check(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')
    project.commit("Quote")

    first, *_ = json.loads(project.reviewed("--format", "json").stdout)

    assert ("warning", "typography") == (first["severity"], first["check"])


def test_what_an_english_change_breaks_in_a_translation_is_a_notice_of_that_change(
    project: GitProject,
):
    project.replace("docs/en/score.md", "## Limits { #limits }", "## Limits { #borders }")
    project.commit("Rename")

    english = project.reviewed()
    project.replace("docs/cs/score.md", "říká málo", "neříká nic")
    project.commit("Translate beside it")
    translation = project.reviewed()

    assert 0 == english.exit_code
    assert "notice: the heading 'Meze' has the id 'limits'" in english.output
    assert 1 == translation.exit_code


@pytest.mark.parametrize("name", ["docs/cs", "docs/cs/", "./docs/cs/score.md"])
def test_files_and_folders_are_named_as_people_name_them(project: GitProject, name: str):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    answer = project.cx("i18n", "check", name)

    assert "docs/cs/score.md:16:" in answer.output


def test_a_forge_finds_files_of_a_project_in_a_subfolder(
    tmp_path_factory: pytest.TempPathFactory,
):
    repository = tmp_path_factory.mktemp("repository")
    project = GitProject.begun(repository / "web" / "site")
    (project.root / ".git").rename(repository / ".git")
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    answer = project.cx("i18n", "check", "--format", "github")

    assert "::warning file=web/site/docs/cs/score.md,line=16" in answer.output
