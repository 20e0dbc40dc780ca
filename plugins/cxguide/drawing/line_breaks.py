"""Where a text may go on in the next line.

ICU says so for every language. Thai has no spaces between words and ICU's dictionary takes
compounds apart (ใบ|แจ้ง|หนี้, an invoice), so between two Thai letters PyThaiNLP must agree,
and no compound on the list of the guide is divided.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from icu4py.breakers import CharacterBreaker, LineBreaker

from cxguide.core.languages import Language
from cxguide.core.no_break import no_break_gaps
from cxguide.core.thai import THAI, thai_word_ends
from cxguide.drawing.together import QUANTITY, hyphenation, thai_compounds

__all__ = ["broken", "joints", "line_breaks", "pieces", "shown"]

_SPACES = re.compile(r"[ \t\r\n]+")
# The signs of repetition and of abbreviation belong to the word before them.
_NEVER_FIRST = "\u0e46\u0e2f"
_SOFT_HYPHEN = "\u00ad"


def shown(text: str) -> str:
    """What of a text can be seen: composed letters, single spaces, no format characters.

    >>> shown("pre\u00adview  of\u2060it")
    'preview ofit'
    """
    return "".join(sign for sign in _plain(text) if unicodedata.category(sign) != "Cf")


def broken(text: str, fits: Callable[[str], bool], language: Language) -> tuple[str, ...]:
    """The text in lines as full as they can be, without the spaces at their ends.

    A word that is too long for a line is divided where its language divides it, with a hyphen,
    and without such a place between two letters. A letter that does not fit stands alone.

    Args:
        text: what is to be set.
        fits: whether a line is short enough.
        language: of the text.
    """
    lines: list[str] = []
    line = ""
    for piece in pieces(_plain(text), language):
        if fits(shown(line + piece)):
            line += piece
            continue
        lines.append(_ended(line))
        *full, line = _divided(piece, fits, language)
        lines += full
    return tuple(line for line in (*lines, shown(line)) if line)


def joints(text: str, lines: Sequence[str]) -> tuple[str, ...]:
    """What the text has between each of its lines and the next: a space, or nothing.

    >>> joints("Pay now, please", ("Pay now,", "plea-", "se"))
    (' ', '')
    """
    rest = shown(text)
    found = []
    for line in lines[:-1]:
        has_it = rest.startswith(line)  # else the hyphen at its end was put there
        rest = rest[len(line) - (0 if has_it else 1) :]
        found.append(" " if rest.startswith(" ") else "")
        rest = rest.lstrip(" ")
    return tuple(found)


@lru_cache(maxsize=4096)
def line_breaks(text: str, language: Language) -> tuple[int, ...]:
    """Where lines may end, as positions in the text, its end included.

    A number stays with its unit, and what the language wants together with its neighbour.

    >>> line_breaks("Pay 5 % now", Language("en"))
    (4, 8, 11)
    """
    ends = _ends(LineBreaker(text, language.tag), text)
    words = thai_word_ends(text) if THAI.search(text) else frozenset[int]()
    words -= _inside_compounds(text)
    bound = {found.end() for found in QUANTITY.finditer(text)}
    bound.update(end for _, end in no_break_gaps(text, language))
    return tuple(end for end in ends if end not in bound and _may_end(text, end, words))


def pieces(text: str, language: Language) -> Iterator[str]:
    """The text in pieces that no line may divide, whole and in order.

    >>> list(pieces("Pay now", Language("en")))
    ['Pay ', 'now']
    """
    start = 0
    for end in line_breaks(text, language):
        yield text[start:end]
        start = end


def _ends(breaker: LineBreaker | CharacterBreaker, text: str) -> list[int]:
    """The ends of ICU's pieces; it counts characters beyond U+FFFF twice, Python once."""
    counted = accumulate(2 if character > "\uffff" else 1 for character in text)
    position = {units: index for index, units in enumerate(counted, start=1)}
    return [position[end] for _, end in breaker.segments()]


def _may_end(text: str, end: int, thai_words: frozenset[int]) -> bool:
    if end == len(text):
        return True
    before, after = text[end - 1], text[end]
    if after in _NEVER_FIRST:
        return False
    return not (THAI.match(before) and THAI.match(after)) or end in thai_words


def _inside_compounds(text: str) -> frozenset[int]:
    return frozenset(
        place
        for found in thai_compounds().finditer(text)
        for place in range(found.start() + 1, found.end())
    )


def _divided(word: str, fits: Callable[[str], bool], language: Language) -> list[str]:
    """A word in as few lines as possible; the last may be continued."""
    hyphenations, letters = _hyphenations(word, language), _letters(word)
    lines: list[str] = []
    start = 0
    while not fits(shown(word[start:])):
        ends = [end for end in letters if end > start]
        full = [end for end in ends if fits(shown(word[start:end]))]
        end, hyphen = (full or ends[:1])[-1], ""
        # At a hyphen, unless it leaves most of the line empty.
        least = (start + end) / 2
        after_hyphen = [place for place in hyphenations if place > least]
        if hyphened := [end for end in after_hyphen if fits(shown(word[start:end]) + "-")]:
            end, hyphen = hyphened[-1], "-"
        if end >= len(word):
            break
        lines.append(shown(word[start:end]) + hyphen)
        start = end
    return [*lines, word[start:]]


def _letters(word: str) -> list[int]:
    """The ends of what readers take for letters: with all their marks."""
    return _ends(CharacterBreaker(word, "en"), word)


def _hyphenations(word: str, language: Language) -> list[int]:
    soft = [index + 1 for index, sign in enumerate(word) if sign == _SOFT_HYPHEN]
    dictionary = hyphenation(language.tag)
    if soft or dictionary is None:
        return soft
    return [
        found.start() + int(place)
        for found in re.finditer(r"[^\W\d_]+", word)
        for place in dictionary.positions(found[0])
    ]


def _ended(line: str) -> str:
    """A line that another follows: a soft hyphen at its end is seen."""
    return shown(line) + ("-" if line.rstrip().endswith(_SOFT_HYPHEN) else "")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip(" \t\r\n"))
