"""An English author may do anything to a page: translations wait, and nothing is refused for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from git_project import GitProject

ENGLISH = "docs/en/score.md"
FORMULA = "## Formula { #formula }\n\nPromoters minus detractors.\n\n"
LIMITS = "## Limits { #limits }\n\nIt says little of a single person.\n"
FRESH = "## Fresh { #fresh }\n\nSomething that nobody has said before.\n\n"
TABLE = "| Group | Share |\n| --- | --- |\n| Promoters | 55 % |\n\n"

Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "reword": lambda text: text.replace("minus", "less"),
    "move": lambda text: text.replace(FORMULA, "").replace(LIMITS, f"{LIMITS}\n{FORMULA}"),
    "split": lambda text: text.replace("It says", "One.\n\n## More { #more }\n\nIt says"),
    "merge": lambda text: text.replace("## Limits { #limits }\n\n", ""),
    "delete": lambda text: text.replace(FORMULA, ""),
    "add": lambda text: text.replace(FORMULA, f"{FORMULA}{FRESH}"),
    "add and delete": lambda text: text.replace(FORMULA, "").replace(LIMITS, f"{FRESH}{LIMITS}"),
    "replace": lambda text: text.replace(FORMULA, FRESH),
    "rename and reword": lambda text: text.replace(FORMULA, FRESH.replace("fresh", "formulas")),
    "a table": lambda text: text.replace(FORMULA, f"{FORMULA}{TABLE}"),
    "an image": lambda text: text.replace(FORMULA, f"{FORMULA}![A mark](mark.svg)\n\n"),
    "a title": lambda text: text.replace("title: Score", "title: The score"),
}
"""What leaves no fault even where nobody looks at the history of the change."""
MECHANICAL: dict[str, Change] = {
    "rename": lambda text: text.replace("#limits", "#borders"),
    "another level": lambda text: text.replace("## Limits", "### Limits"),
    "a class": lambda text: text.replace("#limits }", "#limits .wide }"),
    "code": lambda text: text.replace(LIMITS, f"```text\n1 - 2\n```\n\n{LIMITS}"),
}
"""What changes no word, so that a program can do the same in every language."""


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    """A page in two translations; somebody has begun to change something, on a branch."""
    project = GitProject.begun(tmp_path)
    project.write("docs/sr/score.md", project.read("docs/cs/score.md"))
    project.commit("Translate")
    project.git("checkout", "-q", "-b", "change")
    return project


def change(project: GitProject, made: Change) -> None:
    before = project.read(ENGLISH)
    project.write(ENGLISH, made(before))
    assert before != project.read(ENGLISH)
    project.commit("Change")


@pytest.mark.parametrize("name", CHANGES)
def test_no_change_of_words_is_refused(project: GitProject, name: str):
    change(project, CHANGES[name])

    reviewed = project.cx("i18n", "check", "--changed-since", "main")
    checked = project.cx("check")

    assert (0, 0) == (reviewed.exit_code, checked.exit_code), reviewed.output + checked.output


@pytest.mark.parametrize("name", MECHANICAL)
def test_a_change_of_structure_is_a_notice_and_fix_makes_it_in_every_language(
    project: GitProject, name: str
):
    change(project, MECHANICAL[name])

    reviewed = project.cx("i18n", "check", "--changed-since", "main")
    project.cx("i18n", "fix")
    again = project.cx("i18n", "fix")

    assert 0 == reviewed.exit_code, reviewed.output
    assert "[follows]" in reviewed.output
    assert "nothing to mend\n" == again.output
    assert "no faults found\n" == project.cx("check").output


def test_words_of_a_deleted_section_do_not_stand_under_a_new_one(project: GitProject):
    change(project, CHANGES["replace"])

    project.cx("i18n", "fix")

    czech = project.read("docs/cs/score.md")
    assert "## Vzorec { #formula data-en=" in czech
    assert "## Fresh { #fresh data-en=todo }\n\nSomething that nobody" in czech


def test_a_slip_of_one_translator_is_told_beside_such_a_change(project: GitProject):
    change(project, CHANGES["reword"])
    project.replace("docs/cs/score.md", "## Meze { #limits", "## Meze { #meze")

    assert "write '## Meze { #limits data-en=" in project.cx("check").output
