"""`cx check` and `cx i18n sync` in a project: what they tell, and to whom."""

import json
from pathlib import Path

import pytest

from command import cx
from git_project import copied_guide


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of the guide's own sources."""
    return copied_guide(root, tmp_path).root


def test_sources_without_faults_are_told_so(root: Path):
    done = cx("check", "-f", str(root / "mkdocs.yml"))

    assert (0, "no faults found\n") == (done.exit_code, done.output)


def test_all_faults_of_all_sources_are_told_sorted_by_place(project: Path):
    for file, right, wrong in (
        ("docs/th/metrics/nps.md", "metric: nps", "metric: npx"),
        ("docs/cs/index.md", "{ #doors ", "{ #dors "),
        ("docs/journeys/retailer.yml", "severity: 2", "severity: 9"),
    ):
        path = project / file
        path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")

    done = cx("check", "-f", str(project / "mkdocs.yml"))

    places = [line.split(":")[0] for line in done.output.splitlines() if line.startswith("docs/")]
    assert 1 == done.exit_code
    assert places == sorted(places)
    assert {"docs/th/metrics/nps.md", "docs/cs/index.md", "docs/journeys/retailer.yml"} <= {*places}
    assert not (project / "site").exists()


def test_faults_are_told_to_programs_and_to_a_forge(project: Path):
    path = project / "docs" / "journeys" / "retailer.yml"
    path.write_text(path.read_text("utf-8").replace("severity: 2", "severity: 9", 1), "utf-8")
    check = ("check", "-f", str(project / "mkdocs.yml"), "--format")

    (fault,) = json.loads(cx(*check, "json").stdout)
    (line,) = cx(*check, "github").stdout.splitlines()

    assert ("docs/journeys/retailer.yml", "write 3 or less") == (fault["file"], fault["fix"])
    place = f"file=docs/journeys/retailer.yml,line={fault['line']},col={fault['column']}"
    assert f"::error {place}::{fault['problem']}%0A  fix: {fault['fix']}" == line


@pytest.mark.parametrize("tag", ["sr", "cs", "th"])
def test_a_character_that_pictures_of_maps_cannot_show_is_told_once_at_its_line(
    project: Path, tag: str
):
    path = project / "docs" / "locale" / f"{tag}.po"
    entry = 'msgctxt "journey/clinic/channels/leaflet/label"\nmsgid "Leaflet"\nmsgstr "'
    before, _, after = path.read_text("utf-8").partition(entry)
    path.write_text(f"{before}{entry}🚀 {after}", "utf-8")

    done = cx("check", "-f", str(project / "mkdocs.yml"))

    line = before.count("\n") + 3
    assert (1, 1) == (done.exit_code, done.output.count("fix:"))
    assert done.output.startswith(f"docs/locale/{tag}.po:{line}:1: no font for pictures has")
    assert "ROCKET" in done.output


def test_a_page_in_another_encoding_is_told_once_where_it_begins_to_differ(project: Path):
    path = project / "docs" / "cs" / "metrics" / "nps.md"
    path.write_bytes(path.read_text("utf-8").encode("cp1250", errors="replace"))

    done = cx("check", "-f", str(project / "mkdocs.yml"))

    assert 1 == done.exit_code
    assert ["docs/cs/metrics/nps.md:3:"] == [
        line[:25] for line in done.output.splitlines() if line.startswith("docs/")
    ]


def test_no_faults_are_an_empty_list_for_programs(project: Path):
    done = cx("check", "-f", str(project / "mkdocs.yml"), "--format", "json")

    assert (0, []) == (done.exit_code, json.loads(done.stdout))


def test_catalogs_of_the_guide_are_in_step_with_its_sources(project: Path):
    before = (project / "docs" / "locale" / "cs.po").read_bytes()

    done = cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    assert 0 == done.exit_code
    assert before == (project / "docs" / "locale" / "cs.po").read_bytes()
    assert "docs/locale/cs.po" in done.output


def test_catalogs_that_came_with_the_package_are_left_alone(project: Path):
    done = cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    assert "calculators" not in done.output


def test_a_new_english_text_gets_an_empty_entry_in_every_language(project: Path):
    path = project / "docs" / "journeys" / "retailer.yml"
    path.write_text(path.read_text("utf-8").replace("label: Cart,", "label: Basket,"), "utf-8")

    cx("i18n", "sync", "-f", str(project / "mkdocs.yml"))

    for tag in ("sr", "th", "cs"):
        text = (project / "docs" / "locale" / f"{tag}.po").read_text("utf-8")
        assert '#, fuzzy\n#| msgid "Cart"\n' in text
