"""What search engines, feed readers and programs are told of the built guide."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from lxml import etree, html

from guide_site import PAGES, PREFIXES, ROOT, Guide, is_translated

SITE = "https://cx-guide.example"
TRANSLATED = [page for page in PAGES if is_translated(*page[:2])]
ARTICLES = [page for page in TRANSLATED if page[1]]
LATIN = [page for page in TRANSLATED if page[0] == "sr-Latn"]
LISTS = {"reference/glossary", "reference/sources"}
LOCALES = {"en": "en_GB", "sr": "sr_RS", "sr-Latn": "sr_Latn_RS", "th": "th_TH", "cs": "cs_CZ"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
CYRILLIC = "[\u0400-\u04ff]"


def meta(page: html.HtmlElement, name: str) -> list[str]:
    return page.xpath("//head/meta[@property=$name or @name=$name]/@content", name=name)


def known(guide: Guide, address: str) -> dict[str, Any]:
    """What the head of a page says of it to search engines."""
    (text,) = guide.page(address).xpath("//head/script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert "https://schema.org" == data["@context"]
    return {one["@type"]: one for one in data.get("@graph", [data])}


def seen(element: html.HtmlElement) -> str:
    """The words that people see, as one line; soft hyphens are not seen."""
    for mark in element.cssselect(".headerlink"):
        mark.drop_tree()
    return line(element.text_content().replace("\u00ad", ""))


def line(text: str) -> str:
    return " ".join(text.split())


# Titles and descriptions


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_page_has_a_title_and_a_description_of_its_own(guide: Guide, prefix: str):
    pages = [
        guide.page(address) for _, _, address in TRANSLATED if address.startswith(f"/{prefix}")
    ]

    titles = Counter(page.findtext(".//title") for page in pages)
    descriptions = Counter(meta(page, "description")[0] for page in pages)

    assert [] == [text for text, count in (titles | descriptions).items() if count > 1]


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_title_and_description_have_a_length_that_is_shown(guide, tag, path, address):
    page = guide.page(address)
    (description,) = meta(page, "description")

    assert 12 <= len(page.findtext(".//title")) <= 65
    assert 50 <= len(description) <= 160


# What others show of a page


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_what_others_show_is_what_the_page_says(guide: Guide, tag, path, address):
    page = guide.page(address)

    (title,) = meta(page, "og:title")
    (name,) = meta(page, "og:site_name")
    assert f"{title} - {name}" == page.findtext(".//title")
    assert [title] == meta(page, "twitter:title")
    assert meta(page, "description") == meta(page, "og:description")
    assert meta(page, "description") == meta(page, "twitter:description")
    assert [f"{SITE}{address}"] == meta(page, "og:url")
    assert page.xpath("//link[@rel='canonical']/@href") == meta(page, "og:url")
    assert ["article" if path else "website"] == meta(page, "og:type")
    assert ["summary_large_image"] == meta(page, "twitter:card")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_page_has_a_picture_in_its_language(guide: Guide, tag, path, address):
    page = guide.page(address)

    picture = f"{SITE}/assets/cards/{path or 'index'}.{tag.lower()}.png"
    assert [picture] == meta(page, "og:image")
    told = known(guide, address)
    kind = next(iter(told.keys() - {"BreadcrumbList"}))
    assert picture == told[kind]["image"]
    assert meta(page, "og:title") == meta(page, "og:image:alt")
    head = file_of(guide, picture).read_bytes()[:24]
    sizes = [int.from_bytes(head[at : at + 4], "big") for at in (16, 20)]
    assert sizes == [int(meta(page, f"og:image:{side}")[0]) for side in ("width", "height")]


def test_no_two_pages_have_the_same_picture(guide: Guide):
    pictures = list((guide.folder / "assets" / "cards").rglob("*.png"))

    assert len(TRANSLATED) == len(pictures) == len({path.read_bytes() for path in pictures})


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_the_locales_of_a_page_are_those_of_its_alternates(guide: Guide, tag, path, address):
    page = guide.page(address)

    links = page.cssselect("head link[hreflang]")
    others = [
        link.get("hreflang") for link in links if link.get("hreflang") not in {tag, "x-default"}
    ]
    assert [LOCALES[tag]] == meta(page, "og:locale")
    assert [LOCALES[other] for other in others] == meta(page, "og:locale:alternate")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_alternates_name_each_other(guide: Guide, tag, path, address):
    def announced(page: html.HtmlElement) -> dict[str, str]:
        return {link.get("hreflang"): link.get("href") for link in page.cssselect("link[hreflang]")}

    own = announced(guide.page(address))

    assert f"{SITE}{address}" == own[tag]
    assert [] == [at for at in own.values() if announced(guide.page(at.removeprefix(SITE))) != own]


# What search engines are told


@pytest.mark.parametrize(("tag", "path", "address"), ARTICLES)
def test_search_engines_are_told_what_the_page_says(guide: Guide, tag, path, address):
    page = guide.page(address)
    told = known(guide, address)

    kind = "WebPage" if path in LISTS else "TechArticle"
    assert {kind, "BreadcrumbList"} == told.keys()
    one = told[kind]
    assert f"{SITE}{address}" == one["url"]
    assert tag == one["inLanguage"]
    assert meta(page, "og:title") == [one.get("headline") or one.get("name")]
    assert meta(page, "description") == [one["description"]]
    (day,) = page.cssselect(".cx-page-facts time")
    assert day.get("datetime") == (one.get("mainEntityOfPage") or one)["lastReviewed"]
    assert meta(page, "og:site_name") == [one["isPartOf"]["name"]]
    assert f"{SITE}/{PREFIXES[tag]}" == one["isPartOf"]["url"]
    assert ("translationOfWork" in one) == (tag != "en")


@pytest.mark.parametrize(("tag", "path", "address"), ARTICLES)
def test_the_way_to_a_page_is_the_one_of_the_menu(guide: Guide, tag, path, address):
    items = known(guide, address)["BreadcrumbList"]["itemListElement"]
    menu = guide.page(address).cssselect(".md-nav--primary")[0]

    assert [f"{SITE}/{PREFIXES[tag]}", f"{SITE}{address}"] == [items[0]["item"], items[-1]["item"]]
    assert len(items) == len({item["item"] for item in items})
    assert [] == [item for item in items if not file_of(guide, item["item"]).is_file()]
    labels = {seen(label) for label in menu.cssselect("label.md-nav__title, span.md-ellipsis")}
    assert {line(item["name"]) for item in items[1:-1]} <= labels


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_the_home_page_is_told_as_the_site(guide: Guide, tag: str, prefix: str):
    told = known(guide, f"/{prefix}")["WebSite"]

    assert meta(guide.page(f"/{prefix}"), "og:site_name") == [told["name"]]
    assert (tag, f"{SITE}/{prefix}") == (told["inLanguage"], told["url"])


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_every_term_is_told_as_the_glossary_has_it(guide: Guide, tag: str, prefix: str):
    address = f"/{prefix}reference/glossary/"
    page = guide.page(address)
    told = [
        json.loads(text)
        for text in page.xpath("//article//script[@type='application/ld+json']/text()")
    ]

    url, (title,) = f"{SITE}{address}", meta(page, "og:title")
    assert {("DefinedTermSet", url, url, title, tag)} == {
        tuple(one[name] for name in ("@type", "@id", "url", "name", "inLanguage")) for one in told
    }
    actual = {
        urldefrag(one["url"]).fragment: (line(one["name"]), line(one["description"]))
        for part in told
        for one in part["hasDefinedTerm"]
    }
    expected = {
        term.get("id"): (seen(term.cssselect("dt b")[0]), seen(term.cssselect("dd")[0]))
        for term in page.cssselect(".cx-glossary dl > div")
    }
    assert expected == actual


@pytest.mark.parametrize(
    ("tag", "path", "address"), [one for one in TRANSLATED if one[0] == "sr-Latn"]
)
def test_nothing_in_latin_script_is_told_in_cyrillic(guide: Guide, tag, path, address):
    page = guide.page(address)

    blocks = page.xpath("//script[@type='application/ld+json']/text() | //head/meta/@content")
    assert [] == [one for one in blocks if re.search(CYRILLIC, one) or f"{SITE}/sr/" in one]


# Days


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


# Lists and copies for programs


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_the_list_for_programs_has_every_page_of_its_language(guide: Guide, tag: str, prefix: str):
    text = (guide.folder / prefix / "llms.txt").read_text("utf-8")

    links = re.findall(r"^- \[.*?\]\((.*?)\)", text, re.MULTILINE)
    pages = [f"{SITE}{address}index.md" for other, _, address in TRANSLATED if other == tag]
    lists = [f"{SITE}/{other}llms.txt" for other in PREFIXES.values() if other != prefix]
    assert sorted(pages + lists) == sorted(links)
    assert [] == [link for link in links if not file_of(guide, link).is_file()]
    assert 1 == len(re.findall("^# ", text, re.MULTILINE))
    assert 8 == len(set(re.findall("^## .*", text, re.MULTILINE)))


def file_of(guide: Guide, url: str) -> Path:
    path = guide.folder / urldefrag(url).url.removeprefix(SITE).split("?")[0].strip("/")
    return path / "index.html" if path.is_dir() else path


def copy(guide: Guide, address: str) -> tuple[dict[str, Any], str]:
    """What is known of a page, and its text."""
    whole = (guide.folder / address.strip("/") / "index.md").read_text("utf-8")
    _, head, text = whole.split("---\n", maxsplit=2)
    return yaml.safe_load(head), text.lstrip("\n")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_copy_says_of_which_page_it_is(guide: Guide, tag, path, address):
    page = guide.page(address)
    head, text = copy(guide, address)

    assert meta(page, "og:title") == [head["title"]]
    assert meta(page, "description") == [head["description"]]
    assert (tag, SITE + address) == (head["lang"], head["url"])
    assert isinstance(head["reviewed"], date)
    assert {"author", "license"} <= head.keys()
    assert text.startswith("# ")


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_copy_has_every_heading_and_every_result_of_its_page(guide: Guide, tag, path, address):
    article = guide.page(address).cssselect("article")[0]
    for left_out in article.cssselect(".cx-builder, [hidden]"):
        left_out.drop_tree()
    text = plain(copy(guide, address)[1])

    headings = [f"\n{'#' * int(h.tag[1])} {seen(h)}\n" for h in article.cssselect("h1, h2, h3, h4")]
    results = [seen(one) for one in article.cssselect(".cx-main-value, .cx-interval, .cx-given dd")]
    items = [seen(one) for one in article.cssselect(".cx-map-grid li, .cx-map-grid q")]
    missing = [one for one in (*headings, *results, *items) if plain(one) not in f"\n{text}"]
    on_screens_alone = 1 if path == "reference/embed" else 0
    assert on_screens_alone == len(missing), missing


def without_code(text: str) -> str:
    code = r"^(`{3,})[^`]*?\n.*?\n\1$|`+[^`]+`+"
    return re.sub(code, "code", text, flags=re.DOTALL | re.MULTILINE)


def plain(text: str) -> str:
    """Text without the signs of Markdown, without links and blanks."""
    return re.sub(r"[\\*„“”]|[^\S\n]", "", re.sub(r"\[([^\[]*?)\]\([^)]*\)", r"\1", text))


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_copy_can_be_read_alone(guide: Guide, tag, path, address):
    text = copy(guide, address)[1]
    prose = without_code(text)

    links = re.findall(r"\]\(<?([^)>]*)>?\)", prose)
    assert [] == [link for link in links if not link.startswith(("https://", "http://", "mailto:"))]
    own = [link for link in links if link.startswith(SITE)]
    assert [] == [link for link in own if not file_of(guide, link).is_file()]
    assert [] == re.findall(r"(?<!\\)</?[a-z][^>]*>", prose)
    assert [] == re.findall(r"[\u00ad\u200b]", text)
    assert "\n\n\n" not in prose


@pytest.mark.parametrize(
    ("tag", "path", "address"), [one for one in TRANSLATED if one[0] == "sr-Latn"]
)
def test_a_copy_in_latin_script_has_no_cyrillic_and_stays_in_its_version(guide, tag, path, address):
    head, text = copy(guide, address)

    prose = without_code(text).replace("Српски (ћирилица)", "")  # it calls itself so
    assert [] == re.findall(f"{CYRILLIC}+", prose)
    assert [] == re.findall(rf"{SITE}/sr/[^)]*", without_code(text))
    assert not re.search(CYRILLIC, f"{head['title']} {head['description']}")


def test_only_what_is_translated_has_a_copy(guide: Guide):
    actual = {path.relative_to(guide.folder).as_posix() for path in guide.folder.rglob("index.md")}

    assert {f"{address}index.md".lstrip("/") for _, _, address in TRANSLATED} == actual


def test_robots_may_read_everything_and_learn_of_the_sitemap(guide: Guide):
    text = (guide.folder / "robots.txt").read_text("utf-8")

    assert f"User-agent: *\nAllow: /\n\nSitemap: {SITE}/sitemap.xml\n" == text
