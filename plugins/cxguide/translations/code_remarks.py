"""Code that a section of the original has and the translation lacks, or has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cxguide.core.places import Place, Severity, SourceError, short
from cxguide.translations.contents import Found
from cxguide.translations.fenced import Fenced
from cxguide.translations.section_shapes import SectionShape

__all__ = ["code_remarks"]

_LANGUAGE = re.compile(r"(?<![A-Za-z0-9])[a-z]{2}(-[A-Za-z]{4})?(?![A-Za-z0-9])/?")
"""A tag, as in `nps.cs.html` and `/cs/metrics/`; other words of two letters go unseen as well."""
_WORDS = re.compile(
    r""""[^"]*"|'[^']*'|<!--.*?-->|(?<!\S)(?:\#+|//)[ ].*|(?<=>)[^<>]+(?=<)|[^\x00-\x7f]+""",
    re.VERBOSE,
)
"""What of code may be translated: texts in quotes, comments, the words between tags."""
_ALIKE = 0.5
"""How like each other two examples are, at least, that differ in their words alone."""


def code_remarks(ours: SectionShape, theirs: SectionShape) -> Iterator[SourceError]:
    """Inline code that is missing, and lines of fences that differ in more than words."""
    here, missing = list(ours.contents.codes), []
    for there in theirs.contents.codes:
        twin = next((one for one in here if _name(one.what) == _name(there.what)), None)
        if twin is not None:
            here.remove(twin)
        else:
            missing.append(there)
    for there in missing:
        twin = next((one for one in here if _is_example(one.what, there.what)), None)
        if twin is not None:
            here.remove(twin)
        else:
            yield _missing(ours, theirs, there, here)
    if [one.name for one in ours.plain_fences] == [one.name for one in theirs.plain_fences]:
        for our_fence, their_fence in zip(ours.plain_fences, theirs.plain_fences, strict=True):
            yield from _line_remarks(our_fence, their_fence)


def _missing(
    ours: SectionShape, theirs: SectionShape, there: Found, others: Sequence[Found]
) -> SourceError:
    likest = max(others, key=lambda one: _likeness(one.what, there.what), default=None)
    is_near = likest is not None and _likeness(likest.what, there.what) > _ALIKE
    return _remark(
        ours.place_of(likest) if likest is not None and is_near else ours.place,
        f"the code {there.what!r} of {theirs.line_of(there)} is missing in this section",
        f"write '`{there.what}`'"
        + (f" for '`{likest.what}`'" if likest is not None and is_near else ""),
    )


def _is_example(here: str, there: str) -> bool:
    """Whether this is an example with words in it, in the words of another language."""
    return " " in here and " " in there and _likeness(here, there) > _ALIKE


def _likeness(here: str, there: str) -> float:
    return SequenceMatcher(None, here, there).ratio()


def _line_remarks(ours: Fenced, theirs: Fenced) -> Iterator[SourceError]:
    here, there = ours.content.text.split("\n"), theirs.content.text.split("\n")
    if len(here) != len(there):
        yield _remark(
            ours.place,
            f"this code has {len(here)} lines, "
            f"that of {theirs.place.file}:{theirs.place.line} has {len(there)}",
            "copy it from there, and translate its comments and texts",
        )
        return
    for number, (one, other) in enumerate(zip(here, there, strict=True)):
        if _line(one) != _line(other):
            place, at = ours.content.place(number), theirs.content.place(number)
            yield _remark(
                place,
                f"this line of code differs from {at.file}:{at.line} in more than words",
                f"write {short(other)!r}",
            )


def _name(code: str) -> str:
    return " ".join(_LANGUAGE.sub("", code).split())


def _line(code: str) -> str:
    """What of a line of code is the same in every language."""
    return " ".join(_LANGUAGE.sub("", _WORDS.sub("", code)).split())


def _remark(place: Place, problem: str, fix: str) -> SourceError:
    return SourceError(place, problem, fix=fix, severity=Severity.NOTICE, check="code")
