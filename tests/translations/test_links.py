"""The links of a translated section lead to where those of the English one lead."""

from __future__ import annotations

import pytest

from translations.translated_page import remarks

PAGE = (
    "# A { #a }\n\nSee [effort](ces.md#limits), [words](../b.md) or [us](https://en.a.example/x).\n"
)


@pytest.mark.parametrize(
    ("english", "czech"),
    [
        ("[effort](ces.md#limits), [words](../b.md)", "[slova](../b.md), [úsilí](ces.md#limits)"),
        ("ces.md", "./ces.md"),
        ("https://en.a.example/x", "https://cs.a.example/stranka"),
        ("https://en.a.example/x", "https://www.a.example/"),
    ],
)
def test_links_to_the_same_places_need_not_look_the_same(english: str, czech: str) -> None:
    assert [] == remarks(PAGE.replace(english, czech), PAGE)


def test_a_lost_link_is_a_warning_with_the_words_to_link() -> None:
    expected = [
        (
            "docs/cs/nps.md:1:1: warning: the link to 'ces.md#limits' of docs/en/nps.md:3 "
            "is missing in this section [links]\n"
            "  fix: write '[...](ces.md#limits)' around the words for 'effort'"
        )
    ]
    assert expected == remarks(PAGE.replace("[effort](ces.md#limits)", "úsilí"), PAGE)


def test_a_link_that_english_lacks_is_a_warning() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:84: warning: the link to 'c.md' does not stand "
            "in this section of docs/en/nps.md [links]\n"
            "  fix: write 'C' without the link, or add it in every language"
        )
    ]
    assert expected == remarks(PAGE.replace("x).", "x). [C](c.md)"), PAGE)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("ces.md#limity", "leads to another section; docs/en/nps.md:3 has 'ces.md#limits'"),
        ("ces.md", "leads to another section; docs/en/nps.md:3 has 'ces.md#limits'"),
        ("csat.md#limits", "leads elsewhere; docs/en/nps.md:3 has 'ces.md#limits'"),
        ("../en/ces.md#limits", "leads out of docs/cs; docs/en/nps.md:3 has 'ces.md#limits'"),
        ("../th/ces.md", "leads out of docs/cs; docs/en/nps.md:3 has 'ces.md#limits'"),
    ],
)
def test_a_link_to_elsewhere_is_told_with_what_to_write(target: str, told: str) -> None:
    text = PAGE.replace("[effort](ces.md#limits)", f"[úsilí]({target})")

    expected = (
        f"docs/cs/nps.md:3:13: warning: the link to {target!r} {told} [links]\n"
        "  fix: write '[úsilí](ces.md#limits)'"
    )
    assert [expected] == remarks(text, PAGE)


def test_another_host_is_told() -> None:
    (told,) = remarks(PAGE.replace("en.a.example", "b.example"), PAGE)

    assert "the link to 'https://b.example/x' leads elsewhere" in told


def test_sections_are_compared_one_by_one() -> None:
    page = "# A { #a }\n\n[B](b.md)\n\n## C { #c }\n\n[D](d.md)\n"

    assert 2 == len(remarks(page.replace("b.md", "x.md").replace("d.md", "b.md"), page))


def test_a_page_whose_headings_are_at_fault_has_no_remarks() -> None:
    assert [] == remarks(PAGE.replace("{ #a }", "").replace("../b.md", "c.md"), PAGE)
