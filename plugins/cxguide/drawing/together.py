"""What stays in one line and what may be divided, in a page and in a picture alike."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

from cxguide.core.alternatives import any_of
from cxguide.core.resources import LOCALE

__all__ = ["QUANTITY", "THAI_COMPOUNDS", "hyphenation", "thai_compounds"]

QUANTITY = re.compile(r"(?<=\d) (?=[%‰°]|[^\W\d_]{1,3}\b)")
"""The space between a number and its unit."""
THAI_COMPOUNDS = LOCALE / "th.compounds.txt"
"""Thai compounds that dictionaries of browsers take apart, each on a line of its own."""


@lru_cache(maxsize=1)
def thai_compounds() -> re.Pattern[str]:
    """Any of the listed compounds, the longest first."""
    words = THAI_COMPOUNDS.read_text(encoding="utf-8").splitlines()
    return re.compile(f"({any_of(words)})")


@lru_cache(maxsize=16)
def hyphenation(tag: str) -> pyphen.Pyphen | None:
    """Where words of a language may be hyphenated; `None` where nobody has written it down."""
    # English without a country is American here, as its spelling in the guide is.
    name = "en_US" if tag == "en" else pyphen.language_fallback(tag.replace("-", "_"))
    return pyphen.Pyphen(lang=name) if name else None
