"""Which words are the same to a reader who searches: case, script, marks and endings do not count.

The browser does the same with `search-analyzer.js`, from the same rules; the vectors in
`tests/cases/search` hold both together. Thai writes no spaces and readers type parts of what a
dictionary calls one word, so its terms are pairs of neighbouring written syllables: whatever is
found in the text is found by the pairs, and no dictionary has to agree with another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Analyzer", "Rules", "Token", "Written", "folded"]

_LETTERS = {
    **dict(zip("абвгдежзијклмнопрстћуфхцчшøłı", "abvgdezzijklmnoprstcufhccsoli", strict=True)),
    **dict(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True)),
    "ђ": "dj",
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
    "đ": "dj",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
}
_THAI = "\u0e01-\u0e4e"
_MARKS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}{_IGNORED}]|(?<=\w)['’](?=[^\W_]))+")
_THAI_SIGN = re.compile(rf"[{_THAI}]")
_RUN = re.compile(rf"[{_THAI}{_IGNORED}]+|[^{_THAI}]+")
_IN_RUNS = re.compile(rf"[{_THAI}]|^[{_IGNORED}]")
"""A word that has to be cut into runs."""
_NOT_HEARD = re.compile(rf"[{_IGNORED}'’]")
_TONES = "\u0e47-\u0e4e"
"""Shortening, tones and the sign of a silent letter: what people leave out or mistype."""
_CLUSTER = re.compile(rf"[เ-ไ]?[^เ-ไ][ะ-ฺๅๆ{_TONES}{_IGNORED}]*|[เ-ไ]")
_NOT_COUNTED = re.compile(rf"[{_TONES}{_IGNORED}]")
_SARA_AM_APART = re.compile(rf"\u0e4d([{_TONES}]*)\u0e32")
"""The vowel ำ as two signs, of which one would not count."""
_JOINTS = "-\u2010\u2011/&"
LONGEST_COMPOUND = 24
LONGEST_KEPT = 40
"""Signs of what is cut once for all texts; Thai without blanks is longer and never comes again."""


class Token(NamedTuple):
    """A term and where it stands in the text, as Python counts characters.

    Attributes:
        joins: of how many terms before it this is the compound; 0 for a word of the text.
    """

    term: str
    start: int
    end: int
    joins: int = 0


class Written(NamedTuple):
    """A term, how it is written in the text in small letters, and `joins` as of a token."""

    term: str
    word: str
    joins: int = 0


@dataclass(frozen=True)
class Rules:
    """What endings a language has, in folded letters.

    Attributes:
        shortest: how many letters stay, at least.
        rounds: how many endings are taken off, one after the other.
        endings: the endings.
        alike: ends of stems that stand for each other, each as what is there and what counts;
            they are tried in this order, each once.
    """

    shortest: int = 3
    rounds: int = 0
    endings: frozenset[str] = frozenset()
    alike: tuple[tuple[str, str], ...] = ()

    @cached_property
    def longest(self) -> int:
        """Letters of the longest ending."""
        return max(map(len, self.endings), default=0)

    def stem(self, word: str) -> str:
        """The word without its endings.

        >>> rules = Rules(3, 1, frozenset({"s", "es"}))
        >>> rules.stem("surveys"), rules.stem("its")
        ('survey', 'its')
        """
        if any(sign.isdecimal() for sign in word):
            return word
        for _ in range(self.rounds):
            longest = min(self.longest, len(word) - self.shortest)
            length = next((n for n in range(longest, 0, -1) if word[-n:] in self.endings), 0)
            if not length:
                break
            word = self._alike(word[:-length])
        return self._alike(word)

    def _alike(self, word: str) -> str:
        for end, counts in self.alike:
            if word.endswith(end) and len(word) - len(end) + len(counts) >= self.shortest:
                word = word[: -len(end)] + counts
        return word


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The word in small Latin letters without marks, in whatever width; Thai keeps its vowels.

    >>> folded("Ђуриђ"), folded("ODCHOD\u016e"), folded("don\u2019t"), folded("\uff2e\uff30\uff33")
    ('djuridj', 'odchodu', 'dont', 'nps')
    >>> folded("๒๕๖๙")
    '2569'
    """
    lower = _NOT_HEARD.sub("", _composed(word).lower())
    letters = "".join(_LETTERS.get(sign, sign) for sign in unicodedata.normalize("NFC", lower))
    plain = unicodedata.normalize("NFD", letters)
    return "".join(_LETTERS.get(sign, sign) for sign in plain if not "\u0300" <= sign <= "\u036f")


class Analyzer:
    """Cuts texts of one language into terms."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    def tokens(self, text: str, *, compounds: bool = False) -> Iterator[Token]:
        """The terms of a text, in its order.

        Args:
            text: in Unicode's composed form (NFC).
            compounds: words joined by a hyphen, `/` or `&` count as one word as well, behind
                them: wanted in an index, so that "dropoff" finds "drop-off", but not in a question.
        """
        last: list[re.Match[str]] = []
        for found in _WORD.finditer(text):
            if last and text[last[-1].end() : found.start()] not in _JOINTS:
                yield from self._compound(last) if compounds else ()
                last = []
            last.append(found)
            if _IN_RUNS.search(found[0]):
                yield from self._runs(found[0], found.start())
            elif term := self.term(found[0]):
                yield Token(term, found.start(), found.end())
        yield from self._compound(last) if compounds else ()

    def _runs(self, word: str, start: int) -> Iterator[Token]:
        for run in _RUN.finditer(word):
            begin = start + run.start()
            if _is_thai(run[0]):
                yield from _thai(run[0], begin)
            elif term := self.term(run[0]):
                yield Token(term, begin, begin + len(run[0]))

    def written(self, text: str) -> Iterator[Written]:
        """The terms of a text as `tokens` gives them, with compounds, but not where they stand.

        No term reaches over a blank, so that what stands between two is cut once.
        """
        for part in text.split():
            if len(part) <= LONGEST_KEPT:
                yield from _written(part, self)
            else:
                yield from _written.__wrapped__(part, self)

    def term(self, word: str) -> str:
        """What a word counts as; `""` for a sign that is no word."""
        return _stem(folded(word), self.rules)

    def _compound(self, words: list[re.Match[str]]) -> Iterator[Token]:
        joined = "".join(word[0] for word in words)
        if len(words) > 1 and len(joined) <= LONGEST_COMPOUND and not _is_thai(joined):
            joins = sum(bool(self.term(word[0])) for word in words)
            yield Token(self.term(joined), words[0].start(), words[-1].end(), joins)


@lru_cache(maxsize=65536)
def _written(part: str, analyzer: Analyzer) -> tuple[Written, ...]:
    tokens = analyzer.tokens(part, compounds=True)
    return tuple(Written(one.term, part[one.start : one.end].lower(), one.joins) for one in tokens)


@lru_cache(maxsize=65536)
def _stem(word: str, rules: Rules) -> str:
    return rules.stem(word)


def _is_thai(word: str) -> bool:
    return _THAI_SIGN.search(word) is not None


def _thai(run: str, start: int) -> Iterator[Token]:
    clusters = [
        (plain, found.start(), found.end())
        for found in _CLUSTER.finditer(run)
        if (plain := _without_tones(found[0]))
    ]
    if len(clusters) == 1:
        yield Token(clusters[0][0], start + clusters[0][1], start + clusters[0][2])
    for (one, begin, _), (two, _, end) in pairwise(clusters):
        yield Token(one + two, start + begin, start + end)


@lru_cache(maxsize=65536)
def _without_tones(cluster: str) -> str:
    return _NOT_COUNTED.sub("", _composed(cluster))


def _composed(text: str) -> str:
    """The text in signs of one width, and the Thai vowel ำ as one (NFKC makes it two)."""
    return _SARA_AM_APART.sub("\\1\u0e33", unicodedata.normalize("NFKC", text))
