"""What a translated heading says of the English it was made from, as an attribute beside its id.

`## Vzorec { #formula data-en=4f2a91c }`: the value is a fingerprint, or one of two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["MARKER", "OWN", "UNTRANSLATED", "is_untranslated_heading", "marker_in"]

MARKER = "data-en"
UNTRANSLATED = "todo"
"""The section is English still."""
OWN = "own"
"""The section is said in this language alone, or in its own way."""

_BRACES = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}[ #]*$")


def marker_in(attributes: Iterable[str]) -> str | None:
    """The marker among the attributes of a heading, without quotes; `None` without one.

    >>> marker_in(["#formula", 'data-en="todo"'])
    'todo'
    """
    for attribute in attributes:
        name, equals, value = attribute.partition("=")
        if name == MARKER and equals:
            return value.strip("\"'")
    return None


def is_untranslated_heading(line: str) -> bool:
    """Whether a line of Markdown is the heading of a section that is English still.

    >>> is_untranslated_heading("## Formula { #formula data-en=todo }")
    True
    """
    braces = _BRACES.search(line)
    return braces is not None and marker_in(braces["inside"].split()) == UNTRANSLATED
