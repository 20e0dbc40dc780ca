"""Material's own search, where a site keeps it: an index for each language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tiny_site import ALL_PAGES, PREFIXES, Site, new_site, resolved

OWN = {"cx-site": {"search": False}}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = new_site(tmp_path_factory.mktemp("theirs"), search=False)
    site.config["theme"] = {"name": "material", "font": False}  # not the guide's, which has no box
    return site.built()


def test_what_a_site_asks_of_its_box_is_there(tmp_path: Path) -> None:
    theme = {"name": "material", "features": ["search.share", "search.suggest"]}
    site = Site(tmp_path, {"site_name": "A", "theme": theme, "plugins": ["search", OWN]})
    site.write("docs/index.md", "# A\n")

    site.built()
    box = site.page("index.html").xpath("//*[@data-md-component='search']")[0]
    assert {"search-share", "search-suggest"} <= {*box.xpath(".//@data-md-component")}
    assert box.get("aria-label")


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
