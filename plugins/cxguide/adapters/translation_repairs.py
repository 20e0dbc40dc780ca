"""What a machine mends in the pages and catalogs of a project."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from cxguide.adapters.language_checks import sources_by_language, with_typography
from cxguide.adapters.settings import site_root
from cxguide.adapters.translation_files import write_source
from cxguide.adapters.translation_projects import PagePair, page_pairs, state_of
from cxguide.core.languages import Language
from cxguide.core.source_text import SourceText
from cxguide.translations.fixing import Fixed, fixed_page
from cxguide.translations.repairs import Repair
from cxguide.translations.shown_sections import with_english_sections
from cxguide.translations.states import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["mend"]


def mend(config: MkDocsConfig, files: Collection[str] = ()) -> Iterator[tuple[str, Fixed]]:
    """Mend what can be mended, write it, and say what was done, file by file.

    Args:
        config: of the project.
        files: as an editor knows them; all, if there are none.

    Raises:
        SourceFaults: a page is not UTF-8.
    """
    root, pairs = site_root(config), page_pairs(config)
    translations = {pair.file: pair for pair in pairs if pair.text is not None}
    for entry, sources in sources_by_language(config, pairs).items():
        for source in sources:
            if files and source.file not in files:
                continue
            fixed = Fixed(source.text)
            if (pair := translations.get(source.file)) is not None:
                fixed = fixed.then(partial(_structure, pair=pair))
            fixed = fixed.then(partial(_typography, file=source.file, language=entry.language))
            if fixed.repairs:
                write_source(root / source.file, fixed.text)
                yield source.file, fixed


def _structure(text: str, *, pair: PagePair) -> Fixed:
    done = fixed_page(
        text, file=pair.file, original=pair.original, original_file=pair.original_file
    )
    return done.then(lambda mended: _with_new_sections(mended, pair))


def _typography(text: str, *, file: str, language: Language) -> Fixed:
    return with_typography(SourceText(file, text), language)


def _with_new_sections(text: str, pair: PagePair) -> Fixed:
    """English sections that the translation lacks, in English, and said to be so."""
    state = state_of(pair, text)
    new = tuple(one for one in state.sections if one.state is State.NEW and one.english)
    shown = [one for one in state.sections if one.state is not State.UNTRANSLATED]
    if not any(one.english is not None and one.english.heading for one in new):
        return Fixed(text)
    repairs = tuple(
        Repair(one.place, f"the section {one.id!r} stands here in English, to be translated")
        for one in new
    )
    return Fixed(with_english_sections(text, pair.original, shown), repairs)
