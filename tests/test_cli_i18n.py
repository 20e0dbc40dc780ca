"""`cx i18n`: what waits for a translator, what has changed, and saying that it is right again."""

from __future__ import annotations

import codecs
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from git_project import GitProject, copied_guide

NEW_WORDS = "Twelve more words stand here, so that three languages have some work."

VARIANT = "  - cx-site: {script_variants: [{locale: sr-Latn, from: sr, name: Srpski}]}\n"


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    return GitProject.begun(tmp_path)


@pytest.fixture
def guide(root: Path, tmp_path: Path) -> GitProject:
    """A copy of the guide's own sources."""
    return copied_guide(root, tmp_path)


def stale(project: GitProject) -> dict[str, list[str]]:
    """The stale sections by language, as programs are told."""
    answer = project.cx("i18n", "status", "--format", "json")
    assert 0 == answer.exit_code, answer.output
    languages: dict[str, Any] = json.loads(answer.stdout)["languages"]
    return {
        tag: [
            f"{page['path']}#{section['id']}"
            for page in one["pages"]
            for section in page["sections"]
            if section["state"] == "stale"
        ]
        for tag, one in languages.items()
        if "follows" not in one
    }


# The whole guide


def test_every_translated_section_of_the_guide_says_from_which_english_it_was_made(
    guide: GitProject,
):
    answer = json.loads(guide.cx("i18n", "status", "--format", "json").stdout)

    unknown = {
        tag: one["sections"]["unknown"]
        for tag, one in answer["languages"].items()
        if "follows" not in one
    }
    assert {"sr": 0, "th": 0, "cs": 0} == unknown


def test_twelve_english_words_make_their_section_stale_in_every_language(guide: GitProject):
    page, heading = "docs/en/metrics/nps.md", "## The interval { #interval }\n"
    before = stale(guide)
    guide.replace(page, heading, f"{heading}\n{NEW_WORDS}\n")

    after = stale(guide)

    new = {tag: [one for one in after[tag] if one not in before[tag]] for tag in after}
    assert {tag: ["metrics/nps.md#interval"] for tag in ("sr", "th", "cs")} == new


def test_serbian_in_latin_letters_follows_serbian(guide: GitProject):
    answer = json.loads(guide.cx("i18n", "status", "--format", "json").stdout)

    assert {"follows": "sr"} == answer["languages"]["sr-Latn"]


# What makes a section stale, and current again


def test_a_change_of_the_translation_clears_nothing(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")

    assert {"cs": ["score.md#formula"], "sr": []} == stale(project)


def test_done_clears_it(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")

    answer = project.cx("i18n", "done", "cs", "score.md#formula")

    assert (0, "docs/cs/score.md#formula: current\n") == (answer.exit_code, answer.output)
    assert {"cs": [], "sr": []} == stale(project)
    assert ["docs/cs/score.md", "docs/en/score.md"] == changed_files(project)


def changed_files(project: GitProject) -> list[str]:
    return project.git("diff", "--name-only").split()


def test_what_is_no_word_leaves_everything_current(project: GitProject):
    text = project.read("docs/en/score.md")
    head, formula, limits = text.partition("## Formula")[0], *text.split("## ")[1:]
    moved = f"{head}## {limits}\n## {formula}".replace("minus detractors", "minus\n*detractors*")
    project.write("docs/en/score.md", moved)
    project.replace("docs/en/index.md", "score.md", "score.md#limits")

    assert {"cs": [], "sr": []} == stale(project)


def test_done_asks_whether_an_untouched_section_is_right(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")

    answer = project.cx("i18n", "done", "cs", "score.md")

    assert 1 == answer.exit_code
    assert "the section 'formula': is as it was when the English changed" in answer.output
    assert "add --unchanged" in answer.output
    assert {"cs": ["score.md#formula"], "sr": []} == stale(project)


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


def test_a_change_without_consequence_is_said_to_be_one(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")

    answer = project.cx("i18n", "done", "cs", "score.md#formula", "--unchanged")

    assert 0 == answer.exit_code
    assert "No-change: cs score.md#formula" in answer.output
    assert {"cs": [], "sr": []} == stale(project)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("done", "cs", "scor.md"), "there is no page 'scor.md' in English; write 'score.md'"),
        (("diff", "cz", "score.md"), "write 'cs', or run 'cx i18n new language cz'"),
        (("done", "cs", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("diff", "cs", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("typo", "score.md#formla"), "score.md has no section 'formla'; write 'formula'"),
        (("typo", "site/nam"), "no text has the key 'site/nam'; write 'site/name'"),
        (("status", "cz"), "nobody translates into 'cz'; languages are: cs, sr"),
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


def test_a_version_in_another_script_is_said_to_follow(project: GitProject):
    project.replace("mkdocs.yml", "plugins:\n", f"plugins:\n{VARIANT}")

    answer = project.cx("i18n", "status", "sr-Latn")

    assert 2 == answer.exit_code
    assert "'sr-Latn' follows 'sr'; ask for 'sr'" in answer.output


NOWHERE = ("--address", "nowhere")
"""Where nothing can be served, should it come to that."""


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


def test_a_page_that_nobody_has_begun_cannot_be_done(project: GitProject):
    answer = project.cx("i18n", "done", "sr", "score.md")

    assert 1 == answer.exit_code
    assert "fix: run 'cx i18n new page score.md sr'" in answer.output


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


# Corrections of the English


def test_a_typing_error_in_english_leaves_translations_current(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "Promotors minus")
    project.commit("A slip")
    project.cx("i18n", "done", "cs", "score.md", "--unchanged")
    project.commit("So it is")
    project.replace("docs/en/score.md", "Promotors minus", "Promoters minus")
    project.replace("docs/en/score.md", "says little", "tells little")

    answer = project.cx("i18n", "typo", "score.md#formula")

    assert (0, "docs/cs/score.md: formula\n") == (answer.exit_code, answer.output)
    assert {"cs": ["score.md#limits"], "sr": []} == stale(project)


def test_a_typing_error_that_is_committed_needs_the_version_before(project: GitProject):
    project.replace("docs/en/score.md", "says little", "tells little")
    project.commit("Tell")

    answer = project.cx("i18n", "typo", "score.md")
    assert "name the commit before your correction: --since HEAD~1" in answer.output

    project.cx("i18n", "typo", "score.md", "--since", "HEAD~1")
    assert {"cs": [], "sr": []} == stale(project)


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


def test_a_section_that_was_stale_before_stays_so(project: GitProject):
    project.replace("docs/en/score.md", "says little", "says something new, and little")
    project.commit("Something new")
    project.replace("docs/en/score.md", "something new", "something neu")

    project.cx("i18n", "typo", "score.md")

    assert {"cs": ["score.md#limits"], "sr": []} == stale(project)


# Files of other systems


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
    project.replace("docs/cs/score.md", "O\u00a0jednotlivci", "O jednotlivci")
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


# What has changed


def test_the_words_that_changed_are_shown_beside_the_translation(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The share of promoters minus")
    project.commit("Say share")

    answer = project.cx("i18n", "diff", "cs", "score.md")

    assert "[-Promoters-] {+The share of promoters+} minus detractors." in answer.output
    assert "Promotéři minus kritici." in answer.output
    assert "when it is right, its heading is: ## Vzorec { #formula data-en=" in answer.output
    assert "limits" not in answer.output


def test_one_word_that_changed_is_not_counted_as_several(project: GitProject):
    project.replace("docs/en/score.md", "minus detractors", "minus all detractors")

    answer = project.cx("i18n", "status", "cs")

    assert "#formula   English changed 1 word\n" in answer.output


def test_status_says_how_many_words_changed(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The share of promoters minus")

    answer = project.cx("i18n", "status", "cs")

    assert "    1 stale   score.md  #formula   English changed 4 words\n" in answer.output
    assert "next: cx i18n diff cs score.md\n" in answer.output


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
