"""What tests of the built guide ask of what it tells others: heads of pages, feeds, copies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from lxml import html

from guide_site import PAGES, Guide, is_translated

SITE = "https://cx-guide.example"
TRANSLATED = [page for page in PAGES if is_translated(*page[:2])]
ARTICLES = [page for page in TRANSLATED if page[1]]
LATIN = [page for page in TRANSLATED if page[0] == "sr-Latn"]
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


def file_of(guide: Guide, url: str) -> Path:
    path = guide.folder / urldefrag(url).url.removeprefix(SITE).split("?")[0].strip("/")
    return path / "index.html" if path.is_dir() else path
