from __future__ import annotations

from pathlib import Path

from lxml import html

from cxguide.core.catalogs import Texts
from cxguide.glossary import Page, glossary_html
from cxguide.site.reordering import in_places
from glossary_texts import glossary_of, texts_of

GLOSSARY = """terms:
  - {id: churn-rate, term: churn rate, definition: Share of those who left., pages: [churn, clv]}
  - {id: goal, term: goal, definition: What is wanted.}
  - {id: vision, term: vision, short: V, definition: Where to go.}
  - {id: persona, term: persona, definition: A typical customer., draft: true}
"""
CZECH = {"churn_rate": "míra odchodu", "goal": "cíl", "vision": "vize", "persona": "persona"}
SERBIAN = {"churn_rate": "стопа одлива", "goal": "циљ", "vision": "визија", "persona": "персона"}
PAGES = {
    "churn": Page("Odchod zákazníků", "../../metrics/churn/"),
    "clv": Page("Lifetime value", "../../metrics/clv/", is_english=True),
}


def listed(folder: Path, texts: Texts, *, has_latin: bool = False) -> str:
    return glossary_html(glossary_of(folder, GLOSSARY), texts, PAGES, has_latin=has_latin)


def names(text: str) -> list[str]:
    return [name.text for name in html.fromstring(text).cssselect("dt b")]


def letters(text: str) -> list[str]:
    return [one.text for one in html.fromstring(text).cssselect("nav a")]


def test_terms_stand_in_the_order_of_the_language(tmp_path: Path):
    in_english, in_czech = (
        names(listed(tmp_path, texts)) for texts in (texts_of("en"), texts_of("cs", **CZECH))
    )

    assert ["churn rate", "goal", "persona", "vision"] == in_english
    assert ["cíl", "míra odchodu", "persona", "vize"] == in_czech


def test_every_letter_leads_to_its_terms(tmp_path: Path):
    page = html.fromstring(listed(tmp_path, texts_of("cs", **CZECH)))

    for link in page.cssselect("nav a"):
        assert link.text == page.get_element_by_id(link.get("href")[1:]).text
    assert ["C", "M", "P", "V"] == [link.text for link in page.cssselect("nav a")]


def test_the_english_term_stands_beside_one_that_differs(tmp_path: Path):
    page = html.fromstring(listed(tmp_path, texts_of("cs", **CZECH)))

    beside = {dt.find("b").text: dt.xpath("string(span[@lang='en'])") for dt in page.iter("dt")}
    assert {"cíl": "goal", "míra odchodu": "churn rate", "persona": "", "vize": "vision"} == beside
    assert [] == html.fromstring(listed(tmp_path, texts_of("en"))).cssselect("dt span")


def test_a_term_has_an_address_of_its_own_and_leads_to_its_pages(tmp_path: Path):
    page = html.fromstring(listed(tmp_path, texts_of("cs", **CZECH)))

    links = page.get_element_by_id("term-churn-rate").cssselect("a")

    assert [
        ("../../metrics/churn/", "Odchod zákazníků", None),
        ("../../metrics/clv/", "Lifetime value", "en"),
    ] == [(link.get("href"), link.text, link.get("lang")) for link in links]
    assert [] == page.get_element_by_id("term-goal").cssselect("a")


def test_an_abbreviation_stands_behind_its_term(tmp_path: Path):
    page = html.fromstring(listed(tmp_path, texts_of("en")))

    assert "vision (V)" == page.get_element_by_id("term-vision").find("dt").text_content()


def test_english_shown_for_want_of_a_translation_says_so(tmp_path: Path):
    page = html.fromstring(listed(tmp_path, texts_of("cs", **CZECH)))

    definitions = [dd.get("lang") for dd in page.cssselect("dd:not([class])")]

    assert ["en"] * 4 == definitions
    assert [] == html.fromstring(listed(tmp_path, texts_of("en"))).cssselect("dt [lang], dd[lang]")


def test_a_serbian_list_can_be_put_into_the_order_of_latin_letters(tmp_path: Path):
    cyrillic = listed(tmp_path, texts_of("sr", **SERBIAN), has_latin=True)
    latin = in_places(cyrillic)

    assert ["визија", "персона", "стопа одлива", "циљ"] == names(cyrillic)
    assert ["циљ", "персона", "стопа одлива", "визија"] == names(latin)
    assert (["В", "П", "С", "Ц"], ["Ц", "П", "С", "В"]) == (letters(cyrillic), letters(latin))


def test_terms_in_latin_letters_stand_among_the_others_in_latin(tmp_path: Path):
    mixed = SERBIAN | {"vision": "CLV", "goal": "четбот", "persona": "циљ", "churn_rate": "W3C"}
    cyrillic = listed(tmp_path, texts_of("sr", **mixed), has_latin=True)
    latin = in_places(cyrillic)

    assert ["циљ", "четбот", "CLV", "W3C"] == names(cyrillic)
    assert ["циљ", "CLV", "четбот", "W3C"] == names(latin)
    assert (["Ц", "Ч", "C", "W"], ["Ц", "Ч", "W"]) == (letters(cyrillic), letters(latin))
    assert "data-cx" not in latin.replace("data-cx-list", "")


def test_a_list_says_no_places_where_nobody_needs_them(tmp_path: Path):
    assert "data-cx-place" not in listed(tmp_path, texts_of("sr", **SERBIAN))


def test_what_is_written_is_shown_and_not_run(tmp_path: Path):
    glossary = glossary_of(tmp_path, GLOSSARY.replace("What is wanted.", "<script>x</script>"))

    page = html.fromstring(glossary_html(glossary, texts_of("en"), PAGES, has_latin=False))

    assert [] == page.cssselect("script")
    assert "<script>x</script>" in page.text_content()
