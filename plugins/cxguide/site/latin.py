"""Serbian Cyrillic in Latin letters. Only this direction: the other one loses."""

from __future__ import annotations

import re

import cyrtranslit

__all__ = ["to_latin"]

_LETTERS = {code: cyrtranslit.to_latin(chr(code), "sr") for code in range(0x400, 0x460)}
_PAIRS = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ"}
_UPPER = "[A-ZА-ЯЀ-ЏĆČŠŽĐ]"
_LOWER = "[a-zа-яѐ-џćčšžđ]"
# One letter that becomes two: both are capitals where the word is written in capitals.
_CAPITAL_PAIR = re.compile(rf"[ЉЊЏ](?={_UPPER})|(?<={_UPPER})[ЉЊЏ](?!{_LOWER})", re.UNICODE)


def to_latin(text: str) -> str:
    """The text in Serbian Latin letters; everything that is not Cyrillic stays.

    A capital Љ, Њ or Џ is `LJ` among capitals and `Lj` before a small letter or alone.

    >>> to_latin("ЉУБАВ, Љубав и КОЊ"), to_latin("Џ. Њ.")
    ('LJUBAV, Ljubav i KONJ', 'Dž. Nj.')
    """
    return _CAPITAL_PAIR.sub(lambda found: _PAIRS[found[0]], text).translate(_LETTERS)
