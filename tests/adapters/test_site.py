from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tiny_site import ALL_PAGES, PREFIXES, Site, announced, resolved, switcher

if TYPE_CHECKING:
    pass

WRITTEN = ["metrics/nps/", "sr/metrics/nps/", "sr-latn/metrics/nps/", "th/metrics/nps/"]
FALLBACKS = ["sr/five-cs/", "sr-latn/five-cs/", "th/five-cs/", "cs/five-cs/", "cs/metrics/nps/"]


def prefix_of(path: str) -> str:
    found = re.match("(sr|sr-latn|th|cs)/", path)
    return found[0] if found else ""


# Language of the page


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_says_its_language(built_site: Site, path: str) -> None:
    expected = PREFIXES[
        re.sub(r"(?<=/).*", "", path) if path.split("/", maxsplit=1)[0] + "/" in PREFIXES else ""
    ]
    assert built_site.page(f"{path}index.html").get("lang") == expected


# Alternates


@pytest.mark.parametrize("path", WRITTEN)
def test_every_version_of_a_page_announces_the_same_versions(built_site: Site, path: str) -> None:
    expected = [
        ("en", "https://guide.example/metrics/nps/"),
        ("sr", "https://guide.example/sr/metrics/nps/"),
        ("sr-Latn", "https://guide.example/sr-latn/metrics/nps/"),
        ("th", "https://guide.example/th/metrics/nps/"),
        ("x-default", "https://guide.example/metrics/nps/"),
    ]
    assert announced(built_site.page(f"{path}index.html")) == expected


@pytest.mark.parametrize("path", FALLBACKS)
def test_a_page_without_translation_is_not_announced(built_site: Site, path: str) -> None:
    assert announced(built_site.page(f"{path}index.html")) == []


@pytest.mark.parametrize("path", ALL_PAGES)
def test_material_finds_no_alternates_to_ask_sitemaps_for(built_site: Site, path: str) -> None:
    # What its script selects: link[rel=alternate] compares the whole value.
    assert built_site.page(f"{path}index.html").xpath("//link[@rel='alternate']") == []


def test_the_sitemap_says_what_the_pages_say(built_site: Site) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    sitemap = etree.fromstring(built_site.text("sitemap.xml").encode())
    said = {
        url.findtext("s:loc", namespaces=names): [
            (link.get("hreflang"), link.get("href")) for link in url.findall("x:link", names)
        ]
        for url in sitemap.findall("s:url", names)
    }

    home = "https://guide.example/"
    pages = ["", "sr/", "sr-latn/", "th/", "cs/", "five-cs/", *WRITTEN]
    assert said == {home + p: announced(built_site.page(f"{p}index.html")) for p in pages}


def test_the_sitemap_of_a_site_without_history_promises_no_rhythm_and_no_dates(
    built_site: Site,
) -> None:
    assert not re.search("changefreq|lastmod", built_site.text("sitemap.xml"))


# Language switcher


@pytest.mark.parametrize("path", ALL_PAGES)
def test_the_switcher_leads_to_the_same_page(built_site: Site, path: str) -> None:
    prefix = (
        path.split("/", maxsplit=1)[0] + "/"
        if path.split("/", maxsplit=1)[0] + "/" in PREFIXES
        else ""
    )
    links = switcher(built_site.page(f"{path}index.html"))

    leads_to = [resolved(path, link.get("href")) for link in links]
    assert leads_to == [f"/{other}{path.removeprefix(prefix)}" for other in PREFIXES]


@pytest.mark.parametrize("path", ALL_PAGES)
def test_the_switcher_says_which_language_is_read(built_site: Site, path: str) -> None:
    page = built_site.page(f"{path}index.html")
    current = [link for link in switcher(page) if link.get("aria-current") == "true"]
    assert [link.get("hreflang") for link in current] == [page.get("lang")]


def test_names_of_languages_are_in_their_language(built_site: Site) -> None:
    links = switcher(built_site.page("sr-latn/metrics/nps/index.html"))
    assert [(link.text_content(), link.get("lang"), link.get("translate")) for link in links] == [
        ("English", "en", "no"),
        ("Српски", "sr", "no"),
        ("Srpski", "sr-Latn", "no"),
        ("ไทย", "th", "no"),
        ("Čeština", "cs", "no"),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("metrics/nps/", ["en", "sr", "sr-Latn", "th"]),
        ("sr-latn/metrics/nps/", ["en", "sr", "sr-Latn", "th"]),
        ("cs/metrics/nps/", ["en", "sr", "sr-Latn", "th"]),
        ("five-cs/", ["en"]),
    ],
)
def test_the_switcher_says_where_the_page_is_written(
    built_site: Site, path: str, expected: list[str]
) -> None:
    links = switcher(built_site.page(f"{path}index.html"))

    assert expected == [one.get("lang") for one in links if one.get("data-cx-version") == "written"]


def test_every_version_has_the_words_in_which_a_page_offers_it(built_site: Site) -> None:
    words = json.loads(built_site.text("assets/cx/languages.json"))

    assert [*words] == [*PREFIXES.values()]
    assert words["sr-Latn"] == {
        "exists": "ćirilica: This page is also in English.",
        "read": "ćirilica: Read in English",
        "close": "ćirilica: Close",
    }


@pytest.mark.parametrize("path", ["index.html", "th/metrics/nps/index.html", "cs/404.html"])
def test_the_script_of_the_switcher_is_a_file_that_waits(built_site: Site, path: str) -> None:
    (script,) = built_site.page(path).xpath("//header//script[contains(@src, 'languages')]")

    assert script.get("defer") is not None
    assert not script.text
    assert resolved(path, script.get("src")) == "/assets/cx/languages.js"


def test_the_script_and_the_words_of_the_switcher_stay_small(built_site: Site) -> None:
    sizes = [len(gzip.compress(built_site.files()[f"assets/cx/languages.{ending}"]))
             for ending in ("js", "json")]  # fmt: skip

    assert sizes[0] <= 1_500
    assert sizes[1] <= 500


# Serbian Latin


def test_serbian_latin_is_made_from_the_cyrillic_page(built_site: Site) -> None:
    page = built_site.page("sr-latn/metrics/nps/index.html")

    assert page.xpath("//article//p")[0].text_content() == "Ljubav i anketa."
    assert page.findtext(".//title") == "Ocena - ćirilica: CX Guide"
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://guide.example/sr-latn/metrics/nps/"
    ]


def test_no_cyrillic_is_left_but_what_says_so(built_site: Site) -> None:
    page = built_site.page("sr-latn/metrics/nps/index.html")
    for kept in page.xpath("//*[@translate='no' or self::script[not(@type)] or self::style]"):
        kept.drop_tree()
    assert re.findall("[Ѐ-ӿ]+", page.text_content()) == []


# Other sites


def test_a_language_that_the_software_does_not_speak_is_offered_to_nobody(site: Site) -> None:
    site.options("i18n")["languages"].append({"locale": "de", "name": "Deutsch"})
    site.write("docs/de/index.md", "# Anfang { #guide }\n\nWillkommen.\n")

    result = site.build()

    assert result.returncode == 0, result.stderr
    offered = json.loads(site.text("assets/cx/languages.json"))
    assert [*offered] == ["en", "sr", "sr-Latn", "th", "cs"]


def test_a_site_in_one_language_needs_no_i18n_plugin(site: Site) -> None:
    site.config |= {"plugins": ["search", "cx-site"], "docs_dir": "docs/en", "exclude_docs": ""}

    site.built()

    page = site.page("metrics/nps/index.html")
    assert page.get("lang") == "en"
    assert announced(page) == []
    assert switcher(page) == []
    assert "assets/cx/languages.json" not in site.files()
    assert [heading.text_content() for heading in site.page("404.html").xpath("//h1 | //h2")] == [
        "Page not found"
    ]
    assert [*site.searched("")] == ["", "five-cs/", "metrics/nps/"]


def test_addresses_that_are_files_work_as_well(site: Site) -> None:
    site.config["use_directory_urls"] = False

    site.built()

    page = site.page("sr/metrics/nps.html")
    assert announced(page)[2] == ("sr-Latn", "https://guide.example/sr-latn/metrics/nps.html")
    assert [link.get("href") for link in switcher(site.page("404.html"))][1] == "/sr/index.html"


@pytest.mark.parametrize(("locale", "source"), [("sr-Latn", "th"), ("sr-Latin", "sr")])
def test_a_script_variant_that_cannot_be_made_is_told(site: Site, locale: str, source: str) -> None:
    variant = site.options("cx-site")["script_variants"][0]
    variant |= {"locale": locale, "from": source}

    result = site.build()

    assert result.returncode == 1
    assert f"the version {locale!r} cannot be made from {source!r}" in result.stderr
    assert "what can be made: 'sr-Latn' from 'sr'" in result.stderr
