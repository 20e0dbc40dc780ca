"""A translated page has the sections of the English one, with the same ids and levels."""

from __future__ import annotations

from translations.translated_page import CZECH, ENGLISH, faults, faults_after


def test_a_translation_with_the_same_shape_has_no_faults() -> None:
    assert faults(CZECH, ENGLISH) == []


def test_an_original_with_ids_has_no_faults() -> None:
    assert faults(ENGLISH) == []


def test_a_heading_needs_an_id() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the heading 'What it tells' has no id\n"
            "  fix: write '## What it tells { #what-it-tells }'"
        )
    ]
    assert faults("# NPS { #nps }\n\n## What it tells\n") == expected


def test_the_fix_of_a_translated_heading_has_the_english_id_and_keeps_the_rest() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the heading 'Vzorec' has no id\n"
            "  fix: write '## Vzorec { #formula data-en=d00bd4e }'"
        )
    ]
    assert faults_after("{ #formula data-en=d00bd4e }", "{ data-en=d00bd4e }") == expected


def test_without_a_blank_before_the_brace_there_is_no_id() -> None:
    expected = [("docs/cs/nps.md:1:1: the heading 'NPS' has no id\n  fix: write '# NPS { #nps }'")]
    assert faults("# NPS{#nps}\n") == expected


def test_an_id_is_made_of_letters_that_all_can_type() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the id 'výpočet' is not made of small Latin letters, "
            "digits and hyphens\n"
            "  fix: write '## Vzorec { #formula data-en=d00bd4e }'"
        )
    ]
    assert faults_after("#formula", "#výpočet") == expected


def test_an_id_stands_once_in_a_page() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the id 'a' stands on line 1 already\n"
            "  fix: give one of the two headings another id, in every language"
        )
    ]
    assert faults("# A { #a }\n\n## B { #a }\n") == expected


def test_of_an_id_that_stands_twice_the_wrong_one_is_told() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the id 'steps' stands on line 13 as well\n"
            "  fix: write '## Vzorec { #formula data-en=d00bd4e }'"
        )
    ]
    assert faults_after("#formula", "#steps") == expected


def test_an_underlined_heading_is_told_how_to_be_written() -> None:
    expected = [
        (
            "docs/cs/nps.md:1:1: the heading 'Title' is underlined; its id cannot be read\n"
            "  fix: write '# Title { #title }'"
        ),
        (
            "docs/cs/nps.md:4:1: the heading 'Part' is underlined; its id cannot be read\n"
            "  fix: write '## Part { #part }'"
        ),
    ]
    assert faults("Title\n=====\n\nPart\n----\n") == expected


def test_another_id_than_in_english_is_a_fault_with_the_line_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the heading 'Vzorec' has the id 'vzorec'; "
            "at this place docs/en/nps.md has 'formula'\n"
            "  fix: write '## Vzorec { #formula data-en=d00bd4e }'"
        )
    ]
    assert faults_after("#formula", "#vzorec") == expected


def test_another_level_than_in_english_is_a_fault_with_the_line_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:13:1: the heading 'Kroky' has level 2; "
            "in docs/en/nps.md:13:1 it has level 3\n"
            "  fix: write '### Kroky { #steps }'"
        )
    ]
    assert faults_after("### Kroky", "## Kroky") == expected


def test_a_missing_section_is_told_where_it_belongs() -> None:
    expected = [
        (
            "docs/cs/nps.md:15:1: the section 'steps' of docs/en/nps.md:13 is missing here\n"
            "  fix: write '### (translate: Steps) { #steps }' before this line, "
            "or run 'cx i18n fix'"
        )
    ]
    assert faults_after("### Kroky { #steps }\n", "\n") == expected


def test_a_missing_section_at_the_end_is_told_after_the_last_line() -> None:
    found = faults("# A { #a }\n", "# A { #a }\n\n## B { #b }\n")
    assert found[0].startswith("docs/cs/nps.md:2:1: the section 'b'")


def test_a_section_that_english_lacks_is_a_fault() -> None:
    expected = [
        (
            "docs/cs/nps.md:15:1: the section 'more' does not exist in docs/en/nps.md\n"
            "  fix: remove it, correct its id, or add the section there first"
        )
    ]
    assert faults_after("## Mapa", "## Více { #more }\n\n## Mapa") == expected


def test_a_section_in_another_place_is_told_once() -> None:
    found = faults(
        "# A { #a }\n\n## C { #c }\n\n## B { #b }\n", "# A { #a }\n## B { #b }\n## C { #c }\n"
    )
    assert len(found) == 1
    assert "another order" in found[0]


def test_all_faults_of_a_page_are_told_together() -> None:
    found = faults_after("{ #formula data-en=d00bd4e }\n\n```calculator\nmetric: nps\n```", "")
    assert len(found) == 2
