"""`cx i18n new`: a page or a language to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_project import GitProject, copied_guide

# A page to begin with


def test_a_new_page_is_english_and_says_so_section_by_section(project: GitProject):
    answer = project.cx("i18n", "new", "page", "score.md", "sr")

    page = project.read("docs/sr/score.md")
    assert 0 == answer.exit_code
    assert "---\ntitle: Score\nen: todo\n---\n" in page
    assert "## Formula { #formula data-en=todo }\n\nPromoters minus detractors.\n" in page
    assert 0 == project.cx("check").exit_code


def test_a_page_that_exists_is_not_written_again(project: GitProject):
    before = project.read("docs/cs/score.md")

    answer = project.cx("i18n", "new", "page", "score.md", "cs")

    assert (1, before) == (answer.exit_code, project.read("docs/cs/score.md"))


def test_a_section_that_is_still_english_is_not_marked(project: GitProject):
    project.cx("i18n", "new", "page", "score.md", "sr")
    project.replace("docs/sr/score.md", "Promoters minus detractors.", "Промотери минус критичари.")

    every = project.cx("i18n", "done", "sr", "score.md")
    one = project.cx("i18n", "done", "sr", "score.md#limits")

    assert "docs/sr/score.md#formula: current\n" == every.output
    assert 1 == one.exit_code
    assert "the section 'limits': is still English" in one.output


# A language to begin with


def test_a_new_language_is_one_line_in_the_settings_and_new_files(project: GitProject):
    answer = project.cx("i18n", "new", "language", "hr")

    assert 0 == answer.exit_code, answer.output
    assert "1\t0\tmkdocs.yml\n" == project.git("diff", "--numstat")
    new = project.git("ls-files", "--others").split()
    assert ["docs/hr/index.md", "docs/locale/hr.po"] == new
    assert "        - {locale: hr, name: Hrvatski}\n" in project.read("mkdocs.yml")
    assert 0 == project.cx("check").exit_code
    assert "hr  Hrvatski    pages 0/2" in project.cx("i18n", "status", "hr").output


AT_ONCE = "without the plugin cx-site readers are led to it at once\n"


def test_a_site_that_shows_a_begun_language_to_readers_is_told_so(project: GitProject):
    answer = project.cx("i18n", "new", "language", "hr")

    assert AT_ONCE in answer.output


def test_with_cx_site_nobody_is_led_to_it(project: GitProject):
    project.replace("mkdocs.yml", "plugins:\n", "plugins:\n  - cx-site\n")

    answer = project.cx("i18n", "new", "language", "hr")

    assert 0 == answer.exit_code, answer.output
    assert "readers are led to it" not in answer.output


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"], ids=["unfinished", "finished"])
@pytest.mark.parametrize(
    "entry",
    ["{locale: sr, name: Српски}", "locale: sr\n          name: Српски"],
    ids=["line", "block"],
)
def test_the_line_stands_by_itself_and_all_others_stay(
    project: GitProject, entry: str, last: str, newline: str
):
    file = project.root / "mkdocs.yml"
    before = project.read("mkdocs.yml").replace("{locale: sr, name: Српски}", entry)
    before = (before.rstrip("\n") + last).replace("\n", newline)
    file.write_bytes(before.encode())

    answer = project.cx("i18n", "new", "language", "hr")

    assert 0 == answer.exit_code, answer.output
    line = f"        - {{locale: hr, name: Hrvatski}}{newline}"
    assert before.removesuffix(newline) + newline + line == file.read_bytes().decode()


def test_the_line_stands_before_other_options(project: GitProject):
    block = "        - locale: sr\n          name: Српски\n"
    project.replace("mkdocs.yml", "        - {locale: sr, name: Српски}\n", block)
    options = "\n      # Ours\n      reconfigure_material: false\n"
    project.write("mkdocs.yml", project.read("mkdocs.yml") + options)

    answer = project.cx("i18n", "new", "language", "hr")

    line = "        - {locale: hr, name: Hrvatski}\n"
    assert 0 == answer.exit_code, answer.output
    assert project.read("mkdocs.yml").endswith(f"{block}{line}{options}")


@pytest.mark.parametrize(
    ("tag", "name", "entry"),
    [
        ("no", "Norsk", '{locale: "no", name: Norsk}'),
        ("hr", "A: b, {c}", '{locale: hr, name: "A: b, {c}"}'),
        ("hr", "C #", '{locale: hr, name: "C #"}'),
    ],
)
def test_what_yaml_would_read_otherwise_is_in_quotes(
    project: GitProject, tag: str, name: str, entry: str
):
    answer = project.cx("i18n", "new", "language", tag, "--name", name)

    assert 0 == answer.exit_code, answer.output
    assert f"        - {entry}\n" in project.read("mkdocs.yml")
    assert f"{tag}  {name} " in project.cx("i18n", "status", tag).output


def test_its_catalog_goes_on_saying_that_it_is_begun(project: GitProject):
    project.cx("i18n", "new", "language", "hr")
    before = project.read("docs/locale/hr.po")

    project.cx("i18n", "sync")

    assert '"X-Preview: yes\\n"' in before
    assert before == project.read("docs/locale/hr.po")


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("cs", "the site has the language 'cs'"),
        ("CS", "the site has the language 'cs'"),
        ("qq", "there is no language 'qq'"),
        ("sr_Latn", "there is no language 'sr_Latn'"),
        ("HR", "fix: write 'hr'"),
        ("sr-Cyrl", "'sr-Cyrl' is the language 'sr' of the site in another script"),
    ],
)
def test_a_language_that_cannot_be_begun_changes_nothing(project: GitProject, tag: str, told: str):
    answer = project.cx("i18n", "new", "language", tag)

    assert 1 == answer.exit_code
    assert told in answer.output
    assert "" == project.git("status", "--short")


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("sr-Latn", "the site has 'sr-Latn', which is made from 'sr'"),
        ("sr-latn", "the site has 'sr-Latn', which is made from 'sr'"),
        ("en-GB", "write them into partials/languages/en-GB.html in the folder 'custom_dir'"),
        ("hr-HR", "fix: write 'hr'"),
    ],
)
def test_a_language_that_would_end_the_build_of_the_guide_is_refused(
    root: Path, tmp_path: Path, tag: str, told: str
):
    guide = copied_guide(root, tmp_path)
    before = guide.read("mkdocs.yml")

    answer = guide.cx("i18n", "new", "language", tag)

    assert 1 == answer.exit_code
    assert told in answer.output
    assert before == guide.read("mkdocs.yml")


def test_a_language_that_the_theme_of_the_site_itself_knows_can_be_begun(project: GitProject):
    theme = "theme: {name: material, custom_dir: ours}\nplugins:"
    project.replace("mkdocs.yml", "plugins:", theme)
    project.write("ours/partials/languages/en-GB.html", "")

    answer = project.cx("i18n", "new", "language", "en-GB")

    assert 0 == answer.exit_code, answer.output


def test_what_was_half_begun_is_taken_back(project: GitProject):
    project.write("docs/hr/index.md", "# Vodič { #guide }\n")
    project.commit("A folder that nobody builds")

    answer = project.cx("i18n", "new", "language", "hr")

    assert 1 == answer.exit_code
    assert "docs/hr/index.md:1:1: this page exists" in answer.output
    assert "" == project.git("status", "--short")
