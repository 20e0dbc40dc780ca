"""Slips that leave a key without a value, in an editor's words.

YAML takes what stands between two commas in braces for a key, so a comma inside a number or a
text, and a colon that is lost, are seen only there.
"""

from __future__ import annotations

import re

from cxguide.core.places import Place, SourceError, short

__all__ = [
    "comma_fault",
    "comma_number",
    "empty_item",
    "empty_key",
    "lost_colon",
    "unmarked_key",
]

_LOST_COLON = re.compile(r"(?P<key>\w+)(:|[ ]+(?=[-.\d]))(?P<value>\S.*)")
"""A key and its value without the space after the colon, or without the colon before a number."""
_COMMA_NUMBER = re.compile(r"[-+]?\d+(,[ ]?\d+)+(\.\d+)?")


def lost_colon(place: Place, key: str) -> SourceError | None:
    """The fault of a key and its value that were written as one."""
    if (lost := _LOST_COLON.fullmatch(key)) is None:
        return None
    return SourceError(
        place,
        f"{short(repr(key))} stands here as a key without a value",
        fix=f"write '{lost['key']}: {lost['value']}', with a colon and a space",
    )


def empty_key(place: Place, key: str, *, needed: bool) -> SourceError:
    """The fault of a key with nothing after it."""
    fix = "write its value after it" if needed else "write its value, or remove the key"
    return SourceError(place, f"{short(repr(key))} has no value", fix=fix)


def unmarked_key(place: Place, key: str) -> SourceError:
    """The fault of a word in braces that has no colon, where any key may stand."""
    return SourceError(
        place,
        f"{short(repr(key))} stands here as a key without a value",
        fix="write a colon and its value after it; or put quotes around a text with a comma in it",
    )


def empty_item(place: Place) -> SourceError:
    """The fault of a hyphen with nothing after it."""
    return SourceError(
        place,
        "this item of the list has no value, found only '-'",
        fix="write its value after the hyphen, or remove the hyphen",
    )


def comma_number(text: str, start: int = 0) -> str | None:
    """The number with commas that begins at a character of a text, if there is one.

    >>> comma_number("5,4, detractors: 36"), comma_number("54, 36: x")
    ('5,4', '54, 36')
    """
    found = _COMMA_NUMBER.match(text, start)
    return found[0] if found else None


def comma_fault(place: Place, found: str) -> SourceError:
    """The fault of a number with a comma, that of decimals or that of thousands.

    >>> print(comma_fault(Place("a.yml"), "5,4").fix)
    write 5.4, or 54 if no decimals are meant
    >>> print(comma_fault(Place("a.yml"), "1,000").fix)
    write 1000, or 1.000 if decimals are meant
    """
    number = found.replace(" ", "")
    plain = number.replace(",", "")
    whole, *groups = number.partition(".")[0].lstrip("-+").split(",")
    decimal = number.replace(",", ".")
    is_grouped = all(len(group) == 3 for group in groups) and len(whole) <= 3
    has_one_comma = number.count(",") == 1 and "." not in number
    if not has_one_comma and not is_grouped:
        fix = f"write [{found}] for a list, or a point for the decimals of one number"
    elif not has_one_comma:
        fix = f"write {plain}"
    elif whole == "0":
        fix = f"write {decimal}"
    elif is_grouped:
        fix = f"write {plain}, or {decimal} if decimals are meant"
    else:
        fix = f"write {decimal}, or {plain} if no decimals are meant"
    return SourceError(place, f"numbers have no comma here: found {short(repr(found))}", fix=fix)
