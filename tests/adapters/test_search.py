"""The search of a site that `cx-site` makes."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest

from cxguide.core import built_pages
from tiny_site import PREFIXES, Site, new_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return new_site(tmp_path_factory.mktemp("search")).built()


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


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_pages_say_is_found_without_reading_every_tag_before_it(
    built: Site, prefix: str, monkeypatch: pytest.MonkeyPatch
):
    """That takes a hundred times as long, and is done several times for each page."""
    page = built.text(f"{prefix}metrics/nps/index.html")
    monkeypatch.setattr(built_pages, "pieces", None)

    assert "<template" in page
    assert built_pages.from_main_part(page).startswith("<article")


def test_a_section_with_the_same_words_as_in_english_is_found(built: Site):
    sections = built.searched("th/")["metrics/nps/"]

    assert ["formula", "section", "NPS", "55 - 18"] in sections


def test_the_version_in_latin_letters_has_latin_words(built: Site):
    sections = built.searched("sr-latn/")["metrics/nps/"]

    assert "Ljubav i anketa." in sections[0][3]


def test_words_and_rules_are_those_of_the_language(built: Site):
    words = {prefix: head(built, prefix)["words"] for prefix in PREFIXES}

    assert [
        "All pages",
        "ћирилица: All pages",
        "ćirilica: All pages",
        "ภาษาไทย: All pages",
        "čeština: All pages",
    ] == [words[prefix]["all"] for prefix in PREFIXES]
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


def test_addresses_that_are_files_lead_to_the_search_as_well(tmp_path: Path):
    site = new_site(tmp_path)
    site.config["use_directory_urls"] = False

    site.built()
    (button,) = site.page("sr/metrics/nps.html").xpath("//a[@data-cx-search='button']/@href")
    assert "../search/index.html" == button
    assert ["index.html", "metrics/nps.html"] == [*site.searched("sr/")]
    (current,) = site.page("sr/search/index.html").xpath("//header//a[@aria-current]/@href")
    assert "index.html" == current.rpartition("/")[2]


def test_titles_without_translation_say_so_on_the_search_page(built: Site):
    titles = built.page("sr/search/index.html").xpath("//article//li//span[@lang='en']")

    assert ["Five Cs"] == [one.text_content() for one in titles]


@pytest.mark.parametrize(
    ("theme", "told", "fix"),
    [
        ("mkdocs", "for the theme 'material'", "set 'theme: {name: material}'"),
        ("material", "only with its plugin 'search'", "add 'search' to the plugins"),
    ],
)
def test_a_search_that_no_page_could_show_is_refused(
    tmp_path: Path, theme: str, told: str, fix: str
):
    plugins = [{"cx-site": {"search": True}}]
    site = Site(tmp_path, {"site_name": "A", "theme": theme, "plugins": plugins})
    site.write("docs/index.md", "# A\n")
    done = site.build("--strict")

    assert 1 == done.returncode
    assert told in done.stderr
    assert f"{fix}, or remove 'search: true' from cx-site" in done.stderr


def test_a_search_that_material_has_switched_off_stays_off(tmp_path: Path):
    plugins = [{"material/search": {"enabled": False}}, "cx-site"]
    site = Site(tmp_path, {"site_name": "A", "theme": {"name": "material"}, "plugins": plugins})
    site.write("docs/index.md", "# A\n")

    site.built()
    assert not [name for name in site.files() if name.startswith("search/")]


def test_every_template_of_a_site_has_the_button(tmp_path: Path):
    site = new_site(tmp_path)
    theme = {"name": "material", "custom_dir": "own", "static_templates": ["more.html"]}
    site.config["theme"] = theme
    site.write("own/more.html", '{% extends "main.html" %}')

    site.built()
    assert site.page("more.html").xpath("//a[@data-cx-search='button']")


def test_a_page_whose_name_has_a_blank_is_found(tmp_path: Path):
    site = new_site(tmp_path)
    site.write("docs/en/my page.md", "# Mine { #mine }\n\nText.\n")

    assert 0 == site.build().returncode
    assert "my%20page/" in site.searched("")


def test_material_keeps_its_search_where_a_site_says_so(tmp_path: Path):
    site = new_site(tmp_path, search=False).built()

    assert "search/search_index.json" in site.files()
    assert "search/index.json" not in site.files()


def test_a_site_without_material_keeps_its_search(tmp_path: Path):
    site = Site(tmp_path, {"site_name": "A", "theme": "mkdocs", "plugins": ["search", "cx-site"]})
    site.write("docs/index.md", "# A\n")

    site.built()
    assert "search/search_index.json" in site.files()
    assert "search/index.json" not in site.files()


def test_the_same_sources_give_the_same_index(built: Site, tmp_path: Path):
    again = new_site(tmp_path)
    again.built()

    def index(site: Site) -> dict[str, bytes]:
        return {name: text for name, text in site.files().items() if "search/" in name}

    assert index(built) == index(again)


def test_front_matter_finds_a_page_by_other_words(tmp_path: Path):
    site = new_site(tmp_path)
    settings = "---\nkeywords: {}\nsearch: {{{}}}\n---\n# Five Cs {{ #five-cs }}\n"
    site.write("docs/en/five-cs.md", settings.format("[quintet, five letters]", "boost: 0.5"))
    site.write("docs/en/apart.md", settings.format("other", "exclude: true"))
    site.write("docs/en/lists.md", settings.format("tally, quota", ""))

    assert 0 == site.build().returncode
    terms = [term for path in site.files() if path.startswith("search/terms-")
             for term in json.loads(site.text(path))["terms"]]  # fmt: skip
    assert {"quintet", "quota"} <= {*terms}
    (keywords,) = site.page("lists/index.html").xpath("//meta[@name='keywords']/@content")
    assert "tally, quota" == keywords
    assert "apart/" not in site.searched("")
    assert site.page("five-cs/index.html").xpath("//meta[@name='search-boost']/@content") == ["0.5"]
