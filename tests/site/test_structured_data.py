"""What search engines are told about a page in the words of schema.org."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxguide.site.page_facts import PageFacts, Section, VersionFacts
from cxguide.site.structured_data import page_data
from site_facts import ENGLISH, LATIN, MODEL, SERBIAN, SITE


def graph(page: PageFacts, facts: VersionFacts) -> list[dict]:
    return page_data(page, facts, MODEL)["@graph"]


def test_a_page_of_the_guide_is_an_article_of_the_site() -> None:
    article, _ = graph(ENGLISH.pages[2], ENGLISH)

    assert article == {
        "@type": "TechArticle",
        "description": "How to [calculate] it.",
        "inLanguage": "en",
        "author": {"@type": "Organization", "name": "The authors"},
        "license": "https://licence.example/by/",
        "dateModified": "2026-01-02",
        "isPartOf": {"@type": "WebSite", "name": "CX & guide", "url": SITE},
        "url": f"{SITE}nps/",
        "headline": "Score & interval",
        "articleSection": "Metrics",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": f"{SITE}nps/",
            "lastReviewed": "2026-03-31",
        },
    }


@pytest.mark.parametrize(("facts", "tag"), [(SERBIAN, "sr"), (LATIN, "sr-Latn")])
def test_a_translation_names_its_original(facts: VersionFacts, tag: str) -> None:
    article, _ = graph(facts.pages[1], facts)

    original = {"@type": "TechArticle", "url": f"{SITE}nps/", "inLanguage": "en"}
    assert (tag, original, "2026-03-04") == (
        article["inLanguage"], article["translationOfWork"], article["dateModified"]
    )  # fmt: skip


def test_what_is_unknown_is_not_said() -> None:
    bare = PageFacts("five/", "Five")
    facts = replace(ENGLISH, author="", license="", pages=(bare,))

    article, _ = graph(bare, facts)

    assert {"@type", "inLanguage", "isPartOf", "url", "headline", "mainEntityOfPage"} == set(
        article
    )


def test_a_page_to_look_things_up_in_is_no_article() -> None:
    page, _ = graph(replace(ENGLISH.pages[2], is_list=True), ENGLISH)

    assert ("WebPage", "Score & interval", "2026-03-31") == (
        page["@type"], page["name"], page["lastReviewed"]
    )  # fmt: skip
    assert "headline" not in page


@pytest.mark.parametrize("facts", [ENGLISH, SERBIAN, LATIN])
def test_the_home_page_is_the_site(facts: VersionFacts) -> None:
    data = page_data(facts.pages[0], facts, MODEL)

    expected = ("WebSite", facts.name, SITE + facts.home)
    assert expected == (data["@type"], data["name"], data["url"])


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ((), ["", "nps/"]),
        ((Section("Metrics", "five/"),), ["", "five/", "nps/"]),
        ((Section("Strategy", "five/"), Section("Maps", "nps/")), ["", "five/", "nps/"]),
    ],
)
def test_the_way_to_a_page_leads_through_the_first_pages_of_its_sections(
    sections: tuple[Section, ...], expected: list[str]
) -> None:
    _, trail = graph(replace(ENGLISH.pages[2], sections=sections), ENGLISH)

    items = trail["itemListElement"]
    assert [SITE + path for path in expected] == [item["item"] for item in items]
    assert list(range(1, len(expected) + 1)) == [item["position"] for item in items]
    assert ("CX & guide", "Score & interval") == (items[0]["name"], items[-1]["name"])
