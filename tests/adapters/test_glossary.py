"""The glossary in sites: its page, its terms on other pages, and what is wrong with its file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cxguide.core.resources import LOCALE, TEMPLATES
from tiny_site import Site, new_site

GLOSSARY = """terms:
  - id: survey
    term: survey
    definition: Questions to many people.
    pages: [metrics/nps]
  - {id: guide, term: guide, definition: This site., tooltip: false}
"""
TERMS = {
    "sr": {"survey": "анкета", "guide": "водич"},
    "th": {"survey": "แบบสำรวจ", "guide": "คู่มือ"},
    "cs": {"survey": "průzkum", "guide": "průvodce"},
}


def entry(key: str, english: str, translated: str) -> str:
    quoted = [json.dumps(text, ensure_ascii=False) for text in (key, english, translated)]
    return "\nmsgctxt {}\nmsgid {}\nmsgstr {}\n".format(*quoted)


def with_glossary(site: Site, glossary: str = GLOSSARY) -> Site:
    """The tiny site in four languages with a glossary in two of them."""
    shutil.copytree(TEMPLATES / "glossary", site.root / "short-texts" / "glossary")
    site.config["plugins"].insert(1, "cx-glossary")
    site.config["nav"].append("glossary.md")
    site.write("docs/glossary.yml", glossary)
    site.write("docs/en/glossary.md", "# Terms { #glossary }\n\nA survey.\n\n```glossary\n```\n")
    site.write("docs/sr/glossary.md", "# Појмови { #glossary }\n\n```glossary\n```\n")
    definitions = {"survey": "Questions to many people.", "guide": "This site."}
    for tag, names in TERMS.items():
        catalog = site.root / "docs" / "locale" / f"{tag}.po"
        text = catalog.read_text("utf-8")
        for name, term in names.items():
            text += entry(f"glossary/{name}/term", name, term)
            text += entry(f"glossary/{name}/definition", definitions[name], f"{tag}: {name}")
        catalog.write_text(text, "utf-8")
        words = site.root / "short-texts" / "locale" / f"{tag}.po"
        text = words.read_text("utf-8")
        text += entry("terms/letters", "Letters", "A-Z") + entry("terms/pages", "More:", "+")
        words.write_text(text, "utf-8")
    return site


@pytest.fixture(scope="module")
def glossary_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = with_glossary(new_site(tmp_path_factory.mktemp("site")))
    return site.built()


@pytest.mark.parametrize(
    ("prefix", "word", "definition"),
    [
        ("", "survey", "Questions to many people."),
        ("sr/", "анкета", "sr: survey"),
        ("sr-latn/", "anketa", "sr: survey"),
        ("th/", "แบบสำรวจ", "th: survey"),
    ],
)
def test_a_page_explains_a_term_in_its_language(glossary_site, prefix, word, definition):
    [link] = glossary_site.page(f"{prefix}metrics/nps/index.html").cssselect("article .cx-term")

    assert (word, definition) == (link.text, link.get("title"))
    assert "../../glossary/#term-survey" == link.get("href")


def test_a_page_shown_in_english_explains_english_terms(glossary_site: Site):
    [link] = glossary_site.page("cs/metrics/nps/index.html").cssselect("article .cx-term")

    assert ("survey", "Questions to many people.") == (link.text, link.get("title"))
    assert "../../glossary/#term-survey" == link.get("href")


@pytest.mark.parametrize("prefix", ["", "sr/", "sr-latn/", "th/", "cs/"])
def test_every_version_has_the_whole_glossary_and_no_links_to_itself(glossary_site, prefix):
    page = glossary_site.page(f"{prefix}glossary/index.html")

    assert {"term-guide", "term-survey"} == set(page.xpath("//dl/div/@id"))
    assert [] == page.cssselect(".cx-term")


@pytest.mark.parametrize(
    ("prefix", "title", "language"),
    [
        ("", "Score", None),
        ("sr/", "Оцена", None),
        ("sr-latn/", "Ocena", None),
        ("cs/", "Score", "en"),
    ],
)
def test_a_term_leads_to_its_page_by_the_title_in_the_language(
    glossary_site, prefix, title, language
):
    [link] = glossary_site.page(f"{prefix}glossary/index.html").cssselect("#term-survey a")

    assert ("../metrics/nps/", title) == (link.get("href"), link.text)
    assert language == link.get("lang")


def test_serbian_is_listed_in_the_order_of_its_letters_in_both_scripts(tmp_path: Path):
    site = with_glossary(new_site(tmp_path))
    for tag, name in {"sr": "циљ", "th": "เป้าหมาย", "cs": "cíl"}.items():
        catalog = tmp_path / "docs" / "locale" / f"{tag}.po"
        catalog.write_text(
            catalog.read_text("utf-8").replace(f'"{TERMS[tag]["survey"]}"', f'"{name}"')
        )

    site.built()

    cyrillic, latin = (
        [term.text for term in site.page(f"{prefix}/glossary/index.html").cssselect("dt b")]
        for prefix in ("sr", "sr-latn")
    )
    assert (["водич", "циљ"], ["cilj", "vodič"]) == (cyrillic, latin)


def test_the_source_is_not_published_and_the_styles_are(glossary_site: Site):
    assert "glossary.yml" not in glossary_site.files()
    assert ".cx-term" in glossary_site.text("assets/cx/glossary.css")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            "metrics/nps]",
            "metrics/npss]",
            "docs/glossary.yml:5:13: there is no page 'metrics/npss'",
        ),
        ("tooltip: false", "tooltips: no", "docs/glossary.yml:6:54: unknown key 'tooltips'"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_with_its_place(tmp_path, right, wrong, told):
    site = with_glossary(new_site(tmp_path), GLOSSARY.replace(right, wrong))

    done = site.build("--strict")

    assert 1 == done.returncode
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_what_stands_in_the_fence_is_told(tmp_path: Path):
    site = with_glossary(new_site(tmp_path))
    for tag in ("en", "sr"):
        site.write(f"docs/{tag}/glossary.md", "# T { #glossary }\n\n```glossary\nall: true\n```\n")

    done = site.build("--strict")

    assert 1 == done.returncode
    assert "docs/en/glossary.md:4:1: the fence 'glossary' holds nothing" in done.stderr


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_site_in_one_language_without_our_other_plugins_has_a_glossary(tmp_path, theme):
    language = {"language": "cs"} if theme == "material" else {}
    site = Site(tmp_path, {"site_name": "O", "theme": {"name": theme, **language}})
    site.config["plugins"] = ["cx-glossary"]
    site.write("docs/index.md", "# Domů\n\nTři průzkumy a survey.\n")
    site.write("docs/terms.md", "# Terms\n\n```glossary\n```\n")
    site.write("docs/glossary.yml", GLOSSARY.replace("metrics/nps", "index"))
    site.write("short-texts/locale/cs.po", (LOCALE / "cs.po").read_text("utf-8"))

    result = site.build()

    assert 0 == result.returncode, result.stderr
    [link] = site.page("index.html").cssselect(".cx-term")
    assert ("survey", "terms/#term-survey") == (link.text, link.get("href"))
    assert "Domů" == site.page("terms/index.html").cssselect("#term-survey a")[0].text


def test_a_site_without_terms_is_left_alone(tmp_path: Path):
    site = Site(tmp_path, {"site_name": "O", "plugins": ["cx-glossary"], "theme": "mkdocs"})
    site.write("docs/index.md", "# Home\n\nA survey.\n")

    site.built()

    assert [] == site.page("index.html").cssselect(".cx-term")


@pytest.mark.parametrize(
    ("prefix", "names"),
    {
        "": ["guide", "survey"],
        "sr/": ["анкета", "водич"],
        "sr-latn/": ["anketa", "vodič"],
        "th/": [],
        "cs/": [],
    }.items(),
)
def test_search_engines_are_told_terms_where_the_page_is_written(
    glossary_site: Site, prefix: str, names: list[str]
):
    page = glossary_site.page(f"{prefix}glossary/index.html")

    parts = page.xpath("//article//script[@type='application/ld+json']/text()")
    terms = [term for part in parts for term in json.loads(part)["hasDefinedTerm"]]
    assert names == [term["name"] for term in terms]
    anchors = [f"#{one}" for one in page.xpath("//dl/div/@id")] if names else []
    start = f"https://guide.example/{prefix}glossary/"
    assert anchors == [term["url"].removeprefix(start) for term in terms]
