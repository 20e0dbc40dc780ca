"""How the translations of a site stand: as part of a page, as data, as badges."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from cxguide.adapters.fences import refuse_content
from cxguide.adapters.generated import json_text
from cxguide.adapters.i18n import (
    building_language,
    default_language,
    has_i18n,
    site_languages,
    uses_folders,
)
from cxguide.adapters.texts import texts_for
from cxguide.adapters.translation_projects import language_states
from cxguide.adapters.written_pages import written_pages
from cxguide.translations.badges import badge
from cxguide.translations.fallback import edit_file_url, new_file_url
from cxguide.translations.page_skeleton import outline
from cxguide.translations.state_report import states_data
from cxguide.translations.state_view import ShownPage, state_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from cxguide.adapters.fences import FencePage
    from cxguide.adapters.written_pages import WrittenPage
    from cxguide.core.sources import SourceText
    from cxguide.translations.states import LanguageState, PageState

__all__ = ["FENCE", "SiteState", "check_content", "site_state", "state_files", "state_part"]

FENCE = "translations"
DATA = "api/v1/translations.json"

check_content = partial(refuse_content, fence=FENCE, fix="remove it: it shows all pages there are")


@dataclass(frozen=True)
class SiteState:
    """How every language stands, and the pages by their path without its ending."""

    languages: tuple[LanguageState, ...] = ()
    pages: Mapping[str, WrittenPage] = field(default_factory=dict)

    def of(self, tag: str, path: str) -> PageState | None:
        """How a page stands in a language, by the path that all languages share."""
        return self._states.get((tag, path))

    @cached_property
    def _states(self) -> Mapping[tuple[str, str], PageState]:
        return {(one.tag, page.path): page for one in self.languages for page in one.pages}

    def page(self, path: str) -> WrittenPage:
        """A page by the path that all languages share: `metrics/nps.md`."""
        return self.pages[PurePosixPath(path).with_suffix("").as_posix()]


def site_state(files: Files, config: MkDocsConfig) -> SiteState:
    """The state of a site; to be called with the files of all languages.

    Raises:
        SourceFaults, SourceError: a source cannot be read.
    """
    if not has_i18n(config) or len(site_languages(config)) < 2:
        return SiteState()
    return SiteState(language_states(config, files), written_pages(files, config))


def state_part(state: SiteState, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
    """What the fence becomes.

    Raises:
        SourceError: something stands in it.
    """
    check_content(source)
    if not state.languages:
        return ""
    from_url = str(getattr(page.owner, "url", ""))
    return state_html(
        state.languages,
        texts_for(config, page.language),
        pages=_shown_pages(state, from_url, config),
        edit=lambda tag, one: _edit_url(tag, one, state, config),
        data=get_relative_url(DATA, from_url),
    )


def state_files(state: SiteState, config: MkDocsConfig) -> dict[str, str]:
    """Content by address: the data, and a badge for each language."""
    if not state.languages:
        return {}
    original = default_language(config).language.tag
    files = {DATA: json_text(states_data(state.languages, original=original))}
    for one in state.languages:
        files[f"{DATA.removesuffix('.json')}/{one.tag.lower()}.svg"] = badge(one)
    return files


def _shown_pages(state: SiteState, from_url: str, config: MkDocsConfig) -> dict[str, ShownPage]:
    version = building_language(config)
    shown: dict[str, ShownPage] = {}
    for one in state.languages[0].pages:
        page = state.page(one.path)
        title = page.titles.get(version.prefix, page.original_title(config))
        address = get_relative_url(page.address_in(version), from_url)
        shown[one.path] = ShownPage(title, address, version.prefix not in page.titles)
    return shown


def _edit_url(tag: str, page: PageState, state: SiteState, config: MkDocsConfig) -> str:
    repository, edit_uri = config.repo_url or "", config.edit_uri or ""
    if not uses_folders(config):
        return ""
    folder = next(entry.folder for entry in site_languages(config) if entry.language.tag == tag)
    if page.is_written:
        return edit_file_url(repository, edit_uri, f"{folder}/{page.path}") or ""
    original = state.page(page.path).sources[default_language(config).prefix]
    return new_file_url(repository, edit_uri, folder, page.path, outline(original)) or ""
