"""What the heads of the built guide's pages tell search engines and those who show a link."""

from __future__ import annotations

import json
import re
from collections import Counter
from urllib.parse import urldefrag

import pytest
from lxml import html

from guide_heads import (
    ARTICLES,
    CYRILLIC,
    LATIN,
    SITE,
    TRANSLATED,
    file_of,
    known,
    line,
    meta,
    seen,
)
from guide_site import PREFIXES, Guide

LISTS = {"reference/glossary", "reference/sources"}
LOCALES = {"en": "en_GB", "sr": "sr_RS", "sr-Latn": "sr_RS", "th": "th_TH", "cs": "cs_CZ"}


# Titles and descriptions


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_page_has_a_title_and_a_description_of_its_own(guide: Guide, prefix: str):
    pages = [
        guide.page(address) for _, _, address in TRANSLATED if address.startswith(f"/{prefix}")
    ]

    titles = Counter(page.findtext(".//title") for page in pages)
    descriptions = Counter(meta(page, "description")[0] for page in pages)

    assert [] == [text for text, count in (titles | descriptions).items() if count > 1]


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_title_and_description_have_a_length_that_is_shown(guide, tag, path, address):
    page = guide.page(address)
    (description,) = meta(page, "description")

    assert 12 <= len(page.findtext(".//title")) <= 65
    assert 50 <= len(description) <= 160


# What others show of a page


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_what_others_show_is_what_the_page_says(guide: Guide, tag, path, address):
    page = guide.page(address)

    (title,) = meta(page, "og:title")
    (name,) = meta(page, "og:site_name")
    assert f"{title} - {name}" == page.findtext(".//title")
    assert [title] == meta(page, "twitter:title")
    assert meta(page, "description") == meta(page, "og:description")
    assert meta(page, "description") == meta(page, "twitter:description")
    assert [f"{SITE}{address}"] == meta(page, "og:url")
    assert page.xpath("//link[@rel='canonical']/@href") == meta(page, "og:url")
    assert ["article" if path else "website"] == meta(page, "og:type")
    assert ["summary_large_image"] == meta(page, "twitter:card")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_page_has_a_picture_in_its_language(guide: Guide, tag, path, address):
    page = guide.page(address)

    picture = f"{SITE}/assets/cards/{path or 'index'}.{tag.lower()}.png"
    assert [picture] == meta(page, "og:image")
    told = known(guide, address)
    kind = next(iter(told.keys() - {"BreadcrumbList"}))
    assert picture == told[kind]["image"]
    assert meta(page, "og:title") == meta(page, "og:image:alt")
    head = file_of(guide, picture).read_bytes()[:24]
    sizes = [int.from_bytes(head[at : at + 4], "big") for at in (16, 20)]
    assert sizes == [int(meta(page, f"og:image:{side}")[0]) for side in ("width", "height")]


def test_no_two_pages_have_the_same_picture(guide: Guide):
    pictures = list((guide.folder / "assets" / "cards").rglob("*.png"))

    assert len(TRANSLATED) == len(pictures) == len({path.read_bytes() for path in pictures})


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_the_locales_of_a_page_are_those_of_its_alternates(guide: Guide, tag, path, address):
    page = guide.page(address)

    links = page.cssselect("head link[hreflang]")
    others = [
        link.get("hreflang") for link in links if link.get("hreflang") not in {tag, "x-default"}
    ]
    assert [LOCALES[tag]] == meta(page, "og:locale")
    expected = [one for one in dict.fromkeys(map(LOCALES.get, others)) if one != LOCALES[tag]]
    assert expected == meta(page, "og:locale:alternate")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_alternates_name_each_other(guide: Guide, tag, path, address):
    def announced(page: html.HtmlElement) -> dict[str, str]:
        return {link.get("hreflang"): link.get("href") for link in page.cssselect("link[hreflang]")}

    own = announced(guide.page(address))

    assert f"{SITE}{address}" == own[tag]
    assert [] == [at for at in own.values() if announced(guide.page(at.removeprefix(SITE))) != own]


# What search engines are told


@pytest.mark.parametrize(("tag", "path", "address"), ARTICLES)
def test_search_engines_are_told_what_the_page_says(guide: Guide, tag, path, address):
    page = guide.page(address)
    told = known(guide, address)

    kind = "WebPage" if path in LISTS else "TechArticle"
    assert {kind, "BreadcrumbList"} == told.keys()
    one = told[kind]
    assert f"{SITE}{address}" == one["url"]
    assert tag == one["inLanguage"]
    assert meta(page, "og:title") == [one.get("headline") or one.get("name")]
    assert meta(page, "description") == [one["description"]]
    (day,) = page.cssselect(".cx-page-facts time")
    assert day.get("datetime") == (one.get("mainEntityOfPage") or one)["lastReviewed"]
    assert meta(page, "og:site_name") == [one["isPartOf"]["name"]]
    assert f"{SITE}/{PREFIXES[tag]}" == one["isPartOf"]["url"]
    assert ("translationOfWork" in one) == (tag != "en")


@pytest.mark.parametrize(("tag", "path", "address"), ARTICLES)
def test_the_way_to_a_page_is_the_one_of_the_menu(guide: Guide, tag, path, address):
    items = known(guide, address)["BreadcrumbList"]["itemListElement"]
    menu = guide.page(address).cssselect(".md-nav--primary")[0]

    assert [f"{SITE}/{PREFIXES[tag]}", f"{SITE}{address}"] == [items[0]["item"], items[-1]["item"]]
    assert len(items) == len({item["item"] for item in items})
    assert [] == [item for item in items if not file_of(guide, item["item"]).is_file()]
    labels = {seen(label) for label in menu.cssselect("label.md-nav__title, span.md-ellipsis")}
    assert {line(item["name"]) for item in items[1:-1]} <= labels


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_the_home_page_is_told_as_the_site(guide: Guide, tag: str, prefix: str):
    told = known(guide, f"/{prefix}")["WebSite"]

    assert meta(guide.page(f"/{prefix}"), "og:site_name") == [told["name"]]
    assert (tag, f"{SITE}/{prefix}") == (told["inLanguage"], told["url"])


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_every_term_is_told_as_the_glossary_has_it(guide: Guide, tag: str, prefix: str):
    address = f"/{prefix}reference/glossary/"
    page = guide.page(address)
    told = [
        json.loads(text)
        for text in page.xpath("//article//script[@type='application/ld+json']/text()")
    ]

    url, (title,) = f"{SITE}{address}", meta(page, "og:title")
    assert {("DefinedTermSet", url, url, title, tag)} == {
        tuple(one[name] for name in ("@type", "@id", "url", "name", "inLanguage")) for one in told
    }
    actual = {
        urldefrag(one["url"]).fragment: (line(one["name"]), line(one["description"]))
        for part in told
        for one in part["hasDefinedTerm"]
    }
    expected = {
        term.get("id"): (seen(term.cssselect("dt b")[0]), seen(term.cssselect("dd")[0]))
        for term in page.cssselect(".cx-glossary dl > div")
    }
    assert expected == actual


@pytest.mark.parametrize(("tag", "path", "address"), LATIN)
def test_nothing_in_latin_script_is_told_in_cyrillic(guide: Guide, tag, path, address):
    page = guide.page(address)

    blocks = page.xpath("//script[@type='application/ld+json']/text() | //head/meta/@content")
    assert [] == [one for one in blocks if re.search(CYRILLIC, one) or f"{SITE}/sr/" in one]
