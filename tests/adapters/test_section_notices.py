"""Readers of a translated page are told, at the section, what is not as the English is."""

from __future__ import annotations

import pytest
from lxml import html

from cxguide.translations.sections import read_sections
from git_project import GitProject
from tiny_site import Site, new_site

ENGLISH = """\
# Score { #nps }

A survey.

## Formula { #formula }

Promoters minus detractors.

## Limits { #limits }

It says [little](../five-cs.md).

### Of one person { #person }

Nothing.

## Sources { #sources }

None.
"""
THAI = """\
# คะแนน {{ #nps data-en={nps} }}

แบบสำรวจ

## สูตร {{ #formula data-en=0000000 }}

ผู้สนับสนุน

## Limits {{ #limits data-en=todo }}

What a translator has begun with.

### รายคน {{ #person data-en={person} }}

ไม่มี

## แหล่งอ้างอิง {{ #sources data-en=own }}

ไม่มี
"""


def write_pages(site: Site, english: str = ENGLISH) -> None:
    marks = {one.id: one.fingerprint for one in read_sections(ENGLISH, "a.md").sections}
    site.write("docs/en/metrics/nps.md", english)
    site.write("docs/th/metrics/nps.md", THAI.format(**marks))
    for tag in ("sr", "cs"):
        site.write(f"docs/{tag}/metrics/nps.md", ENGLISH)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = new_site(tmp_path_factory.mktemp("marked"))
    write_pages(site)
    return site.built()


@pytest.fixture(scope="module")
def page(marked: Site) -> html.HtmlElement:
    return marked.page("th/metrics/nps/index.html")


def notices(page: html.HtmlElement) -> dict[str, str]:
    """What is told, by the id of the heading above it."""
    found = page.xpath("//aside[@data-cx-notice]")
    return {one.getprevious().get("id"): one.get("data-cx-notice") for one in found}


def test_no_page_shows_a_marker(marked: Site):
    pages = [name for name in marked.files() if name.endswith(".html")]

    assert [] == [name for name in pages if marked.page(name).xpath("//@data-en")]


def test_a_stale_and_an_untranslated_section_are_told_at_their_heading(page: html.HtmlElement):
    assert {"formula": "stale", "limits": "todo"} == notices(page)


def test_the_notice_of_a_stale_section_leads_to_the_english_one(page: html.HtmlElement):
    (notice,) = page.xpath("//aside[@data-cx-notice='stale']")

    assert ["../../../metrics/nps/#formula"] == notice.xpath(".//a[@hreflang='en']/@href")
    edit = "https://github.com/cx/guide/edit/main/docs/th/metrics/nps.md"
    assert [edit] == notice.xpath(".//a[@rel='nofollow']/@href")
    assert "ภาษาไทย: The English text of this section has changed." in notice.text_content()


def test_an_untranslated_section_is_the_english_of_now_and_says_so(page: html.HtmlElement):
    (heading,) = page.xpath("//h2[@id='limits']")
    (words,) = page.xpath("//p[contains(., 'It says little')]")

    assert "en" == heading.get("lang")
    assert ["en"] == words.xpath("ancestor::*[@lang][1]/@lang")
    assert "translator has begun" not in page.text_content()


def test_the_section_below_it_is_in_the_language_of_the_page(page: html.HtmlElement):
    (heading,) = page.xpath("//h3[@id='person']")

    assert ["th"] == heading.xpath("ancestor-or-self::*[@lang][1]/@lang")


def test_links_at_english_headings_name_themselves_in_the_language_of_the_page(
    page: html.HtmlElement,
):
    links = page.xpath("//a[@class='headerlink']")

    assert {"#formula", "#limits"} <= {one.get("href") for one in links}
    assert {"th"} == {one.xpath("ancestor-or-self::*[@lang][1]/@lang")[0] for one in links}


def test_the_contents_list_says_which_titles_are_english(page: html.HtmlElement):
    entries = page.xpath("//nav[contains(@class, 'md-nav--secondary')]//a[contains(@href, '#')]")
    languages = {
        one.get("href"): one.xpath("(.//*[@lang] | ancestor::*[@lang])[last()]/@lang")
        for one in entries
    }

    assert ["en"] == languages["#limits"]
    assert ["th"] == languages["#formula"]


def test_links_of_an_english_section_stay_in_the_language_of_the_reader(page: html.HtmlElement):
    assert ["../../five-cs/"] == page.xpath("//p[contains(., 'It says little')]/a/@href")


def test_the_english_page_is_told_nothing(marked: Site):
    assert {} == notices(marked.page("metrics/nps/index.html"))


def test_words_that_changed_are_shown_where_the_history_knows_them(
    tmp_path_factory: pytest.TempPathFactory,
):
    root = tmp_path_factory.mktemp("history")
    site = new_site(root)
    write_pages(site)
    project = GitProject(root)
    project.git("init", "-q")
    project.commit("Begin")
    site.write("docs/en/metrics/nps.md", ENGLISH.replace("A survey.", "A survey of customers."))

    site.built()

    (notice,) = site.page("th/metrics/nps/index.html").xpath(
        "//h1/following-sibling::*[1][self::aside]"
    )
    assert ["survey."] == notice.xpath(".//*[@lang='en']//del/text()")
    assert ["survey of customers."] == notice.xpath(".//*[@lang='en']//ins/text()")
    assert notice.xpath(".//summary/time/@datetime")


def test_a_section_that_is_new_in_english_is_shown_in_english(
    tmp_path_factory: pytest.TempPathFactory,
):
    site = new_site(tmp_path_factory.mktemp("new"))
    write_pages(site)
    between = "## Limits { #limits }"
    new = f"## Example {{ #example }}\n\nAn invented shop.\n\n{between}"
    site.write("docs/en/metrics/nps.md", ENGLISH.replace(between, new))

    site.built()

    page = site.page("th/metrics/nps/index.html")
    assert "todo" == notices(page)["example"]
    ids = page.xpath("//article//*[self::h1 or self::h2 or self::h3]/@id")
    assert ["nps", "formula", "example", "limits", "person", "sources"] == ids
