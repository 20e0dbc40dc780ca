"""Footnotes and their references are not lost in a translation."""

from __future__ import annotations

from translations.translated_page import faults

PAGE = "# A { #a }\n\nA claim.[^bain] Another.[^nps]\n\n[^bain]: Bain.\n[^nps]: Other words.\n"


def test_footnotes_may_stand_elsewhere_and_in_other_words() -> None:
    text = "# A { #a }\n\n[^nps]: Jiná slova.\n\nTvrzení[^nps] a[^bain] konec.\n\n[^bain]: B.\n"

    assert [] == faults(text, PAGE)


def test_a_lost_footnote_is_told_at_its_reference_and_in_its_section() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:9: there is no footnote for the reference '[^bain]'\n"
            "  fix: write it, beginning with '[^bain]:'"
        ),
        (
            "docs/cs/nps.md:1:1: the footnote '[^bain]' of docs/en/nps.md:5 is missing here\n"
            "  fix: translate it into this section, beginning with '[^bain]:'"
        ),
    ]
    assert expected == faults(PAGE.replace("[^bain]: Bain.\n", ""), PAGE)


def test_a_lost_reference_is_told() -> None:
    expected = [
        (
            "docs/cs/nps.md:1:1: the reference '[^nps]' of docs/en/nps.md:3 is missing here\n"
            "  fix: write '[^nps]' behind the words that it belongs to"
        )
    ]
    assert expected == faults(PAGE.replace("Another.[^nps]", "Another."), PAGE)


def test_a_mistyped_reference_is_told_with_the_label_that_is_meant() -> None:
    found = faults(PAGE.replace("claim.[^bain]", "claim.[^bian]"), PAGE)

    assert "docs/cs/nps.md:3:9: there is no footnote for the reference '[^bian]'" in found[0]
    assert "fix: write '[^bain]'" in found[0]


def test_a_footnote_of_the_translator_is_no_fault() -> None:
    assert [] == faults(PAGE + "[^cs]: Note.\n\nMore.[^cs]\n", PAGE)


def test_brackets_with_a_caret_are_no_reference_where_there_are_no_footnotes() -> None:
    assert [] == faults("# A { #a }\n\nAll but [^abc].\n", "# A { #a }\n\nText.\n")
