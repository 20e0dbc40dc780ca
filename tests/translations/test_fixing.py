"""What a machine can mend is mended, told with its line, and no word is touched."""

from __future__ import annotations

import pytest

from cxguide.translations.fixing import Fixed
from translations.translated_page import CZECH, ENGLISH, fixed, told_by

FENCE = "```calculator\nmetric: nps\n```\n"
LINKS = "# A { #a }\n\nSee [b](#new) and [c](c.md#there).\n\n## B { #new }\n\n![One](one.png)\n"


@pytest.mark.parametrize("page", [CZECH, CZECH.replace("\n", "\r\n"), CZECH.rstrip("\n"), ""])
def test_a_page_without_faults_is_the_very_same(page: str) -> None:
    assert Fixed(page) == fixed(page, ENGLISH)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{ #formula data-en=d00bd4e }", "{ data-en=d00bd4e }"),
        ("{ #formula data-en=d00bd4e }", "{ #formula data-en=d00bd4e }}"),
        ("#formula", "#vzorec"),
        ("#formula", "#výpočet"),
        ("#formula", "#map"),
        ("### Kroky { #steps }", "Kroky\n-----"),
        ("### Kroky", "## Kroky"),
        ("{ #map .wide }", "{ #map }"),
        ("{ #map .wide }", "{ #mapa .wied }"),
        (FENCE, FENCE.replace("nps", "csat")),
        (FENCE, FENCE.replace("nps", "nps\ninputs: {a: 1}")),
        (f"{FENCE}\n", ""),
        ("rows: [emotion]\nmap: retailer", "map: retailer\nrows: [stages]"),
    ],
)
def test_a_slip_is_taken_back_and_what_data_en_says_stays(right: str, wrong: str) -> None:
    done = fixed(CZECH.replace(right, wrong), ENGLISH)

    assert Fixed(done.text) == fixed(done.text, ENGLISH)
    assert sorted(CZECH.split()) == sorted(done.text.split())
    assert 1 == len(done.repairs)


def test_repairs_are_told_with_the_lines_of_the_page_as_it_was() -> None:
    text = CZECH.replace(f"{FENCE}\n", "").replace("### Kroky", "## Kroky")

    assert [
        "docs/cs/nps.md:8:1: the calculator of docs/en/nps.md:9 is here again",
        "docs/cs/nps.md:9:1: '## Kroky { #steps }' is now '### Kroky { #steps }'",
    ] == told_by(fixed(text, ENGLISH))


def test_a_heading_without_id_is_known_by_what_stands_below_it() -> None:
    english = "# A { #a }\n\n## B { #b }\n\nIn 2026.\n\n## C { #c }\n\nOf [it](d.md).\n"
    czech = "# A { #a }\n\n## Cé\n\nZ [toho](d.md).\n"

    assert "## Cé { #c }\n" in fixed(czech, english).text


def test_a_section_that_english_does_not_have_keeps_its_id() -> None:
    english = "# A { #a }\n\n## B { #b }\n\nIn 2026 and `x`.\n"
    czech = "# A { #a }\n\n## Cé { #c }\n\nZ [toho](d.md).\n"

    assert Fixed(czech) == fixed(czech, english)


@pytest.mark.parametrize("marker", ["own", "1a2b3c4"])
def test_a_section_of_its_own_stays_as_it_is(marker: str) -> None:
    own = f"## Česko {{ #czechia data-en={marker} }}\n\n{FENCE}\n## Mapa"
    text = CZECH.replace("## Mapa", own)

    assert text == fixed(text, ENGLISH).text


def test_links_to_an_id_that_changed_in_english_follow_it() -> None:
    text = LINKS.replace("#new", "#old").replace("#there", "#before")
    done = fixed(text, LINKS)

    assert LINKS == done.text
    assert [
        "docs/cs/nps.md:3:1: '#old' is now '#new', 'c.md#before' is now 'c.md#there'",
        "docs/cs/nps.md:5:1: '## B { #old }' is now '## B { #new }'",
    ] == told_by(done)


def test_a_link_into_another_language_comes_home() -> None:
    assert LINKS == fixed(LINKS.replace("(c.md", "(../en/c.md"), LINKS).text


def test_of_several_links_to_a_page_none_is_guessed() -> None:
    page = "# A { #a }\n\n[One](b.md#one) and [two](b.md#two)\n"
    text = page.replace("#one", "#jedna").replace("#two", "#dva")

    assert Fixed(text) == fixed(text, page)


def test_a_link_that_may_be_meant_stays() -> None:
    text = LINKS.replace("c.md#there", "law.md")

    assert Fixed(text) == fixed(text, LINKS)


def test_the_path_of_an_image_is_mended_and_its_words_stay() -> None:
    done = fixed(LINKS.replace("![One](one.png)", "![Jedna](jedna.png)"), LINKS)

    assert "![Jedna](one.png)" in done.text


def test_images_that_changed_places_stay_with_their_words() -> None:
    page = "# A { #a }\n\n![One](1.png)\n\n![Two](2.png)\n"
    text = page.replace("![One](1.png)", "![Two](2.png)", 1).replace(
        "Two](2.png)\n\n![Two](2", "Two](2.png)\n\n![One](1"
    )

    assert Fixed(text) == fixed(text, page)


def test_amounts_of_money_stay_and_other_values_come_from_english() -> None:
    fence = "```calculator\nmetric: clv\ninputs: {n: 2}\nmoney: {value: 740, cost: 3}\n```\n"
    english = f"# A {{ #a }}\n\n{fence}"
    czech = english.replace("n: 2", "n: 3").replace("value: 740, cost: 3", "value: 14800")

    done = fixed(czech, english)

    assert english.replace("740", "14800") == done.text
    assert ["docs/cs/nps.md:3:1: the calculator is that of docs/en/nps.md:3 again"] == told_by(done)


def test_a_calculator_in_the_wrong_section_goes_home_with_its_money() -> None:
    fence = "```calculator\nmetric: clv\nmoney: {value: 740}\n```\n"
    english = f"# A {{ #a }}\n\nOne.\n\n{fence}\n## B {{ #b }}\n\nTwo.\n"
    czech = english.replace(f"{fence}\n", "") + "\n" + fence.replace("740", "14800")

    assert english.replace("740", "14800") == fixed(czech, english).text.rstrip("\n") + "\n"


def test_lost_code_stands_again_where_it_stands_in_english() -> None:
    english = "# A { #a }\n\nOne.\n\n```sh\ncx\n```\n\nTwo.\n\n- a\n- b\n"
    czech = "# A { #a }\n\nJeden.\n\nDva.\n\n- a\n- b\n"

    assert "Jeden.\n\n```sh\ncx\n```\n\nDva." in fixed(czech, english).text


def test_a_fence_in_a_list_is_left_to_the_editor() -> None:
    english = "# A { #a }\n\n1. One.\n\n    ```sh\n    cx\n    ```\n"
    czech = "# A { #a }\n\n1. Jeden.\n"

    assert Fixed(czech) == fixed(czech, english)


def test_code_with_a_title_hinders_no_repair() -> None:
    page = '# A { #a }\n\n```sh title="x"\ncx\n```\n\n```py\nx\n```\n'

    assert page == fixed(page.replace("\n```py\nx\n```\n", ""), page).text


def test_ends_of_lines_are_those_of_the_page() -> None:
    text = CZECH.replace(f"{FENCE}\n", "").replace("\n", "\r\n")

    assert CZECH.replace("\n", "\r\n") == fixed(text, ENGLISH).text


def test_other_repairs_come_after_these() -> None:
    done = fixed(CZECH.replace("### Kroky", "## Kroky"), ENGLISH)
    both = done.then(lambda text: Fixed(text.replace("Skóre", "Výsledek"), done.repairs))

    assert CZECH.replace("Skóre", "Výsledek") == both.text
    assert 2 == len(both.repairs)
