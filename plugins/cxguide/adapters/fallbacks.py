"""Pages that show the default language because nobody has translated them, in MkDocs' terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxguide.adapters.i18n import (
    building_language,
    default_language,
    is_fallback,
    shared_path,
    shared_url,
    uses_folders,
    written_language,
)
from cxguide.translations.fallback import Fallback, marked, new_file_url
from cxguide.translations.page_skeleton import outline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

__all__ = ["fallback_of", "lead_to_original", "mark_sections", "mark_titles"]


def fallback_of(page: Page, config: MkDocsConfig) -> Fallback | None:
    """What the reader is to be told on the page; `None` on a translated one."""
    if not is_fallback(page, config):
        return None
    return Fallback(written_language(page.file, config), page.edit_url)


def lead_to_original(page: Page, config: MkDocsConfig) -> None:
    """Let the page name the original as the one to index, and offer to begin a translation."""
    entry = building_language(config)
    if page.canonical_url:
        path = default_language(config).prefix + shared_url(page.url, entry)
        page.canonical_url = (config.site_url or "") + path
    # Where languages are suffixes of file names we know no address for a new file.
    page.edit_url = (
        new_file_url(
            config.repo_url or "",
            config.edit_uri or "",
            entry.folder,
            shared_path(page.file),
            outline(page.file.content_string),
        )
        if uses_folders(config)
        else None
    )


def mark_titles(page: Page, config: MkDocsConfig) -> None:
    """Mark the page's title in menus and its table of contents as the original's language.

    Material shows `typeset` in place of the title where there is one.
    """
    language = written_language(page.file, config)
    # The attribute is Material's; MkDocs' own classes do not know it.
    titled: Iterable[Any] = (page, *_all(page.toc))
    for one in titled:
        one.typeset = {"title": marked(str(one.title), language, inline=True)}


def mark_sections(page: Page, sections: Collection[str], config: MkDocsConfig) -> None:
    """Mark those entries of the page's table of contents that are in the original's language."""
    language = default_language(config).language
    entries: Iterable[Any] = _all(page.toc)
    for one in entries:
        if one.id in sections:
            one.typeset = {"title": marked(str(one.title), language, inline=True)}


def _all(entries: Iterable[AnchorLink]) -> Iterable[AnchorLink]:
    for entry in entries:
        yield entry
        yield from _all(entry.children)
