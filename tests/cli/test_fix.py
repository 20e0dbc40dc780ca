"""`cx i18n fix` mends what a machine can, and says so."""

from __future__ import annotations

import pytest

from git_project import GitProject

pytestmark = pytest.mark.usefixtures("on_a_branch")


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
    assert "„málo“ v létě" in mended
    assert "## Sources { #sources data-en=todo }\n\nNone.\n" in mended
    assert "nothing to mend\n" == second.output
    assert mended == project.read("docs/cs/score.md")
    assert 0 == project.cx("check").exit_code


def test_files_that_are_not_named_stay_as_they_are(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    project.cx("i18n", "fix", "docs/cs/index.md")

    assert "" != project.git("diff", "docs/cs/score.md")
    assert 'říká "málo"' in project.read("docs/cs/score.md")
