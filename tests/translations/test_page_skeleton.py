"""A page to begin with is a page at once, whole or as an outline."""

from __future__ import annotations

import pytest

from cxguide.translations.fallback import LONGEST_TEXT, new_file_url
from cxguide.translations.page_skeleton import new_translation, outline
from cxguide.translations.structure import structure_faults
from guide_site import PATHS, ROOT

PAGES = pytest.mark.parametrize("path", [f"docs/en/{path or 'index'}.md" for path in PATHS])


@PAGES
def test_both_have_the_shape_of_the_english_page(path: str):
    english = (ROOT / path).read_text("utf-8")

    for made in (new_translation(english, "docs/hr/a.md"), outline(english)):
        faults = structure_faults(made, "docs/hr/a.md", original=english, original_file=path)
        assert [] == [*map(str, faults)]


@PAGES
def test_an_outline_fits_into_an_address(path: str):
    english = (ROOT / path).read_text("utf-8")

    address = new_file_url("https://a.example/b", "edit/main/docs/", "hr", "a.md", outline(english))

    assert "&value=" in str(address)
    assert len(str(address)) < LONGEST_TEXT + 200


def test_a_page_that_is_begun_has_no_review_and_no_words_of_english_readers():
    head = "title: A\nkeywords:\n- b\n  - c\nreviewed: 2026-03-31\ndescription: D\n"
    english = f"---\n{head}---\n\n# A {{ #a }}\n\nreviewed: never\n"

    made = new_translation(english, "a.md")

    assert made.startswith("---\ntitle: A\ndescription: D\nen: todo\n---\n\n# A {")
    assert made.endswith("\n\nreviewed: never\n")
