"""What the site tells of its pages to others: search engines, feed readers, programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxguide.adapters.cards import card_of, write_cards
from cxguide.adapters.i18n import building_language, is_home, shared_url, written_language
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.texts import texts_of_versions
from cxguide.core.data_block import data_block
from cxguide.core.dates import told_day
from cxguide.core.templating import phrases
from cxguide.site.feeds import FEED
from cxguide.site.open_graph import Shared, card_names, graph_properties
from cxguide.site.outside import Outside, write_outside
from cxguide.site.page_facts import PageFacts, Section, VersionFacts, all_versions, copy_address
from cxguide.site.structured_data import page_data

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from cxguide.site.versions import SiteModel, SiteVersion

__all__ = ["Announcements", "PageHead"]

_TAG = re.compile("<[^>]+>")
_SOCIAL = "material/social"
"""A plugin of Material, which writes the same into the heads of pages."""
_LIST = "data-cx-list"
"""An attribute of lists in which people look things up."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page tells others.

    Attributes:
        properties: of Open Graph.
        names: of cards.
        data: of the page, as the content of a script element; may be empty.
        feed: address of the feed of its language, relative to the site's root; may be empty.
        copy: address of its Markdown copy, relative to the site's root; may be empty.
    """

    properties: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    data: str = ""
    feed: str = ""
    copy: str = ""


class Announcements:
    """Learns the pages of a run language by language, in the order in which MkDocs builds them."""

    def __init__(self) -> None:
        self._versions: dict[str, VersionFacts] = {}
        self._pages: dict[str, Mapping[str, PageFacts]] = {}
        self._own: set[str] = set()

    def learn(
        self, nav: Navigation, files: Files, model: SiteModel, config: MkDocsConfig, license: str
    ) -> None:
        """Learn what the site has in the language that is being built, when all pages are read."""
        self._own |= {file.dest_uri for file in files}
        entry = building_language(config)
        version = model.version(entry.prefix)
        pages = [
            _facts(page, path, config)
            for page in _in_order(nav, files)
            if model.is_written(path := shared_url(page.url, entry), version)
        ]
        self._pages[entry.prefix] = {page.path: page for page in pages}
        self._versions[entry.prefix] = VersionFacts(
            version,
            config.site_name,
            config.site_description or "",
            config.site_author or "",
            _plain(config.copyright),
            license,
            tuple(pages),
        )

    def head(
        self, page: Page, model: SiteModel, config: MkDocsConfig, wanted: Outside
    ) -> PageHead | None:
        """What the head of a page tells; `None` while the address of the site is unknown."""
        if not page.canonical_url or not model.site_url:
            return None
        entry = building_language(config)
        version, path = model.version(entry.prefix), shared_url(page.url, entry)
        known, facts = self._pages[entry.prefix].get(path), self._versions[entry.prefix]
        # A page that shows the original has the picture of that.
        source = version if known else model.default
        image = self._image(path, source, config) if wanted.cards else ""
        shared = _shared(page, known or _facts(page, path, config), image, model, config)
        is_shared = _SOCIAL not in config.plugins
        properties = tuple(graph_properties(shared)) if is_shared else ()
        names = tuple(card_names(shared)) if is_shared else ()
        if known is None or version.is_preview:
            return PageHead(properties, names)
        return PageHead(
            properties,
            names,
            data_block(page_data(known, facts, model, image=image)),
            version.address(FEED) if wanted.feeds and facts.has_feed else "",
            copy_address(version.address(path)) if wanted.copies else "",
        )

    def _image(self, path: str, version: SiteVersion, config: MkDocsConfig) -> str:
        page = self._pages[version.prefix].get(path)
        if page is None or version.is_preview:
            return ""
        return card_of(page, self._versions[version.prefix], config)

    def write_pictures(self, model: SiteModel, config: MkDocsConfig, wanted: Outside) -> None:
        """Write the pictures of all pages, before versions in other scripts are made."""
        if wanted.cards and model.site_url:
            write_cards(all_versions(model, self._versions), config)

    def write(self, model: SiteModel, config: MkDocsConfig, wanted: Outside) -> None:
        """Write the files of all languages, when every page is on disk."""
        texts = texts_of_versions(config)

        def words(facts: VersionFacts) -> Mapping[str, str]:
            return phrases("site/phrases.jinja", texts[facts.version.language.tag])["outside"]

        versions = all_versions(model, self._versions)
        folder, kept = Path(config.site_dir), kept_results(config)
        write_outside(folder, versions, model.site_url, wanted, self._own, words, kept)


def _in_order(nav: Navigation, files: Files) -> Iterator[Page]:
    """The pages in the order of the menu, then those that no menu has."""
    yield from nav.pages
    listed = {page.file.src_uri for page in nav.pages}
    for file in files.documentation_pages():
        if file.page is not None and file.src_uri not in listed:
            yield file.page


def _facts(page: Page, path: str, config: MkDocsConfig) -> PageFacts:
    title = page.meta.get("title") or (
        config.site_name if is_home(page, config) else page.title or path
    )
    return PageFacts(
        path,
        _plain(title),
        str(page.meta.get("description") or ""),
        tuple(_sections(page, config)),
        told_day(page.meta.get("reviewed")),
        _LIST in (page.content or ""),
    )


def _plain(html: object) -> str:
    """What readers see of a name, which MkDocs has as HTML."""
    return unescape(_TAG.sub("", str(html or "")))


def _sections(page: Page, config: MkDocsConfig) -> Iterator[Section]:
    entry = building_language(config)
    sections: list[Any] = [*page.ancestors]
    for section in reversed(sections):
        first = next(_pages(section.children or ()), None)
        if first is not None:
            yield Section(_plain(section.title), shared_url(first.url, entry))


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if item.is_page:
            yield item
        elif item.is_section:
            yield from _pages(item.children)


def _shared(
    page: Page, facts: PageFacts, image: str, model: SiteModel, config: MkDocsConfig
) -> Shared:
    language = written_language(page.file, config)
    written = (one.language for one in model.shown if model.is_written(facts.path, one))
    return Shared(
        facts.title,
        facts.description or config.site_description or "",
        page.canonical_url or "",
        config.site_name,
        language,
        tuple(one for one in written if one != language),
        facts.is_home,
        image,
    )
