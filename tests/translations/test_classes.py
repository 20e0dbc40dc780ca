"""A heading has the classes of the English one, and they are spelled as they must be."""

from __future__ import annotations

import pytest

from cxguide.translations.structure import structure_faults
from translations.translated_page import CZECH, ENGLISH, faults, faults_after

SHEET = "# Score { #nps }\n\n## Check { #check .cx-sheet }\n"


def test_a_lost_class_is_a_fault_with_the_line_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:15:1: the heading 'Mapa' has no class; "
            "in docs/en/nps.md:15 it has the class '.wide'\n"
            "  fix: write '## Mapa { #map .wide }', or change it in every language"
        )
    ]
    assert faults_after("{ #map .wide }", "{ #map }") == expected


def test_a_class_that_english_lacks_is_a_fault_and_the_rest_stays() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the heading 'Vzorec' has the class '.wide'; "
            "in docs/en/nps.md:7 it has no class\n"
            "  fix: write '## Vzorec { #formula data-en=d00bd4e }', or change it in every language"
        )
    ]
    assert faults_after("#formula data", "#formula .wide data") == expected


@pytest.mark.parametrize("written", ["wide", ".wid", "class=wid", ".wide .tall"])
def test_a_mistyped_class_is_replaced(written: str) -> None:
    (fault,) = faults_after("{ #map .wide }", f"{{ #map {written} }}")

    assert "fix: write '## Mapa { #map .wide }', or" in fault


@pytest.mark.parametrize("written", ["class=wide", 'class="wide"', ".wide .wide"])
def test_the_same_class_may_be_written_otherwise(written: str) -> None:
    assert faults_after("{ #map .wide }", f"{{ #map {written} }}") == []


def test_of_another_level_the_classes_are_not_told_too() -> None:
    assert len(faults_after("## Mapa { #map .wide }", "### Mapa { #map }")) == 1


def test_of_a_missing_section_the_classes_are_not_told_too() -> None:
    assert len(faults_after("{ #map .wide }", "{ #mapa }")) == 1


@pytest.mark.parametrize("original", [None, SHEET], ids=["original", "translation"])
def test_a_class_that_is_nearly_one_of_ours_is_told_once(original: str | None) -> None:
    expected = [
        ("docs/cs/nps.md:3:20: there is no class 'cx-shet'\n"
        "  fix: write 'cx-sheet'")
    ]  # fmt: skip
    assert faults(SHEET.replace("cx-sheet", "cx-shet"), original) == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{ .cx-laed }", "docs/cs/nps.md:3:4: there is no class 'cx-laed'\n  fix: write 'cx-lead'"),
        (
            '<div class="cx-dors" markdown>',
            "docs/cs/nps.md:3:13: there is no class 'cx-dors'\n  fix: write 'cx-doors'",
        ),
        (
            "<section class='big cx-dor'>",
            "docs/cs/nps.md:3:21: there is no class 'cx-dor'\n  fix: write 'cx-door'",
        ),
    ],
)
def test_classes_are_read_wherever_they_stand(line: str, told: str) -> None:
    assert faults(f"# A {{ #a }}\n\n{line}\n") == [told]


@pytest.mark.parametrize(
    "line",
    [
        "{ .cx-sheet } { .cx-lead } { .cx-doors } { .cx-door }",
        "`{ .cx-shet }`",
        "```text\n{ .cx-shet }\n```",
        "<!-- { .cx-shet } -->",
        "{ #cx-shet } cx-shet .cx-shet",
        "{ .sheet .card .md-button .cx-card }",
    ],
)
def test_other_classes_code_and_words_are_no_slips(line: str) -> None:
    assert faults(f"# A {{ #a }}\n\n{line}\n") == []


def test_a_class_lost_in_english_is_told_there_only() -> None:
    twins = [(CZECH, "docs/cs/nps.md"), (CZECH, "docs/th/nps.md")]
    found = structure_faults(
        ENGLISH.replace(" .wide", ""), "docs/en/nps.md", translations=twins
    )  # fmt: skip

    assert [str(fault) for fault in found] == [
        (
            "docs/en/nps.md:15:1: the heading 'Map' has no class; "
            "in all translations it has the class '.wide'\n"
            "  fix: write '## Map { #map .wide }', or change it in every language"
        )
    ]
