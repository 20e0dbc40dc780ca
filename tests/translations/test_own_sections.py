"""A section that stands in one language alone, or is not translated yet, is marked so."""

from __future__ import annotations

from translations.translated_page import CZECH, ENGLISH, faults, remarks

OWN = "## Česko { #czechia data-en=own }\n\n```calculator\nmetric: csat\n```\n\n## Mapa"


def test_a_section_of_its_own_is_no_fault() -> None:
    text = CZECH.replace("## Mapa", OWN)

    assert [] == faults(text, ENGLISH)
    assert [] == remarks(text, ENGLISH)


def test_a_section_of_its_own_hides_no_fault_of_its_neighbours() -> None:
    text = CZECH.replace("## Mapa", OWN)

    assert 1 == len(faults(text.replace("### Kroky", "#### Kroky"), ENGLISH))
    assert 1 == len(faults(text.replace("map: retailer", "map: clinic"), ENGLISH))


def test_a_table_before_a_section_of_its_own_is_compared() -> None:
    page = "# A { #a }\n\n| A |\n| --- |\n| b |\n| c |\n\n## B { #b }\n"
    text = page.replace("| c |\n", "").replace("## B", "## C { #c data-en=own }\n\n## B")

    (told,) = faults(text, page)

    assert "this table has 1 row, that of docs/en/nps.md:3 has 2" in told


def test_a_missing_section_before_one_of_its_own_is_told_before_the_next_shared_one() -> None:
    (told,) = faults(CZECH.replace("### Kroky { #steps }\n\n## Mapa", OWN), ENGLISH)

    assert "the section 'steps' of docs/en/nps.md:13 is missing here" in told


def test_a_section_that_is_not_translated_yet_has_neither_faults_nor_remarks() -> None:
    page = "# A { #a data-en=todo }\n\nOne [link](b.md).\n\n```calculator\nmetric: nps\n```\n"

    assert [] == remarks("# A { #a data-en=todo }\n", page)
    assert [] == faults("# A { #a data-en=todo }\n", page)
