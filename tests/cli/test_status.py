"""`cx i18n status` names what waits for a translator, by section and by nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from git_project import GitProject, copied_guide

NEW_WORDS = "Twelve more words stand here, so that three languages have some work."
VARIANT = "  - cx-site: {script_variants: [{locale: sr-Latn, from: sr, name: Srpski}]}\n"


@pytest.fixture
def guide(root: Path, tmp_path: Path) -> GitProject:
    """A copy of the guide's own sources."""
    return copied_guide(root, tmp_path)


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
    before = guide.stale()
    guide.replace(page, heading, f"{heading}\n{NEW_WORDS}\n")

    after = guide.stale()

    new = {tag: [one for one in after[tag] if one not in before[tag]] for tag in after}
    assert {tag: ["metrics/nps.md#interval"] for tag in ("sr", "th", "cs")} == new


def test_serbian_in_latin_letters_follows_serbian(guide: GitProject):
    answer = json.loads(guide.cx("i18n", "status", "--format", "json").stdout)

    assert {"follows": "sr"} == answer["languages"]["sr-Latn"]


def test_a_change_of_the_translation_clears_nothing(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The promoters minus")
    project.replace("docs/cs/score.md", "Promotéři minus", "Promotéři mínus")

    assert {"cs": ["score.md#formula"], "sr": []} == project.stale()


def test_what_is_no_word_leaves_everything_current(project: GitProject):
    text = project.read("docs/en/score.md")
    head, formula, limits = text.partition("## Formula")[0], *text.split("## ")[1:]
    moved = f"{head}## {limits}\n## {formula}".replace("minus detractors", "minus\n*detractors*")
    project.write("docs/en/score.md", moved)
    project.replace("docs/en/index.md", "score.md", "score.md#limits")

    assert {"cs": [], "sr": []} == project.stale()


def test_one_word_that_changed_is_not_counted_as_several(project: GitProject):
    project.replace("docs/en/score.md", "minus detractors", "minus all detractors")

    answer = project.cx("i18n", "status", "cs")

    assert "#formula   English changed 1 word\n" in answer.output


def test_status_says_how_many_words_changed(project: GitProject):
    project.replace("docs/en/score.md", "Promoters minus", "The share of promoters minus")

    answer = project.cx("i18n", "status", "cs")

    assert "    1 stale   score.md  #formula   English changed 4 words\n" in answer.output
    assert "next: cx i18n diff cs score.md\n" in answer.output


def test_a_version_in_another_script_is_said_to_follow(project: GitProject):
    project.replace("mkdocs.yml", "plugins:\n", f"plugins:\n{VARIANT}")

    answer = project.cx("i18n", "status", "sr-Latn")

    assert 2 == answer.exit_code
    assert "'sr-Latn', which follows 'sr'; write 'sr'" in answer.output
