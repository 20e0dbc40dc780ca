"""Words on a page in the pseudo-language that were never given to translators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from cxguide.translations.pseudo import PSEUDO_LANGUAGE, is_plain

__all__ = ["forgotten_words"]

NOT_WORDS = frozenset({"script", "style", "template", "code", "pre", "math", "time"})
READ_OUT = ("alt", "aria-description", "aria-label", "aria-valuetext", "placeholder", "title")
SYMBOLS = "|".join(
    (
        "cx-legend",  # letters of formulas
        "cx-glossary-letters?",  # the alphabet
    )
)
LIST = re.compile(r"»(?: \(\d+\))?,? and «")
"""How CLDR joins the items of a list in English."""
ABBREVIATION = re.compile(r"\s*\([A-Z][A-Za-z]+\)\s*")
"""Behind a term of the glossary, the same in every language."""


def forgotten_words(page: html.HtmlElement) -> list[str]:
    """Texts and texts of attributes with a letter that should have an accent, and where they are.

    Not looked at is what is marked as another language's or as not to be translated.
    """
    assert page.get("lang") == PSEUDO_LANGUAGE.tag
    return [
        f"{place}: {' '.join(text.split())}"
        for place, text in _texts(page)
        if is_plain(LIST.sub("», «", text)) and not ABBREVIATION.fullmatch(text)
    ]


def _texts(node: html.HtmlElement) -> Iterator[tuple[str, str]]:
    is_other = node.get("lang") not in {None, PSEUDO_LANGUAGE.tag} or node.get("translate") == "no"
    is_symbol = re.search(rf"\b(?:{SYMBOLS})\b", node.get("class", ""))
    if node.tag in NOT_WORDS or is_other or is_symbol:
        return
    place = f"<{node.tag} class={node.get('class')!r}>"
    yield from ((f"{place} {name}", node.get(name, "")) for name in READ_OUT)
    if node.tag == "meta" and node.get("name") == "description":
        yield place, node.get("content", "")
    yield place, node.text or ""
    for inside in node.iterchildren():
        if isinstance(inside.tag, str):
            yield from _texts(inside)
        yield place, inside.tail or ""
