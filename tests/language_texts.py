"""Texts in the languages of the guide, for tests of what is checked in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import SourceError
from cxguide.core.source_text import SourceText
from cxguide.language import passages_of

__all__ = ["catalog", "page", "read", "told"]


def page(text: str) -> SourceText:
    """A page."""
    return SourceText("page.md", text)


def catalog(*entries: tuple[str, str], above: str = "") -> SourceText:
    """A catalog of English texts and their translations; `above` stands above the last."""
    texts = ['msgid ""\nmsgstr ""\n"Language: cs\\n"\n']
    texts += [
        f'msgctxt "key/{number}"\nmsgid "{english}"\nmsgstr "{translation}"\n'
        for number, (english, translation) in enumerate(entries, 1)
    ]
    texts[-1] = above + texts[-1]
    return SourceText("cs.po", "\n".join(texts))


def read(source: SourceText, tag: str) -> list[str]:
    """What people read of a page or catalog."""
    return [passage.text for passage in passages_of(source, Language(tag))]


def told(
    check: Callable[[Sequence[Passage], Language], Iterable[SourceError]], text: str, tag: str
) -> list[str]:
    """Where a check finds something in a page, and what it says to write."""
    passages = passages_of(page(text), Language(tag))
    found = check(passages, Language(tag))
    return [f"{fault.place.line}:{fault.place.column} {fault.fix}" for fault in found]
