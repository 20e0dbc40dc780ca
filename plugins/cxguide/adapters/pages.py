"""The plugin `cx-pages`: what readers get with a page beside its text.

How long it takes to read and when somebody last checked it, its sheets as files, wide tables as
blocks on a phone, and a list of all sources that the pages and calculators of the site name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from mkdocs.config import config_options as options
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from cxguide.adapters.faults import found_faults
from cxguide.adapters.fence_plugin import FencePlugin
from cxguide.adapters.fences import FencePage, check_fences, page_text
from cxguide.adapters.generated import write_files
from cxguide.adapters.i18n import (
    building_language,
    is_fallback,
    is_home,
    is_last_build,
)
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.plugin import Options
from cxguide.adapters.texts import texts_for
from cxguide.adapters.written_pages import WrittenPage, written_pages
from cxguide.core.built_pages import address_from_root
from cxguide.core.dates import format_day, told_day
from cxguide.core.languages import ENGLISH
from cxguide.core.sources import Source, SourceText, read_source
from cxguide.core.templating import rendered
from cxguide.pages import (
    SHEET,
    Link,
    Named,
    PageSources,
    Sheet,
    listed_items,
    may_hold_pictures,
    metric_sources_html,
    minutes_to_read,
    page_sources_html,
    pages_styles,
    review_faults,
    sheet_csv,
    sheet_markdown,
    with_image_sizes,
    with_labelled_cells,
    with_sheets,
)
from cxguide.translations.front_matter import first_line_after

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from cxguide.core.catalogs import Texts

__all__ = ["PagesPlugin"]

# On every page: under 4 kB, cached from then on; every page has facts or a table.
END_OF_TITLE = "</h1>"
SECTION = "sources"
"""Id of the heading under which a page lists its sources."""


class SourcesFence(Source):
    """What stands in a fence that lists sources."""

    of: Literal["pages", "calculators"]


class PagesOptions(Options):
    """Options of `cx-pages` in mkdocs.yml."""

    image_sizes = options.Type(bool, default=False)
    """Whether pictures say how large they are; for a theme whose styles keep their proportions."""


class PagesPlugin(FencePlugin):
    """Adds to the content of every page; the files of its sheets stand beside it."""

    config_class = PagesOptions
    config: PagesOptions
    fence = "sources"
    styles = "assets/cx/pages.css"

    def __init__(self) -> None:
        self._pages: Mapping[str, WrittenPage] = MappingProxyType({})
        self._files: Mapping[str, File] = MappingProxyType({})

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Check the fences and the days of review of all languages."""
        faults = found_faults()
        with faults.caught():
            self._pages = written_pages(files, config)
        for written in self._pages.values():
            for prefix, text in written.sources.items():
                lines = text.splitlines()
                file = written.files[prefix]
                for fault in review_faults(lines[: first_line_after(lines)], file):
                    faults.add(fault)
        with faults.caught():
            check_fences(self.fence, lambda one: read_source(one, SourcesFence), files, config)

    def content_told(self, file: File, config: MkDocsConfig) -> str | None:
        """Nothing, where no sheets have files beside it, and no pictures are measured."""
        text = page_text(file, config)
        has_files = SHEET in text or (self.config.image_sizes and may_hold_pictures(text))
        return None if has_files else super().content_told(file, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Learn all files of the language, now that nothing is added any more."""
        self._files = {file.dest_uri: file for file in files}

    @event_priority(-40)  # before the terms of the page are explained, so that files are plain
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Add facts below the title, files to sheets, labels to wide tables, sizes to pictures."""
        super().on_page_content(html, page=page, config=config, files=files)
        texts = texts_for(config, building_language(config).language)
        folder = _folder(page)

        def links(sheet: Sheet) -> str:
            start = "" if page.url.endswith("/") or not page.url else f"{folder.name}/"
            names = {form: f"{start}{sheet.id}.{form}" for form in ("csv", "md")}
            return rendered("page/sheet-links.html.jinja", texts, id=sheet.id, files=names)

        kept = kept_results(config)
        html = kept.made("labelled cells", html, partial(with_labelled_cells, html))
        if self.config.image_sizes:
            html = with_image_sizes(html, lambda src: _file_at(src, page, self._files))
        if is_fallback(page, config):
            return html  # the English page has the files, and words about them in its language
        html, sheets = with_sheets(html, links)
        for sheet in sheets:
            write_sheet(Path(config.site_dir, folder), sheet, page.canonical_url or "")
        if is_home(page, config):
            return html
        minutes = kept.made("minutes", html, lambda: str(minutes_to_read(html) or ""))
        facts = _facts(page, minutes, texts)
        return html.replace(END_OF_TITLE, f"{END_OF_TITLE}\n{facts}", 1)

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the styles."""
        if is_last_build(config):
            write_files({self.styles: pages_styles()}, config)

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The list of sources as HTML."""
        fence, _ = read_source(source, SourcesFence)
        texts = texts_for(config, page.language)
        if fence.of == "pages":
            return page_sources_html(self._page_sources(page, config), texts)
        return metric_sources_html(_metric_sources(page, config), texts)

    def _page_sources(self, page: FencePage, config: MkDocsConfig) -> Iterator[PageSources]:
        """In the order of file names; in English where a page is not translated."""
        version, from_url = building_language(config), getattr(page.owner, "url", "")
        for written in self._pages.values():
            prefix = version.prefix if version.prefix in written.sources else ""
            if not (items := _listed(written, prefix)):
                continue
            address = get_relative_url(written.address_in(version), from_url)
            language = "" if prefix == version.prefix else ENGLISH.tag
            title = written.titles.get(prefix, written.original_title(config))
            yield PageSources(Link(title, f"{address}#{SECTION}", language), items)


def _listed(written: WrittenPage, prefix: str) -> tuple[str, ...]:
    """The items of the page's section on sources."""
    if (shape := written.shapes.get(prefix)) is None:
        return ()
    lines = written.sources[prefix].splitlines()
    places = [(heading.id, heading.place.line) for heading in shape.headings]
    for (name, first), (_, following) in zip(
        places, [*places[1:], ("", len(lines) + 1)], strict=True
    ):
        if name == SECTION:
            return listed_items(lines[first : following - 1])
    return ()


def _metric_sources(page: FencePage, config: MkDocsConfig) -> Iterator[Named]:
    plugin: Any = config.plugins.get("cx-calculators")
    for one in plugin.sources(page, config) if plugin else ():
        foreign = one.is_citation and page.language.tag != ENGLISH.tag
        links = tuple(Link(name, address) for name, address in one.used_by)
        yield Named(one.text, ENGLISH.tag if foreign else "", one.status, links)


def write_sheet(folder: Path, sheet: Sheet, source: str) -> None:
    """Write the files of a sheet: `<id>.csv`, `<id>.md`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{sheet.id}.csv").write_bytes(sheet_csv(sheet))
    (folder / f"{sheet.id}.md").write_text(sheet_markdown(sheet, source), encoding="utf-8")


def _file_at(address: str, page: Page, files: Mapping[str, File]) -> bytes | None:
    """The file of the site that a page names so."""
    path = address_from_root(unescape(address), page.url)
    found = files.get(unquote(path)) if path is not None else None
    return found.content_bytes if found else None


def _folder(page: Page) -> PurePosixPath:
    """Where the page's own files stand: the folder of its `index.html`, or one of its name."""
    path = PurePosixPath(page.file.dest_uri)
    return path.parent if path.name == "index.html" else path.with_suffix("")


def _facts(page: Page, minutes: str, texts: Texts) -> str:
    day = told_day(page.meta.get("reviewed"))
    return rendered(
        "page/facts.html.jinja",
        texts,
        minutes=int(minutes) if minutes else None,
        day=day.isoformat() if day else "",
        reviewed=format_day(day, texts.language) if day else "",
    )
