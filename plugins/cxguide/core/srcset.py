"""The pictures that an attribute `srcset` offers."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["addresses_in_srcset", "with_other_addresses"]

_CANDIDATE = re.compile(r"[\s,]*(?P<address>\S*[^\s,])(?:,+|[^,]*)")
"""As browsers read one: an address ends at a blank, so it may have commas within."""


def addresses_in_srcset(value: str) -> tuple[str, ...]:
    """The addresses in a `srcset`, as they are written, in order.

    Source:
        HTML Living Standard, 4.8.4.2.1 "Parsing a srcset attribute".

    >>> addresses_in_srcset("a.png 1x,https://o.example/b.png 2x")
    ('a.png', 'https://o.example/b.png')
    >>> addresses_in_srcset("a.png, b.png 1.5x , c.png 640w")
    ('a.png', 'b.png', 'c.png')
    >>> addresses_in_srcset("w_100,h_200/a.png 1x, data:image/gif;base64,R0lG 2x")
    ('w_100,h_200/a.png', 'data:image/gif;base64,R0lG')
    >>> addresses_in_srcset(" ")
    ()
    """
    return tuple(found["address"] for found in _CANDIDATE.finditer(value))


def with_other_addresses(value: str, changed: Callable[[str], str]) -> str:
    """A `srcset` with other addresses; sizes and blanks stay.

    >>> with_other_addresses("a.png 1x,b.png 2x", lambda address: f"../{address}")
    '../a.png 1x,../b.png 2x'
    """

    def candidate(found: re.Match[str]) -> str:
        start, end = (at - found.start() for at in found.span("address"))
        return found[0][:start] + changed(found["address"]) + found[0][end:]

    return _CANDIDATE.sub(candidate, value)
