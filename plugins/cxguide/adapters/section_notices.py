"""What readers of a translated page are told at its sections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from cxguide.adapters.fences import page_text, source_name
from cxguide.adapters.i18n import (
    building_language,
    default_language,
    shared_path,
    shared_url,
)
from cxguide.adapters.section_marks import ShownSections, shown_sections
from cxguide.adapters.settings import site_root
from cxguide.adapters.texts import texts_for
from cxguide.core.dates import format_day
from cxguide.core.history import History, NoHistory
from cxguide.core.templating import rendered
from cxguide.translations.origins import find_origins
from cxguide.translations.sections import read_sections
from cxguide.translations.shown_sections import with_english_sections
from cxguide.translations.states import PageState, SectionState, State, page_state
from cxguide.translations.word_diff import lines_of_runs, word_runs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from cxguide.translations.origins import Origin
    from cxguide.translations.word_diff import Run

__all__ = ["ENGLISH_SECTIONS", "begin_original", "begin_translation"]

ENGLISH_SECTIONS = "cx_english_sections"
"""Where a page keeps the ids of sections that it shows in English."""
_TOLD = {State.STALE: "stale", State.UNTRANSLATED: "todo", State.NEW: "todo"}
"""The states that readers are told of, and what the notice says."""


def begin_original() -> None:
    """Expect a page that nobody translates."""
    shown_sections.set(None)


def begin_translation(markdown: str, page: Page, original: File, config: MkDocsConfig) -> str:
    """Expect a translated page; its Markdown, with what is not translated in English.

    Args:
        markdown: of the page, without front matter.
        page: the page.
        original: the page that it translates.
        config: of the site.
    """
    english = page_text(original, config)
    state = page_state(
        read_sections(english, source_name(original, config)),
        read_sections(page_text(page.file, config), source_name(page.file, config)),
        tag=building_language(config).language.tag,
        path=shared_path(original),
        file=source_name(page.file, config),
    )
    origins = _origins(state, config)
    sections = {one.id: one for one in state.sections}

    def notice(name: str) -> str:
        section = sections.get(name)
        if section is None or section.state not in _TOLD:
            return ""
        return _notice(section, origins.get(section.marker), page, config)

    shown_sections.set(ShownSections(default_language(config).language.tag, notice))
    page.meta[ENGLISH_SECTIONS] = [one.id for one in state.sections if one.is_shown_in_english]
    return with_english_sections(markdown, english, state.sections)


def _notice(section: SectionState, origin: Origin | None, page: Page, config: MkDocsConfig) -> str:
    entry, original = building_language(config), default_language(config)
    address = f"{original.prefix}{shared_url(page.url, entry)}"
    texts = texts_for(config, entry.language)
    return rendered(
        "page/section-notice.html.jinja",
        texts,
        state=_TOLD[section.state],
        original=f"{get_relative_url(address, page.url)}#{section.id}",
        edit=page.edit_url or "",
        lines=_changes(section, origin),
        day=origin.day if origin is not None else "",
        since=format_day(date.fromisoformat(origin.day), texts.language) if origin else "",
    )


def _changes(section: SectionState, origin: Origin | None) -> tuple[tuple[Run, ...], ...]:
    """The words that changed, line by line; the heading only where it is another one."""
    if origin is None or section.english is None:
        return ()
    then, now = origin.section.prose.split("\n"), section.english.prose.split("\n")
    common = 1 if then[0] == now[0] and section.english.heading is not None else 0
    return lines_of_runs(word_runs("\n".join(then[common:]), "\n".join(now[common:])))


def _origins(state: PageState, config: MkDocsConfig) -> dict[str, Origin]:
    """What stale sections were made from, as far as this copy of the project knows."""
    wanted = {one.marker for one in state.sections if one.state is State.STALE}
    original = next((one.english.place.file for one in state.sections if one.english), "")
    if not wanted:
        return {}
    try:
        return find_origins(wanted, History(site_root(config)).versions(original))
    except NoHistory:
        return {}
