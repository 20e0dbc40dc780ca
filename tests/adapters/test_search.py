"""The search of a site that `cx-site` makes."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tiny_site import PREFIXES, Site, new_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = new_site(tmp_path_factory.mktemp("search"))
    done = site.build("--strict")
    assert 0 == done.returncode, done.stderr
    return site


def head(site: Site, prefix: str) -> dict[str, object]:
    return json.loads(site.text(f"{prefix}search/index.json"))


def test_each_version_has_its_own_pages_and_none_that_is_not_translated(built: Site):
    translated = ["", "metrics/nps/"]

    assert {
        "": ["", "five-cs/", "metrics/nps/"],
        "sr/": translated,
        "sr-latn/": translated,
        "th/": translated,
        "cs/": [""],
    } == {prefix: [*built.searched(prefix)] for prefix in PREFIXES}


def test_a_section_with_the_same_words_as_in_english_is_found(built: Site):
    sections = built.searched("th/")["metrics/nps/"]

    assert ["formula", "section", "NPS", "55 - 18"] in sections


def test_the_version_in_latin_letters_has_latin_words(built: Site):
    sections = built.searched("sr-latn/")["metrics/nps/"]

    assert "Ljubav i anketa." in sections[0][3]
    assert "sr-Latn" == head(built, "sr-latn/")["language"]


def test_words_and_rules_are_those_of_the_language(built: Site):
    words = {prefix: head(built, prefix)["words"] for prefix in PREFIXES}

    assert [
        "Search",
        "ћирилица: Search",
        "ćirilica: Search",
        "ภาษาไทย: Search",
        "čeština: Search",
    ] == [words[prefix]["title"] for prefix in PREFIXES]
    assert head(built, "sr/")["rules"] == head(built, "sr-latn/")["rules"]
    assert head(built, "th/")["rules"] != head(built, "cs/")["rules"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_search_page_lists_all_pages_and_is_announced_to_nobody(built: Site, prefix: str):
    page = built.page(f"{prefix}search/index.html")

    links = page.xpath("//article//li/a/@href")
    address = f"https://example.org/{prefix}search/"
    expected = {f"https://example.org/{prefix}{path}" for path in ("", "metrics/nps/", "five-cs/")}
    assert expected == {urljoin(address, link) for link in links}
    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")
    assert "search/" not in built.text("sitemap.xml")


@pytest.mark.parametrize("path", ["", "metrics/nps/", "search/", "404.html"])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_has_the_button_that_leads_there(built: Site, prefix: str, path: str):
    file = path if path.endswith(".html") else f"{path}index.html"
    (button,) = built.page(f"{prefix}{file}").xpath("//a[@data-cx-search='button']/@href")

    address = f"https://example.org/{prefix}{'missing' if path == '404.html' else path}"
    assert f"https://example.org/{prefix}search/" == urljoin(address, button)


def test_material_keeps_its_search_where_a_site_says_so(tmp_path: Path):
    site = new_site(tmp_path)
    site.options("cx-site")["search"] = False

    assert 0 == site.build("--strict").returncode
    assert "search/search_index.json" in site.files()
    assert "search/index.json" not in site.files()


def test_a_site_without_material_keeps_its_search(tmp_path: Path):
    site = Site(tmp_path, {"site_name": "A", "theme": "mkdocs", "plugins": ["search", "cx-site"]})
    site.write("docs/index.md", "# A\n")

    assert 0 == site.build("--strict").returncode
    assert "search/search_index.json" in site.files()
    assert "search/index.json" not in site.files()


def test_the_same_sources_give_the_same_index(built: Site, tmp_path: Path):
    again = new_site(tmp_path)
    assert 0 == again.build("--strict").returncode

    def index(site: Site) -> dict[str, bytes]:
        return {name: text for name, text in site.files().items() if "search/" in name}

    assert index(built) == index(again)


def test_front_matter_finds_a_page_by_other_words(tmp_path: Path):
    site = new_site(tmp_path)
    settings = "---\nkeywords: [quintet, five letters]\nsearch: {boost: 0.5}\n---\n"
    site.write("docs/en/five-cs.md", f"{settings}# Five Cs {{ #five-cs }}\n")

    assert 0 == site.build().returncode
    terms = [term for path in site.files() if path.startswith("search/terms-")
             for term in json.loads(site.text(path))["terms"]]  # fmt: skip
    assert "quintet" in terms
    assert site.page("five-cs/index.html").xpath("//meta[@name='search-boost']/@content") == ["0.5"]
