"""Spelling: by hunspell where it has a dictionary of the language, in Thai by PyThaiNLP."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Place, Severity, SourceError
from cxguide.core.thai import knows_thai_words
from cxguide.language.english import TITLES
from cxguide.language.hunspell import dictionary_for, nearest_words, unknown_words
from cxguide.language.thai_spelling import unknown_pieces
from cxguide.language.writing import LETTERS, script_of

__all__ = ["CHECK", "can_spell", "listed_words", "once_each", "spelling_faults", "words_in"]

CHECK = "spelling"
MOST_WITH_NEAREST = 20
"""Unknown words for which a dictionary is searched for similar ones, which takes its time."""


def can_spell(language: Language) -> bool:
    """Whether what is needed for the spelling of a language is installed."""
    if language.locale.language == "th":
        return knows_thai_words()
    return dictionary_for(language) is not None


def listed_words(path: Path) -> tuple[str, ...]:
    """The words of a list, one a line, that somebody has looked at and found right.

    Lines that begin with `#` are comments; a file that is not there lists none.
    """
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def words_in(passage: Passage, language: Language) -> Iterator[tuple[int, str]]:
    """The words of a passage that can be checked, and where they begin.

    Abbreviations in capitals cannot, nor can titles of works; where a language has letters of its
    own, names stay in Latin ones.
    """
    if passage.section in TITLES:
        return
    for found in _words(script_of(language)).finditer(passage.text):
        if len(found[0]) > 1 and not found[0].isupper():
            yield found.start(), found[0]


def spelling_faults(
    passages: Iterable[Passage],
    language: Language,
    *,
    allowed: Collection[str] = (),
    word_list: str = "the list of words that are right",
) -> tuple[SourceError, ...]:
    """The words that are probably misspelt; none where nothing is installed that knows.

    Args:
        passages: of all texts of a run: hunspell is called once.
        language: of the passages.
        allowed: words that are right although no dictionary has them; those in small letters are
            right with a capital too.
        word_list: what an editor calls the file that lists them.
    """
    fix = f"correct it, or add the word to {word_list}"
    if language.locale.language == "th":
        return tuple(_thai_faults(passages, allowed, fix)) if knows_thai_words() else ()
    dictionary = dictionary_for(language)
    if dictionary is None:
        return ()
    known = frozenset(allowed)
    used = [(word, passage, at) for passage in passages for at, word in words_in(passage, language)]
    words = {word for word, *_ in used if not {word, word.lower()} & known}
    unknown = unknown_words(sorted(words), dictionary) if words else frozenset()
    first = islice(dict.fromkeys(word for word, *_ in used if word in unknown), MOST_WITH_NEAREST)
    near = nearest_words(first, dictionary) if unknown else {}
    return tuple(
        _fault(passage.place(at), word, near.get(word, ()), fix)
        for word, passage, at in used
        if word in unknown
    )


def once_each(faults: Iterable[SourceError]) -> Iterator[SourceError]:
    """The faults of one file in their order, but each misspelt word only where it comes first."""
    told = set()
    for fault in faults:
        if fault.check != CHECK or fault.problem not in told:
            yield fault
        if fault.check == CHECK:
            told.add(fault.problem)


def _thai_faults(
    passages: Iterable[Passage], allowed: Collection[str], fix: str
) -> Iterator[SourceError]:
    for passage in passages:
        if passage.section not in TITLES:
            for at, piece in unknown_pieces(passage.text, allowed):
                around = passage.text[max(0, at - 8) : at + len(piece) + 8]
                yield SourceError(
                    passage.place(at),
                    f"{piece!r} in {around!r} is part of no word",
                    fix=fix,
                    severity=Severity.NOTICE,
                    check=CHECK,
                )


def _fault(place: Place, word: str, near: tuple[str, ...], fix: str) -> SourceError:
    return SourceError(
        place,
        f"no dictionary has {word!r}",
        known=f"nearest are: {', '.join(near[:3])}" if near else "",
        fix=fix,
        severity=Severity.WARNING,
        check=CHECK,
    )


def _words(script: str) -> re.Pattern[str]:
    letter = r"[^\W\d_]" if script == "Latn" else f"[{LETTERS.get(script, '')}]"
    return re.compile(rf"(?<!\b\w-)\b{letter}+")  # an ending after a letter is no word: n-tá
