"""Where the headings of a translated page differ from the original's: ids, levels, order.

A heading has the same id and level in every language, so that a link or the language switch leads
to the same place.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError
from cxguide.translations.headings import (
    ID_FORM,
    heading_line,
    suggested_id,
    with_each_id_once,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxguide.translations.aging import Aging
    from cxguide.translations.headings import Heading
    from cxguide.translations.page_source import PageShape

__all__ = ["heading_faults", "id_faults", "order_faults", "outvoted_ids"]


def heading_faults(page: PageShape, original: PageShape, aging: Aging) -> tuple[SourceError, ...]:
    """Faults in the ids, the levels and the order of a translation's headings."""
    faults = tuple(id_faults(page, original))
    return faults or order_faults(page, original, aging, lambda section: False, ())


def id_faults(page: PageShape, original: PageShape | None) -> Iterator[SourceError]:
    """Headings without an id, with one that cannot be shared, or with another's id."""
    theirs = [heading.id for heading in original.headings] if original else []
    once = with_each_id_once([heading.id for heading in page.headings], theirs)
    lines = {one: page.headings[at].place.line for at, one in enumerate(once)}
    for index, heading in enumerate(page.headings):
        if heading.is_underlined:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} is underlined; its id cannot be read",
                fix=_written(heading, index, page, original),
            )
        elif heading.id is None:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} has no id",
                fix=_written(heading, index, page, original),
            )
        elif not ID_FORM.fullmatch(heading.id):
            yield SourceError(
                heading.place,
                f"the id {heading.id!r} is not made of small Latin letters, digits and hyphens",
                fix=_written(heading, index, page, original),
            )
        elif once[index] is None:
            line = lines[heading.id]
            yield SourceError(
                heading.place,
                f"the id {heading.id!r} stands on line {line} "
                f"{'already' if line < heading.place.line else 'as well'}",
                fix=_written(heading, index, page, original)
                if original is not None
                else "give one of the two headings another id, in every language",
            )


def outvoted_ids(
    page: PageShape, translations: Sequence[PageShape], aging: Aging
) -> Iterator[SourceError]:
    """Ids of an original in whose place every translation, two at least, has another one."""
    votes = {tuple(heading.id for heading in _shared(one)) for one in translations}
    if len(translations) < 2 or len(votes) != 1:
        return
    (ids,) = votes
    if len(ids) != len(page.headings):
        return
    known = {heading.id for heading in page.headings}
    for number, (heading, wanted) in enumerate(zip(page.headings, ids, strict=True)):
        # One that stands elsewhere has moved; one made from other words is another section.
        is_renamed = wanted not in known and heading.id not in ids
        twins = [_shared(one)[number] for one in translations]
        if is_renamed and wanted and all(aging.is_made_from(one, heading.id) for one in twins):
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} has the id {heading.id!r}; "
                f"at this place all translations have {wanted!r}",
                fix=f"write {heading_line(heading, wanted)!r}, "
                "or run 'cx i18n fix' if the new id is meant",
            )


def order_faults(
    page: PageShape,
    original: PageShape,
    aging: Aging,
    may_lack: Callable[[str], bool],
    order: Sequence[str],
) -> tuple[SourceError, ...]:
    """Faults in the levels and the order of headings that all have their ids.

    Args:
        page: a translation.
        original: the page that it translates.
        aging: what its sections were made from.
        may_lack: whether it may be without the section with an id.
        order: ids in the order that all translations share, where English has another one.
    """
    missing: list[tuple[Place, Heading]] = []
    faults: list[SourceError] = []
    model = _ordered(original.headings, order)
    theirs = [heading.id for heading in model]
    here = [heading.id for heading in page.headings]
    shared = [
        one
        for one in page.headings
        if one.id in theirs or not (one.is_own or aging.is_gone(one, here))
    ]
    ours = [heading.id for heading in shared]
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        wanted = model[their_start:their_end]
        found = shared[our_start:our_end]
        if kind == "equal":
            faults += _level_faults(found, wanted)
        elif kind == "replace" and len(wanted) == len(found):
            faults += _renamed_faults(found, wanted, original)
        else:
            place = _end_of(page) if our_start == len(shared) else shared[our_start].place
            # One that stands elsewhere is told there.
            missing += [(place, one) for one in wanted if one.id not in ours]
            faults += _extra_faults(found, set(theirs), original)
    # Beside a section too many a missing one is probably the same with another id.
    lost = [one for one in missing if faults or not may_lack(one[1].id or "")]
    return (*faults, *(_missing_fault(place, one, original) for place, one in lost))


def _shared(page: PageShape) -> list[Heading]:
    """The headings of sections that do not stand in this language alone."""
    return [heading for heading in page.headings if not heading.is_own]


def _written(heading: Heading, index: int, page: PageShape, original: PageShape | None) -> str:
    line = heading_line(heading, _expected_id(heading, index, page, original))
    return f"write {line!r}"


def _expected_id(heading: Heading, index: int, page: PageShape, original: PageShape | None) -> str:
    """The id of the heading at the same place in the original, or one from the words."""
    if original is not None and not heading.is_own:
        taken = {other.id for other in page.headings if other is not heading}
        before = [other.id for other in page.headings[:index] if other.id is not None]
        ids = [other.id for other in original.headings]
        start = ids.index(before[-1]) + 1 if before and before[-1] in ids else 0
        candidates = original.headings[start:] if before else original.headings
        for other in candidates:
            if other.id is not None and other.id not in taken:
                return other.id
    return suggested_id(heading.text) or "id-in-english"


def _ordered(headings: Sequence[Heading], order: Sequence[str]) -> list[Heading]:
    """Headings in an order; those that it does not name stay where they are."""
    rank = {name: number for number, name in enumerate(order)}
    moving = iter(
        sorted((one for one in headings if one.id in rank), key=lambda one: rank[one.id or ""])
    )
    return [next(moving) if one.id in rank else one for one in headings]


def _level_faults(found: Sequence[Heading], wanted: Sequence[Heading]) -> Iterator[SourceError]:
    for ours, theirs in zip(found, wanted, strict=True):
        if ours.level != theirs.level:
            yield SourceError(
                ours.place,
                f"the heading {ours.text!r} has level {ours.level}; "
                f"in {theirs.place} it has level {theirs.level}",
                fix=f"write {heading_line(ours, ours.id or '', level=theirs.level)!r}",
            )


def _renamed_faults(
    found: Sequence[Heading], wanted: Sequence[Heading], original: PageShape
) -> Iterator[SourceError]:
    for ours, theirs in zip(found, wanted, strict=True):
        yield SourceError(
            ours.place,
            f"the heading {ours.text!r} has the id {ours.id!r}; "
            f"at this place {original.file} has {theirs.id!r}",
            fix=f"write {heading_line(ours, theirs.id or '', level=theirs.level)!r}",
        )


def _missing_fault(place: Place, wanted: Heading, original: PageShape) -> SourceError:
    marks = "#" * wanted.level
    return SourceError(
        place,
        f"the section {wanted.id!r} of {original.file}:{wanted.place.line} is missing here",
        fix=f"write '{marks} (translate: {wanted.text}) {{ #{wanted.id} }}' before this line, "
        "or run 'cx i18n fix'",
    )


def _extra_faults(
    found: Sequence[Heading], theirs: set[str | None], original: PageShape
) -> Iterator[SourceError]:
    for ours in found:
        if ours.id in theirs:
            yield SourceError(
                ours.place,
                f"the section {ours.id!r} stands in another order than in {original.file}",
                fix="move it to where it stands there",
            )
        else:
            yield SourceError(
                ours.place,
                f"the section {ours.id!r} does not exist in {original.file}",
                fix="remove it, correct its id, or add the section there first",
            )


def _end_of(page: PageShape) -> Place:
    return Place(page.file, page.line_count + 1)
