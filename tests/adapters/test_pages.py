"""What `cx-pages` gives with each page: facts below the title, sheets as files, all sources."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cxguide.core.languages import ENGLISH
from cxguide.glossary.ordering import sort_key
from tiny_site import Site

CHECK = """---
title: Checks
reviewed: 2026-03-31
---
# Checks { #checks }

Lead.

## Sheet { #sheet .cx-sheet }

| Question | Answer |
| --- | --- |
| Is it told? | |

## Sources { #sources }

- Somebody, *A Book*, [2001](https://example.org/). Read.
- <span lang="fr">Un livre & un lecteur</span>, 2002. Read.
"""


def site_of(root: Path, *plugins: object, **settings: object) -> Site:
    config = {"site_name": "Site", "theme": {"name": "mkdocs"}, "plugins": [*plugins]}
    site = Site(root, {**config, "markdown_extensions": ["attr_list"], **settings})
    site.write("docs/index.md", "---\nreviewed: 2026-03-31\n---\n# Home\n")
    site.write("docs/checks.md", CHECK)
    site.write(
        "docs/list.md", "# All\n\n```sources\nof: pages\n```\n\n```sources\nof: calculators\n```\n"
    )
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = site_of(tmp_path_factory.mktemp("site"), "cx-pages", "cx-calculators")
    site.write("docs/nps.md", "# NPS\n\n```calculator\nmetric: nps\n```\n")
    return site.built()


def test_a_page_says_how_long_it_takes_and_when_it_was_reviewed(site: Site):
    facts = site.page("checks/index.html").cssselect("h1 + .cx-page-facts")

    assert ["About 1 minute to read", "Last reviewed: 31\u00a0March 2026"] == [
        one.text_content() for one in facts[0].cssselect("div > div")
    ]
    assert "2026-03-31" == facts[0].cssselect("time")[0].get("datetime")


def test_without_styles_time_and_review_stand_on_lines_of_their_own(site: Site):
    (facts,) = site.page("checks/index.html").cssselect(".cx-page-facts")

    assert ["div", "div"] == [one.tag for one in facts]


def test_every_page_has_the_styles_and_they_are_published(site: Site):
    links = site.page("checks/index.html").cssselect("link[rel=stylesheet]")

    assert 1 == [link.get("href") for link in links].count("../assets/cx/pages.css")
    styles = (site.folder / "assets" / "cx" / "pages.css").read_text("utf-8")
    assert ".cx-page-facts{" in styles
    assert "@media print{" in styles


def test_the_first_page_is_not_timed(site: Site):
    assert [] == site.page("index.html").cssselect(".cx-page-facts")


def test_a_sheet_links_its_files(site: Site):
    links = site.page("checks/index.html").cssselect(".cx-sheet-section .cx-sheet-links a")

    assert ["#sheet", "sheet.csv", "sheet.md"] == [link.get("href") for link in links]
    table = (site.folder / "checks" / "sheet.csv").read_text("utf-8-sig")
    assert [["Question", "Answer"], ["Is it told?", ""]] == list(csv.reader(io.StringIO(table)))
    assert "| Is it told? |  |" in (site.folder / "checks" / "sheet.md").read_text("utf-8")


def test_files_of_sheets_are_found_where_addresses_are_files(tmp_path: Path):
    site = site_of(tmp_path, "cx-pages", use_directory_urls=False)

    site.built()

    links = site.page("checks.html").cssselect(".cx-sheet-links a[download]")
    assert all((site.folder / link.get("href")).is_file() for link in links)
    assert ["checks/sheet.csv", "checks/sheet.md"] == [link.get("href") for link in links]


def test_the_list_of_sources_says_of_a_title_in_which_language_it_is(site: Site):
    (title,) = site.page("list/index.html").cssselect(".cx-sources li [lang]")

    assert ("fr", "Un livre & un lecteur") == (title.get("lang"), title.text_content())
    assert "Un livre & un lecteur, 2002. Read." == title.getparent().text_content()


def test_the_list_of_sources_has_those_of_pages_and_of_calculators(site: Site):
    page = site.page("list/index.html")

    assert ["Checks"] == [link.text for link in page.cssselect("h3 a")]
    assert "../checks/#sources" == page.cssselect("h3 a")[0].get("href")
    assert "Somebody, A Book, 2001. Read." == page.cssselect("h3 + ul li")[0].text
    rows = {
        row.cssselect("td")[0].text_content(): row for row in page.cssselect("[role=main] tbody tr")
    }
    bain = rows["Bain & Company: Net Promoter System"]
    assert "read" == bain.cssselect("td")[1].text
    assert "../nps/#nps-calculator" in [link.get("href") for link in bain.cssselect("a")]
    assert sorted(rows, key=lambda row: sort_key(row, ENGLISH)) == list(rows)


@pytest.mark.parametrize(
    ("fence", "told"),
    [
        ("of: page", "docs/list.md:4:5:"),
        ("off: pages", "docs/list.md:4:1:"),
    ],
)
def test_a_slip_in_the_fence_is_told_where_it_is(tmp_path: Path, fence: str, told: str):
    site = site_of(tmp_path, "cx-pages")
    site.write("docs/list.md", f"# All\n\n```sources\n{fence}\n```\n")

    result = site.build()

    assert 1 == result.returncode
    assert told in result.stderr


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "31.3.2026", "2026"])
def test_a_review_without_a_day_is_told(tmp_path: Path, day: str):
    site = site_of(tmp_path, "cx-pages", "cx-translations")
    site.write("docs/checks.md", CHECK.replace("2026-03-31", day))

    result = site.build()

    assert 1 == result.returncode
    assert "docs/checks.md:3:" in result.stderr
    assert "2026-03-31" in result.stderr
