"""A page, a file and badges say how the translations of a site stand."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from lxml import etree, html

from cxguide.translations.sections import read_sections
from tiny_site import PAGES, Site, new_site

FENCE = "\n```translations\n```\n"
EDIT = "https://github.com/cx/guide"


def marked(english: str, translation: str, *, but: str = "") -> str:
    """A translation made from the English of now, but for one section."""
    for one in read_sections(english, "a.md").sections:
        mark = "0000000" if one.id == but else one.fingerprint
        translation = translation.replace(f"#{one.id} }}", f"#{one.id} data-en={mark} }}")
    return translation


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Thai has an old section, Serbian lacks a page, Czech has its home alone."""
    site = new_site(tmp_path_factory.mktemp("state"))
    for tag in ("sr", "th", "cs"):
        site.write(f"docs/{tag}/index.md", marked(PAGES["en/index.md"], PAGES[f"{tag}/index.md"]))
    for tag, but in (("sr", ""), ("th", "formula")):
        page = marked(PAGES["en/metrics/nps.md"], PAGES[f"{tag}/metrics/nps.md"], but=but)
        site.write(f"docs/{tag}/metrics/nps.md", page)
    for tag in ("en", "sr", "th", "cs"):
        path = f"docs/{tag}/index.md"
        site.write(path, (site.root / path).read_text("utf-8") + FENCE)
    return site.built()


def part(site: Site, prefix: str) -> html.HtmlElement:
    (found,) = site.page(f"{prefix}index.html").xpath("//*[@class='cx-translations']")
    return found


def table(site: Site, prefix: str) -> dict[str, list[str]]:
    return {
        row.xpath("string(th)"): [cell.text_content() for cell in row.xpath("td")]
        for row in part(site, prefix).xpath(".//tbody/tr")
    }


def test_the_table_has_all_pages_in_the_order_of_the_menu_and_all_languages(site: Site):
    assert {
        "Guide": ["1/1", "1/1", "1/1"],
        "Score": ["2/2", "1/2", "0/2"],
        "Five Cs": ["0/2", "0/2", "0/2"],
    } == table(site, "")
    names = part(site, "").xpath(".//thead//th[position()>1]/text()")
    assert ["Српски", "ไทย", "Čeština"] == names


def test_the_name_of_a_language_above_its_tasks_is_marked_as_in_that_language(site: Site):
    marked = part(site, "").xpath(".//summary/span[@translate='no']")

    assert {"th": "ไทย", "cs": "Čeština"}.items() <= {
        one.get("lang"): one.text for one in marked
    }.items()


def test_titles_are_those_of_the_reader_and_english_ones_are_marked(site: Site):
    assert ["คู่มือ", "คะแนน", "Five Cs"] == [*table(site, "th/")]
    (link,) = part(site, "th/").xpath(".//th/a[text()='Five Cs']")
    assert ("en", "five-cs/") == (link.get("lang"), link.get("href"))


def test_a_page_opens_in_the_editor_and_a_missing_one_begins_there(site: Site):
    links = part(site, "").xpath(".//td/a/@href")

    assert f"{EDIT}/edit/main/docs/th/metrics/nps.md" in links
    (begun,) = (one for one in links if "/docs/cs?filename=metrics/nps.md" in one)
    assert begun.startswith(f"{EDIT}/new/main/")
    assert quote("{ #formula data-en=todo }") in begun


def test_a_translated_page_names_the_tasks_of_its_language_with_the_line_to_write(site: Site):
    tasks = part(site, "th/").xpath("./details//li")
    mark = next(
        one.fingerprint
        for one in read_sections(PAGES["en/metrics/nps.md"], "a.md").sections
        if one.id == "formula"
    )

    assert 2 == len(tasks)
    assert "metrics/nps/#formula" == tasks[0].xpath("string(a/@href)")
    assert "ภาษาไทย: older than the English text" in tasks[0].text_content()
    assert [f"## NPS {{ #formula data-en={mark} }}"] == tasks[0].xpath("code/text()")
    assert "nobody has begun" in tasks[1].text_content()


def test_a_short_task_that_is_alone_on_its_page_is_one_to_begin_with(site: Site):
    (first,) = part(site, "th/").xpath("./ul[1]/li[1]")

    assert "#formula" in first.text_content()


def test_the_data_has_every_section_of_every_language(site: Site):
    data = json.loads(site.text("api/v1/translations.json"))
    thai = {page["path"]: page for page in data["languages"]["th"]["pages"]}

    assert {"follows": "sr"} == data["languages"]["sr-Latn"]
    assert ["index.md", "metrics/nps.md", "five-cs.md"] == [*thai]
    assert ["current", "stale"] == [one["state"] for one in thai["metrics/nps.md"]["sections"]]
    assert not thai["five-cs.md"]["written"]


def test_badges_say_a_share_that_is_never_rounded_up(site: Site):
    shares = {}
    for tag in ("sr", "th", "cs"):
        badge = etree.fromstring(site.text(f"api/v1/translations/{tag}.svg").encode())
        shares[tag] = badge.get("aria-label")

    assert {"sr": "Српски: 60%", "th": "ไทย: 40%", "cs": "Čeština: 20\u00a0%"} == shares


def test_words_in_the_fence_are_refused(site: Site, tmp_path_factory: pytest.TempPathFactory):
    other = new_site(tmp_path_factory.mktemp("words"))
    other.write("docs/en/index.md", f"{PAGES['en/index.md']}\n```translations\nall\n```\n")

    done = other.build("--strict")

    assert 0 != done.returncode
    assert (
        "docs/en/index.md:6:1: the fence 'translations' holds nothing, found 'all'" in done.stderr
    )
