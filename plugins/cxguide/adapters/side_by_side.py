"""A page for translators in previews: English and translation beside each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from cxguide.adapters.i18n import default_language, site_languages
from cxguide.adapters.texts import texts_for
from cxguide.core.templating import rendered

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.translation_state import SiteState

__all__ = ["SIDE_BY_SIDE", "side_by_side_files"]

SIDE_BY_SIDE = "side-by-side.html"
"""In the folder of each language; what stands behind `#` is the path of a page."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page in the list; `language` is that of its title, where it is not the reader's."""

    path: str
    title: str
    language: str
    original: str
    translation: str


def side_by_side_files(
    state: SiteState, changed: Collection[str], config: MkDocsConfig
) -> dict[str, str]:
    """The page of each language, by its address.

    Args:
        state: of the site.
        changed: paths of pages that come first, because a change touches them.
        config: of the site.
    """
    original = default_language(config)
    entries = {entry.language.tag: entry for entry in site_languages(config)}
    files: dict[str, str] = {}
    for language in state.languages:
        entry = entries[language.tag]
        address = f"{entry.prefix}/{SIDE_BY_SIDE}"
        pages = []
        for one in language.pages:
            written = state.page(one.path)
            title = written.titles.get(entry.prefix)
            english, translation = (
                get_relative_url(written.address_in(version), address)
                for version in (original, entry)
            )
            pages.append(
                _Page(
                    one.path,
                    title or written.original_title(config),
                    original.language.tag if title is None else "",
                    english,
                    translation,
                )
            )
        files[address] = rendered(
            "translations/side-by-side.html.jinja",
            texts_for(config, entry.language),
            language=language.name,
            original=original.name,
            original_tag=original.language.tag,
            pages=pages,
            changed=changed,
        )
    return files
