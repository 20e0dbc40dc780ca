"""The shape of a page, and where a translation's shape differs from the original's.

Headings have the same ids and levels in every language, so that a link or the language
switch leads to the same place; calculators and maps are the same ones, with the same values, in the
same order.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError
from cxguide.translations.fence_contents import content_faults, outvoted_contents
from cxguide.translations.fenced import EMBED_KEYS
from cxguide.translations.front_matter import front_matter_faults
from cxguide.translations.headings import ID_FORM, suggested_id
from cxguide.translations.page_source import read_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from cxguide.translations.headings import Heading
    from cxguide.translations.page_source import Embed, PageShape

__all__ = ["id_faults", "structure_faults"]


def structure_faults(
    text: str,
    file: str,
    *,
    original: str | None = None,
    original_file: str = "",
    translations: Iterable[tuple[str, str]] = (),
    told_fences: Collection[Place] = (),
    templates: Collection[str] = (),
) -> tuple[SourceError, ...]:
    """All faults in the shape of a page.

    Args:
        text: the Markdown source with its front matter.
        file: the page as an editor knows it, such as `docs/cs/metrics/nps.md`.
        original: source of the page that this one translates; `None` when this is an
            original, has none, or has a fault itself, which would be told of every translation.
        original_file: that page as an editor knows it.
        translations: of this original: text and file of each; they know a lost id.
        told_fences: where fences begin that are at fault themselves. Calculators and maps of
            pages with one are not compared: mending it shows whether they differ.
        templates: what pages may ask for.
    """
    page = read_page(text, file)
    front = tuple(front_matter_faults(text, file, templates))
    if original is None:
        twins = [read_page(*one) for one in translations]
        good = [twin for twin in twins if not any(id_faults(twin, None))]
        faults = list(id_faults(page, good[0] if good else None))
        faults = faults or list(_outvoted_faults(page, good))
        if not faults and not any(place.file == file for place in told_fences):
            faults += _outvoted_embeds(page, good)
        return (*front, *faults)
    model = read_page(original, original_file)
    faults = list(id_faults(page, model))
    # Ids are compared once they are all there; else one missing id looks like a moved section.
    if not faults:
        faults += _order_faults(page, model)
    if not any(place.file in {file, original_file} for place in told_fences):
        faults += _embed_faults(page, model)
    return (*front, *faults)


def id_faults(page: PageShape, original: PageShape | None) -> Iterator[SourceError]:
    """Headings without an id, with one that cannot be shared, or with another's id."""
    seen: dict[str, Heading] = {}
    for index, heading in enumerate(page.headings):
        if heading.is_underlined:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} is underlined; its id cannot be read",
                fix=f"write {_line(heading, _expected_id(heading, index, page, original))!r}",
            )
        elif heading.id is None:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} has no id",
                fix=f"write {_line(heading, _expected_id(heading, index, page, original))!r}",
            )
        elif not ID_FORM.fullmatch(heading.id):
            yield SourceError(
                heading.place,
                f"the id {heading.id!r} is not made of small Latin letters, digits and hyphens",
                fix=f"write {_line(heading, _expected_id(heading, index, page, original))!r}",
            )
        elif heading.id in seen:
            first = seen[heading.id].place.line
            yield SourceError(
                heading.place,
                f"the id {heading.id!r} stands on line {first} already",
                fix=f"write {_line(heading, _expected_id(heading, index, page, original))!r}"
                if original is not None
                else "give one of the two headings another id, in every language",
            )
        if heading.id is not None:
            seen.setdefault(heading.id, heading)


def _outvoted_faults(page: PageShape, translations: Sequence[PageShape]) -> Iterator[SourceError]:
    """Ids of an original in whose place every translation, two at least, has another one."""
    votes = {tuple(heading.id for heading in one.headings) for one in translations}
    if len(translations) < 2 or len(votes) != 1:
        return
    (ids,) = votes
    if len(ids) != len(page.headings):
        return
    for heading, wanted in zip(page.headings, ids, strict=True):
        if heading.id != wanted and wanted is not None:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} has the id {heading.id!r}; "
                f"at this place all translations have {wanted!r}",
                fix=f"write {_line(heading, wanted)!r}, or change the id in every language",
            )


def _outvoted_embeds(page: PageShape, translations: Sequence[PageShape]) -> Iterator[SourceError]:
    """Calculators and maps that the original lacks, or has with other values.

    Every translation, two at least, has them.
    """
    votes = {tuple(embed.names for embed in one.embeds) for one in translations}
    if len(translations) < 2 or len(votes) != 1:
        return
    ours, wanted = [embed.names for embed in page.embeds], translations[0].embeds
    if ours == [embed.names for embed in wanted]:
        for number, embed in enumerate(page.embeds):
            contents = [one.embeds[number].content for one in translations]
            yield from outvoted_contents(embed.content, contents)
    steps = SequenceMatcher(None, [one.names for one in wanted], ours, autojunk=False)
    missing = [
        embed
        for kind, start, end, _, _ in steps.get_opcodes()
        if kind == "delete"
        for embed in wanted[start:end]
    ]
    for embed in missing:
        section = _section_place(page, embed)
        # The first fence of the section that is none of ours is probably meant to be it.
        others = [
            fence.place
            for fence in page.fences
            if fence.name not in EMBED_KEYS and fence.place.line > section.line
        ]
        yield SourceError(
            others[0] if others else section,
            f"the {embed} is missing here, which all translations have",
            fix=f"write it as on line {embed.place.line} of {embed.place.file}, "
            "or remove it in every language",
        )


def _expected_id(heading: Heading, index: int, page: PageShape, original: PageShape | None) -> str:
    """The id of the heading at the same place in the original, or one from the words."""
    if original is not None:
        taken = {other.id for other in page.headings if other is not heading}
        before = [other.id for other in page.headings[:index] if other.id is not None]
        ids = [other.id for other in original.headings]
        start = ids.index(before[-1]) + 1 if before and before[-1] in ids else 0
        candidates = original.headings[start:] if before else original.headings
        for other in candidates:
            if other.id is not None and other.id not in taken:
                return other.id
    return suggested_id(heading.text) or "id-in-english"


def _order_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    ours = [heading.id for heading in page.headings]
    theirs = [heading.id for heading in original.headings]
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        wanted = original.headings[their_start:their_end]
        found = page.headings[our_start:our_end]
        if kind == "equal":
            yield from _level_faults(found, wanted)
        elif kind == "replace" and len(wanted) == len(found):
            yield from _renamed_faults(found, wanted, original)
        else:
            yield from _missing_faults(page, our_start, wanted, set(ours), original)
            yield from _extra_faults(found, set(theirs), original)


def _level_faults(found: Sequence[Heading], wanted: Sequence[Heading]) -> Iterator[SourceError]:
    for ours, theirs in zip(found, wanted, strict=True):
        if ours.level != theirs.level:
            yield SourceError(
                ours.place,
                f"the heading {ours.text!r} has level {ours.level}; "
                f"in {theirs.place} it has level {theirs.level}",
                fix=f"write {_line(ours, ours.id or '', level=theirs.level)!r}",
            )


def _renamed_faults(
    found: Sequence[Heading], wanted: Sequence[Heading], original: PageShape
) -> Iterator[SourceError]:
    for ours, theirs in zip(found, wanted, strict=True):
        yield SourceError(
            ours.place,
            f"the heading {ours.text!r} has the id {ours.id!r}; "
            f"at this place {original.file} has {theirs.id!r}",
            fix=f"write {_line(ours, theirs.id or '', level=theirs.level)!r}",
        )


def _missing_faults(
    page: PageShape,
    position: int,
    wanted: Sequence[Heading],
    ours: set[str | None],
    original: PageShape,
) -> Iterator[SourceError]:
    place = _place_before(page, position)
    for theirs in wanted:
        if theirs.id in ours:  # it is here, but elsewhere: told where it stands
            continue
        marks = "#" * theirs.level
        yield SourceError(
            place,
            f"the section {theirs.id!r} of {original.file}:{theirs.place.line} is missing here",
            fix=f"write '{marks} (translate: {theirs.text}) {{ #{theirs.id} }}' before this line",
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


def _place_before(page: PageShape, position: int) -> Place:
    if position < len(page.headings):
        return page.headings[position].place
    return Place(page.file, page.line_count + 1)


def _embed_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    ours, theirs = [embed.names for embed in page.embeds], [e.names for e in original.embeds]
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        if kind == "equal":
            pairs = zip(
                page.embeds[our_start:our_end], original.embeds[their_start:their_end], strict=True
            )
            for here, there in pairs:
                yield from content_faults(here.content, there.content)
            continue
        if kind == "replace" and their_end - their_start == our_end - our_start:
            pairs = zip(
                page.embeds[our_start:our_end], original.embeds[their_start:their_end], strict=True
            )
            for ours_here, theirs_here in pairs:
                yield SourceError(
                    ours_here.place,
                    f"the {ours_here} stands where {theirs_here.place} has the {theirs_here}",
                    fix="copy that fence here",
                )
            continue
        for embed in page.embeds[our_start:our_end]:
            yield SourceError(
                embed.place,
                f"the {embed} does not stand at this place in {original.file}",
                fix="remove it, or bring both pages into the same order",
            )
        for embed in original.embeds[their_start:their_end]:
            yield SourceError(
                _section_place(page, embed),
                f"the {embed} of {embed.place} is missing here",
                fix=f"copy the fence from line {embed.place.line} of that page into this section",
            )


def _section_place(page: PageShape, embed: Embed) -> Place:
    """Where the section begins that the original has the embed in."""
    for heading in page.headings:
        if heading.id is not None and heading.id == embed.section:
            return heading.place
    return Place(page.file)


def _line(heading: Heading, identifier: str, *, level: int | None = None) -> str:
    """The heading's line with this id and level; what else stands in it is kept."""
    others = [one for one in heading.other_attributes if one != identifier]  # "#" was forgotten
    attributes = " ".join([f"#{identifier}", *others])
    return f"{'#' * (level or heading.level)} {heading.text} {{ {attributes} }}"
