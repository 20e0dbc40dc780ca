"""What plugins have in common whose fence stands in pages."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from mkdocs.plugins import CombinedEvent, event_priority

from cxguide.adapters.faults import tell
from cxguide.adapters.fences import (
    FencePage,
    add_fence,
    begin_page,
    end_page,
    may_hold,
    page_text,
)
from cxguide.adapters.i18n import is_first_build
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.settings import leave_out
from cxguide.core.sources import SourceText

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

__all__ = ["FencePlugin"]


class FencePlugin(Plugin):
    """Reads its sources and checks its fences once a run, and renders every fence.

    Attributes:
        fence: what stands behind the signs of the fence.
        styles: address of the styles that it needs, `""` for none; on every page, since a link
            that the fence wrote would stand in the body, where a page first shows the bare thing.
    """

    fence: ClassVar[str]
    styles: ClassVar[str] = ""

    def own_sources(self, config: MkDocsConfig) -> Path | None:
        """The file or folder it reads: watched by the preview, and no part of the site."""
        return None

    @abstractmethod
    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Read the sources and check the fences of all languages; faults go to `found_faults`."""

    @abstractmethod
    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """What a fence becomes.

        Raises:
            SourceError, SourceFaults: something is wrong in it.
        """

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the fence known; runs once per language."""
        add_fence(config, self.fence, lambda source, page: self.render(source, page, config))
        if self.styles and self.styles not in config.extra_css:
            config.extra_css.append(self.styles)
        own = self.own_sources(config)
        if own is not None and str(own) not in config.watch:
            config.watch.append(str(own))
        return config

    def _on_files_check(self, files: Files, *, config: MkDocsConfig) -> None:
        if (own := self.own_sources(config)) is not None:
            leave_out(files, own)
        if is_first_build(config):
            self.check(files, config)

    @event_priority(-90)  # when every plugin has added its faults
    def _on_files_tell(self, files: Files, *, config: MkDocsConfig) -> None:
        tell()

    on_files = CombinedEvent(_on_files_check, _on_files_tell)

    def content_told(self, file: File, config: MkDocsConfig) -> str | None:
        """Nothing, where there is no fence: what it becomes can depend on other pages."""
        return None if may_hold(self.fence, page_text(file, config)) else ""

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Let fences know their page."""
        begin_page(page, config)

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Tell what was wrong in the fences of the page."""
        end_page(page)
        return None
