"""Words that stay in one line although browsers would take them apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from cxguide.core.alternatives import any_of
from cxguide.core.languages import Language
from cxguide.site.running_words import with_changed_words

__all__ = ["whole_words", "with_whole_words_in"]

_WITH_A_LIST = frozenset({"th"})


def with_whole_words_in(html: str, language: Language) -> str:
    """The page with `cx-w` around words that stay whole; every other byte stays.

    Args:
        html: a page, or a part of one.
        language: of what no `lang` says otherwise for.

    >>> with_whole_words_in("<p>ตารางโคฮอร์ตนี้", Language("th"))
    '<p>ตาราง<cx-w>โคฮอร์ต</cx-w>นี้'
    """
    words = whole_words(language)
    if not words:
        return html
    any_of_them = re.compile(any_of(words))

    def kept(text: str, tag: str) -> str:
        return any_of_them.sub(r"<cx-w>\g<0></cx-w>", text) if tag == language.tag else text

    return with_changed_words(html, language.tag, kept)


@cache
def whole_words(language: Language) -> tuple[str, ...]:
    """The words of a language that browsers take apart and must not."""
    name = language.locale.language
    if name not in _WITH_A_LIST:
        return ()
    text = (files("cxguide.core") / "data" / f"whole-words.{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
