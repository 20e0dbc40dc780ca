"""The terms of a project in a language, and where its pages use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.adapters.exchange import known_glossary
from cxguide.adapters.i18n import site_languages
from cxguide.adapters.language_checks import sources_by_language
from cxguide.adapters.settings import settings_file
from cxguide.adapters.texts import texts_for
from cxguide.adapters.translation_projects import page_pairs
from cxguide.core.places import Place, SourceError, nearest
from cxguide.glossary import (
    Entry,
    WrongForm,
    entries_with,
    nearest_entries,
    term_entries,
    term_finder,
    wrong_with,
)
from cxguide.language import passages_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.i18n import SiteLanguage
    from cxguide.core.catalogs import Texts
    from cxguide.glossary import Glossary

__all__ = ["Terms", "terms"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What was found.

    Attributes:
        entries: the terms.
        wrong: what the language must not say, beside what belongs to these terms.
        uses: the first use in each page, by the id of the term.
        near: where nothing was found, terms that are written alike.
    """

    entries: tuple[Entry, ...]
    wrong: tuple[WrongForm, ...]
    uses: Mapping[str, tuple[Place, ...]]
    near: tuple[Entry, ...] = ()


def terms(config: MkDocsConfig, tag: str, word: str = "") -> Terms:
    """The terms of a language that have a word, or all of them.

    Args:
        config: of the project.
        tag: of the language.
        word: in English or in the language, in any form; `""` for all terms.

    Raises:
        SourceError: the site has no such language, or no glossary.
        SourceFaults: the sources have faults.
    """
    version, glossary = _version(config, tag), known_glossary(config)
    language = version.language
    texts = texts_for(config, language, english_for=("glossary/",))
    every, wrong = term_entries(glossary, texts), glossary.wrong.get(tag, ())
    found = entries_with(word, every, language) if word else every
    theirs = wrong_with(word, wrong, language) if word else wrong
    told = {one for entry in found for one in entry.wrong}
    near = () if found or theirs else nearest_entries(word, every)
    uses = _uses(config, version, glossary, texts) if found else {}
    return Terms(found, tuple(one for one in theirs if one not in told), uses, near)


def _version(config: MkDocsConfig, tag: str) -> SiteLanguage:
    entries = {entry.language.tag: entry for entry in site_languages(config)}
    if tag not in entries:
        close = nearest(tag, entries)
        raise SourceError(
            Place(settings_file(config).name),
            f"the site has no language {tag!r}",
            known=f"languages are: {', '.join(entries)}",
            fix=f"write {close!r}" if close else "write one of them",
        )
    return entries[tag]


def _uses(
    config: MkDocsConfig, version: SiteLanguage, glossary: Glossary, texts: Texts
) -> Mapping[str, tuple[Place, ...]]:
    """Where each page of a language first uses each term."""
    find = term_finder(glossary, texts, version.language)
    places: dict[str, dict[str, Place]] = {}
    for source in sources_by_language(config, page_pairs(config))[version]:
        if source.file.endswith(".md"):
            for passage in passages_of(source, version.language):
                for found in find(passage.text):
                    by_page = places.setdefault(found.term, {})
                    by_page.setdefault(source.file, passage.place(found.start))
    return {term: tuple(by_page.values()) for term, by_page in places.items()}
