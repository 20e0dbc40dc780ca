"""Files of maps in a built site, and those kept for the next build."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from cxguide.adapters import journey_downloads
from cxguide.adapters.faults import FaultsFound
from cxguide.adapters.journey_downloads import download_names, write_downloads
from cxguide.core.languages import ENGLISH, Language
from cxguide.journeys import read_journeys

MAP = """\
id: small
title: Small & simple
lens: {persona: Mina, scenario: First purchase, goals: [A jacket]}
stages:
  - {id: a, name: Look, standard_stage: awareness, emotion: 1, goal: GOAL}
  - {id: b, name: Buy, standard_stage: purchase, emotion: -1, moment_of_truth: true}
"""
FORMS = ["csv", "pdf", "png", "svg"]


class Project:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "docs" / "journeys").mkdir(parents=True)
        (folder / "docs" / "index.md").write_text("# Home\n")
        self.write_map()
        self.write_settings("{}")

    def write_map(self, goal: str = "Find it") -> None:
        text = MAP.replace("GOAL", goal)
        (self.folder / "docs" / "journeys" / "small.yml").write_text(text, "utf-8")

    def write_settings(self, options: str) -> None:
        settings = f"site_name: Tiny\ntheme: mkdocs\nplugins: [{{cx-journeys: {options}}}]\n"
        (self.folder / "mkdocs.yml").write_text(settings)

    @property
    def config(self):
        return load_config(str(self.folder / "mkdocs.yml"))

    def write(self) -> dict[str, bytes]:
        """The files that a build writes, by name."""
        journeys = read_journeys(self.folder / "docs" / "journeys", self.folder)
        write_downloads(journeys, self.config)
        written = (self.folder / "site" / "downloads" / "journeys").glob("*")
        return {file.name: file.read_bytes() for file in sorted(written)}

    @property
    def kept(self) -> list[Path]:
        return sorted((self.folder / ".cache" / "cx-journeys").glob("*"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_every_form_is_written_and_the_source(project: Project):
    files = project.write()

    assert [*(f"small.en.{form}" for form in FORMS), "small.yml"] == [*files]
    source = project.folder / "docs" / "journeys" / "small.yml"
    assert source.read_bytes() == files["small.yml"]


def test_templates_learn_the_names_of_what_is_written(project: Project):
    names = download_names("small", ENGLISH, project.config)

    assert ["svg", "png", "pdf", "csv", "yml"] == [*names]
    assert {f"downloads/journeys/{name}" for name in project.write()} == {*names.values()}


def test_names_have_the_tag_in_small_letters(project: Project):
    names = download_names("small", Language("sr-Latn"), project.config)

    assert "downloads/journeys/small.sr-latn.svg" == names["svg"]


def test_pictures_are_taken_from_the_build_before(project: Project):
    project.write()
    svg = next(file for file in project.kept if file.suffix == ".svg")
    svg.write_bytes(b"kept")

    assert b"kept" == project.write()["small.en.svg"]


def test_a_changed_map_is_drawn_again(project: Project):
    before = project.write()
    kept_before = project.kept
    project.write_map(goal="Compare")

    after = project.write()

    assert before["small.en.svg"] != after["small.en.svg"]
    assert 2 * 3 == len({*kept_before, *project.kept})


def test_what_moves_in_its_file_is_not_drawn_again(project: Project):
    project.write()
    kept = project.kept
    file = project.folder / "docs" / "journeys" / "small.yml"
    file.write_text(f"# A remark\n\n{file.read_text()}")

    project.write()

    assert kept == project.kept


def test_a_site_can_do_without(project: Project):
    project.write_settings("{downloads: false}")

    assert {} == project.write()
    assert {} == download_names("small", ENGLISH, project.config)


def test_without_the_libraries_there_are_tables_and_one_hint(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(journey_downloads, "is_installed", lambda: False)

    with caplog.at_level("INFO"):
        files = project.write()

    assert ["small.en.csv", "small.yml"] == [*files]
    assert ["csv", "yml"] == [*download_names("small", ENGLISH, project.config)]
    assert 1 == sum("cx-guide[downloads]" in record.getMessage() for record in caplog.records)


def test_a_character_without_a_letter_stops_the_build_with_its_place(project: Project):
    project.write_map(goal="Find 漢")

    with pytest.raises(FaultsFound, match=r"docs/journeys/small.yml:5:\d+: no font .* '漢'"):
        project.write()
