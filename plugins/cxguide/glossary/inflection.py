"""In which forms a language writes a word: what stands before its endings, and the endings.

No dictionary: a word loses its ending and may change the letters before it, as grammar says for
many words (zákazník, zákazníci; тачка, тачака). That makes forms that nobody writes, which do no
harm, and misses words that go their own way; those are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cxguide.core.languages import Language

__all__ = ["Inflection", "inflection_of"]

SHORTEST_INFLECTED = 3
"""Letters of a word; shorter ones are prepositions and the like."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """How the words of a language change. All in small letters.

    Attributes:
        endings: what may follow a stem; `""` where a form ends with it.
        stems_of: the stems of a word, in whatever form it is given.
        special: stems of words that go their own way, by the word.
        after_abbreviation: what a text may add to an abbreviation.
    """

    endings: frozenset[str] = frozenset({""})
    stems_of: Callable[[str], Iterator[str]] = lambda word: iter((word,))
    special: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    after_abbreviation: re.Pattern[str] = re.compile("(?!)")

    def stems(self, word: str) -> frozenset[str]:
        """What its forms begin with; the word itself where it has no other forms."""
        if len(word) < SHORTEST_INFLECTED:
            return frozenset({word})
        return frozenset((*self.stems_of(word), *self.special.get(word, ())))


def inflection_of(language: Language) -> Inflection:
    """How the words of a language change; not at all where we do not know it."""
    return _BY_LANGUAGE.get(language.tag.split("-")[0], Inflection())


def _english_stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("y"):
        yield word[:-1] + "i"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]


def _serbian_stems(word: str) -> Iterator[str]:
    stem = re.sub(r"[аеиоу]$", "", word)
    if word.endswith(("ео", "ао", "ио")):  # удео, удела
        yield stem + "л"
    yield from _with_changes(stem, "аеиоу", "а", _SERBIAN_CHANGES)


def _czech_stems(word: str) -> Iterator[str]:
    stem = re.sub(r"[aeěiíouůyýáé]$", "", word)
    if word.endswith("ci"):  # kritici, kritiků
        yield stem[:-1] + "k"
    if word.endswith("ři"):  # promotéři, promotérů
        yield stem[:-1] + "r"
    yield from _with_changes(stem, "aeěiíouůyýáé", "e", _CZECH_CHANGES)


def _with_changes(
    stem: str, vowels: str, fleeting: str, changes: Mapping[str, str]
) -> Iterator[str]:
    """A stem and what it becomes before some endings.

    Args:
        stem: the word without its ending.
        vowels: of the language.
        fleeting: the vowel that comes and goes between two consonants: купац, купца.
        changes: of the last letters.
    """
    consonant = f"[^{vowels}]"
    found = {stem}
    if re.search(f"{consonant}{fleeting}{consonant}$", stem):
        found.add(stem[:-2] + stem[-1])
    elif re.search(f"{consonant}{{2}}$", stem):
        found.add(stem[:-1] + fleeting + stem[-1])
    for one in sorted(found):
        yield one
        for old, new in changes.items():
            if one.endswith(old):
                yield one.removesuffix(old) + new


_SERBIAN_CHANGES = {"тк": "ц", "дк": "ц", "к": "ц", "г": "з", "х": "с", "ст": "шћ"}
_CZECH_CHANGES = {"k": "c", "h": "z", "ch": "š", "g": "z", "r": "ř", "ď": "d", "ť": "t", "ň": "n"}

_ENGLISH = Inflection(
    frozenset({"", "s", "es"}),
    _english_stems,
    after_abbreviation=re.compile("s"),
)
_SERBIAN = Inflection(
    frozenset(
        [
            *("", "а", "е", "и", "о", "у", "ом", "ем", "ама", "има", "ју"),
            *("ови", "ове", "ова", "овима", "еви", "еве", "ева", "евима"),
            *("им", "их", "ог", "ога", "ој", "ому", "оме", "ег", "ега", "ему"),
        ]
    ),
    _serbian_stems,
    {"подаци": ("податк", "податак"), "време": ("времен",)},
    re.compile(r"-[а-шђјљњћџ]{1,3}"),
)
_CZECH = Inflection(
    frozenset(
        [
            *("", "a", "e", "ě", "i", "í", "o", "u", "ů", "y", "ou", "em", "ém", "ím", "ým"),
            *("am", "ám", "ům", "ách", "ech", "ích", "ými", "ami", "emi", "ími", "mi"),
            *("ých", "é", "ého", "ému", "ý", "á", "ího", "ímu", "ové", "ovi", "im"),
        ]
    ),
    _czech_stems,
    {"míra": ("měr",), "míru": ("měr",)},
)
_BY_LANGUAGE = {"en": _ENGLISH, "sr": _SERBIAN, "cs": _CZECH}
