"""`cx i18n check` looks at a change as a reviewer does, and `fix` mends what a machine can."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from git_project import GitProject


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    """A project of which somebody has begun to change something, on a branch."""
    project = GitProject.begun(tmp_path)
    project.git("checkout", "-q", "-b", "change")
    return project


def check(project: GitProject, *arguments: str) -> Result:
    return project.cx("i18n", "check", "--changed-since", "main", *arguments)


def test_a_project_without_faults_is_said_to_be_one(project: GitProject):
    answer = project.cx("i18n", "check")

    assert (0, "no faults found\n") == (answer.exit_code, answer.output)


# English changes


def test_an_english_change_is_never_failed_for_making_translations_stale(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("Say the")

    answer = check(project)

    assert (0, "no faults found\n") == (answer.exit_code, answer.output)


def test_nor_for_a_new_section(project: GitProject):
    text = project.read("docs/en/score.md")
    project.write("docs/en/score.md", f"{text}\n## Sources {{ #sources }}\n\nNone.\n")
    project.commit("Name the sources")

    assert 0 == check(project).exit_code


def test_its_summary_says_which_sections_translators_will_find_changed(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("Say the")
    summary = project.root.parent / "summary.md"

    check(project, "--summary", str(summary))

    text = summary.read_text("utf-8")
    assert "- cs: `score.md` `#formula`" in text
    assert "- sr" not in text  # nobody has begun that page
    assert "`cx i18n typo PAGE` keeps every translation as current as it was" in text


def without_limits(project: GitProject, *tags: str) -> dict[str, str]:
    """The texts of the pages before their last section was taken away."""
    texts = {f"docs/{tag}/score.md": project.read(f"docs/{tag}/score.md") for tag in tags}
    for path, text in texts.items():
        project.write(path, text[: text.rindex("\n## ")])
    return texts


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


# Translations


def test_one_remark_is_not_counted_as_several(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo')
    project.commit("Quote")
    summary = project.root / "summary.md"

    check(project, "--summary", str(summary))

    assert summary.read_text("utf-8").startswith("1 remark, 0 errors among them.\n")


def test_the_summary_of_a_translation_is_in_its_language(project: GitProject):
    project.git("checkout", "-q", "main")
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/en/score.md", "says little", "tells little")
    project.commit("English")
    project.git("checkout", "-q", "-B", "change")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")
    project.cx("i18n", "done", "cs", "score.md#formula")
    project.commit("Formula")
    summary = project.root.parent / "summary.md"

    check(project, "--summary", str(summary))

    text = summary.read_text("utf-8")
    assert "### Čeština\n\n| " in text
    assert "| aktuální | 2 | 3 |" in text
    assert "| starší než anglický text | 2 | 1 |" in text
    assert "- `score.md#limits`: starší než anglický text" in text


def test_only_what_changed_is_remarked_on(project: GitProject):
    project.replace("docs/cs/index.md", "Vítejte", '"Vítejte"')
    project.git("checkout", "-q", "main")
    project.commit("An old slip")
    project.git("checkout", "-q", "-B", "change")
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')
    project.commit("A new one")

    everything = project.cx("i18n", "check").output
    change = check(project).output

    assert "docs/cs/index.md:3:1: warning:" in everything
    assert "docs/cs/index.md" not in change
    assert "docs/cs/score.md:" in change


def test_the_summary_of_a_catalog_counts_its_texts_before_and_after(project: GitProject):
    project.git("checkout", "-q", "main")
    project.replace("docs/locale/cs.po", "Malý průvodce", "")
    project.commit("Lose a text")
    project.git("checkout", "-q", "-B", "change")
    project.replace("docs/locale/cs.po", 'msgstr ""', 'msgstr "Malý průvodce"')
    project.commit("Translate it")
    summary = project.root / "summary.md"

    check(project, "--summary", str(summary))

    text = summary.read_text("utf-8")
    assert (
        "### Čeština\n\n| Krátké texty v\u00a0souboru `docs/locale/cs.po` | před změnou |" in text
    )
    assert "| aktuální | 0 | 1 |\n| nepřeloženo | 1 | 0 |\n" in text
    assert "Části změněných stránek" not in text  # no page has changed
    assert "### Српски" not in text


def test_a_catalog_that_could_not_be_read_before_is_counted_after(project: GitProject):
    catalog = project.read("docs/locale/cs.po")
    project.git("checkout", "-q", "main")
    project.write("docs/locale/cs.po", f"{catalog}<<<<<<< HEAD\n")
    project.commit("Leave a mark")
    project.git("checkout", "-q", "-B", "change")
    project.write("docs/locale/cs.po", catalog)
    project.commit("Remove it")
    summary = project.root / "summary.md"

    check(project, "--summary", str(summary))

    assert "| aktuální | ? | 1 |" in summary.read_text("utf-8")


def test_a_summary_that_cannot_be_written_is_refused_before_the_work(
    project: GitProject, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cxguide.cli.i18n_views.review", None)  # a call of it would fail

    nowhere = check(project, "--summary", str(project.root / "nowhere" / "x.md"))
    folder = check(project, "--summary", str(project.root / "docs"))

    assert (2, 2) == (nowhere.exit_code, folder.exit_code)
    assert "x.md': No such file or directory" in nowhere.output
    assert "Is a directory" in folder.output


# Claims of freshness


def test_a_marker_that_english_never_had_is_an_error(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", mark, "abcdef0")
    project.commit("Make believe")

    answer = check(project)

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

    assert 0 == check(project).exit_code


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

    before = check(project)
    project.git("commit", "-q", "--amend", "-m", "Right\n\nNo-change: cs score.md#formula")
    after = check(project)

    assert 0 == before.exit_code
    assert "warning: the section 'formula' is marked as brought up to date" in before.output
    assert "No-change: cs score.md#formula" in before.output
    assert "no faults found\n" == after.output


# For a forge


def test_annotations_bear_the_line_to_paste(project: GitProject):
    project.replace("docs/cs/score.md", "## Vzorec { #formula", "## Vzorec { #vzorec")
    project.commit("Translate the id")

    answer = check(project, "--format", "github")

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

    lines = check(project, "--format", "github").output.splitlines()
    warnings = [line for line in lines if line.startswith("::warning")]

    assert 10 == len(warnings)
    assert "more are told in the summary" in warnings[-1]


def test_programs_are_told_severity_and_check(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')
    project.commit("Quote")

    first, *_ = json.loads(check(project, "--format", "json").stdout)

    assert ("warning", "typography") == (first["severity"], first["check"])


# Mending


def test_what_was_said_to_be_mended_is_and_twice_changes_nothing(project: GitProject):
    project.replace("docs/cs/score.md", "## Vzorec { #formula", "## Vzorec { #vzorec")
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo" v létě')
    text = project.read("docs/en/score.md")
    project.write("docs/en/score.md", f"{text}\n## Sources {{ #sources }}\n\nNone.\n")

    first = project.cx("i18n", "fix")
    mended = project.read("docs/cs/score.md")
    second = project.cx("i18n", "fix")

    assert "docs/cs/score.md:10:1:" in first.output
    assert "## Vzorec { #formula data-en=" in mended
    assert "„málo“ v\xa0létě" in mended
    assert "## Sources { #sources data-en=todo }\n\nNone.\n" in mended
    assert "nothing to mend\n" == second.output
    assert mended == project.read("docs/cs/score.md")
    assert 0 == project.cx("check").exit_code


def test_files_that_are_not_named_stay_as_they_are(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    project.cx("i18n", "fix", "docs/cs/index.md")

    assert "" != project.git("diff", "docs/cs/score.md")
    assert 'říká "málo"' in project.read("docs/cs/score.md")


def test_what_an_english_change_breaks_in_a_translation_is_a_notice_of_that_change(
    project: GitProject,
):
    project.replace("docs/en/score.md", "## Limits { #limits }", "## Limits { #borders }")
    project.commit("Rename")

    english = check(project)
    project.replace("docs/cs/score.md", "říká málo", "neříká nic")
    project.commit("Translate beside it")
    translation = check(project)

    assert 0 == english.exit_code
    assert "notice: the heading 'Meze' has the id 'limits'" in english.output
    assert 1 == translation.exit_code


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

    answer = check(project)

    assert 1 == answer.exit_code
    assert "the section 'big' is marked as translated, and is English" in answer.output


def test_calling_an_old_section_our_own_asks_for_a_word(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", f"#formula data-en={mark}", "#formula data-en=own")
    project.commit("Own")

    answer = check(project)

    assert "'formula' is said to be of this language alone now" in answer.output


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_file_that_does_not_exist_is_wrong_use(project: GitProject, command: str):
    answer = project.cx("i18n", command, "docs/cs/scor.md")

    assert 2 == answer.exit_code
    assert "there is no file or folder 'docs/cs/scor.md' in the project" in answer.output


@pytest.mark.parametrize("name", ["docs/cs", "docs/cs/", "./docs/cs/score.md"])
def test_files_and_folders_are_named_as_people_name_them(project: GitProject, name: str):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    answer = project.cx("i18n", "check", name)

    assert "docs/cs/score.md:16:" in answer.output


def test_a_forge_finds_files_of_a_project_in_a_subfolder(tmp_path: Path):
    project = GitProject.begun(tmp_path / "web" / "site")
    (project.root / ".git").rename(tmp_path / ".git")
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    answer = project.cx("i18n", "check", "--format", "github")

    assert "::warning file=web/site/docs/cs/score.md,line=16" in answer.output
