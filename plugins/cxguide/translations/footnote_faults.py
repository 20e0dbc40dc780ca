"""Footnotes that a translated page has lost, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxguide.core.places import SourceError, nearest
from cxguide.translations.contents import Found
from cxguide.translations.section_shapes import SectionShape, section_pairs

__all__ = ["footnote_faults"]


def footnote_faults(
    page: Sequence[SectionShape], original: Sequence[SectionShape]
) -> Iterator[SourceError]:
    """References without a footnote, and what the original has of both and the page lacks."""
    notes, their_notes = _notes(page), _notes(original)
    used = {one.what for section in page for one in section.contents.references}
    for section in page:
        for one in section.contents.references:
            if one.what not in notes and notes | their_notes:
                yield _nowhere(section, one, notes)
    for ours, theirs in section_pairs(page, original):
        for one in theirs.contents.references:
            if one.what not in used and one.what in their_notes:
                used.add(one.what)
                yield SourceError(
                    ours.place,
                    f"the reference '[^{one.what}]' of {theirs.line_of(one)} is missing here",
                    fix=f"write '[^{one.what}]' behind the words that it belongs to",
                )
        for one in theirs.contents.footnotes:
            if one.what not in notes:
                yield SourceError(
                    ours.place,
                    f"the footnote '[^{one.what}]' of {theirs.line_of(one)} is missing here",
                    fix=f"translate it into this section, beginning with '[^{one.what}]:'",
                )


def _notes(page: Sequence[SectionShape]) -> set[str]:
    return {one.what for section in page for one in section.contents.footnotes}


def _nowhere(section: SectionShape, one: Found, notes: set[str]) -> SourceError:
    close = nearest(one.what, notes)
    return SourceError(
        section.place_of(one),
        f"there is no footnote for the reference '[^{one.what}]'",
        fix=f"write '[^{close}]'" if close else f"write it, beginning with '[^{one.what}]:'",
    )
