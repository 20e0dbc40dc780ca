"""A style sheet without the rules for what a page never has."""

from __future__ import annotations

import re

__all__ = ["needed_styles"]

_NAME = re.compile(r"\.([\w-]+)|\[([\w-]+)")
_GROUP = re.compile(r":(?:is|where)\(([^()]*)\)")
_DENIED = re.compile(r":not\([^()]*\)")


def needed_styles(css: str, used: str, without: tuple[str, ...] = ()) -> str:
    """The rules whose classes and attributes stand in `used`; the order stays.

    Args:
        css: compact, as `cxguide.core.styles.compact` makes it; nested rules only inside `@`.
        used: everything that can bring about a name: markup, scripts.
        without: beginnings of `@` rules to leave out.

    >>> needed_styles(".a{x:y}.b,p .a{x:z}@media print{.b{x:y}}", '<p class="a">')
    '.a{x:y}p .a{x:z}'
    """
    kept = []
    for head, body in _rules(css):
        if head.startswith("@"):
            inside = needed_styles(body, used, without)
            if inside and not head.startswith(without or ("\0",)):
                kept.append(f"{head}{{{inside}}}")
        elif selectors := [one for one in _parts(head) if _is_needed(one, used)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


def _rules(css: str) -> list[tuple[str, str]]:
    rules, depth, begin, opened = [], 0, 0, 0
    for at, sign in enumerate(css):
        if sign == "{":
            opened = at if depth == 0 else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                rules.append((css[begin:opened].strip(), css[opened + 1 : at]))
                begin = at + 1
    return rules


def _parts(selectors: str) -> list[str]:
    """A list cut at its commas, those in brackets left alone."""
    parts, depth, begin = [], 0, 0
    for at, sign in enumerate(selectors):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append(selectors[begin:at])
            begin = at + 1
    return [*parts, selectors[begin:]]


def _is_needed(selector: str, used: str) -> bool:
    outside = _DENIED.sub("", selector)
    for choices in _GROUP.findall(outside):
        if not any(_is_needed(one, used) for one in _parts(choices)):
            return False
    names = _NAME.findall(_GROUP.sub("", outside))
    return all(_stands_in(a_class or attribute, used) for a_class, attribute in names)


def _stands_in(name: str, used: str) -> bool:
    # Scripts write data-cx-more as cxMore.
    camel = re.sub(r"-(\w)", lambda found: found[1].upper(), name.removeprefix("data-"))
    return re.search(rf"(?<![\w-])(?:{re.escape(name)}|{camel})(?![\w-])", used) is not None
