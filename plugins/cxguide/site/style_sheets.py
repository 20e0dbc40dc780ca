"""Several style sheets as one file: one request instead of a dozen."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from cxguide.core.styles import compact

__all__ = ["one_sheet", "rebased"]

_URL = re.compile(
    r"""url\(\s*(?:(?P<sign>["'])(?P<quoted>.*?)(?P=sign)|(?P<bare>[^"')\s]+))\s*\)"""
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#")


def one_sheet(sheets: Iterable[tuple[str, str]], address: str) -> str:
    """The sheets in their order, without comments, as the sheet at an address.

    Args:
        sheets: address of each from the root of the site, and its text.
        address: of the one that is made.

    Raises:
        ValueError: a sheet imports another one, which only the first statement of a file may.
    """
    return "".join(f"{_small(text, old, address)}\n" for old, text in sheets)


def _small(text: str, old: str, new: str) -> str:
    small = compact(rebased(text, old, new)).removeprefix('@charset "UTF-8";')
    if "@import" in small:
        raise ValueError(f"{old} imports another style sheet; name that one in extra_css as well")
    return small


def rebased(css: str, old: str, new: str) -> str:
    """A sheet whose relative addresses lead to the same places from another address.

    >>> rebased('src: url("a.woff2")', "assets/fonts/fonts.css", "assets/cx/all.css")
    'src: url("../fonts/a.woff2")'
    >>> rebased("src: url(data:image/png,1)", "a.css", "b/c.css")
    'src: url(data:image/png,1)'
    """

    def moved(found: re.Match[str]) -> str:
        sign, target = found["sign"] or "", found["quoted"] or found["bare"] or ""
        if _ELSEWHERE.match(target):
            return found[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(old), target))
        way = posixpath.relpath(path, posixpath.dirname(new) or ".")
        return f"url({sign}{way}{sign})"

    return _URL.sub(moved, css)
