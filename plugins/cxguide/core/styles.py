"""Style sheets as pages get them."""

from __future__ import annotations

import re

__all__ = ["compact"]


def compact(css: str) -> str:
    """A style sheet without comments and needless blanks.

    >>> compact("a > b { margin: 0.5em; } /* why */")
    'a>b{margin:.5em}'
    """
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    text = re.sub(r": (?=[^{}]*[;}])", ":", text)
    text = re.sub(r"(?<![\w.])0(?=\.\d)", "", text)
    return text.replace(";}", "}").strip()
