"""Terms explained where a page first uses them.

The first use becomes a link to the glossary that says the definition when a pointer rests on it.
Every other byte of the page stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from cxguide.core.markup import EndTag, StartTag, Words, pieces
from cxguide.glossary.finding import Finder

__all__ = ["Tooltip", "with_tooltips"]

SECTION_OF_SOURCES = "sources"
"""Id of the heading under which a page lists its sources: titles of other people's works."""

_NOT_RUNNING_TEXT = frozenset(
    [
        *("a", "abbr", "blockquote", "button", "code", "dfn", "dt", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math", "nav", "option", "pre"),
        *("samp", "select", "summary", "svg", "textarea", "th", "thead", "title", "var"),
    ]
)
"""Headings, links, quotations, code, heads of tables, drawings and what people fill in."""
_QUOTED = re.compile(r'“[^“”]*”|„[^„“]*“|"[^"]*"|&quot;.*?&quot;')


@dataclass(frozen=True, slots=True)
class Tooltip:
    """Where a term is explained, and its definition; `""` where the language has none yet."""

    address: str
    definition: str = ""


def with_tooltips(html: str, find: Finder, tooltips: Mapping[str, Tooltip]) -> str:
    """A page with the first use of each term explained.

    Args:
        html: content of the page.
        find: finds the terms of a glossary, those included that need no explanation: inside them
            no shorter term is found.
        tooltips: by id of the term; what is not in it is not explained.
    """
    left = dict(tooltips)
    open_elements: list[tuple[str, bool]] = [("", True)]
    in_sources = False
    result: list[str] = []
    for piece in pieces(html):
        if isinstance(piece, StartTag) and piece.name in {"h1", "h2"}:
            in_sources = piece.value("id") == SECTION_OF_SOURCES
        if isinstance(piece, Words) and open_elements[-1][1] and not in_sources:
            result.append(_explained(piece.raw, find, left))
            continue
        if isinstance(piece, StartTag) and not piece.closes_itself:
            is_running = open_elements[-1][1] and _holds_running_text(piece)
            open_elements.append((piece.name, is_running))
        elif isinstance(piece, EndTag):
            _close(open_elements, piece.name)
        result.append(piece.raw)
    return "".join(result)


def _explained(text: str, find: Finder, left: dict[str, Tooltip]) -> str:
    """A text with links at terms that are not explained yet; they are taken from `left`."""
    parts, done = [], 0
    quoted = [one.span() for one in _QUOTED.finditer(text)]
    for found in find(text) if left else ():
        if any(start < found.start < end for start, end in quoted):
            continue  # somebody's words, or the name of something
        if (tooltip := left.pop(found.term, None)) is None:
            continue
        title = f' title="{escape(tooltip.definition)}"' if tooltip.definition else ""
        word = text[found.start : found.end]
        link = f'<a class="cx-term" href="{escape(tooltip.address)}"{title}>{word}</a>'
        parts += [text[done : found.start], link]
        done = found.end
    return "".join([*parts, text[done:]])


def _holds_running_text(tag: StartTag) -> bool:
    is_kept = (tag.value("translate") or "").lower() == "no"
    is_drawn = tag.value("role") == "img" or tag.value("aria-hidden") == "true"
    # Our own elements, words in another language than the page's, and lists to look things up.
    is_apart = tag.name.startswith("cx-") or tag.value("lang") is not None
    is_apart |= tag.value("data-cx-list") is not None
    return not (tag.name in _NOT_RUNNING_TEXT or is_kept or is_drawn or is_apart)


def _close(open_elements: list[tuple[str, bool]], name: str) -> None:
    for depth in range(len(open_elements) - 1, 0, -1):
        if open_elements[depth][0] == name:
            del open_elements[depth:]
            return
