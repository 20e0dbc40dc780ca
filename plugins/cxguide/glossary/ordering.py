"""The alphabets: in which order a language lists its words, and under which letter each stands.

The order is that of ICU (CLDR), in pure Python, so that every machine orders alike. Texts are
compared letter by letter; only between equals do accents and tone marks decide, then capitals.
Signs come before digits and these before letters; letters of another script than the language's
own come last. Thai passes over spaces and signs. `tests/cases/collation` holds lists made by ICU.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cxguide.core.languages import Language

__all__ = ["initial", "latin_key", "latin_letter", "sort_key"]

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]
"""Letters, then the marks on them, then capitals, then the text itself."""

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_THAI = " ".join(map(chr, (*range(0x0E01, 0x0E2F), 0x0E4D, *range(0x0E30, 0x0E33), 0x0E45)))
_THAI += " " + " ".join(map(chr, (*range(0x0E33, 0x0E3A), *range(0x0E40, 0x0E45), 0x0E3A)))
_ALPHABETS: Mapping[str, str] = {
    "en": _LATIN,
    "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
    "sr": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
    "th": _THAI,
}
_SERBIAN_IN_LATIN_ORDER = (
    "а=a б=b ц=c ч=č ћ=ć д=d џ=dž ђ=đ е=e ф=f г=g х=h и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p q "
    "р=r с=s ш=š т=t у=u в=v w x y з=z ж=ž"
)
"""Cyrillic letters beside the Latin ones, because the н and ј of конјункција are no њ, as they
would be in Latin, while words that are Latin already stand among the others."""
_SIGNS = "_-‐–—,;:!?.…·'‘’‚\"“”„«»()[]{}§¶@*/\\&#%‰•`´^¨°©®+±÷×<=>|~−¢$£€"
"""In ICU's order, behind spaces and before digits."""
_SYMBOLS = frozenset("`´^¨°©®+±÷×<=>|~−¢$£€฿")
"""Those of the signs that Thai does not pass over."""
_MARKS = "๎์็่้๊๋\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
"""Accents and tone marks in ICU's order."""
_JOINED = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"}
"""Letters that Unicode does not take apart and ICU does."""

_SPACE, _SIGN, _DIGIT, _LETTER, _FOREIGN = 0, 1, 500, 1_000, 2_000
"""Where the ranks of each kind begin."""
_LEADING_VOWEL = re.compile(r"([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""Thai writes it before the consonant that it is spoken after, and sorted by."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of a text as it is compared.

    Attributes:
        base: the letter without marks, in small letters.
        rank: its place among all letters; `None` for a mark that stands alone.
        marks: ranks of the marks on it, from 1.
        capital: 0 for a small letter, more for more capitals.
    """

    base: str
    rank: int | None
    marks: tuple[int, ...]
    capital: int


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """Letters with their ranks; some are written with two signs.

    Attributes:
        ranks: of the letters of the language, from 0.
        letters: finds the next letter of a text.
        passes_over_signs: spaces and punctuation do not count.
    """

    ranks: Mapping[str, int]
    letters: re.Pattern[str]
    passes_over_signs: bool

    @classmethod
    def of(cls, letters: str, *, passes_over_signs: bool = False) -> _Alphabet:
        ranks = {
            one: rank for rank, same in enumerate(letters.split(" ")) for one in same.split("=")
        }
        longest_first = sorted(ranks, key=len, reverse=True)
        pattern = re.compile(f"{'|'.join(map(re.escape, longest_first))}|.", re.S | re.I)
        return cls(ranks, pattern, passes_over_signs)

    def read(self, text: str) -> Iterator[_Letter]:
        """The letters of a text; what is passed over is left out."""
        composed = unicodedata.normalize("NFC", text)
        for found in self.letters.findall(_LEADING_VOWEL.sub(r"\2\1", composed)):
            small = found.casefold()
            capital = sum(one.isupper() for one in found)
            if (rank := self.ranks.get(small)) is not None:
                yield _Letter(small, _LETTER + rank, (), capital)
                continue
            base, marks = _taken_apart(small)
            if not base:
                yield _Letter("", None, marks, 0)
            elif not self._passes_over(base):
                for one in base[:-1]:
                    yield _Letter(one, self._rank(one), (), 0)
                yield _Letter(base[-1], self._rank(base[-1]), marks, capital)

    def _passes_over(self, base: str) -> bool:
        is_sign = not base[0].isalnum() and base not in _SYMBOLS
        return self.passes_over_signs and (is_sign or base in {"ฯ", "ๆ"})

    def _rank(self, base: str) -> int:
        if (rank := self.ranks.get(base)) is not None:
            return _LETTER + rank
        if base.isspace():
            return _SPACE
        if base.isdigit():
            return _DIGIT + unicodedata.digit(base, 0)
        if base.isalpha():
            return _FOREIGN + ord(base)
        return _SIGN + (_SIGNS.find(base) if base in _SIGNS else len(_SIGNS))


def sort_key(text: str, language: Language) -> Key:
    """A key that puts texts in the order of a language.

    >>> sorted(["chyba", "cesta", "index", "hodnota"], key=lambda t: sort_key(t, Language("cs")))
    ['cesta', 'hodnota', 'chyba', 'index']
    """
    return _key(text, _alphabet(language.locale.language))


def latin_key(text: str) -> Key:
    """A key that puts Serbian texts in Cyrillic letters in the order that they have in Latin.

    >>> sorted(["визија", "циљ", "CLV", "анкета"], key=latin_key)
    ['анкета', 'циљ', 'CLV', 'визија']
    """
    return _key(text, _alphabet(_SERBIAN_IN_LATIN_ORDER))


def latin_letter(letter: str) -> str:
    """A Serbian letter in Latin letters; other letters stay.

    >>> latin_letter("Љ"), latin_letter("ц"), latin_letter("Q")
    ('Lj', 'c', 'Q')
    """
    for same in _SERBIAN_IN_LATIN_ORDER.split(" "):
        cyrillic, _, latin = same.partition("=")
        if letter.lower() == cyrillic and latin:
            return latin.capitalize() if letter[0].isupper() else latin
    return letter


def initial(text: str, language: Language) -> str:
    """The letter under which a text stands; `#` for one that begins with a number.

    >>> initial("úkol", Language("cs")), initial("chyba", Language("cs"))
    ('U', 'Ch')
    >>> initial("แบบสำรวจ", Language("th")), initial("5 C", Language("en"))
    ('บ', '#')
    """
    for letter in _alphabet(language.locale.language).read(text):
        if letter.base.isalpha():
            return letter.base.capitalize()
        if letter.base.isdigit():
            break
    return "#"


def _key(text: str, alphabet: _Alphabet) -> Key:
    letters: list[int] = []
    marks: list[int] = []
    capitals: list[int] = []
    for one in alphabet.read(text):
        if one.rank is not None:
            letters.append(one.rank)
            marks.append(0)
            capitals.append(one.capital)
        marks += one.marks
    return tuple(letters), tuple(marks), tuple(capitals), text


def _taken_apart(letter: str) -> tuple[str, tuple[int, ...]]:
    """A letter without its marks, and the ranks of these; for a mark alone the letter is empty."""
    base, marks = "", []
    for sign in unicodedata.normalize("NFD", letter):
        if sign in _JOINED:
            marks.append(len(_MARKS) + 1)
            base += _JOINED[sign]
            continue
        if sign in _MARKS or unicodedata.category(sign) == "Mn":
            marks.append(_MARKS.find(sign) + 1 or len(_MARKS) + 1)
        else:
            base += sign
    return base, tuple(marks)


@lru_cache(maxsize=16)
def _alphabet(name: str) -> _Alphabet:
    """The alphabet of a language, or one that is written out."""
    letters = name if " " in name else _ALPHABETS.get(name, _LATIN)
    return _Alphabet.of(letters, passes_over_signs=name == "th")
