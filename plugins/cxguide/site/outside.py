"""The files of a built site for those who do not come by a browser.

Markdown copies of pages, lists of them (`llms.txt`), feeds, and `robots.txt`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cxguide.core.built_pages import file_of
from cxguide.core.keeping import Keeper, Unkept
from cxguide.site.copies import page_copy
from cxguide.site.feeds import FEED, feed
from cxguide.site.llms import LLMS, llms_text
from cxguide.site.page_facts import PageFacts, VersionFacts, copy_address

__all__ = ["Outside", "robots_text", "write_outside"]

ROBOTS = "robots.txt"


@dataclass(frozen=True, slots=True)
class Outside:
    """What is written.

    Attributes:
        feeds: a feed for each version.
        copies: Markdown copies of all pages, and the list of them for each version.
        cards: a picture for each page, which others show beside a link to it.
    """

    feeds: bool = True
    copies: bool = True
    cards: bool = False


def write_outside(
    folder: Path,
    versions: Iterable[VersionFacts],
    site_url: str,
    wanted: Outside,
    own: Collection[str],
    words: Callable[[VersionFacts], Mapping[str, str]],
    kept: Keeper | None = None,
) -> None:
    """Write the files into a built site, whose pages are complete in all versions.

    Args:
        folder: of the site.
        versions: the facts of all versions that readers are led to.
        site_url: absolute address of the site; nothing is written while it is unknown (`""`),
            because these files are read far from the site.
        wanted: what is written.
        own: addresses of files that the site has itself, which stay.
        words: the headings of `llms.txt` in the language of a version.
        kept: keeps the copies from one build to the next.
    """
    shown = tuple(versions)
    if not site_url or not shown:
        return
    for address, text in _files(folder, shown, site_url, wanted, words, kept or Unkept()):
        if text and address not in own:
            path = file_of(folder, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())


def robots_text(site_url: str) -> str:
    """`robots.txt`: everything may be read, and where all pages are listed."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"


def _files(
    folder: Path,
    shown: tuple[VersionFacts, ...],
    site_url: str,
    wanted: Outside,
    words: Callable[[VersionFacts], Mapping[str, str]],
    kept: Keeper,
) -> Iterator[tuple[str, str]]:
    yield ROBOTS, robots_text(site_url)
    for facts in shown:
        if wanted.feeds:
            yield facts.version.address(FEED), feed(facts, site_url)
        if wanted.copies:
            others = (other for other in shown if other is not facts)
            yield facts.version.address(LLMS), llms_text(facts, others, site_url, words(facts))
            for page in facts.pages:
                address = facts.version.address(page.path)
                yield copy_address(address), _copy(folder, address, page, facts, site_url, kept)


def _copy(
    folder: Path,
    address: str,
    page: PageFacts,
    facts: VersionFacts,
    site_url: str,
    kept: Keeper,
) -> str:
    known = {
        "title": page.title,
        "description": page.description,
        "url": site_url + address,
        "lang": facts.version.language.tag,
        "reviewed": page.reviewed,
        "author": facts.author,
        "license": facts.license,
    }
    html = file_of(folder, address).read_text(encoding="utf-8")
    return kept.made(
        "copy",
        f"{known}\0{html}",
        lambda: page_copy(
            html,
            known,
            address=site_url + address,
            title=page.title,
            tag=facts.version.language.tag,
        ),
    )
