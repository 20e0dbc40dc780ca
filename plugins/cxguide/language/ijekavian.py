"""Ijekavian spelling in a text that is written in Ekavian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Severity, SourceError
from cxguide.language.writing import script_of

__all__ = ["CHECK", "ekavian_of", "ijekavian_faults"]

CHECK = "ijekavian"

_PREFIXES = "(?:нај|не)?(?:без|до|за|из|ис|на|над|о|об|од|от|по|под|пре|пред|при|про|раз|рас|у|уз)?"
_WORD = re.compile(
    r"\b[\u0400-\u04ff]*(?:ије|[бвгдзклмнпрстфхцчшжљњ]је|ље|ње)[\u0400-\u04ff]*", re.IGNORECASE
)
"""Words that can be Ijekavian at all: one in ten."""


def ijekavian_faults(passages: Iterable[Passage], language: Language) -> Iterator[SourceError]:
    """The words of a curated list, in whatever form; the spelling checker knows both spellings."""
    if language.locale.language != "sr" or script_of(language) != "Cyrl":
        return
    for passage in passages:
        for found in _WORD.finditer(passage.text):
            if (ekavian := ekavian_of(found[0])) is not None:
                yield SourceError(
                    passage.place(found.start()),
                    f"{found[0]!r} is Ijekavian, and this text is Ekavian",
                    fix=f"write {ekavian!r}",
                    severity=Severity.WARNING,
                    check=CHECK,
                )


def ekavian_of(word: str) -> str | None:
    """How Ekavian writes a word that the list knows as Ijekavian; `None` for other words.

    >>> ekavian_of("Најљепшем"), ekavian_of("разумијевање"), ekavian_of("пријем")
    ('Најлепшем', 'разумевање', None)
    """
    spellings = _spellings()
    found = spellings.pattern.match(word.lower())
    if found is None:
        return None
    stem = found["stem"] or found["whole"] or found["bare"]
    ekavian = spellings.ekavian[stem]
    before = word[: found.start(found.lastgroup or 0)]
    if not before and word[0].isupper():
        ekavian = ekavian[0].upper() + ekavian[1:]
    return before + ekavian + word[found.end() :]


class _Spellings(NamedTuple):
    """The list: what finds its words, and the other spelling of what is found."""

    pattern: re.Pattern[str]
    ekavian: Mapping[str, str]


@cache
def _spellings() -> _Spellings:
    ekavian: dict[str, str] = {}
    kinds: dict[str, list[str]] = {"stem": [], "whole": [], "bare": []}
    lines = (files(__package__) / "data" / "ijekavian.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        ours, theirs = line.split()
        kind = "stem" if ours.startswith("-") else "whole" if theirs.endswith(".") else "bare"
        ekavian[ours.strip("-")] = theirs.strip("-.")
        kinds[kind].append(ours.strip("-"))
    stem, whole, bare = ("|".join(sorted(kinds[kind], key=len, reverse=True)) for kind in kinds)
    pattern = re.compile(f"(?P<whole>{whole})$|(?P<bare>{bare})|{_PREFIXES}(?P<stem>{stem})")
    return _Spellings(pattern, ekavian)
