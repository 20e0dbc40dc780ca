"""English that was left in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Severity, SourceError, short
from cxguide.language.writing import LETTERS, script_of

__all__ = ["CHECK", "english_faults", "is_english"]

CHECK = "english"
TITLES = frozenset({"sources"})
"""Ids of sections that name works, whose titles stay as they are."""
SLAVIC = frozenset({"bs", "cs", "hr", "sk", "sl", "sr"})
"""Languages in Latin letters whose words are told from English ones by small words and spelling."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SMALL = re.compile(r"(?<![\w.@/-])[a-z]{2,}(?![\w@/-])")
_RUN = re.compile(r"(?:[A-Za-z][A-Za-z'’-]*[ \xa0\n]+){5,}[A-Za-z][A-Za-z'’-]*")
"""Six words in a row: longer than a name, or a term and what it stands for."""
_ALL_WORDS = re.compile(r"[A-Za-z].*[A-Za-z]", re.DOTALL)
_ACCENTED = re.compile(r"[^\W\d_A-Za-z]")
_STOP_WORDS = re.compile(
    r"\b(?:the|of|and|is|are|was|were|with|for|from|you|your|they|their|this|that|these|those|it"
    r"|its|not|as|an|or|which|who|what|when|how|why|where|has|have|had|been|be|can|will|would"
    r"|should|but|if|than|then|at|we|our|us|about|into|after|before)\b",
    re.IGNORECASE,
)
_SPELT_SO = re.compile(
    r"[a-z].*(?:[wx]|th|sh|ee|oo|ea|gh|ck|qu|tt|ss|ll|ff|ai|ow|tion|(?:ing|ly|ed|nd|ay)$)"
)
"""Letters beside each other that Slavic words have only across a prefix, if at all."""


def english_faults(passages: Iterable[Passage], language: Language) -> Iterator[SourceError]:
    """English sentences, headings and items; names and terms of a few words are none.

    Where the language has letters of its own, six Latin words in a row are English, as is a
    passage without one of its letters. In Slavic languages with Latin letters small words and
    spelling say so. Of the passages of the English guide (three words or more) that finds 97 %
    among Serbian and Thai, 88 % among Czech; of eight words or more, 99 % and 98 %.
    """
    for passage in passages:
        if (found := _english_in(passage, language)) is not None:
            yield SourceError(
                passage.place(found.start()),
                f"this is English: {short(' '.join(found[0].split()))!r}",
                fix="translate it; what has to stay, such as a title, stands in "
                '<span lang="en">...</span>',
                severity=Severity.WARNING,
                check=CHECK,
            )


def is_english(passage: Passage, language: Language) -> bool:
    """Whether `english_faults` speaks of a passage."""
    return _english_in(passage, language) is not None


def _english_in(passage: Passage, language: Language) -> re.Match[str] | None:
    tag, script = language.locale.language, script_of(language)
    if tag == "en" or passage.section in TITLES:
        return None
    if _is_untranslated(passage):
        return _ALL_WORDS.search(passage.text)
    if script != "Latn":
        return _among_other_letters(passage.text, script)
    return _among_slavic_words(passage.text) if tag in SLAVIC else None


def _is_untranslated(passage: Passage) -> bool:
    """Whether a short text says what its English says, in three words or more."""
    return (
        passage.text == passage.english
        and len(_WORD.findall(passage.text)) > 2
        and _SMALL.search(passage.text) is not None
    )


def _among_other_letters(text: str, script: str) -> re.Match[str] | None:
    """A run of Latin words, or all words where none has letters of the language."""
    letters = LETTERS.get(script, "")
    if len(_SMALL.findall(text)) > 1 and letters and not re.search(f"[{letters}]", text):
        return _ALL_WORDS.search(text)
    return _RUN.search(text)


def _among_slavic_words(text: str) -> re.Match[str] | None:
    """A run of words with two small ones, or all words where most look English."""
    for run in _RUN.finditer(text):
        if len(_STOP_WORDS.findall(run[0])) > 1:
            return run
    words = _WORD.findall(text)
    if len(words) < 3 or _ACCENTED.search(text):
        return None
    small = sum(_STOP_WORDS.fullmatch(word) is not None for word in words)
    spelt = sum(_SPELT_SO.match(word) is not None for word in words)
    is_english = (
        small * 4 >= len(words)
        or (small and len(words) > 6)
        or (spelt * 3 >= len(words) and (small or len(words) > 3))
    )
    return _ALL_WORDS.search(text) if is_english else None
