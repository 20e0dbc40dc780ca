"""A style sheet without the rules for what a page never has."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["needed_styles"]

_WORD = re.compile(r"[\w-]+")
_NAME = re.compile(r"\.([\w-]+)|\[([\w-]+)")
_GROUP = re.compile(r":(?:is|where)\(([^()]*)\)")
_DENIED = re.compile(r":not\([^()]*\)")


def needed_styles(css: str, used: str) -> str:
    """The rules whose classes and attributes stand in `used`; the order stays.

    Args:
        css: compact, as `cxguide.core.styles.compact` makes it; nested rules only inside `@`.
        used: everything that can bring about a name: markup, scripts.

    >>> needed_styles(".a{x:y}.b,p .a{x:z}@media print{.b{x:y}}", '<p class="a">')
    '.a{x:y}p .a{x:z}'
    """
    return _needed(css, frozenset(_WORD.findall(used)))


def _needed(css: str, used: frozenset[str]) -> str:
    kept = []
    for head, body in _rules(css):
        if head.startswith("@"):
            if inside := _needed(body, used):
                kept.append(f"{head}{{{inside}}}")
        elif selectors := [one for one in _parts(head) if _is_needed(one, used)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


@lru_cache(maxsize=64)
def _rules(css: str) -> tuple[tuple[str, str], ...]:
    rules: list[tuple[str, str]] = []
    depth = begin = opened = 0
    for at, sign in enumerate(css):
        if sign == "{":
            opened = at if depth == 0 else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                rules.append((css[begin:opened].strip(), css[opened + 1 : at]))
                begin = at + 1
    return tuple(rules)


def _parts(selectors: str) -> list[str]:
    """A list cut at its commas, those in brackets left alone."""
    parts, depth, begin = [], 0, 0
    for at, sign in enumerate(selectors):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append(selectors[begin:at])
            begin = at + 1
    return [*parts, selectors[begin:]]


def _is_needed(selector: str, used: frozenset[str]) -> bool:
    outside = _DENIED.sub("", selector)
    for choices in _GROUP.findall(outside):
        if not any(_is_needed(one, used) for one in _parts(choices)):
            return False
    names = _NAME.findall(_GROUP.sub("", outside))
    return all(_stands_in(a_class or attribute, used) for a_class, attribute in names)


def _stands_in(name: str, used: frozenset[str]) -> bool:
    # Scripts write data-cx-more as cxMore.
    camel = re.sub(r"-(\w)", lambda found: found[1].upper(), name.removeprefix("data-"))
    return name in used or camel in used
