"""Formulas in one line of text, from presentation MathML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxguide.site.copies.elements import Content, Element

__all__ = ["formula_text"]

_SPACED = frozenset("=≈≠<>≤≥+−×∧∨")
_ONE = frozenset({"mi", "mn", "msqrt", "mtext"})
_ABOVE = frozenset({"×", "msup"})
_BELOW = frozenset({"msup"})
_BLANKS = re.compile(r"[ \t\n\r]+")


def formula_text(math: Element) -> str:
    """The formula as people type one: `a / (b + c)`, `√(x)`, `(1 + r)^n`."""
    return _tidy(_row(math.content))


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _row(content: Content) -> str:
    written = ""
    for one in content:
        if isinstance(one, str):
            continue  # blanks between elements
        part = _part(one)
        is_sign = one.name == "mo" and part in _SPACED
        # A sign at the beginning, or after a bracket or another sign, belongs to what follows.
        is_prefix = is_sign and (not written.strip() or written.rstrip()[-1] in "(⌈{=,;≈×/")
        written += f" {part} " if is_sign and not is_prefix else part
    return written


def _part(element: Element) -> str:
    parts = [one for one in element.content if isinstance(one, Element)]
    match element.name:
        case "mfrac":
            above, below = parts
            return f"{_operand(above, _ABOVE)} / {_operand(below, _BELOW)}"
        case "msup":
            base, exponent = (_operand(one) for one in parts)
            return f"{base}^{exponent}"
        case "msub":
            base, index = (_operand(one) for one in parts)
            return f"{base}_{index}"
        case "msqrt":
            return f"√({_tidy(_row(element.content))})"
        case "munderover":
            sign, lowest, highest = (_tidy(_row([one])) for one in parts)
            return f"{sign}({lowest} … {highest}) "
        case "mtable":
            return "; ".join(_tidy(_row([one])) for one in parts)
        case "mtr":
            return " ".join(_tidy(_row([one])) for one in parts)
        case "mi" | "mn" | "mo" | "mtext":
            return element.text.replace("\u00a0", " ") if element.name == "mtext" else element.text
        case _:
            return _row(element.content)


def _operand(element: Element, tight: frozenset[str] = frozenset()) -> str:
    """A part of a fraction or a power, in brackets where it would be read otherwise.

    Args:
        element: the part.
        tight: signs and elements that hold together without brackets, where it stands.
    """
    text = _tidy(_row([element]))
    inside = element
    while inside.name == "mrow" and len(inside.content) == 1:
        (only,) = inside.content
        if not isinstance(only, Element):
            break
        inside = only
    parts = set(_outer(inside)) if inside.name == "mrow" else {inside.name}
    return text if parts <= _ONE | tight or _is_bracketed(text) else f"({text})"


def _outer(row: Element) -> Iterator[str]:
    """The signs and the names of the elements of a row that stand in no brackets.

    Two elements without a sign between them are words of a phrase, and one of the answers says so.
    """
    depth, after_part = 0, False
    for one in row.content:
        if not isinstance(one, Element):
            continue
        sign = one.text if one.name == "mo" else ""
        depth -= sign == ")"
        if not depth and sign not in {"(", ")"}:
            yield sign or one.name
            if after_part and not sign:
                yield "phrase"
            after_part = not sign
        depth += sign == "("


def _is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for sign in text[:-1]:
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return False
    return True
