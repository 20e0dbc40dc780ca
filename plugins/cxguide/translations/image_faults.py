"""Where the images of a translated page differ from those of the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from posixpath import normpath

from cxguide.core.places import SourceError
from cxguide.translations.contents import Found
from cxguide.translations.section_shapes import SectionShape, section_pairs

__all__ = ["image_faults", "image_path"]


def image_faults(
    page: Sequence[SectionShape], original: Sequence[SectionShape]
) -> Iterator[SourceError]:
    """Images that a section lacks, has alone, has of another file, or leaves without words."""
    for ours, theirs in section_pairs(page, original):
        here, there = ours.contents.images, theirs.contents.images
        steps = SequenceMatcher(
            None, [image_path(one) for one in there], [image_path(one) for one in here], False
        )
        for kind, their_start, their_end, our_start, our_end in steps.get_opcodes():
            wanted, found = there[their_start:their_end], here[our_start:our_end]
            if kind == "equal":
                yield from _wordless(ours, found, wanted)
            elif len(wanted) == len(found):
                yield from _replaced(ours, found, theirs, wanted)
            else:
                yield from _extra(ours, found, theirs)
                yield from _missing(ours, theirs, wanted)


def image_path(image: Found) -> str:
    """The path in the one form that all ways to write it share."""
    return image.what if "://" in image.what else normpath(image.what)


def _wordless(
    ours: SectionShape, found: Sequence[Found], wanted: Sequence[Found]
) -> Iterator[SourceError]:
    for here, there in zip(found, wanted, strict=True):
        if there.words.strip() and not here.words.strip():
            yield SourceError(
                ours.place_of(here),
                f"the image {here.what!r} has no words for who does not see it; "
                f"in English they are {there.words!r}",
                fix=f"write '![(translate: {there.words})]({here.what})'",
            )


def _replaced(
    ours: SectionShape, found: Sequence[Found], theirs: SectionShape, wanted: Sequence[Found]
) -> Iterator[SourceError]:
    for here, there in zip(found, wanted, strict=True):
        yield SourceError(
            ours.place_of(here),
            f"the image {here.what!r} stands where {theirs.line_of(there)} has {there.what!r}",
            fix=f"write '![{here.words or there.words}]({there.what})'",
        )


def _extra(
    ours: SectionShape, found: Sequence[Found], theirs: SectionShape
) -> Iterator[SourceError]:
    for here in found:
        yield SourceError(
            ours.place_of(here),
            f"the image {here.what!r} does not stand at this place in {theirs.file}",
            fix="remove it, or add it in every language",
        )


def _missing(
    ours: SectionShape, theirs: SectionShape, wanted: Sequence[Found]
) -> Iterator[SourceError]:
    for there in wanted:
        words = f"(translate: {there.words})" if there.words else ""
        yield SourceError(
            ours.place,
            f"the image {there.what!r} of {theirs.line_of(there)} is missing here",
            fix=f"write '![{words}]({there.what})' in this section, or remove it in every language",
        )
