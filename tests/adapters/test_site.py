from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree

from tiny_site import Site, new_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PREFIXES = {"": "en", "sr/": "sr", "sr-latn/": "sr-Latn", "th/": "th", "cs/": "cs"}
SAMPLES = {"sr/": "ћирилица", "sr-latn/": "ćirilica", "th/": "ภาษาไทย", "cs/": "čeština"}
WRITTEN = ["metrics/nps/", "sr/metrics/nps/", "sr-latn/metrics/nps/", "th/metrics/nps/"]
FALLBACKS = ["sr/five-cs/", "sr-latn/five-cs/", "th/five-cs/", "cs/five-cs/", "cs/metrics/nps/"]
ALL_PAGES = [prefix + path for prefix in PREFIXES for path in ("", "metrics/nps/", "five-cs/")]


def prefix_of(path: str) -> str:
    found = re.match("(sr|sr-latn|th|cs)/", path)
    return found[0] if found else ""


def announced(page: HtmlElement) -> list[tuple[str, str]]:
    links = page.xpath("//link[@hreflang and contains(concat(' ', @rel, ' '), ' alternate ')]")
    return [(link.get("hreflang"), link.get("href")) for link in links]


def switcher(page: HtmlElement) -> list[HtmlElement]:
    return page.xpath("//header//details[contains(@class, 'cx-languages')]//a")


# Language of the page


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_says_its_language(built_site: Site, path: str) -> None:
    expected = PREFIXES[
        re.sub(r"(?<=/).*", "", path) if path.split("/", maxsplit=1)[0] + "/" in PREFIXES else ""
    ]
    assert built_site.page(f"{path}index.html").get("lang") == expected


# Not found


@pytest.mark.parametrize(("prefix", "language"), PREFIXES.items())
def test_not_found_is_in_the_language_of_its_folder(
    built_site: Site, prefix: str, language: str
) -> None:
    assert built_site.page(f"{prefix}404.html").get("lang") == language


@pytest.mark.parametrize(("prefix", "sample"), SAMPLES.items())
def test_not_found_speaks_the_language(built_site: Site, prefix: str, sample: str) -> None:
    page = built_site.page(f"{prefix}404.html")

    (heading,) = page.xpath("//h1")
    assert heading.text_content() == f"{sample}: Page not found"
    assert page.findtext(".//title").startswith(heading.text_content())


def test_not_found_of_the_root_says_it_in_every_language_without_script(built_site: Site) -> None:
    page = built_site.page("404.html")

    headings = [heading.text_content() for heading in page.xpath("//h1 | //h2")]
    assert headings == [
        "Page not found",
        *(f"{sample}: Page not found" for sample in SAMPLES.values()),
    ]
    assert page.xpath("//section/@lang") == ["sr", "sr-Latn", "th", "cs"]
    assert page.xpath("//article//a/@href") == ["/", "/sr/", "/sr-latn/", "/th/", "/cs/"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_works_at_any_depth(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}404.html")
    links = page.xpath("//@href | //@src")
    relative = [link for link in links if not re.match(r"/|https?://|#|data:", link)]
    assert relative == []


def test_not_found_knows_the_folder_that_the_site_lies_in(site: Site) -> None:
    site.config["site_url"] = "https://guide.example/cx/"
    site.build()

    page = site.page("th/404.html")
    assert [link.get("href") for link in switcher(page)] == [
        "/cx/", "/cx/sr/", "/cx/sr-latn/", "/cx/th/", "/cx/cs/"
    ]  # fmt: skip
    assert site.page("404.html").xpath("//script/@data-root") == ["/cx/"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_is_announced_nowhere(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}404.html")
    assert announced(page) == []
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']") == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_leads_home_in_every_language(built_site: Site, prefix: str) -> None:
    links = switcher(built_site.page(f"{prefix}404.html"))
    assert [link.get("href") for link in links] == ["/", "/sr/", "/sr-latn/", "/th/", "/cs/"]


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


def resolved(path: str, link: str) -> str:
    return urlsplit(urljoin(f"https://guide.example/{path}", link)).path


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

    assert expected == [one.get("lang") for one in links if one.get("data-cx-version")]


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

    assert sizes[0] <= 1_300
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


# Material's search, where a site keeps it


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = new_site(tmp_path_factory.mktemp("theirs"))
    options = next(one["cx-site"] for one in site.config["plugins"] if "cx-site" in one)
    options["search"] = False
    done = site.build("--strict")
    assert 0 == done.returncode, done.stderr
    return site


def test_each_language_searches_its_own_pages(theirs: Site) -> None:
    actual = {
        prefix: [entry["location"] for entry in theirs.search_index(prefix)["docs"]]
        for prefix in PREFIXES
    }
    translated = ["", "metrics/nps/", "metrics/nps/#formula"]
    assert actual == {
        "": ["", "five-cs/", "five-cs/#care", "metrics/nps/", "metrics/nps/#formula"],
        "sr/": translated,
        "sr-latn/": translated,
        "th/": translated,
        "cs/": [""],
    }


def test_a_section_with_the_same_words_as_in_english_is_found(theirs: Site) -> None:
    # static-i18n takes such a section for a page without translation and drops it.
    section = {"location": "metrics/nps/#formula", "title": "NPS", "text": "<p>55 - 18</p>"}
    assert section in theirs.search_index("th/")["docs"]


def test_only_thai_readers_load_the_thai_dictionary(theirs: Site) -> None:
    actual = {prefix: theirs.search_index(prefix)["config"]["lang"] for prefix in PREFIXES}
    assert actual == {"": ["en"], "sr/": ["en"], "sr-latn/": ["en"], "th/": ["th"], "cs/": ["en"]}


def test_serbian_latin_readers_find_latin_words(theirs: Site) -> None:
    texts = [entry["text"] for entry in theirs.search_index("sr-latn/")["docs"]]
    assert texts[1] == "<p>Ljubav i anketa.</p>"


@pytest.mark.parametrize("path", [*ALL_PAGES, "404.html", "th/404.html", "sr-latn/404.html"])
def test_material_finds_the_index_of_the_language(theirs: Site, path: str) -> None:
    file = path if path.endswith(".html") else f"{path}index.html"
    (config,) = theirs.page(file).xpath("//script[@id='__config']/text()")
    prefix = (
        path.split("/", maxsplit=1)[0] + "/"
        if path.split("/", maxsplit=1)[0] + "/" in PREFIXES
        else ""
    )

    assert resolved(path, json.loads(config)["base"]) == f"/{prefix}"
    assert resolved(path, json.loads(config)["search"]).startswith("/assets/javascripts/workers/")


# Other sites


def test_a_language_that_the_software_does_not_speak_is_offered_to_nobody(site: Site) -> None:
    languages = site.config["plugins"][3]["i18n"]["languages"]
    languages.append({"locale": "de", "name": "Deutsch"})
    site.write("docs/de/index.md", "# Anfang { #guide }\n\nWillkommen.\n")

    result = site.build()

    assert result.returncode == 0, result.stderr
    offered = json.loads(site.text("assets/cx/languages.json"))
    assert [*offered] == ["en", "sr", "sr-Latn", "th", "cs"]


def test_a_site_in_one_language_needs_no_i18n_plugin(site: Site) -> None:
    site.config |= {"plugins": ["search", "cx-site"], "docs_dir": "docs/en", "exclude_docs": ""}

    result = site.build("--strict")

    assert result.returncode == 0, result.stderr
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

    result = site.build("--strict")

    assert result.returncode == 0, result.stderr
    page = site.page("sr/metrics/nps.html")
    assert announced(page)[2] == ("sr-Latn", "https://guide.example/sr-latn/metrics/nps.html")
    assert [link.get("href") for link in switcher(site.page("404.html"))][1] == "/sr/index.html"


@pytest.mark.parametrize(("locale", "source"), [("sr-Latn", "th"), ("sr-Latin", "sr")])
def test_a_script_variant_that_cannot_be_made_is_told(site: Site, locale: str, source: str) -> None:
    variant = site.config["plugins"][2]["cx-site"]["script_variants"][0]
    variant |= {"locale": locale, "from": source}

    result = site.build()

    assert result.returncode == 1
    assert f"the version {locale!r} cannot be made from {source!r}" in result.stderr
    assert "what can be made: 'sr-Latn' from 'sr'" in result.stderr
