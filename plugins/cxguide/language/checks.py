"""All checks of the texts of a language, and what editors have silenced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import SourceError
from cxguide.core.source_text import SourceText
from cxguide.language import english, ijekavian, scripts, spelling, typography
from cxguide.language.catalog_entries import catalog_passages
from cxguide.language.pages import page_passages
from cxguide.language.silencing import allowances, silenced

__all__ = ["CHECKS", "Check", "language_faults", "passages_of"]

Check = Callable[[Sequence[Passage], Language], Iterable[SourceError]]
"""Tells the faults of the passages of one source."""


@dataclass(frozen=True, slots=True)
class _Text:
    source: SourceText
    passages: tuple[Passage, ...]


_BUILT_IN: Mapping[str, Check] = {
    english.CHECK: english.english_faults,
    scripts.CHECK: scripts.script_faults,
    ijekavian.CHECK: ijekavian.ijekavian_faults,
    typography.CHECK: typography.typography_faults,
}
CHECKS = frozenset({*_BUILT_IN, spelling.CHECK})
"""The names of the checks of this package."""


def passages_of(source: SourceText, language: Language) -> tuple[Passage, ...]:
    """What people read of a page (`.md`) or a catalog (`.po`) of a language."""
    if source.file.endswith(".po"):
        return catalog_passages(source)
    return page_passages(source, language)


def language_faults(
    sources: Iterable[SourceText],
    language: Language,
    *,
    also: Mapping[str, Check] = MappingProxyType({}),
    allowed_words: Collection[str] | None = None,
    word_list: str = "the list of words that are right",
    elsewhere: Collection[str] = (),
) -> tuple[SourceError, ...]:
    """What is wrong with the language of texts, in the order of the sources.

    Args:
        sources: pages and catalogs of one language.
        language: of the sources.
        also: checks of other packages, by their names, that comments in the sources can silence.
        allowed_words: words that are right although no dictionary has them; `None`: spelling is
            not checked.
        word_list: what an editor calls the file that lists them.
        elsewhere: the names of checks that somebody else runs and silences.
    """
    checks = {**_BUILT_IN, **also}
    texts = [_Text(source, passages_of(source, language)) for source in sources]
    misspelt: tuple[SourceError, ...] = ()
    ran = set(checks)
    if allowed_words is not None and spelling.can_spell(language):
        passages = (
            passage
            for text in texts
            for passage in text.passages
            if not english.is_english(passage, language)
        )
        misspelt = spelling.spelling_faults(
            passages, language, allowed=allowed_words, word_list=word_list
        )
        ran.add(spelling.CHECK)
    known = {*checks, *CHECKS, *elsewhere}
    return tuple(
        fault
        for text in texts
        for fault in spelling.once_each(
            sorted(
                silenced(
                    (*_found(text, language, checks), *_in_file(misspelt, text.source.file)),
                    allowances(text.source),
                    ran=ran,
                    known=known,
                ),
                key=lambda fault: (fault.place, fault.problem),
            )
        )
    )


def _found(text: _Text, language: Language, checks: Mapping[str, Check]) -> Iterator[SourceError]:
    for check in checks.values():
        yield from check(text.passages, language)


def _in_file(faults: Iterable[SourceError], file: str) -> Iterator[SourceError]:
    return (fault for fault in faults if fault.place.file == file)
