"""A whole page as Markdown, readable alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from cxguide.core.languages import ENGLISH, Language
from cxguide.core.quotes import QUOTES
from cxguide.site.copies.blocks import blocks
from cxguide.site.copies.elements import main_part
from cxguide.site.copies.inline import Writing, escaped

__all__ = ["page_copy"]


def page_copy(
    html: str, facts: Mapping[str, str | date | None], *, address: str, title: str, tag: str
) -> str:
    """The page as Markdown, with absolute links, after what is known of it.

    Args:
        html: the whole page.
        facts: for the head of the copy, which is YAML; what is empty is left out.
        address: of the page, absolute.
        title: its heading if it has none of its own.
        tag: of its language.
    """
    language = Language(tag)
    name = language.locale.language if language.is_known else ENGLISH.tag
    writing = Writing(address, QUOTES.get(name, QUOTES[ENGLISH.tag]))
    part = main_part(html)
    text = blocks(part.content, writing)
    if not any(part.all("h1")):
        text = f"# {escaped(title)}\n\n{text}"
    return f"---\n{_head(facts)}---\n\n{text}\n"


def _head(facts: Mapping[str, str | date | None]) -> str:
    lines = (
        # Every text of JSON is one of YAML as well.
        f"{name}: {json.dumps(fact, ensure_ascii=False) if isinstance(fact, str) else fact}\n"
        for name, fact in facts.items()
        if fact
    )
    return "".join(lines)
