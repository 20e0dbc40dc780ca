"""`cx i18n export`, `import`, `terms` and `fmt`: texts go out, come back, and stay in order."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from git_project import SETTINGS, GitProject

GLOSSARY = """\
terms:
  - id: customer
    term: customer
    definition: Who buys.
  - id: churn
    term: churn rate
    short: CR
    definition: Share of customers who left.
wrong:
  cs: {čurn: míra odchodu}
"""
CATALOG = """\
# Translated by friends
msgid ""
msgstr ""
"Language: cs\\n"
"PO-Revision-Date: 2026-01-01 10:00+0000\\n"

msgctxt "site/name"
msgid "Small guide"
msgstr "Malý průvodce"

# cx-allow typography: {reason}
msgctxt "glossary/churn/term"
msgid "churn rate"
msgstr "míra "
"odchodu"
""".replace("{reason}", "the sign stands so in the original, which everybody has seen " * 2)
FORMS = {"po": "po", "xliff": "xlf", "csv": "csv", "tbx": "tbx"}


@pytest.fixture
def project(tmp_path: Path) -> GitProject:
    """A project with a glossary, the Czech catalog of which is not complete."""
    project = GitProject.begun(tmp_path)
    project.write("mkdocs.yml", SETTINGS.replace("plugins:\n", "plugins:\n  - cx-glossary\n"))
    project.write("docs/glossary.yml", GLOSSARY)
    project.write("docs/locale/cs.po", CATALOG)
    project.cx("i18n", "sync")
    project.commit("Terms")
    return project


@pytest.fixture
def guide(root: Path, tmp_path: Path) -> GitProject:
    """A copy of the guide's own catalogs and sources."""
    for name in ("calculators", "plugins", "docs"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return GitProject(tmp_path)


def catalogs(project: GitProject) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.root.rglob("*.po")}


def exported(project: GitProject, form: str, *options: str) -> Path:
    file = project.root.parent / f"{project.root.name}-cs.{FORMS[form]}"
    answer = project.cx("i18n", "export", "cs", "--to", form, "-o", str(file), *options)
    assert 0 == answer.exit_code, answer.output
    return file


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


# Out and back


@pytest.mark.parametrize("form", FORMS)
def test_the_whole_guide_goes_out_and_comes_back_without_a_changed_byte(
    guide: GitProject, form: str
):
    before = catalogs(guide)

    answer = guide.cx("i18n", "import", "cs", str(exported(guide, form)))

    assert (0, before) == (answer.exit_code, catalogs(guide))
    assert answer.output.startswith("0 taken, ")


def test_what_is_missing_goes_out_is_translated_and_is_in_the_catalog(project: GitProject):
    file = exported(project, "po", "--only", "missing")
    assert 3 == file.read_text("utf-8").count("msgctxt")
    replace(file, 'msgid "customer"\nmsgstr ""', 'msgid "customer"\nmsgstr "zákazník"')

    answer = project.cx("i18n", "import", "cs", str(file))

    assert "docs/locale/cs.po: 1 taken\n1 taken, 0 as before, 2 without a trans" in answer.output
    assert 'msgid "customer"\nmsgstr "zákazník"' in project.read("docs/locale/cs.po")
    assert 1 == project.git("diff", "-U0").count("\n+msgstr")


def test_after_an_import_the_catalog_is_checked_as_in_a_pull_request(project: GitProject):
    file = exported(project, "po")
    replace(
        file, 'msgid "Who buys."\nmsgstr ""', 'msgid "Who buys."\nmsgstr "Ten, \\"kdo\\" kupuje."'
    )

    answer = project.cx("i18n", "import", "cs", str(file))

    assert 1 == answer.exit_code
    assert "docs/locale/cs.po:" in answer.stderr
    assert "no translation for 'glossary/customer/term'" in answer.stderr
    assert "[typography]" in answer.stderr


def test_good_texts_are_taken_and_the_others_told_with_their_place(project: GitProject):
    file = exported(project, "xliff")
    replace(file, ">Malý průvodce<", ">Malá příručka<")
    replace(file, "<source>churn rate<", "<source>rate of churn<")

    answer = project.cx("i18n", "import", "cs", str(file))

    assert 1 == answer.exit_code
    assert f"{file}:" in answer.stderr
    assert "the English of 'glossary/churn/term' is another one now" in answer.stderr
    assert "Malá příručka" in project.read("docs/locale/cs.po")


def test_strict_takes_nothing_where_something_is_refused(project: GitProject):
    before = catalogs(project)
    file = exported(project, "xliff")
    replace(file, ">Malý průvodce<", ">Malá příručka<")
    replace(file, "<source>churn rate<", "<source>rate of churn<")

    answer = project.cx("i18n", "import", "cs", str(file), "--strict")

    assert (1, before) == (answer.exit_code, catalogs(project))
    assert "nothing taken" in answer.stdout


def test_when_all_is_translated_there_is_nothing_to_send(guide: GitProject):
    file = guide.root / "cs.po"

    answer = guide.cx("i18n", "export", "cs", "--to", "po", "-o", str(file), "--only", "missing")

    assert ("nothing to translate; no file was written\n", False) == (answer.output, file.exists())


def test_an_unknown_language_or_ending_is_told(project: GitProject):
    file = project.root / "texts.docx"
    file.write_text("x")

    language = project.cx("i18n", "export", "cz", "--to", "po", "-o", str(file))
    ending = project.cx("i18n", "import", "cs", str(file))

    assert (1, 1) == (language.exit_code, ending.exit_code)
    assert "languages are: cs, sr" in language.output
    assert "endings are: .po, .xlf, .xliff, .csv, .tbx" in ending.output


def test_a_term_without_translation_does_not_keep_other_remarks_untold(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", 'říká "málo"')

    answer = project.cx("i18n", "check")

    assert "no translation for 'glossary/customer/term'" in answer.output
    assert "[typography]" in answer.output


# Terms


def test_a_term_is_shown_with_what_must_not_be_said_and_where_it_is_used(project: GitProject):
    project.replace("docs/cs/score.md", "říká málo", "říká míra odchodu málo, míru odchodu ne")

    answer = project.cx("i18n", "terms", "cs", "odchod")

    assert (
        "churn rate: míra odchodu (CR)\n  Share of customers who left.\n  not 'čurn'\n"
        "  docs/cs/score.md:16:20\n"
    ) == answer.output


def test_programs_get_terms_as_data(project: GitProject):
    answer = project.cx("i18n", "terms", "cs", "churn", "--format", "json")

    (term,) = json.loads(answer.stdout)["terms"]
    assert ("churn", "míra odchodu", "", ["čurn"], []) == tuple(
        term[name] for name in ("id", "translation", "definition", "wrong", "used")
    )


def test_english_has_terms_too(project: GitProject):
    answer = project.cx("i18n", "terms", "en", "customers")

    assert "customer\n  Who buys.\n  docs/en/score.md:7:13\n" == answer.output


def test_an_unknown_word_fails_and_names_near_terms(project: GitProject):
    answer = project.cx("i18n", "terms", "cs", "chrun")

    assert 1 == answer.exit_code
    assert "no term has 'chrun'; nearest: churn rate: míra odchodu\n" == answer.stderr


# The one layout


def test_catalogs_are_set_in_order_once_and_keep_what_they_say(project: GitProject):
    project.write("docs/locale/cs.po", CATALOG)

    check = project.cx("i18n", "fmt", "--check")
    untouched = project.read("docs/locale/cs.po")
    first, second = project.cx("i18n", "fmt"), project.cx("i18n", "fmt", "--check")

    text = project.read("docs/locale/cs.po")
    assert (1, "docs/locale/cs.po: would change\n") == (check.exit_code, check.output)
    assert CATALOG == untouched
    assert (0, "docs/locale/cs.po: changed\n") == (first.exit_code, first.output)
    assert (0, "nothing to change\n") == (second.exit_code, second.output)
    assert text.startswith('# Translated by friends\nmsgid ""\n')
    assert "# cx-allow typography: the sign stands so in the original, which everybody" in text
    assert 'msgstr "míra odchodu"' in text
    assert "PO-Revision-Date" not in text
    assert text.index("glossary/churn") < text.index("site/name")


def test_a_file_that_is_no_catalog_is_told_and_no_other_is_written(project: GitProject):
    project.write("docs/locale/cs.po", CATALOG)
    project.write("docs/locale/sr.po", 'msgctxt "a\n')

    answer = project.cx("i18n", "fmt")

    assert 1 == answer.exit_code
    assert "docs/locale/sr.po:1:1: this is not a line of a .po file" in answer.output
    assert CATALOG == project.read("docs/locale/cs.po")


def test_the_catalogs_of_the_guide_are_in_order(guide: GitProject):
    assert "nothing to change\n" == guide.cx("i18n", "fmt", "--check").output
