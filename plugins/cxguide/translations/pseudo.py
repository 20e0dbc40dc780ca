"""Text that is longer than English, accented and in brackets: what it breaks, translations would.

A word without accents on a page in this pseudo-language was never given to translators, a missing
bracket is a text that is cut off, and what overlaps has a width that only English fits.
"""

from __future__ import annotations

import math
import re

from cxguide.core.languages import Language

__all__ = ["CLOSING", "OPENING", "PSEUDO_LANGUAGE", "accented", "is_plain", "pseudo"]

PSEUDO_LANGUAGE = Language("en-x-qps")
"""English to browsers and to CLDR, so numbers and dates are right; `x-qps` is for private use."""
OPENING, CLOSING = "«", "»"
"""Not ⟦ and ⟧: pictures and maps refuse what the fonts of the guide do not have."""

_LETTERS = dict(
    zip(
        "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ",
        "áčďéğĥíĵķļñóřšťúŵýžÁČĎÉĞĤÍĴĶĻÑÓŘŠŤÚŴÝŽ",
        strict=True,
    )
)
_DOUBLED = frozenset("aeiouy")
"""About two letters of five in English."""
_AT_LEAST = 1.3
_PADDING = "····· "
"""With spaces, as a word without end would be wider than any screen."""
_KEPT = re.compile(
    r"""\{[^{}]*\}                  # a placeholder
    | %\(\w+\)[a-z]
    | &(?:\#\w+|\w+);               # an entity
    | </?[a-zA-Z][^<>]*>            # a tag
    | \bhttps?://[^\s<>"]+""",
    re.VERBOSE,
)
_PLAIN = re.compile(f"[{''.join(_LETTERS)}]")
_LETTER = re.compile(r"[^\W\d_]")


def accented(text: str) -> str:
    """Every letter with its accent and small vowels twice; the same letter always the same way.

    A word is therefore the same alone and in a sentence, so terms are still found in texts.

    >>> accented("A score")
    'Á ščóóřéé'
    """
    return "".join(
        _LETTERS.get(letter, letter) * (2 if letter in _DOUBLED else 1) for letter in text
    )


def pseudo(text: str) -> str:
    """A short text in the pseudo-language; what has no letters stays as it is.

    Placeholders, entities, tags and addresses are kept.

    >>> pseudo("{n} of 200 answers")
    '«{n} óóf 200 ááñšŵééřš·»'
    """
    words, at = [], 0
    for kept in _KEPT.finditer(text):
        words += [accented(text[at : kept.start()]), kept[0]]
        at = kept.end()
    changed = "".join([*words, accented(text[at:])])
    if not _LETTER.search(_KEPT.sub("", text)):
        return text
    inner = changed.strip()
    before, _, after = changed.partition(inner)
    missing = math.ceil(_AT_LEAST * len(text)) - len(changed) - len(OPENING + CLOSING)
    padding = (_PADDING * len(text))[: max(0, missing)]
    return f"{before}{OPENING}{inner}{padding}{CLOSING}{after}"


def is_plain(text: str) -> bool:
    """Whether a text shows a letter that the pseudo-language would have given an accent."""
    return _PLAIN.search(text) is not None
