"""Where the plain fences of a translated page, which show code, differ from the original's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cxguide.core.places import SourceError
from cxguide.translations.fenced import Fenced
from cxguide.translations.section_shapes import SectionShape, section_pairs

__all__ = ["code_faults"]


def code_faults(
    page: Sequence[SectionShape], original: Sequence[SectionShape]
) -> Iterator[SourceError]:
    """Code that a section lacks, has alone, or has of another name.

    Where a section has lost a calculator or a map, code that is there may be meant to be it.
    """
    for ours, theirs in section_pairs(page, original):
        here, there = ours.plain_fences, theirs.plain_fences
        if len(here) > len(there) and len(ours.fences) == len(theirs.fences):
            continue
        steps = SequenceMatcher(
            None, [one.name for one in there], [one.name for one in here], False
        ).get_opcodes()
        for kind, their_start, their_end, our_start, our_end in steps:
            wanted, found = there[their_start:their_end], here[our_start:our_end]
            if kind == "equal":
                continue
            if len(wanted) == len(found):
                yield from _renamed(found, wanted)
            else:
                yield from _extra(found, theirs.file)
                yield from _missing(ours, wanted)


def _renamed(found: Sequence[Fenced], wanted: Sequence[Fenced]) -> Iterator[SourceError]:
    for here, there in zip(found, wanted, strict=True):
        yield SourceError(
            here.place,
            f"the code here is {_shown(here)}; in {_at(there)} it is {_shown(there)}",
            fix=f"write '```{there.name}'",
        )


def _extra(found: Sequence[Fenced], original: str) -> Iterator[SourceError]:
    for here in found:
        yield SourceError(
            here.place,
            f"this code, {_shown(here)}, does not stand in this section of {original}",
            fix="remove it, or add it in every language",
        )


def _missing(ours: SectionShape, wanted: Sequence[Fenced]) -> Iterator[SourceError]:
    for there in wanted:
        yield SourceError(
            ours.place,
            f"the code of {_at(there)}, {_shown(there)}, is missing here",
            fix=f"copy it from line {there.place.line} of that page into this section",
        )


def _shown(fence: Fenced) -> str:
    return f"named {fence.name!r}" if fence.name else "without a name"


def _at(fence: Fenced) -> str:
    return f"{fence.place.file}:{fence.place.line}"
