"""The language of a project's pages and catalogs, checked and mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from cxguide.adapters.i18n import default_language, site_languages
from cxguide.adapters.projects import catalogs_of
from cxguide.adapters.settings import own_file, site_root
from cxguide.adapters.texts import texts_for
from cxguide.core.source_text import SourceText
from cxguide.glossary import CHECK as TERMS
from cxguide.glossary import Glossary, read_glossary, term_faults, term_words
from cxguide.language import CHECKS, fixed, language_faults, listed_words, passages_of
from cxguide.language import typography_fixes as fixes_of
from cxguide.translations.fixing import Fixed
from cxguide.translations.remarks import CHECKS as STRUCTURE
from cxguide.translations.repairs import Repair

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.i18n import SiteLanguage
    from cxguide.adapters.translation_projects import PagePair
    from cxguide.core.languages import Language
    from cxguide.core.places import SourceError

__all__ = ["KNOWN_CHECKS", "language_remarks", "sources_by_language", "with_typography"]

KNOWN_CHECKS = frozenset({*CHECKS, *STRUCTURE, TERMS})
"""What an editor can silence."""


def sources_by_language(
    config: MkDocsConfig, pairs: Iterable[PagePair]
) -> Mapping[SiteLanguage, list[SourceText]]:
    """The pages and catalogs of every language, the original one included.

    Args:
        config: of the project.
        pairs: all of its pages with their translations.
    """
    root, original = site_root(config), default_language(config)
    found: dict[SiteLanguage, dict[str, SourceText]] = {
        entry: {} for entry in site_languages(config)
    }
    for pair in pairs:
        found[original][pair.original_file] = SourceText(pair.original_file, pair.original)
        if pair.text is not None:
            found[pair.entry][pair.file] = SourceText(pair.file, pair.text)
    by_language = {entry.language: entry for entry in found}
    for language, catalogs in catalogs_of(config):
        if (path := catalogs.catalog(language)).is_file():
            source = SourceText.of(path, root)
            found[by_language[language]][source.file] = source
    return {entry: list(sources.values()) for entry, sources in found.items()}


def language_remarks(
    config: MkDocsConfig, sources: Mapping[SiteLanguage, list[SourceText]]
) -> Iterator[SourceError]:
    """What is wrong with the language of the texts.

    Args:
        config: of the project.
        sources: that are to be checked, by language.

    Raises:
        SourceFaults: the glossary has faults.
    """
    glossary = _glossary(config)
    for entry, texts in sources.items():
        language = entry.language
        file, words = _right_words(entry, glossary, config)
        wrong = glossary.wrong.get(language.tag, ()) if glossary else ()
        yield from language_faults(
            texts,
            language,
            also={TERMS: partial(term_faults, wrong=wrong)},
            allowed_words=words,
            word_list=file,
            elsewhere=STRUCTURE,
        )


def with_typography(source: SourceText, language: Language) -> Fixed:
    """A page or catalog set as its language sets it, and what was mended."""
    fixes = fixes_of(passages_of(source, language), language)
    if not fixes:
        return Fixed(source.text)
    repairs = (Repair(one.place, f"{one.found!r} is {one.instead!r} now") for one in fixes)
    return Fixed(fixed(source.text, fixes), tuple(repairs))


def _glossary(config: MkDocsConfig) -> Glossary | None:
    file = own_file(config, "cx-glossary", "glossary_file")
    return read_glossary(file, site_root(config)) if file else None


def _right_words(
    entry: SiteLanguage, glossary: Glossary | None, config: MkDocsConfig
) -> tuple[str, set[str]]:
    """The list of words that somebody has found right, and these words with those of terms."""
    plugin = config.plugins.get("cx-translations")
    folder = plugin.config.spelling_dir if plugin else "docs/spelling"
    file = f"{folder}/{entry.language.tag}.txt"
    path = site_root(config) / file
    words = set(listed_words(path)) if path.is_file() else set()
    if glossary:
        # A term that nobody has translated is told elsewhere, and must not keep all else untold.
        texts = texts_for(config, entry.language, english_for=("glossary/",))
        words |= term_words(glossary, texts)
    return file, words
