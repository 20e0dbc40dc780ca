"""What was meant by a formula that Python's parser refuses."""

from __future__ import annotations

import keyword
import re
from collections.abc import Container

from cxguide.metrics.formula import FUNCTIONS

__all__ = ["meant_digit", "refuse_foreign_signs", "slip"]

_FOREIGN = re.compile(r"[^\n\x20-\x7e]|(?<![\w.])\d[\d_]*[_xXoObB]")
"""Signs beyond ASCII, and numbers such as 1_000 and 0x10."""
_PER_CENT = re.compile(r"%(?!\s*[\w.(])")
"""A sign for per cent, and not one between two operands."""
_NUMBER_AND_NAME = re.compile(r"(?<![\w.])(?P<first>\d+(\.\d+)?)(?P<second>[A-Za-z_]\w*)")
_OPERAND_BEFORE = re.compile(r"(?P<first>\w+|\))\s*$")
_OPERAND_HERE = re.compile(r"\w+|\(")
_MEANT = {
    "<>": "!=",
    "=<": "<=",
    "=>": ">=",
    "&&": "and",
    "||": "or",
    "=": "==",
    "×": "*",
    "·": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "&": "and",
    "|": "or",
    "!": "not",
}
"""Signs that people write in formulas, and how they are written here."""
_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1"}


def refuse_foreign_signs(text: str) -> None:
    """Refuse what Python reads as another spelling of a name or a number.

    Raises:
        SyntaxError: with the place.
    """
    if found := _FOREIGN.search(text):
        raise SyntaxError(found[0], ("", 1, found.start() + 1, text))


def meant_digit(name: str) -> str | None:
    """The digit that a letter was written instead of, if it looks like one."""
    return _LETTERS.get(name)


def slip(text: str, error: Exception, known: Container[str]) -> tuple[int, str]:
    """Where in a formula that cannot be read the slip is, and what to write instead.

    Args:
        text: the formula.
        error: what the parser said.
        known: names that may be used.

    >>> slip("100 * a / n %", SyntaxError("invalid syntax", ("", 1, 0, "")), {"a", "n"})
    (12, "remove '%'")
    """
    column = max(0, (getattr(error, "offset", None) or 1) - 1)
    sign = text[column : column + 1]
    if "never closed" in str(error):
        return column, f"close the bracket {sign!r}"
    if "unmatched" in str(error):
        return column, f"remove {sign!r}, or open the bracket before it"
    if "expected 'else'" in str(error):
        choice = text[column : (getattr(error, "end_offset", None) or len(text) + 1) - 1]
        return column, f"write '{choice} else null', or another value instead of null"
    if (per_cent := _PER_CENT.search(text)) is not None:
        return per_cent.start(), "remove '%'"
    for start in (max(0, column - 1), column):
        if (two := text[start : start + 2]) in _MEANT:
            return start, f"write {_MEANT[two]!r} instead of {two!r}"
    if sign in _MEANT:
        return column, f"write {_MEANT[sign]!r} instead of {sign!r}"
    if (operand := _lost_sign(text, column, known)) is not None:
        return operand
    if sign.isdecimal():
        return column, "write a number with the digits 0 to 9 and a point"
    if not sign.isascii():
        return column, f"write it with the letters a to z; {sign!r} is none of them"
    if (last := text.rstrip()[-1:]) in {*"+-*/<>"}:
        return len(text.rstrip()) - 1, f"write a value after {last!r}, or remove it"
    return column, "write it like 100 * (a - b) / c"


def _lost_sign(text: str, column: int, known: Container[str]) -> tuple[int, str] | None:
    """Two values with no sign between them."""
    if (both := _NUMBER_AND_NAME.search(text)) is not None and both["second"] in known:
        return both.start(), f"write a sign between them: '{both['first']} * {both['second']}'"
    before, here = _OPERAND_BEFORE.search(text[:column]), _OPERAND_HERE.match(text, column)
    if before is None or here is None:
        return None
    first, second = before["first"], here[0]
    if first in FUNCTIONS:
        return before.start(), f"put brackets around what {first} is of: {first}(…)"
    if keyword.iskeyword(first) or keyword.iskeyword(second):
        return None
    return column, f"write a sign such as * between {first!r} and {second!r}"
