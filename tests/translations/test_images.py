"""A translated page has the images of the English one, with words for who does not see them."""

from __future__ import annotations

import pytest

from cxguide.translations.structure import structure_faults
from translations.translated_page import faults

PAGE = "# A { #a }\n\n![One](../one.png)\n\n## B { #b }\n\n![Two](two.png) ![Three](three.png)\n"


def test_the_same_images_with_other_words_are_no_fault() -> None:
    assert [] == faults(PAGE.replace("One", "Jedna").replace("(two", "(./two"), PAGE)


def test_another_image_is_told_with_what_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:8: the image 'too.png' stands where docs/en/nps.md:7 has 'two.png'\n"
            "  fix: write '![Two](two.png)'"
        )
    ]
    assert expected == faults(PAGE.replace("two", "too"), PAGE)


def test_a_lost_image_is_told_in_its_section() -> None:
    expected = [
        (
            "docs/cs/nps.md:5:1: the image 'two.png' of docs/en/nps.md:7 is missing here\n"
            "  fix: write '![(translate: Two)](two.png)' in this section, "
            "or remove it in every language"
        )
    ]
    assert expected == faults(PAGE.replace("![Two](two.png) ", ""), PAGE)


def test_an_image_that_english_lacks_is_told() -> None:
    (told,) = faults(PAGE + "\n![Four](four.png)\n", PAGE)

    assert "docs/cs/nps.md:9:9: the image 'four.png' does not stand at this place" in told


def test_images_in_another_order_are_told() -> None:
    swapped = PAGE.replace("two", "x").replace("three", "two").replace("x.png", "three.png")

    assert 2 == len(faults(swapped, PAGE))


def test_an_image_that_lost_its_words_is_told() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:5: the image '../one.png' has no words for who does not see it; "
            "in English they are 'One'\n"
            "  fix: write '![(translate: One)](../one.png)'"
        )
    ]
    assert expected == faults(PAGE.replace("[One]", "[]"), PAGE)


@pytest.mark.parametrize("translations", [2, 1])
def test_an_image_that_all_translations_have_is_told_in_english_once(translations: int) -> None:
    twins = [(PAGE, f"docs/{tag}/a.md") for tag in ("cs", "th")[:translations]]

    told = structure_faults(
        PAGE.replace("![One](../one.png)", ""), "docs/en/a.md", translations=twins
    )

    assert translations - 1 == len(told)
