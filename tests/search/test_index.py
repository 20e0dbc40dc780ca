from __future__ import annotations

import json
from typing import Any

import pytest

from cxguide.core.languages import Language
from cxguide.search.analyzer import Analyzer
from cxguide.search.index import INDEX, MOST_SECTIONS, SHARD_CHARS, index_files
from cxguide.search.rules import rules_for
from cxguide.search.sections import PageText, Section
from cxguide.search.weights import Weigher

ANALYZER = Analyzer(rules_for(Language("en")))


def files(
    *pages: PageText, labels: dict[str, str] | None = None, same: tuple[tuple[str, ...], ...] = ()
) -> dict[str, Any]:
    texts = index_files(pages, ANALYZER, labels=labels or {}, settings={"a": 1}, same=same)
    edition = json.loads(texts[INDEX])["edition"]
    return {name.replace(f"-{edition}", ""): json.loads(text) for name, text in texts.items()}


def page(address: str, title: str, text: str = "", **values: str) -> PageText:
    return PageText(address, (Section("", "page", title, text, **values),))


def impacts(found: dict[str, Any], word: str) -> dict[int, int]:
    """What the index says about a word, by the number of the section."""
    term = ANALYZER.term(word)
    for name, shard in found.items():
        if name.startswith("terms-") and term in shard["terms"]:
            numbers = shard["sections"][shard["terms"].index(term)]
            at, said = 0, {}
            for distance, impact in zip(numbers[::2], numbers[1::2], strict=True):
                at += distance
                said[at] = impact
            return said
    return {}


def test_the_first_file_says_what_there_is():
    two = PageText("b/", (Section("", "page", "B"), Section("x", "term", "Y")))

    head = files(page("a/", "A"), two)[INDEX]

    assert {"a": 1, "sections": 3, "lengths": [1, 2], "kinds": "ppt"}.items() <= head.items()
    assert head["most"] == MOST_SECTIONS


def test_a_page_is_kept_as_it_is_shown():
    found = files(PageText("a/", (Section("", "page", "Á", "Text\ntwo"), Section("x", "map", "M"))))

    sections = [["", "page", "Á", "Text\ntwo"], ["x", "map", "M", ""]]
    assert {"address": "a/", "names": [], "sections": sections} == found["page-0.json"]


def test_a_page_tells_where_words_of_other_languages_stand_as_browsers_count_signs():
    whole = Section("", "page", "Míra churn", foreign_title=[(5, 10, "en")])
    part = Section(
        "x", "section", "B", "\N{GRINNING FACE} churn a NPS", foreign=[(2, 7, "en"), (10, 13, "de")]
    )

    found = files(PageText("a/", (whole, part)))

    one, two = found["page-0.json"]["sections"]
    assert [{}, {"en": [5, 10]}] == one[4:]
    assert [{"en": [3, 8], "de": [11, 14]}] == two[4:]


def test_a_page_says_what_else_it_is_called():
    term = Section("term-x", "term", "attrition", keywords="leaving", leads_to=["../churn/"])
    glossary = PageText("glossary/", (Section("", "page", "G"), term))
    found = files(page("churn/", "Lost", keywords="defection, attrition"), glossary)

    assert ["defection", "attrition", "leaving"] == found["page-0.json"]["names"]


def test_a_word_in_a_title_says_more_than_one_in_a_text():
    said = impacts(
        files(page("a/", "Churn"), page("b/", "B", "churn here"), page("c/", "C")), "churn"
    )

    assert said[0] > said[1] > 0
    assert 2 not in said


def test_a_rare_word_says_more_than_a_frequent_one():
    pages = [page(f"{n}/", f"P{n}", "often" + (" rarely" if n == 0 else "")) for n in range(9)]
    found = files(*pages)

    assert impacts(found, "rarely")[0] > impacts(found, "often")[0]


def test_other_names_of_a_page_find_it():
    assert [0] == [*impacts(files(page("a/", "CLV", keywords="LTV"), page("b/", "B")), "ltv")]


def test_a_term_of_a_glossary_leads_to_the_page_that_explains_it():
    glossary = PageText(
        "reference/glossary/",
        (
            Section("", "page", "Glossary"),
            Section(
                "term-x", "term", "attrition", keywords="leaving", leads_to=["../../churn/#rate"]
            ),
        ),
    )
    found = files(page("churn/", "Lost customers"), glossary)

    assert {0, 2} == set(impacts(found, "attrition"))
    assert {0, 2} == set(impacts(found, "leaving"))


def test_a_home_page_can_explain_a_term():
    glossary = PageText(
        "glossary/", (Section("", "page", "G"), Section("term-x", "term", "cx", leads_to=["../"]))
    )

    assert 0 in impacts(files(page("", "Home"), glossary), "cx")


def test_the_kind_of_a_thing_is_a_word_for_it():
    thing = PageText("a/", (Section("", "page", "A"), Section("c", "calculator", "NPS")))

    assert [1] == [*impacts(files(thing, labels={"calculator": "Calculator"}), "calculator")]


def test_a_page_that_counts_less_says_less_with_its_text():
    low = PageText("b/", (Section("", "page", "B", "share of all"),), boost=0.5)
    others = [page(f"{n}/", "Other") for n in range(9)]
    said = impacts(files(page("a/", "A", "share of all"), low, *others), "share")

    assert said[1] < said[0]


def test_terms_are_sorted_and_cut_into_files_of_like_size():
    words = " ".join(f"word{n}x" for n in range(3000))
    found = files(page("a/", "A", words))
    shards = [found[f"terms-{n}.json"] for n in range(len(found) - 2)]
    terms = [term for shard in shards for term in shard["terms"]]

    assert sorted(terms) == terms
    assert len(shards) > 3
    assert [shard["terms"][0] for shard in shards] == found[INDEX]["shards"]
    assert all(len(json.dumps(shard)) < 4 * SHARD_CHARS for shard in shards)


def test_of_a_word_that_is_everywhere_the_best_places_are_kept():
    pages = [page(f"{n}/", "The" if n == MOST_SECTIONS + 50 else "P", "the") for n in range(1600)]
    said = impacts(files(*pages), "the")

    assert MOST_SECTIONS == len(said)
    assert MOST_SECTIONS + 50 in said


def test_terms_are_shown_by_their_most_frequent_word():
    found = files(page("a/", "A", "surveys surveys survey"))
    shard = found["terms-0.json"]

    assert "surveys" == shard["shown"][shard["terms"].index("surv")]


@pytest.mark.parametrize("link", ["../clv.html", "../clv.html#how", "../index.html", "./more.html"])
def test_links_to_files_lead_to_the_page_that_explains_a_term(link: str):
    term = Section("term-x", "term", "attrition", leads_to=[link])
    glossary = PageText("reference/glossary.html", (Section("", "page", "Glossary"), term))
    target = {"../index.html": "index.html", "./more.html": "reference/more.html"}
    found = files(page(target.get(link, "clv.html"), "A"), glossary)

    assert {0, 2} == set(impacts(found, "attrition"))


def test_the_description_of_the_site_is_not_that_of_a_page():
    shared = [page(f"{n}/", "A", description="All of it") for n in range(2)]
    found = files(*shared, page("own/", "B", description="Own words"))

    assert {} == impacts(found, "all")
    assert [2] == [*impacts(found, "own")]


def test_every_file_is_named_by_the_edition():
    texts = index_files([page("a/", "A")], ANALYZER, labels={}, settings={})
    edition = json.loads(texts[INDEX])["edition"]

    assert {INDEX, f"terms-{edition}-0.json", f"page-{edition}-0.json"} == texts.keys()


def test_another_text_is_another_edition():
    one, two = (files(page("a/", "A", text))[INDEX]["edition"] for text in ("x", "y"))

    assert one != two


def test_a_word_finds_a_text_with_another_word_for_it_but_says_less_there():
    found = files(
        page("a/", "A", "A parcel came"),
        page("b/", "B", "A package came"),
        *(page(f"{n}/", "P") for n in range(9)),
        same=(("parcel", "package"),),
    )
    said = impacts(found, "parcel")

    assert said[0] > said[1] > 0
    assert [0, 1] == [*said]


def test_words_for_the_same_may_be_several():
    same = (("landing page", "entry"),)
    found = files(page("a/", "A", "the landing page"), page("b/", "B", "a page"), same=same)

    assert [0] == [*impacts(found, "entry")]


def test_a_word_that_stands_nowhere_is_shown_as_it_is_listed():
    found = files(page("a/", "A", "clients"), same=(("clients", "buyers"),))
    shard = found["terms-0.json"]

    assert "buyers" in shard["shown"] + shard["terms"]


def test_what_other_pages_call_a_section_finds_it():
    linking = Section("", "page", "A", "Why they go", links=[("../b/#chain", "Why they go")])
    target = PageText("b/", (Section("", "page", "B"), Section("chain", "section", "Links")))

    assert {0, 2} == set(impacts(files(PageText("a/", (linking,)), target), "go"))


def linking(*links: tuple[str, str]) -> PageText:
    """A page without words of its own that says something of other places."""
    return PageText("a/", (Section("", "page", "A", links=[*links]),))


@pytest.mark.parametrize(
    "link", ["../b/?n=1#%C5%BE", "../b/?n=1#ž", "../b/#ž", "../b/index.html#%c5%be", "/b/#ž"]
)
def test_a_link_means_its_place_however_it_says_it(link: str):
    target = PageText("b/", (Section("", "page", "B"), Section("ž", "section", "Links")))

    assert [2] == [*impacts(files(linking((link, "go")), target), "go")]


@pytest.mark.parametrize("link", ["http://[your-host]/b/", "https://other.example/b/", "mailto:b/"])
def test_a_link_that_leads_to_no_page_of_the_site_says_nothing(link: str):
    term = Section("term-x", "term", "attrition", leads_to=[link])
    pages = [linking((link, "go")), PageText("g/", (Section("", "page", "G"), term))]

    found = files(*pages, page("b/", "B"))

    assert ([], [2]) == ([*impacts(found, "go")], [*impacts(found, "attrition")])


def said_by_links(number: int) -> float:
    """How much so many links say of the place to which they lead."""
    links = [("../b/", f"go x{n}") for n in range(number)]
    weigher = Weigher([linking(*links), page("b/", "B")], ANALYZER, labels={})
    return weigher.sections()[1].fixed["go"]


def test_more_than_three_links_say_no_more_than_three():
    assert said_by_links(1) < said_by_links(2) < said_by_links(3) == said_by_links(9)


def test_a_title_with_another_word_for_it_says_less_than_one_with_the_word():
    others = [page(f"{n}/", "P") for n in range(9)]
    same = (("parcel", "package"),)

    said = impacts(files(page("a/", "Parcel"), page("b/", "Package"), *others, same=same), "parcel")

    assert said[0] > said[1] > 0


def test_a_term_is_shown_as_texts_write_it_and_not_as_a_line_of_synonyms_does():
    texts = [page("a/", "A", "shipping"), *(page(f"{n}/", "P", "delivery") for n in range(5))]
    found = files(*texts, same=(("delivery", "ship"),))
    shard = found["terms-0.json"]

    shown = shard["shown"][shard["terms"].index(ANALYZER.term("ship"))]
    assert "shipping" == shown


def test_what_a_page_says_of_itself_counts_only_where_it_stands():
    own = Section("", "page", "A", "See below", links=[("#end", "below")])
    found = files(PageText("a/", (own, Section("end", "section", "End"))))

    assert [0] == [*impacts(found, "below")]


def test_a_list_of_links_says_less_than_a_text():
    text = "A checklist for quality"
    listed = Section("", "page", "L", text, pointing=len(text))
    others = [page(f"{n}/", "P") for n in range(9)]
    said = impacts(files(PageText("a/", (listed,)), page("b/", "B", text), *others), "quality")

    assert 0 < said[0] < said[1]


def test_a_calculator_says_most_on_the_page_that_is_about_it():
    tool = Section("c", "calculator", "Churn rate")
    home = PageText("churn/", (Section("", "page", "Churn and retention"), tool))
    guest = PageText("map/", (Section("", "page", "A map"), tool))
    said = impacts(files(guest, home, *(page(f"{n}/", "P") for n in range(5))), "rate")

    assert said[1] < said[3]
