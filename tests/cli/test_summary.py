"""`cx i18n check --summary` tells reviewers what a change does, in the language of the pages."""

from __future__ import annotations

import pytest

from git_project import GitProject

pytestmark = pytest.mark.usefixtures("on_a_branch")


def test_its_summary_says_which_sections_translators_will_find_changed(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.commit("Say the")
    summary = project.root.parent / "summary.md"

    project.reviewed("--summary", str(summary))

    text = summary.read_text("utf-8")
    assert "- cs: `score.md` `#formula`" in text
    assert "- sr" not in text  # nobody has begun that page
    assert "`cx i18n typo PAGE` keeps every translation as current as it was" in text


def test_one_remark_is_not_counted_as_several(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo')
    project.commit("Quote")
    summary = project.root / "summary.md"

    project.reviewed("--summary", str(summary))

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

    project.reviewed("--summary", str(summary))

    text = summary.read_text("utf-8")
    assert "### Čeština\n\n| " in text
    assert "| aktuální | 2 | 3 |" in text
    assert "| starší než anglický text | 2 | 1 |" in text
    assert "- `score.md#limits`: starší než anglický text" in text


def test_the_summary_of_a_catalog_counts_its_texts_before_and_after(project: GitProject):
    project.git("checkout", "-q", "main")
    project.replace("docs/locale/cs.po", "Malý průvodce", "")
    project.commit("Lose a text")
    project.git("checkout", "-q", "-B", "change")
    project.replace("docs/locale/cs.po", 'msgstr ""', 'msgstr "Malý průvodce"')
    project.commit("Translate it")
    summary = project.root / "summary.md"

    project.reviewed("--summary", str(summary))

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

    project.reviewed("--summary", str(summary))

    assert "| aktuální | ? | 1 |" in summary.read_text("utf-8")
