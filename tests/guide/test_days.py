"""The days of the built guide's pages: in the sitemap, in the feeds and on the pages."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from functools import cache
from urllib.parse import urljoin

import pytest
from babel.dates import get_month_names
from lxml import etree

from guide_heads import ARTICLES, SITE, TRANSLATED, meta
from guide_site import PAGES, PREFIXES, ROOT, Guide
from written_days import written_day

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@cache
def days() -> dict[str, str]:
    log = subprocess.run(
        ["git", "log", "--format=@%cs", "--name-only", "-c", "--", "docs"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    found: dict[str, str] = {}
    day = ""
    for line in log.splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line:
            found[line] = max(day, found.get(line, ""))
    return found


def is_shallow() -> bool:
    asked = ["git", "rev-parse", "--is-shallow-repository"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() != "false"


def test_the_sitemap_says_when_the_source_of_a_page_was_changed(guide: Guide):
    tree = etree.parse(guide.folder / "sitemap.xml")

    actual = {
        url.findtext("s:loc", namespaces=SITEMAP): url.findtext("s:lastmod", namespaces=SITEMAP)
        for url in tree.getroot()
    }
    expected = {
        SITE + address: None if is_shallow() else days().get(source(tag, path))
        for tag, path, address in TRANSLATED
    }
    assert expected == actual


def source(tag: str, path: str) -> str:
    return f"docs/{'sr' if tag == 'sr-Latn' else tag}/{path or 'index'}.md"


# Feeds


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_a_feed_has_every_reviewed_page_of_its_language(guide: Guide, tag: str, prefix: str):
    root = etree.parse(guide.folder / prefix / "feed.xml").getroot()

    assert tag == root.get("{http://www.w3.org/XML/1998/namespace}lang")
    entries = root.findall("a:entry", ATOM)
    actual = {one.findtext("a:id", namespaces=ATOM): entry(one) for one in entries}
    assert len(entries) == len(actual)
    assert actual == {
        SITE + address: facts(guide, address)
        for other, _, address in ARTICLES
        if other == tag and facts(guide, address)[2]
    }
    newest = max(one.findtext("a:updated", namespaces=ATOM) for one in entries)
    assert newest == root.findtext("a:updated", namespaces=ATOM)
    assert root.findtext("a:author/a:name", namespaces=ATOM)


def entry(one: etree._Element) -> tuple[str, str, str]:
    title, summary, updated = (
        one.findtext(f"a:{name}", namespaces=ATOM) or "" for name in ("title", "summary", "updated")
    )
    assert one.findtext("a:id", namespaces=ATOM) == one.find("a:link", ATOM).get("href")
    return title, summary, updated.removesuffix("T00:00:00Z")


def facts(guide: Guide, address: str) -> tuple[str, str, str]:
    page = guide.page(address)
    reviewed = page.xpath("string(//*[@class='cx-page-facts']//time/@datetime)")
    return meta(page, "og:title")[0], meta(page, "description")[0], reviewed


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_page_leads_to_the_feed_of_its_language_and_to_its_copy(guide, tag, path, address):
    links = {
        link.get("type"): urljoin(address, link.get("href"))
        for link in guide.page(address).xpath(
            "//head/link[@type and normalize-space(@rel)='alternate']"
        )
    }

    assert f"/{PREFIXES[tag]}feed.xml" == links["application/atom+xml"]
    assert f"{address}index.md" == links["text/markdown"]


# Days on pages


@pytest.mark.parametrize("tag", PREFIXES)
def test_every_day_on_a_page_is_written_as_its_readers_expect(guide: Guide, tag: str):
    found = [
        (address, moment.get("datetime"), moment.text_content())
        for other, _, address in PAGES
        if other == tag
        for moment in guide.page(address).xpath("//time[@datetime]")
    ]

    expected = [written_day(date.fromisoformat(day), tag) for _, day, _ in found]
    assert len(found) >= 34
    assert [] == [one for one, text in zip(found, expected, strict=True) if one[2] != text]


def test_a_year_of_another_era_is_told_as_one_on_thai_pages(guide: Guide):
    months = "|".join(get_month_names("wide", locale="th").values())
    of_another_era = re.compile(rf"(?:{months})\s(?:1[89]|20)\d\d")

    found = [
        (address, of_another_era.findall(guide.page(address).text_content()))
        for tag, _, address in PAGES
        if tag == "th"
    ]

    assert [] == [(address, told) for address, told in found if told]
