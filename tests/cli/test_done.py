"""`cx i18n done` says that a section is right again, and only of what somebody has looked at."""

from __future__ import annotations

import codecs

import pytest

from git_project import GitProject


def changed_files(project: GitProject) -> list[str]:
    return project.git("diff", "--name-only").split()


def test_done_clears_it(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")

    answer = project.cx("i18n", "done", "cs", "score.md#formula")

    assert (0, "docs/cs/score.md#formula: current\n") == (answer.exit_code, answer.output)
    assert {"cs": [], "sr": []} == project.stale()
    assert ["docs/cs/score.md", "docs/en/score.md"] == changed_files(project)


def test_done_asks_whether_an_untouched_section_is_right(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")

    answer = project.cx("i18n", "done", "cs", "score.md")

    assert 1 == answer.exit_code
    assert "the section 'formula': is as it was when the English changed" in answer.output
    assert "add --unchanged" in answer.output
    assert {"cs": ["score.md#formula"], "sr": []} == project.stale()


def test_done_asks_so_after_other_changes_of_the_page_as_well(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "říká málo", "neříká nic")
    project.commit("Say more of the limits")

    assert 1 == project.cx("i18n", "done", "cs", "score.md#formula").exit_code


def test_done_takes_a_section_that_was_changed_and_committed(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")
    project.commit("Translate it")

    assert 0 == project.cx("i18n", "done", "cs", "score.md#formula").exit_code


@pytest.mark.parametrize("then", [("status",), ("commit", "-qam", "Take it away")])
def test_done_asks_so_of_a_section_without_the_marker_that_it_had(
    project: GitProject, then: tuple[str, ...]
):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", f" data-en={mark}", "")
    project.git(*then)

    answer = project.cx("i18n", "done", "cs", "score.md")

    assert 1 == answer.exit_code
    assert "the section 'formula': is as it was when the English changed" in answer.output


def test_done_takes_a_section_that_lost_its_marker_and_is_right(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", f" data-en={mark}", "")
    project.commit("Take it away")

    assert 0 == project.cx("i18n", "done", "cs", "score.md#formula").exit_code


def test_done_takes_a_section_that_lost_its_marker_and_was_changed_then(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", f" data-en={mark}", "")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")
    project.commit("Translate it")

    assert 0 == project.cx("i18n", "done", "cs", "score.md#formula").exit_code


def test_done_leaves_a_section_of_which_only_the_heading_is_translated(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#limits data-en=")[1][:7]
    project.replace("docs/cs/score.md", f"data-en={mark}", "data-en=todo")
    english = "It says little of a single person."
    project.replace("docs/cs/score.md", "O\u00a0jednotlivci říká málo.", english)

    everything = project.cx("i18n", "done", "cs", "--all")
    named = project.cx("i18n", "done", "cs", "score.md#limits")

    assert (0, "") == (everything.exit_code, everything.output)
    assert "the section 'limits': is still English" in named.output
    assert "## Meze { #limits data-en=todo }" in project.read("docs/cs/score.md")


def test_done_takes_a_short_section_that_shares_words_with_english(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#limits data-en=")[1][:7]
    project.replace("docs/cs/score.md", f"data-en={mark}", "data-en=todo")
    project.replace("docs/cs/score.md", "O\u00a0jednotlivci říká málo.", "Single person.")
    project.replace("docs/cs/score.md", "## Meze", "## Limits +")

    answer = project.cx("i18n", "done", "cs", "score.md#limits")

    assert answer.output == "docs/cs/score.md#limits: current\n"


def test_a_change_without_consequence_is_said_to_be_one(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")

    answer = project.cx("i18n", "done", "cs", "score.md#formula", "--unchanged")

    assert 0 == answer.exit_code
    assert "No-change: cs score.md#formula" in answer.output
    assert {"cs": [], "sr": []} == project.stale()


def test_a_page_that_nobody_has_begun_cannot_be_done(project: GitProject):
    answer = project.cx("i18n", "done", "sr", "score.md")

    assert 1 == answer.exit_code
    assert "fix: run 'cx i18n new page score.md sr'" in answer.output


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("{:data-en=1234567 #formula}", "{:data-en=MARK #formula}"),
        ("{ #formula } ##", "{ #formula data-en=MARK } ##"),
        ("{ #formula data-en=1234567 } ##", "{ #formula data-en=MARK } ##"),
        ("{ #formula data-en = a2e83f0 }", "{ #formula data-en=MARK }"),
        ("{ #formula data-en= }", "{ #formula data-en=MARK }"),
        ("{ data-en='1234567' #formula }", "{ data-en=MARK #formula }"),
    ],
)
def test_a_heading_is_marked_however_it_is_written(project: GitProject, written: str, marked: str):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    project.replace("docs/cs/score.md", f"{{ #formula data-en={mark} }}", written)

    answer = project.cx("i18n", "done", "cs", "score.md#formula", "--unchanged")

    assert 0 == answer.exit_code, answer.output
    assert f"## Vzorec {marked.replace('MARK', mark)}\n" in project.read("docs/cs/score.md")


def test_what_cannot_be_read_back_is_not_written_and_its_line_is_told(project: GitProject):
    mark = project.read("docs/cs/score.md").split("#formula data-en=")[1][:7]
    line = f"## Vzorec {{ #formula data-en={mark} }}"
    project.replace("docs/cs/score.md", line, '<h2 id="formula" data-en="1234567">Vzorec</h2>')
    text = project.read("docs/cs/score.md")

    answer = project.cx("i18n", "done", "cs", "score.md#formula", "--unchanged")

    assert 1 == answer.exit_code
    assert "current" not in answer.output
    assert f"fix: replace this line with: {line}" in answer.output
    assert text == project.read("docs/cs/score.md")


@pytest.mark.parametrize(
    "command",
    [
        ("done", "cs", "score.md", "--unchanged"),
        ("typo", "score.md"),
        ("fix", "docs/cs/score.md"),
    ],
)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_page_keeps_its_line_ends_and_its_byte_order_mark(
    project: GitProject, command: tuple[str, ...], mark: bytes
):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')
    page = project.root / "docs/cs/score.md"
    page.write_bytes(mark + page.read_bytes().replace(b"\n", b"\r\n"))
    project.commit("Save it on another system")
    project.replace("docs/en/score.md", "Promoters minus", "Promotors minus")
    before = page.read_bytes()

    assert 0 == project.cx("i18n", *command).exit_code

    after = page.read_bytes()
    assert after != before
    assert after.startswith(mark + b"---\r\n")
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\r\n")


def test_a_section_that_is_to_stay_english_is_said_to_be_right(project: GitProject):
    project.cx("i18n", "new", "page", "score.md", "sr")

    answer = project.cx("i18n", "done", "sr", "score.md#limits", "--unchanged")

    assert "docs/sr/score.md#limits: current\n" in answer.output
