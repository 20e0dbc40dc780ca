"""What a built site says of its versions: their lists of pages (`llms.txt`), their days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from cxguide.core.built_pages import language_of
from cxguide.core.markup import StartTag, pieces
from cxguide.core.places import Place, SourceError
from cxguide.site.book.chapters import Chapter
from cxguide.site.llms import LLMS

__all__ = ["BookVersion", "book_versions", "site_address"]

_LINK = re.compile(r"- \[(?P<title>(?:\\.|[^\]\\])*)\]\((?P<address>\S+)\)(?=: |$)")
_ESCAPED = re.compile(r"\\(.)")
_HEAD = re.compile(r"<head(?=[\s>]).*?</head", re.S)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True, slots=True)
class BookVersion:
    """A version of a built site, as its list of pages says it.

    Attributes:
        prefix: first part of its addresses, such as `cs/`; empty for the version at the root.
        tag: of its language, as its pages have it.
        name: of the site.
        description: of the site; may be empty.
        notes: author, rights and licence, as far as the site has them.
        chapters: its pages in the order of the list.
        changed: the last day on which one of them was changed; `None` where nobody knows.
    """

    prefix: str
    tag: str
    name: str
    description: str
    notes: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    changed: date | None = None


def site_address(site: Path) -> str:
    """Absolute address of a built site, with a slash at the end, as its first page says it.

    Raises:
        SourceError: the folder has no first page, or that says no address.
    """
    first = site / "index.html"
    if not first.is_file():
        problem = f"{site} is no built site: it has no index.html"
        raise SourceError(Place(str(first)), problem, fix="build it: mkdocs build --strict")
    head = _HEAD.search(first.read_text("utf-8"))
    for tag in pieces(head[0] if head else ""):
        if isinstance(tag, StartTag) and tag.name == "link" and tag.value("rel") == "canonical":
            address = unescape(tag.value("href") or "").removesuffix("index.html")
            return address if address.endswith("/") else f"{address}/"
    raise SourceError(
        Place(str(first)),
        "the site does not say its address, which links in a document need",
        fix="set site_url in mkdocs.yml, and build the site again",
    )


def book_versions(site: Path, address: str) -> tuple[BookVersion, ...]:
    """The versions of a built site, the one at its root first.

    Args:
        site: folder of the site.
        address: absolute address of the site.

    Raises:
        SourceError: the site has no list of pages, or a list names none of its pages.
    """
    root = _list(site, "")
    prefixes = [
        one.removesuffix(LLMS)
        for _, _, full in _links(root)
        if (one := full.removeprefix(address)).endswith(f"/{LLMS}") and (site / one).is_file()
    ]
    days = _days(site)
    return tuple(_version(site, address, prefix, days) for prefix in ("", *prefixes))


def _list(site: Path, prefix: str) -> str:
    path = site / f"{prefix}{LLMS}"
    if not path.is_file():
        raise SourceError(
            Place(str(path)),
            "the site has no list of its pages",
            fix="use the plugin cx-site with markdown_copies, set site_url, and build again",
        )
    return path.read_text("utf-8")


def _version(site: Path, address: str, prefix: str, days: dict[str, date]) -> BookVersion:
    text = _list(site, prefix)
    name, description, notes = _head(text)
    chapters, told = [], []
    for section, title, full in _links(text):
        file = f"{unquote(full.removeprefix(address)).removesuffix('.md')}.html"
        if full.endswith(".md") and (site / file).is_file():
            chapters.append(Chapter(file, title, section))
            told.append(days.get(full.removesuffix(".md").removesuffix("index")))
            told.append(days.get(f"{full.removesuffix('.md')}.html"))
    if not chapters:
        raise SourceError(
            Place(str(site / f"{prefix}{LLMS}")),
            "it lists no page that the site has",
            fix="build the site again with the plugin cx-site",
        )
    tag = language_of((site / chapters[0].file).read_text("utf-8")) or "en"
    changed = max(filter(None, told), default=None)
    return BookVersion(prefix, tag, name, description, notes, tuple(chapters), changed)


def _head(text: str) -> tuple[str, str, tuple[str, ...]]:
    name = description = ""
    notes: tuple[str, ...] = ()
    for block in text.partition("\n## ")[0].split("\n\n"):
        line = _plain(" ".join(block.split("\n")).strip())
        if line.startswith("# "):
            name = line.removeprefix("# ")
        elif line.startswith("> "):
            description = line.removeprefix("> ")
        elif line:
            notes = tuple(line.split(" · "))
    return name, description, notes


def _links(text: str) -> Iterator[tuple[str, str, str]]:
    """Heading, title and address of every link of a list."""
    heading = ""
    for line in text.splitlines():
        if line.startswith("## "):
            heading = _plain(line.removeprefix("## "))
        elif found := _LINK.match(line):
            yield heading, _plain(found["title"]), found["address"]


def _plain(markdown: str) -> str:
    r"""What was written by `markdown_inline`.

    >>> _plain(r"R&D \*c\* &lt;d>")
    'R&D *c* <d>'
    """
    return unescape(_ESCAPED.sub(r"\1", markdown))


def _days(site: Path) -> dict[str, date]:
    """The day on which each address of the sitemap was last changed."""
    path = site / "sitemap.xml"
    if not path.is_file():
        return {}
    return {
        one.findtext(f"{_SITEMAP}loc", ""): date.fromisoformat(day[:10])
        for one in ElementTree.parse(path).iter(f"{_SITEMAP}url")
        if _DAY.match(day := one.findtext(f"{_SITEMAP}lastmod", ""))
    }
