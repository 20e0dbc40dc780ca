"""The alphabets: in which order a language lists its words, and under which letter each stands.

Keys are pure Python, so that every machine orders alike. Letters of another script than the
language's own come after it, signs before it; what only differs in accents, capitals or tone
marks is told apart last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cxguide.core.languages import Language

__all__ = ["initial", "latin_key", "sort_key"]

Key = tuple[tuple[int, ...], tuple[str, ...]]
"""What is compared first, letter by letter, and what decides between equals."""

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS: Mapping[str, str] = {
    "en": _LATIN,
    "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
    "sr": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
    "th": " ".join(map(chr, (*range(0x0E01, 0x0E3A), *range(0x0E40, 0x0E45)))),
}
_SERBIAN_IN_LATIN_ORDER = "а б ц ч ћ д џ ђ е ф г х и ј к л љ м н њ о п р с ш т у в з ж"
"""Cyrillic letters, so that the н and ј of конјункција are no њ, as they would be in Latin."""

_LEADING_VOWEL = re.compile(r"([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""Thai writes it before the consonant that it is spoken after, and sorted by."""


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """Letters with their ranks; some are written with two signs."""

    ranks: Mapping[str, int]
    letters: re.Pattern[str]

    @classmethod
    def of(cls, letters: str) -> _Alphabet:
        known = letters.split(" ")
        longest_first = sorted(known, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest_first))
        return cls({one: rank for rank, one in enumerate(known)}, re.compile(f"{pattern}|.", re.S))

    def read(self, text: str) -> Iterator[tuple[str, int]]:
        """The letters of a text with their ranks; marks have none and are left out."""
        for found in self.letters.findall(text):
            letter = found if found in self.ranks else _without_marks(found)
            if letter in self.ranks:
                yield letter, 1_000 + self.ranks[letter]
            elif letter and unicodedata.category(letter[0]) not in {"Mn", "Lm"}:
                yield letter, _foreign_rank(letter[0])


def sort_key(text: str, language: Language) -> Key:
    """A key that puts texts in the order of a language.

    >>> sorted(["chyba", "cesta", "index", "hodnota"], key=lambda t: sort_key(t, Language("cs")))
    ['cesta', 'hodnota', 'chyba', 'index']
    """
    return _key(text, _alphabet(_ALPHABETS.get(language.locale.language, _LATIN)))


def latin_key(text: str) -> Key:
    """A key that puts Serbian texts in Cyrillic letters in the order that they have in Latin.

    >>> sorted(["визија", "циљ", "анкета"], key=latin_key)
    ['анкета', 'циљ', 'визија']
    """
    return _key(text, _alphabet(_SERBIAN_IN_LATIN_ORDER))


def initial(text: str, language: Language) -> str:
    """The letter under which a text stands; `#` for one that begins with a number.

    >>> initial("úkol", Language("cs")), initial("chyba", Language("cs"))
    ('U', 'Ch')
    >>> initial("แบบสำรวจ", Language("th")), initial("5 C", Language("en"))
    ('บ', '#')
    """
    alphabet = _alphabet(_ALPHABETS.get(language.locale.language, _LATIN))
    for letter, _ in alphabet.read(_prepared(text)):
        if letter[0].isalpha():
            return letter.capitalize()
        if letter[0].isdigit():
            break
    return "#"


def _key(text: str, alphabet: _Alphabet) -> Key:
    prepared = _prepared(text)
    return tuple(rank for _, rank in alphabet.read(prepared)), (prepared, text)


def _prepared(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold()
    return _LEADING_VOWEL.sub(r"\2\1", plain)


def _without_marks(letter: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFD", letter) if unicodedata.category(sign) != "Mn"
    )


def _foreign_rank(sign: str) -> int:
    """Blanks, then signs, then numbers, then (after the alphabet) letters of other scripts."""
    if sign.isspace():
        return 0
    if sign.isdigit():
        return 500 + unicodedata.digit(sign, 0)
    return 2_000 + ord(sign) if sign.isalpha() else 1


@lru_cache(maxsize=8)
def _alphabet(letters: str) -> _Alphabet:
    return _Alphabet.of(letters)
