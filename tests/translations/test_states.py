"""How a section of a translation stands follows from its marker and from the English of now."""

from __future__ import annotations

import pytest

from cxguide.translations.front_matter import front_matter
from cxguide.translations.markers import marker_faults, with_markers
from cxguide.translations.page_source import read_page
from cxguide.translations.sections import META, read_sections
from cxguide.translations.state_report import line_to_paste, state_faults
from cxguide.translations.states import LanguageState, PageState, State, page_state
from cxguide.translations.structure import structure_faults

ENGLISH = """\
---
title: Score
---

# Score { #score }

A survey.

## Formula { #formula }

Minus.

## Limits { #limits }

Some.
"""
MARKS = {one.id: one.fingerprint for one in read_sections(ENGLISH, "en.md").sections}
CZECH = f"""\
---
title: Skóre
en: {MARKS[META]}
---

# Skóre {{ #score data-en={MARKS["score"]} }}

Průzkum.

## Vzorec {{ #formula data-en={MARKS["formula"]} }}

Minus.

## Meze {{ #limits data-en={MARKS["limits"]} }}

Jisté.
"""


def state(czech: str, english: str = ENGLISH) -> PageState:
    pages = read_sections(english, "docs/en/a.md"), read_sections(czech, "docs/cs/a.md")
    return page_state(*pages, tag="cs", path="a.md", file="docs/cs/a.md")


def states(czech: str, english: str = ENGLISH) -> dict[str, State]:
    return {one.id: one.state for one in state(czech, english).sections}


def test_a_page_that_was_made_from_the_english_of_now_is_current():
    assert {State.CURRENT} == {*states(CZECH).values()}
    assert state(CZECH).is_current


def test_another_english_word_makes_its_section_stale_and_no_other():
    found = states(CZECH, ENGLISH.replace("Minus.", "Minus it is."))

    assert {"formula"} == {name for name, one in found.items() if one is State.STALE}


def test_another_english_title_makes_title_and_description_stale():
    assert State.STALE is states(CZECH, ENGLISH.replace("title: Score", "title: Points"))[META]


def test_a_change_of_the_translation_leaves_a_stale_section_stale():
    english = ENGLISH.replace("Minus.", "Minus it is.")

    assert State.STALE is states(CZECH.replace("Minus.", "Mínus."), english)["formula"]


def test_a_section_that_moves_keeps_its_state():
    head, formula, limits = (CZECH.partition("## Vzorec")[0], *CZECH.split("## ")[1:])

    assert {State.CURRENT} == {*states(f"{head}## {limits}\n## {formula}").values()}


@pytest.mark.parametrize(
    ("marker", "expected"),
    [(" data-en=todo", State.UNTRANSLATED), (" data-en=own", State.OWN), ("", State.UNKNOWN)],
)
def test_a_marker_says_what_else_a_section_is(marker: str, expected: State):
    czech = CZECH.replace(f" data-en={MARKS['limits']}", marker)

    assert expected is states(czech)["limits"]


def test_a_new_english_section_is_missing_in_the_translation():
    new = "\n## Sources { #sources }\n\nNone.\n"

    assert State.NEW is states(CZECH, ENGLISH + new)["sources"]


def test_a_section_that_english_lacks_is_gone_unless_it_is_our_own():
    assert State.GONE is states(f"{CZECH}\n## Dodatek {{ #more }}\n")["more"]
    assert State.OWN is states(f"{CZECH}\n## Dodatek {{ #more data-en=own }}\n")["more"]


def test_an_english_section_with_another_id_is_recognised_by_its_words():
    found = state(CZECH, ENGLISH.replace("#limits", "#borders"))

    (renamed,) = [one for one in found.sections if one.state is State.RENAMED]
    assert "borders" == renamed.id
    assert f"## Meze {{ #borders data-en={MARKS['limits']} }}" == line_to_paste(renamed)
    assert not found.count(State.NEW, State.GONE)


def test_a_page_that_nobody_has_begun_waits_with_all_its_sections():
    found = page_state(
        read_sections(ENGLISH, "docs/en/a.md"), None, tag="cs", path="a.md", file="docs/cs/a.md"
    )

    assert (4, False) == (found.count(State.UNTRANSLATED), found.is_current)


# Markers as they are written


def test_a_marker_is_written_and_nothing_else_changed():
    page = read_sections(CZECH, "a.md")

    written = with_markers(CZECH, page, {"formula": "1234567", META: "7654321"})

    expected = CZECH.replace(MARKS["formula"], "1234567").replace(MARKS[META], "7654321")
    assert expected == written


def test_a_first_marker_stands_behind_the_id():
    text = "---\ntitle: A\n---\n\n# A { #a .wide }\n\n## B {#b}\n"

    written = with_markers(
        text, read_sections(text, "a.md"), {"a": "1" * 7, "b": "own", META: "2" * 7}
    )

    head, first, second = written.split("\n\n")
    assert "---\ntitle: A\nen: 2222222\n---" == head
    assert "# A { #a .wide data-en=1111111 }" == first
    assert "## B {#b data-en=own }\n" == second


def test_line_ends_stay_as_they_are():
    text = "---\r\ntitle: A\r\n---\r\n\r\n# A { #a }\r\n"

    written = with_markers(text, read_sections(text, "a.md"), {"a": "own", META: "todo"})

    assert "---\r\ntitle: A\r\nen: todo\r\n---\r\n\r\n# A { #a data-en=own }\r\n" == written


@pytest.mark.parametrize("marker", ["4F2A91C", "4f2a91", "yes", "https://x.example"])
def test_a_marker_that_nobody_can_have_meant_is_told_with_what_may_stand_there(marker: str):
    czech = CZECH.replace(f"data-en={MARKS['formula']}", f"data-en={marker}")

    (fault,) = marker_faults(read_page(czech, "a.md").headings, front_matter(czech), "a.md")

    assert 10 == fault.place.line
    assert f"'data-en={marker}' does not say from which English text" in str(fault)
    assert "7 digits from 0 to f, 'todo', 'own'" in str(fault)


def test_the_line_to_paste_is_told_at_its_place():
    english = ENGLISH.replace("Minus.", "Minus it is.").replace("title: Score", "title: Points")
    language = LanguageState("cs", "Čeština", (state(CZECH, english),), ())
    wanted = {one.id: one.fingerprint for one in read_sections(english, "en.md").sections}

    title, formula = state_faults([language])

    assert ("docs/cs/a.md", 2) == (title.place.file, title.place.line)
    assert title.fix.endswith(f"replace this line with: en: {wanted[META]}")
    assert 10 == formula.place.line
    line = f"## Vzorec {{ #formula data-en={wanted['formula']} }}"
    assert formula.fix.endswith(f"replace this line with: {line}")


def test_a_build_stops_at_a_marker_that_nobody_can_have_meant():
    czech = CZECH.replace(f"data-en={MARKS['formula']}", "data-en=4F2A91C")

    (fault,) = structure_faults(czech, "a.md", original=ENGLISH, original_file="en.md")

    assert "'data-en=4F2A91C' does not say" in str(fault)


def test_a_marker_on_an_english_page_is_a_fault():
    english = ENGLISH.replace("#formula }", "#formula data-en=todo }")

    (fault,) = structure_faults(english, "en.md", translations=[(CZECH, "a.md")])

    assert "remove 'data-en=todo'; it belongs to translations" in str(fault)


def test_a_missing_section_has_a_line_to_paste_as_well():
    new = "\n## Sources { #sources }\n\nNone.\n"

    (missing,) = [one for one in state(CZECH, ENGLISH + new).sections if one.state is State.NEW]

    assert line_to_paste(missing).startswith("## Sources { #sources data-en=")
