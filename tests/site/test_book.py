"""A version of a built site as one document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.places import SourceError
from cxguide.site.book import (
    Book,
    BookVersion,
    Chapter,
    NoBrowser,
    book_html,
    book_of,
    book_versions,
    chromium_on_path,
    in_reading_order,
    sheets_of,
    site_address,
)
from cxguide.site.llms import llms_text
from site_facts import ENGLISH as FACTS
from site_facts import LATIN, SITE

WORDS = {"pages": "Pages", "languages": "Other languages"}
ADDRESS = "https://guide.example/base/"
HOME = """\
<!doctype html><html lang="en" class="no-js"><head>
<link rel="canonical" href="https://guide.example/base/">
<link rel="stylesheet" href="assets/all.css"><style>.a { background: url(b.png) }</style>
<link rel="next" href="a/"></head>
<body dir="ltr" data-md-color-scheme="slate" id="top"><header>Menu</header>
<main class="main" id="main"><article class="typeset"><h1 id="x">Home</h1>
<p id="y"><a href="#y">same</a> <a href="a/#x">other</a> <a href="a/#gone">gone</a>
<a href="a/">page</a> <a href="https://guide.example/base/a/#x">absolute</a>
<a href="th/">Thai</a> <a href="a/?n=1">preset</a> <a href="mailto:a@b.example">mail</a>
<a href="https://other.example/">https://other.example</a> <a href="http://[your-host]/">unreadable</a></p>
<label for="n">N</label><input id="n" aria-labelledby="x y" type="radio" name="r">
<details name="g"><summary>More</summary>closed</details><script>alert(1)</script>
<template><p>hidden</p></template><iframe src="/embed/"></iframe></article></main>
<footer>Foot</footer></body></html>
"""
PAGE = """\
<html lang="en"><head><link rel="stylesheet" href="../assets/all.css">
<link rel="stylesheet" href="own.css" media="print"><style>.b { background: url(b.png) }</style>
</head><body><main><article>
<h1 id="x">Page</h1><style>#x { color: red } .c { fill: url(#g) }</style>
<img src="../assets/i.png" srcset="s.png 1x,../l.png 2x, a/b,c.png 3x" loading="lazy">
<svg><linearGradient id="g"/><rect fill="url(#g)" mask='url("#else")'/><use href="#g"/>
<use href="../i.svg?v=1#s"/></svg>
<input type="radio" name="r"></article></main></body></html>
"""
CHAPTERS = (Chapter("index.html", "Home & all", "Pages"), Chapter("a/index.html", "Page", "Part"))
VERSION = BookVersion("", "en", "The <guide>", "About it.", ("CC BY",), CHAPTERS, date(2026, 3, 31))


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(VERSION, ADDRESS, {"index.html": HOME, "a/index.html": PAGE})


@pytest.fixture(scope="module")
def document(book: Book) -> html.HtmlElement:
    return html.document_fromstring(book_html(book, Texts(ENGLISH), {"p1": 3, "p2": 4}))


def test_every_id_is_unique_and_every_link_within_leads_to_one(document: html.HtmlElement):
    ids = document.xpath("//@id")
    within = [href[1:] for href in document.xpath("//a/@href") if href.startswith("#")]

    assert len(set(ids)) == len(ids)
    assert set() == set(within) - set(ids)
    assert {"p1", "p1-x", "p1-n", "p2", "p2-x", "p2-g"} <= set(ids)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("same", "#p1-y"),
        ("other", "#p2-x"),
        ("gone", "#p2"),
        ("page", "#p2"),
        ("absolute", "#p2-x"),
        ("Thai", f"{ADDRESS}th/"),
        ("preset", f"{ADDRESS}a/?n=1"),
        ("mail", "mailto:a@b.example"),
        ("unreadable", "http://[your-host]/"),
        ("https://other.example", "https://other.example/"),
    ],
)
def test_a_link_leads_into_the_document_or_to_an_absolute_address(
    document: html.HtmlElement, words: str, target: str
):
    (link,) = document.xpath(f"//section[@id='p1']//a[.='{words}']")

    assert target == link.get("href")


def test_a_link_that_is_an_address_is_marked_so_that_paper_does_not_say_it_twice(
    document: html.HtmlElement,
):
    marked = document.xpath("//section[@id='p1']//a[@data-cx-plain]")

    assert ["https://other.example"] == [link.text for link in marked]


def test_what_names_an_id_of_its_page_goes_along(document: html.HtmlElement):
    (field,) = document.xpath("//section[@id='p1']//input")
    (page,) = document.xpath("//section[@id='p2']")

    assert ("p1-n", "p1-x p1-y") == (field.get("id"), field.get("aria-labelledby"))
    assert ["p1-n"] == document.xpath("//label/@for")
    assert ["url(#p2-g)"] == page.xpath(".//rect/@fill")
    assert ['url("#else")'] == page.xpath(".//rect/@mask")  # of nobody
    assert "#p2-g" == page.xpath(".//use/@href")[0]
    assert "#p2-x { color: red } .c { fill: url(#p2-g) }" == page.xpath(".//style")[0].text


def test_groups_of_radio_buttons_of_two_pages_know_nothing_of_each_other(
    document: html.HtmlElement,
):
    assert ["p1-r", "p2-r"] == document.xpath("//input[@type='radio']/@name")


def test_files_are_loaded_from_the_root_of_the_site(document: html.HtmlElement):
    sheets = document.xpath("//link[@rel='stylesheet']")

    assert [("assets/all.css", None), ("a/own.css", "print")] == [
        (sheet.get("href"), sheet.get("media")) for sheet in sheets
    ]
    assert ["assets/i.png"] == document.xpath("//img/@src")
    assert ["a/s.png 1x,l.png 2x, a/a/b,c.png 3x"] == document.xpath("//img/@srcset")
    assert [] == document.xpath("//img/@loading")
    assert "i.svg?v=1#s" == document.xpath("//use/@href")[1]


def test_only_the_main_parts_are_there_inside_the_elements_that_styles_ask_for(
    document: html.HtmlElement,
):
    text = document.text_content()

    assert ("Menu" in text, "Foot" in text, "hidden" in text) == (False, False, False)
    assert 2 == len(document.xpath("//section[@class='cx-book-page']/main/article/h1"))
    assert ["main"] == document.xpath("//section[@id='p1']/main/@class")
    assert ("no-js", "ltr") == (document.get("class"), document.body.get("dir"))


def test_a_page_of_several_articles_is_printed_whole():
    page = (
        "<body><nav>Menu</nav><main><h1>A</h1><article>one<article>two</article>three</article>"
        "<article>four</article><p>five</p></main><footer>Foot</footer>"
    )
    book = book_of(VERSION, ADDRESS, {"index.html": HOME, "a/index.html": page})

    document = html.document_fromstring(book_html(book, Texts(ENGLISH)))

    assert "Aonetwothreefourfive" == document.xpath("string(//section[@id='p2']/main)")


def test_what_is_closed_is_open_and_nothing_runs(document: html.HtmlElement):
    (closed,) = document.xpath("//details")

    assert (True, None) == ("open" in closed.attrib, closed.get("name"))
    assert [] == document.xpath("//script | //iframe | //template")
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "script-src 'none'" in policy


def test_paper_is_light_whatever_the_site_is_on_the_screen(document: html.HtmlElement):
    assert "default" == document.body.get("data-md-color-scheme")


def test_the_first_page_says_what_it_is_of_when_and_where_from(document: html.HtmlElement):
    (first,) = document.xpath("//section[contains(@class, 'cx-book-title')]")

    said = [" ".join(one.text_content().split()) for one in first]
    assert [
        "The <guide>",
        "About it.",
        "CC BY",
        "Last changed: 31 March 2026",
        ADDRESS,
    ] == said
    assert ("The <guide>", "en") == (document.findtext(".//title"), document.get("lang"))


def test_the_contents_list_pages_under_their_sections_with_their_sheets(
    document: html.HtmlElement,
):
    lines = document.xpath("//nav//li")

    assert ["Home & all 3", "Part", "Page 4"] == [
        " ".join(one.text_content().split()) for one in lines
    ]
    assert ["#p1", "#p2"] == document.xpath("//nav//a/@href")


def test_styles_in_heads_find_their_files(document: html.HtmlElement):
    assert [".a { background: url(b.png) }", ".b { background: url(a/b.png) }"] == document.xpath(
        "//head/style[contains(., 'url(')]/text()"
    )


def test_pages_come_in_the_order_in_which_they_call_each_other_next():
    listed = [Chapter(f"{one}.html", one) for one in ("index", "b", "alone", "a")]
    pages = {
        "index.html": '<link rel="next" href="a.html">',
        "a.html": '<a class="x" rel="next" href="./untold.html">',
        "untold.html": '<a rel=next href="b.html">',
        "b.html": '<a rel="next" href="index.html">',
        "alone.html": "",
    }

    ordered = [one.title for one in in_reading_order(listed, pages)]

    assert ["index", "a", "b", "alone"] == ordered


@pytest.mark.parametrize(
    "next_one", ["https://other.example/b.html", "//other.example/b.html", "http://[your-host]/"]
)
def test_the_next_page_of_a_site_is_one_of_its_own(next_one: str):
    listed = [Chapter(f"{one}.html", one) for one in ("index", "a", "b")]
    pages = {"index.html": f'<link rel="next" href="{next_one}">', "a.html": "", "b.html": ""}

    assert tuple(listed) == in_reading_order(listed, pages)


def test_pages_that_call_nobody_next_stay_in_the_order_of_the_list():
    listed = [Chapter(f"{one}.html", one) for one in ("index", "b", "a")]

    assert tuple(listed) == in_reading_order(listed, {one.file: "" for one in listed})


def written_site(folder: Path) -> Path:
    """A site in English and Serbian Latin, as `cx-site` lists it."""
    for facts, others in ((FACTS, [LATIN]), (LATIN, [FACTS])):
        root = folder / facts.version.prefix
        root.mkdir(exist_ok=True)
        (root / "llms.txt").write_text(llms_text(facts, others, SITE, WORDS), "utf-8")
        for page in facts.pages:
            file = root / page.path / "index.html"
            file.parent.mkdir(exist_ok=True)
            tag = facts.version.language.tag
            file.write_text(
                f'<html lang="{tag}"><head><link rel="canonical" href="{SITE}"></head>', "utf-8"
            )
    return folder


def test_the_versions_of_a_site_are_read_from_its_lists(tmp_path: Path):
    site = written_site(tmp_path)

    english, latin = book_versions(site, site_address(site))

    assert ("en", "", "CX & guide", "A <guide>.") == (
        english.tag, english.prefix, english.name, english.description,
    )  # fmt: skip
    assert ("The authors", "CC BY 4.0", "https://licence.example/by/") == english.notes
    assert (
        Chapter("index.html", "Customer experience", "Pages"),
        Chapter("five/index.html", "Five <Cs>", "Basics"),
        Chapter("nps/index.html", "Score & interval", "Metrics"),
    ) == english.chapters
    assert ("sr-Latn", "sr-latn/", "Vodič") == (latin.tag, latin.prefix, latin.name)
    assert {"sr-latn"} == {one.file.split("/")[0] for one in latin.chapters}


def test_the_last_day_on_which_a_page_changed_is_that_of_the_version(tmp_path: Path):
    site = written_site(tmp_path)
    entries = "".join(
        f"<url><loc>{SITE}{path}</loc><lastmod>{day}</lastmod></url>"
        for path, day in (("", "2026-01-02"), ("nps/", "2026-03-04"), ("else/", "2026-05-06"))
    )
    (site / "sitemap.xml").write_text(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    )

    english, latin = book_versions(site, SITE)

    assert (date(2026, 3, 4), None) == (english.changed, latin.changed)


def test_the_day_of_a_page_whose_address_is_a_file_counts_as_well(tmp_path: Path):
    (tmp_path / "a.html").write_text('<html lang="en">')
    (tmp_path / "llms.txt").write_text(f"# Ours\n\n- [A]({SITE}a.md)\n")
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{SITE}a.html</loc><lastmod>2026-03-04</lastmod></url></urlset>"
    )

    (version,) = book_versions(tmp_path, SITE)

    assert date(2026, 3, 4) == version.changed


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("index.html", "is no built site: it has no index.html"),
        ("llms.txt", "the site has no list of its pages"),
    ],
)
def test_what_is_no_site_of_ours_is_told(tmp_path: Path, missing: str, told: str):
    site = written_site(tmp_path)
    (site / missing).unlink()

    with pytest.raises(SourceError, match=re.escape(told)):
        book_versions(site, site_address(site))


def test_a_site_without_its_address_is_told(tmp_path: Path):
    (tmp_path / "index.html").write_text("<html><head></head>")

    with pytest.raises(SourceError, match="does not say its address"):
        site_address(tmp_path)


def test_a_list_without_a_page_of_the_site_is_told(tmp_path: Path):
    site = written_site(tmp_path)
    (site / "llms.txt").write_text("# Ours\n\n- [Elsewhere](https://else.example/a.md)\n")

    with pytest.raises(SourceError, match="lists no page that the site has"):
        book_versions(site, SITE)


def test_a_browser_that_is_named_and_missing_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(NoBrowser, match="CHROMIUM names '/nowhere/chromium', which is no program"):
        chromium_on_path()


def test_without_any_browser_it_is_told_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        chromium_on_path()


def test_nothing_is_known_of_sheets_in_a_file_of_another_program():
    assert {} == sheets_of(b"%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n")
