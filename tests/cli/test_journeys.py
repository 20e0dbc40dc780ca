"""`cx journey` and `cx new journey`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command import cx

CONFIG = "site_name: Shop\ntheme: {name: mkdocs}\nplugins: [cx-journeys]\n"
MAP = """\
id: shop
title: A small shop
lens: {persona: Mina, scenario: First purchase, goals: [A jacket]}
stages:
  - {id: look, name: Look, standard_stage: awareness, goal: See, emotion: 1}
  - {id: buy, name: Buy, standard_stage: purchase, goal: Pay, emotion: -1}
"""
MERMAID = "journey\ntitle Tea\nsection Make\nBoil: 3: Ann\nsection Drink\nSip: 5: Ann\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "docs/journeys").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "docs/journeys/shop.yml").write_text(MAP, "utf-8")
    return tmp_path


def test_maps_without_faults_are_said_to_be(project: Path):
    answer = cx("journey", "check")

    assert (0, "1 map, no faults, 0 texts too long\n") == (answer.exit_code, answer.output)


def test_a_fault_is_told_with_its_place(project: Path):
    (project / "docs/journeys/shop.yml").write_text(
        MAP.replace("emotion: 1", "emotion: 7"), "utf-8"
    )

    answer = cx("journey", "check")

    assert 1 == answer.exit_code
    assert answer.output.startswith("docs/journeys/shop.yml:5:75: an emotion is a whole number")


def test_a_character_that_pictures_cannot_show_is_a_fault(project: Path):
    (project / "docs/journeys/shop.yml").write_text(
        MAP.replace("goal: See", "goal: See 🚀"), "utf-8"
    )

    answer = cx("journey", "check")

    assert 1 == answer.exit_code
    assert answer.output.startswith("docs/journeys/shop.yml:5:61: no font for pictures has")
    assert "ROCKET" in answer.output


def test_a_site_without_a_character_for_its_pictures_is_refused_before_pages_are_written(
    project: Path,
):
    with_rocket = MAP.replace("goal: See", "goal: See 🚀")
    (project / "docs/journeys/shop.yml").write_text(with_rocket, "utf-8")

    told = cx("check")
    (project / "mkdocs.yml").write_text(
        CONFIG.replace("[cx-journeys]", "[cx-journeys: {downloads: false}]"), "utf-8"
    )
    without_pictures = cx("check")

    assert told.output.startswith("docs/journeys/shop.yml:5:61: no font for pictures has")
    assert (1, 1) == (told.exit_code, told.output.count("fix:"))
    assert (0, "no faults found\n") == (without_pictures.exit_code, without_pictures.output)


def test_faults_for_programs_are_a_list(project: Path):
    (project / "docs/journeys/shop.yml").write_text(MAP.replace("goal: Pay", "gaol: Pay"), "utf-8")

    answer = cx("journey", "check", "--format", "json")

    assert 1 == answer.exit_code
    assert ["unknown key 'gaol'"] == [fault["problem"] for fault in json.loads(answer.stdout)]


def test_a_text_that_is_too_long_is_a_warning(project: Path):
    long = MAP.replace("name: Look", f"name: {'Look ' * 8}")
    (project / "docs/journeys/shop.yml").write_text(long, "utf-8")

    answer = cx("journey", "check")

    assert 0 == answer.exit_code
    assert "shop.yml:5:22: 39 characters, where at most 30 have room" in answer.output


def test_a_translation_that_is_too_long_is_a_warning_at_its_line(project: Path):
    languages = "[{locale: en, name: English, default: true}, {locale: cs, name: Čeština}]"
    i18n = f"{{i18n: {{docs_structure: folder, languages: {languages}}}}}"
    (project / "mkdocs.yml").write_text(
        CONFIG.replace("[cx-journeys]", f"[cx-journeys, cx-translations, {i18n}]"), "utf-8"
    )
    (project / "docs/locale").mkdir()
    (project / "docs/locale/cs.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "journey/shop/stages/look/name"\nmsgid "Look"\nmsgstr "{"Dívá " * 8}se"\n',
        "utf-8",
    )

    answer = cx("journey", "check")

    assert 0 == answer.exit_code
    assert "docs/locale/cs.po:5:1: 42 characters, where at most 30 have room" in answer.output
    assert answer.output.endswith("1 texts too long\n")


def test_without_pictures_any_character_may_stand_in_a_map(project: Path):
    (project / "mkdocs.yml").write_text(
        CONFIG.replace("[cx-journeys]", "[cx-journeys: {downloads: false}]"), "utf-8"
    )
    (project / "docs/journeys/shop.yml").write_text(MAP.replace("goal: See", "goal: 漢"), "utf-8")

    assert "1 map, no faults, 0 texts too long\n" == cx("journey", "check").output


def test_a_map_is_drawn_outside_a_site(project: Path):
    answer = cx("journey", "render", "docs/journeys/shop.yml", "-o", "out/map.html")

    assert 0 == answer.exit_code
    assert '<figure class="cx-map"' in (project / "out/map.html").read_text("utf-8")


def test_texts_that_a_language_lacks_are_marked_as_english(project: Path):
    page = cx("journey", "render", "docs/journeys/shop.yml", "--lang", "cs").output

    assert '<html lang="cs">' in page
    assert '<span lang="en">See</span>' in page
    assert "Cíl zákazníka" in page


def test_a_map_speaks_every_version_of_the_guide(root: Path):
    retailer = str(root / "docs/journeys/retailer.yml")

    answer = cx(
        "journey",
        "render",
        retailer,
        "--lang",
        "sr-Latn",
        "--to",
        "md",
        "-f",
        str(root / "mkdocs.yml"),
    )

    assert "Bolne tačke" in answer.output
    assert "Тачке" not in answer.output


@pytest.mark.parametrize("form", ["html", "csv"])
def test_serbian_in_latin_letters_has_no_cyrillic_ones(root: Path, form: str):
    retailer, settings = root / "docs/journeys/retailer.yml", root / "mkdocs.yml"

    answer = cx(
        "journey", "render", f"{retailer}", "--lang", "sr-Latn", "--to", form, "-f", f"{settings}"
    )

    assert "nivoa ispod željenog stanja" in answer.output
    assert [] == re.findall("[А-я]+", answer.output)


def test_english_stays_marked_in_another_script(project: Path, root: Path):
    page = cx(
        "journey",
        "render",
        "docs/journeys/shop.yml",
        "--lang",
        "sr-Latn",
        "-f",
        f"{root}/mkdocs.yml",
    ).output

    assert '<html lang="sr-Latn">' in page
    assert '<span lang="en">See</span>' in page


def test_a_language_that_does_not_exist_is_told(project: Path):
    answer = cx("journey", "render", "docs/journeys/shop.yml", "--lang", "xx-y")

    assert 1 == answer.exit_code
    assert "there is no language 'xx-y'" in answer.output


@pytest.mark.parametrize("command", [["journey", "new"], ["new", "journey"]])
def test_a_new_map_can_be_read_at_once(project: Path, command: list[str]):
    assert 0 == cx(*command, "moving-house").exit_code
    assert "2 maps, no faults" in cx("journey", "check").output


def test_a_new_map_never_replaces_one(project: Path):
    answer = cx("journey", "new", "shop")

    assert 1 == answer.exit_code
    assert MAP == (project / "docs/journeys/shop.yml").read_text("utf-8")


def test_a_new_map_needs_an_id_that_can_be_part_of_an_address(project: Path):
    answer = cx("journey", "new", "Moving House")

    assert 1 == answer.exit_code
    assert "cannot be the id of a map" in answer.output


def test_a_journey_of_mermaid_becomes_a_map(project: Path):
    (project / "tea.mmd").write_text(MERMAID, "utf-8")

    assert 0 == cx("journey", "import-mermaid", "tea.mmd").exit_code
    assert "2 maps, no faults" in cx("journey", "check").output
