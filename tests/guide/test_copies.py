"""What the built guide has for programs: lists and copies of its pages, a word for robots."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml

from guide_heads import CYRILLIC, LATIN, SITE, TRANSLATED, file_of, meta, seen
from guide_site import PREFIXES, Guide


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


@pytest.mark.parametrize(("tag", "path", "address"), LATIN)
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
