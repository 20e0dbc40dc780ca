"""Days as the guide writes them."""

from __future__ import annotations

from datetime import date

from cxguide.core.dates import format_day
from cxguide.core.languages import Language
from cxguide.site.latin import to_latin


def written_day(day: date, tag: str) -> str:
    """A day in a version of the guide; the Latin one of Serbian is made from the other one."""
    text = format_day(day, Language("sr" if tag == "sr-Latn" else tag))
    return to_latin(text) if tag == "sr-Latn" else text
