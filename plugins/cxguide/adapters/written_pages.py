"""The pages that people wrote, in the languages they are written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.utils import meta

from cxguide.adapters.fences import page_text, source_name
from cxguide.adapters.i18n import SiteLanguage, default_language, shared_path, written_files
from cxguide.adapters.pseudo_language import is_pseudo, page_in_pseudo_language
from cxguide.core.most_pages import MOST_PAGES
from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.sources import SourceText
from cxguide.translations.page_source import PageShape, fences_in, read_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

__all__ = ["WrittenPage", "homes_of", "path_of", "written_pages"]


@dataclass(frozen=True)
class WrittenPage:
    """A page, which is looked at when somebody asks.

    Attributes:
        path: that all languages share, without its ending.
        address: that they share as well.
        sources: the text of each, by prefix of the language.
        files: their names, by prefix as well.
    """

    path: str
    address: str
    sources: Mapping[str, str]
    files: Mapping[str, str]

    @cached_property
    def shapes(self) -> Mapping[str, PageShape]:
        """Their headings and fences, by prefix."""
        return {
            prefix: read_page(text, self.files[prefix]) for prefix, text in self.sources.items()
        }

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What they are called, by prefix."""
        return {prefix: self._title(prefix) for prefix in self.sources}

    def _title(self, prefix: str) -> str:
        if title := _set_title(self.sources[prefix]):
            return title
        headings = self.shapes[prefix].headings
        return headings[0].text if headings else PurePosixPath(self.path).name

    def holds(self, fence: str) -> bool:
        """Whether it has such a fence, in any language."""
        return any(
            one.name == fence
            for prefix, text in self.sources.items()
            for one in fences_in(text, self.files[prefix])
        )

    def address_in(self, version: SiteLanguage) -> str:
        """Its address in a version, from the root of the site."""
        return f"{version.prefix}/{self.address}" if version.prefix else self.address

    def original_title(self, config: MkDocsConfig) -> str:
        """What it is called in the default language, or else in any other."""
        title = self.titles.get(default_language(config).prefix)
        return title or next(iter(self.titles.values()))


def written_pages(files: Files, config: MkDocsConfig) -> Mapping[str, WrittenPage]:
    """All of them by their path without its ending, such as `metrics/nps`.

    Raises:
        SourceError: one is not UTF-8.
    """
    pages: dict[str, WrittenPage] = {}
    for address, by_prefix in written_files(files, config).items():
        path = path_of(next(iter(by_prefix.values())))
        texts = {prefix: _shown_text(file, prefix, config) for prefix, file in by_prefix.items()}
        names = {prefix: source_name(file, config) for prefix, file in by_prefix.items()}
        pages[path] = WrittenPage(path, address, texts, names)
    return pages


def homes_of(
    pages: Iterable[WrittenPage],
    prefix: str,
    fence: str,
    shown: Callable[[SourceText], tuple[str, int] | None],
) -> dict[str, str]:
    """The shared address of the page that shows each thing best, by the name of the thing.

    Fences with faults count for nothing: they are told where fences are checked.

    Args:
        pages: of the site; where two are equal, the first counts.
        prefix: of the default language, whose fences count.
        fence: what stands behind the signs of the fence.
        shown: the name of what a fence shows, and how far from whole, 0 for all of it; or `None`.
    """
    found: dict[str, tuple[int, str]] = {}
    for page in pages:
        shape = page.shapes.get(prefix)
        for one in shape.fences if shape is not None else ():
            if one.name != fence or one.flaw:
                continue
            with suppress(SourceError, SourceFaults):
                name, rank = shown(one.content) or ("", 0)
                if name and (name not in found or rank < found[name][0]):
                    found[name] = (rank, page.address)
    return {name: address for name, (_, address) in found.items()}


def _shown_text(file: File, prefix: str, config: MkDocsConfig) -> str:
    """The source of a page with the words that its readers see."""
    text = page_text(file, config)
    is_changed = is_pseudo(config) and prefix == default_language(config).prefix
    return page_in_pseudo_language(text) if is_changed else text


def path_of(file: File) -> str:
    """What all languages of a page share: its path without its ending."""
    return PurePosixPath(shared_path(file)).with_suffix("").as_posix()


@lru_cache(maxsize=MOST_PAGES)  # reading the settings takes longer than all else here
def _set_title(text: str) -> str:
    settings: Mapping[str, object] = meta.get_data(text)[1]
    return str(settings.get("title") or "")
