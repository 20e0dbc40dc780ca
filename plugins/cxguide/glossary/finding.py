"""Where a text uses terms: the longest that begins at a place, in any of its forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Protocol

from cxguide.core.languages import Language
from cxguide.core.thai import knows_thai_words, thai_word_ends
from cxguide.glossary.inflection import Inflection, inflection_of

__all__ = ["WITHOUT_SPACES", "Finder", "Found", "finder"]

WITHOUT_SPACES = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages that write no spaces between words."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BLANKS = re.compile(r"[ \t\n\xa0]+")
_LATIN = re.compile(r"[A-Za-z0-9]")
_GOES_ON = re.compile(r"[\u0e30-\u0e3a\u0e47-\u0e4e]")
"""Thai vowels and marks that belong to the consonant before them."""
_LEADS = re.compile(r"[\u0e40-\u0e44]")
"""Thai vowels that belong to the consonant behind them."""


class Found(NamedTuple):
    """A use of a term: from where to where it goes, and which it is."""

    start: int
    end: int
    term: str


class Finder(Protocol):
    """Finds the uses of terms in a text, in order, none inside another."""

    def __call__(self, text: str, /) -> Iterator[Found]:
        """The uses."""


def finder(forms: Iterable[tuple[str, str]], language: Language) -> Finder:
    """A finder of terms in texts of a language.

    Args:
        forms: forms and the terms that they are of; of two terms with one form the first counts.
        language: of the texts.
    """
    if language.locale.language in WITHOUT_SPACES:
        return partial(_found_letters, _by_beginning(forms), _word_ends(language))
    words = _Words(inflection_of(language))
    for form, term in forms:
        words.add(form, term)
    return words.found


@dataclass(slots=True)
class _Step:
    """What may follow in a term after some of its words, and the term that ends here."""

    next: dict[str, _Step] = field(default_factory=dict)
    term: str = ""


@dataclass(slots=True)
class _Words:
    """Terms as sequences of words; a word of a text may be a form of several words of terms."""

    inflection: Inflection
    _first: _Step = field(default_factory=_Step)
    _by_stem: dict[str, set[str]] = field(default_factory=dict)
    _abbreviations: set[str] = field(default_factory=set)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, form: str, term: str) -> None:
        """Let a term be found in one more form."""
        step = self._first
        for found in _TOKEN.finditer(form):
            word = found[0]
            if _is_abbreviation(word):
                self._abbreviations.add(word)
            else:
                word = word.casefold()
                for stem in self.inflection.stems(word):
                    self._by_stem.setdefault(stem, set()).add(word)
            step = step.next.setdefault(word, _Step())
        step.term = step.term or term

    def found(self, text: str) -> Iterator[Found]:
        """The uses of terms; every word is looked at as often as terms have words, at most."""
        tokens = list(_TOKEN.finditer(text))
        index = 0
        while index < len(tokens):
            count, term = self._longest(text, tokens, index)
            if count:
                yield Found(tokens[index].start(), tokens[index + count - 1].end(), term)
            index += count or 1

    def _longest(self, text: str, tokens: list[re.Match[str]], index: int) -> tuple[int, str]:
        """How many words the longest term has that begins with a word, and which it is."""
        best, steps = (0, ""), [self._first]
        for at in range(index, len(tokens)):
            if at > index and not _BLANKS.fullmatch(text, tokens[at - 1].end(), tokens[at].start()):
                break
            words = self._words_of(tokens[at][0])
            steps = [step.next[word] for step in steps for word in words if word in step.next]
            if not steps:
                break
            if term := next((step.term for step in steps if step.term), ""):
                best = at - index + 1, term
        return best

    def _words_of(self, token: str) -> tuple[str, ...]:
        """The words of terms of which a word of a text may be a form, sorted."""
        if (known := self._known.get(token)) is None:
            known = self._known[token] = tuple(sorted(set(self._words_with_form(token))))
        return known

    def _words_with_form(self, token: str) -> Iterator[str]:
        for end in range(len(token), 0, -1):
            rest = token[end:]
            if token[:end] in self._abbreviations and (
                not rest or self.inflection.after_abbreviation.fullmatch(rest)
            ):
                yield token[:end]
        lower = token.casefold()
        for ending in self.inflection.endings:
            if lower.endswith(ending):
                yield from self._by_stem.get(lower.removesuffix(ending), ())


def _is_abbreviation(word: str) -> bool:
    """Whether small letters would make another word of it: CES, but not a."""
    return len(word) > 1 and word.isupper()


def _by_beginning(forms: Iterable[tuple[str, str]]) -> Mapping[str, list[tuple[str, str]]]:
    """The forms by their first two signs, the longest first."""
    by_beginning: dict[str, list[tuple[str, str]]] = {}
    for form, term in forms:
        by_beginning.setdefault(form[:2], []).append((form, term))
    for found in by_beginning.values():
        found.sort(key=lambda one: -len(one[0]))
    return by_beginning


def _word_ends(language: Language) -> Callable[[str], frozenset[int]] | None:
    is_known = language.locale.language == "th" and knows_thai_words()
    return thai_word_ends if is_known else None


def _found_letters(
    by_beginning: Mapping[str, list[tuple[str, str]]],
    word_ends: Callable[[str], frozenset[int]] | None,
    text: str,
) -> Iterator[Found]:
    """The uses of terms in a text without spaces between its words."""
    ends: frozenset[int] | None = None
    at = 0
    while at < len(text):
        for form, term in by_beginning.get(text[at : at + 2], ()):
            end = at + len(form)
            if not text.startswith(form, at) or not _stands_alone(text, at, end):
                continue
            if ends is None and word_ends is not None:
                ends = word_ends(text) | {0, len(text)}
            if ends is None or {at, end} <= ends:
                yield Found(at, end, term)
                at = end - 1
                break
        at += 1


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no sign of the text around belongs to the first or the last letter of a part."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _LEADS.match(before) or _GOES_ON.match(after):
        return False
    latin_begins, latin_ends = _LATIN.match(text[start]), _LATIN.match(text[end - 1])
    return not ((latin_begins and _LATIN.match(before)) or (latin_ends and _LATIN.match(after)))
