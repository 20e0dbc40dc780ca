"""A version of a built site as one document."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.site.book import (
    Book,
    BookVersion,
    Chapter,
    book_html,
    book_of,
)

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
