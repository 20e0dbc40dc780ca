"""The plugin `cx-glossary`: a fence becomes the glossary, and pages explain its terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as opt
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from cxguide.adapters.faults import found_faults
from cxguide.adapters.fence_plugin import FencePlugin
from cxguide.adapters.fences import FencePage, check_fences, refuse_content
from cxguide.adapters.generated import write_files
from cxguide.adapters.i18n import (
    SiteLanguage,
    building_language,
    has_i18n,
    is_fallback,
    is_last_build,
    language_folders,
    written_language,
)
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.plugin import Options
from cxguide.adapters.settings import own_file, script_variants, site_root
from cxguide.adapters.templates import told
from cxguide.adapters.texts import texts_for
from cxguide.adapters.written_pages import WrittenPage, path_of, written_pages
from cxguide.core.digests import digest
from cxguide.core.places import SourceError, nearest
from cxguide.core.sources import SourceText
from cxguide.glossary import (
    Glossary,
    Page,
    Tooltip,
    glossary_html,
    glossary_styles,
    read_glossary,
    term_finder,
    with_tooltips,
)
from cxguide.glossary.finding import Finder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page as SitePage

    from cxguide.core.catalogs import Texts
    from cxguide.core.languages import Language

__all__ = ["GlossaryPlugin"]

FENCE = "glossary"


class GlossaryConfig(Options):
    """Options of `cx-glossary`."""

    glossary_file = opt.Type(str, default="docs/glossary.yml")
    """The terms of this site, relative to mkdocs.yml; the file may be missing."""
    tooltips = opt.Type(bool, default=True)
    """Whether pages explain a term where they first use it."""


class GlossaryPlugin(FencePlugin):
    """Reads the glossary once a run; renders its fence and explains terms on all other pages."""

    config_class = GlossaryConfig
    config: GlossaryConfig
    fence = FENCE
    styles = "assets/cx/glossary.css"

    def __init__(self) -> None:
        self._glossary = Glossary()
        self._digest = ""
        self._pages: Mapping[str, WrittenPage] = MappingProxyType({})
        self._home_page: WrittenPage | None = None
        """The page with the fence, to which explained terms lead."""
        self._finders: dict[Language, Finder] = {}

    def own_sources(self, config: MkDocsConfig) -> Path:
        """The file of the terms."""
        return site_root(config) / self.config.glossary_file

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Read the terms and check the fences of all languages."""
        self._glossary, self._finders = Glossary(), {}
        faults = found_faults()
        with faults.caught():
            self._pages = written_pages(files, config)
            self._home_page = next((one for one in self._pages.values() if one.holds(FENCE)), None)
            file = own_file(config, "cx-glossary", "glossary_file")
            # Also languages that a preview leaves out.
            tags = language_folders(config) or [building_language(config).language.tag]
            root = site_root(config)
            self._glossary = read_glossary(file, root, tags) if file else Glossary()
            for fault in self._unknown_pages():
                faults.add(fault)
        self._digest = digest(self._glossary)
        with faults.caught():
            check_fences(self.fence, _nothing, files, config)

    def content_told(self, file: File, config: MkDocsConfig) -> str | None:
        """The terms, and where they are explained."""
        if (told := super().content_told(file, config)) is None:
            return None
        home = self._home_page
        address = home.address_in(building_language(config)) if home is not None else ""
        texts = texts_for(config, written_language(file, config))
        return repr((told, self._digest, texts.digest, address))

    @event_priority(-50)  # when the others have made the content, before it is marked as English
    def on_page_content(
        self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Explain the terms of a page."""
        super().on_page_content(html, page=page, config=config, files=files)
        home, version = self._home_page, building_language(config)
        here = self._pages.get(path_of(page.file))
        if not self.config.tooltips or home is None or (here is not None and here.holds(FENCE)):
            return None
        language = written_language(page.file, config)
        texts = texts_for(config, language)
        if has_i18n(config) and texts.language != language:
            return None  # the software does not speak it, so the terms would be English
        tooltips = self._tooltips(texts, get_relative_url(home.address_in(version), page.url))
        with told():
            return kept_results(config).made(
                "terms of a page",
                repr((html, language.tag, self._digest, texts.digest, tooltips)),
                lambda: with_tooltips(html, self._finder(language, texts), tooltips),
            )

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the styles."""
        if is_last_build(config):
            write_files({self.styles: glossary_styles()}, config)

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """Keys of texts that nobody must translate yet."""
        return self._glossary.draft_keys

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The whole glossary as HTML."""
        _nothing(source)
        version = building_language(config)
        from_url = getattr(page.owner, "url", "")
        pages = {
            path: _seen_from(from_url, written, version, config)
            for path, written in self._pages.items()
        }
        texts = texts_for(config, page.language)
        has_latin = page.language.tag == "sr" and _has_variant(page.language, config)
        return glossary_html(
            self._glossary, texts, pages, has_latin=has_latin, home=self._home(page, config)
        )

    def _home(self, page: FencePage, config: MkDocsConfig) -> Page | None:
        """The page with the glossary as search engines know it; none for one that they do not."""
        owner: Any = page.owner
        if owner is None or not owner.canonical_url or is_fallback(owner, config):
            return None
        written = self._pages.get(path_of(owner.file))
        if written is None:
            return None
        title = written.titles.get(building_language(config).prefix, "")
        return Page(title or written.original_title(config), owner.canonical_url)

    def _finder(self, language: Language, texts: Texts) -> Finder:
        if language not in self._finders:
            self._finders[language] = term_finder(self._glossary, texts, language)
        return self._finders[language]

    def _tooltips(self, texts: Texts, address: str) -> Mapping[str, Tooltip]:
        return {
            term.id: Tooltip(
                f"{address}#{term.anchor}",
                ""
                if texts.is_english(term.definition.key)
                else texts(term.definition.key, term.definition.english),
            )
            for term in self._glossary.terms
            if term.is_explained_in(texts.tag)
        }

    def _unknown_pages(self) -> Iterator[SourceError]:
        for term in self._glossary.terms:
            for page in term.pages:
                if page.path not in self._pages:
                    close = nearest(page.path, self._pages)
                    yield SourceError(
                        page.place,
                        f"there is no page {page.path!r}",
                        fix=f"write {close!r}" if close else "write a page as 'metrics/nps'",
                    )


_nothing = partial(
    refuse_content, fence=FENCE, fix="remove it: the terms stand in the file of the glossary"
)


def _seen_from(
    from_url: str, written: WrittenPage, version: SiteLanguage, config: MkDocsConfig
) -> Page:
    """A page as readers of a version find it; in English where nobody has translated it."""
    address = get_relative_url(written.address_in(version), from_url)
    title = written.titles.get(version.prefix)
    return Page(title or written.original_title(config), address, is_english=title is None)


def _has_variant(language: Language, config: MkDocsConfig) -> bool:
    return any(variant.from_ == language.tag for variant in script_variants(config))
