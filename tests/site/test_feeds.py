"""A feed per language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from cxguide.site.feeds import MOST_ENTRIES, feed
from cxguide.site.page_facts import PageFacts, VersionFacts
from site_facts import ENGLISH, LATIN, SERBIAN, SITE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def told(facts: VersionFacts) -> etree._Element:
    return etree.fromstring(feed(facts, SITE).encode())


def with_pages(*days: date | None) -> VersionFacts:
    pages = [PageFacts(f"{at}/", f"Page {at}", reviewed=day) for at, day in enumerate(days)]
    return replace(ENGLISH, pages=tuple(pages))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [(ENGLISH, ("en", "feed.xml", "")), (SERBIAN, ("sr", "sr/feed.xml", "sr/")),
     (LATIN, ("sr-Latn", "sr-latn/feed.xml", "sr-latn/"))],
)  # fmt: skip
def test_a_feed_says_its_language_and_where_it_is(facts: VersionFacts, expected: tuple) -> None:
    root = told(facts)

    tag, own, home = expected
    assert tag == root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert [SITE + own] == root.xpath("a:link[@rel='self']/@href | a:id/text()", namespaces=ATOM)[
        :1
    ]
    assert [SITE + home] == root.xpath("a:link[@rel='alternate']/@href", namespaces=ATOM)


def test_an_entry_says_what_a_page_is_about_and_when_it_was_reviewed() -> None:
    (entry,) = told(ENGLISH).findall("a:entry", ATOM)

    actual = {
        name: entry.findtext(f"a:{name}", namespaces=ATOM)
        for name in ("id", "title", "summary", "updated")
    }
    assert actual == {
        "id": f"{SITE}nps/",
        "title": "Score & interval",
        "summary": "How to [calculate] it.",
        "updated": "2026-03-31T00:00:00Z",
    }
    assert ["Metrics"] == entry.xpath("a:category/@term", namespaces=ATOM)


def test_the_newest_day_comes_first_and_pages_of_one_day_in_reading_order() -> None:
    root = told(with_pages(date(2026, 1, 1), date(2026, 2, 2), None, date(2026, 1, 1)))

    assert ["Page 1", "Page 0", "Page 3"] == root.xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert "2026-02-02T00:00:00Z" == root.findtext("a:updated", namespaces=ATOM)


def test_a_feed_has_an_author_even_where_the_site_names_none() -> None:
    names = [
        told(replace(ENGLISH, author=one)).findtext("a:author/a:name", namespaces=ATOM)
        for one in ("A", "")
    ]

    assert ["A", "CX & guide"] == names


def test_a_feed_is_not_endless() -> None:
    days = [date(2026, 1, 1)] * (MOST_ENTRIES + 1)

    assert MOST_ENTRIES == len(told(with_pages(*days)).findall("a:entry", ATOM))


def test_without_reviewed_pages_there_is_no_feed() -> None:
    only_home = replace(ENGLISH, pages=ENGLISH.pages[:1])

    assert ["", ""] == [feed(one, SITE) for one in (with_pages(None, None), only_home)]
    assert not only_home.has_feed
