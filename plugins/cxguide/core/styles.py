"""Style sheets as pages get them."""

from __future__ import annotations

import re

__all__ = ["compact"]

_NOT_STYLES = re.compile(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\)""", re.DOTALL
)
"""Comments, and what has to stay as it is: texts and addresses."""
_KEPT = "\ue000"


def compact(css: str) -> str:
    """A style sheet without comments and needless blanks.

    >>> compact("a > b { margin: 0.5em; } /* why */")
    'a>b{margin:.5em}'
    >>> compact('dt::after { content: ": /* 0.5 */"; }')
    'dt::after{content:": /* 0.5 */"}'
    """
    kept: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        if found[0].startswith("/*"):
            return ""
        kept.append(found[0])
        return _KEPT

    text = _NOT_STYLES.sub(set_aside, css)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    text = re.sub(r": (?=[^{}]*[;}])", ":", text)
    text = re.sub(r"(?<![\w.])0(?=\.\d)", "", text)
    told = iter(kept)
    return re.sub(_KEPT, lambda _: next(told), text.replace(";}", "}").strip())
