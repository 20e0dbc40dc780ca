"""The shape of a page, and where a translation's shape differs from the original's.

Headings have the same ids and levels in every language, so that a link or the language
switch leads to the same place, and the same classes; calculators and maps are the same ones, with
the same values, in the same order; tables have the same size; images, code and footnotes are there;
the page is made by the same template.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError
from cxguide.translations.aging import Aging, lines_of
from cxguide.translations.classes import class_faults, outvoted_classes
from cxguide.translations.code_faults import code_faults
from cxguide.translations.embed_faults import embed_faults, outvoted_embeds
from cxguide.translations.fenced import EMBED_KEYS
from cxguide.translations.footnote_faults import footnote_faults
from cxguide.translations.front_matter import front_matter, front_matter_faults
from cxguide.translations.headings import (
    ID_FORM,
    MARKER,
    heading_line,
    suggested_id,
    with_each_id_once,
)
from cxguide.translations.image_faults import image_faults
from cxguide.translations.markers import marker_faults
from cxguide.translations.page_source import read_page
from cxguide.translations.section_shapes import read_shapes
from cxguide.translations.setting_faults import setting_faults
from cxguide.translations.table_faults import outvoted_tables, table_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from cxguide.translations.headings import Heading
    from cxguide.translations.page_source import PageShape

__all__ = ["Outvoted", "heading_faults", "id_faults", "structure_faults"]


class Outvoted(SourceError):
    """A fault of an original that only its translations tell; it may be a change that is meant."""

    def __init__(self, fault: SourceError) -> None:
        super().__init__(fault.place, fault.problem, known=fault.known, fix=fault.fix)


def structure_faults(
    text: str,
    file: str,
    *,
    original: str | None = None,
    original_file: str = "",
    translations: Iterable[tuple[str, str]] = (),
    told_fences: Collection[Place] = (),
    templates: Collection[str] = (),
    may_lack: Callable[[str], bool] = lambda section: False,
    order: Sequence[str] = (),
) -> tuple[SourceError, ...]:
    """All faults in the shape of a page.

    Args:
        text: the Markdown source with its front matter.
        file: the page as an editor knows it, such as `docs/cs/metrics/nps.md`.
        original: source of the page that this one translates; `None` when this is an
            original, has none, or has a fault itself, which would be told of every translation.
        original_file: that page as an editor knows it.
        translations: of this original: text and file of each; they know a lost id.
        told_fences: where fences begin that are at fault themselves. Calculators, maps and tables
            of pages with one are not compared: mending it shows whether they differ.
        templates: what pages may ask for.
        may_lack: whether a translation may be without the section with an id, as it is when the
            section is new in English.
        order: ids in the order that all translations share, where that is another one than in
            English: somebody has moved sections there.
    """
    page = read_page(text, file)
    told_files = {place.file for place in told_fences}
    settings = tuple(front_matter_faults(text, file, templates))
    own = [*settings, *page.class_faults]
    if file not in told_files:  # what an open fence holds may look like a table
        own += [fault for table in page.tables for fault in table.faults]
    if original is None:
        return (*own, *_faults_of_original(page, text, translations, told_files))
    model, aging = read_page(original, original_file), Aging(original, original_file)
    faults = [] if settings else list(setting_faults(text, file, original, original_file))
    faults += marker_faults(page.headings, front_matter(text), file)
    # Ids are compared once they are all there; else one missing id looks like a moved section.
    ids = tuple(id_faults(page, model))
    faults += ids
    compared: list[SourceError] = []
    if not ids:
        compared += _order_faults(page, model, aging, may_lack, order)
        compared += class_faults(page, model)
    if not told_files & {file, original_file}:
        compared += embed_faults(page, model)
        if not ids:
            compared += table_faults(page, model)
            compared += _content_faults((text, file), (original, original_file))
    # Of an untranslated section readers see the English one; an old one may differ.
    free = lines_of(page, (one for one in page.headings if one.is_todo or aging.is_old(one)))
    return (*own, *faults, *(one for one in compared if one.place.line not in free))


def heading_faults(page: PageShape, original: PageShape, aging: Aging) -> tuple[SourceError, ...]:
    """Faults in the ids, the levels and the order of a translation's headings."""
    faults = tuple(id_faults(page, original))
    return faults or _order_faults(page, original, aging, lambda section: False, ())


def _faults_of_original(
    page: PageShape,
    text: str,
    translations: Iterable[tuple[str, str]],
    told_files: Collection[str],
) -> Iterator[SourceError]:
    texts = list(translations)
    for heading in page.headings if texts else ():
        if heading.marker is not None:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} says from which English it was made, and is English",
                fix=f"remove '{MARKER}={heading.marker}'; it belongs to translations",
            )
    twins = [(one, twin) for one in texts if not any(id_faults(twin := read_page(*one), None))]
    good = [twin for _, twin in twins]
    faults = list(id_faults(page, good[0] if good else None))
    faults = faults or [*map(Outvoted, _outvoted_faults(page, good, Aging(text, page.file)))]
    yield from faults
    if faults:
        return
    outvoted = list(outvoted_classes(page, good))
    if page.file not in told_files:
        embeds = list(outvoted_embeds(page, good))
        outvoted += [*embeds, *outvoted_tables(page, good)]
        if not embeds:
            outvoted += _outvoted_contents((text, page.file), [one for one, _ in twins])
    # Translations that were made from other words have no vote.
    aging = Aging(text, page.file)
    old = {one.id for twin in good for one in twin.headings if aging.is_old(one)}
    free = lines_of(page, (one for one in page.headings if one.id in old))
    yield from (Outvoted(one) for one in outvoted if one.place.line not in free)


def _content_faults(page: tuple[str, str], original: tuple[str, str]) -> Iterator[SourceError]:
    """Images, code and footnotes of a page, given as its text and file, beside another."""
    pages = (page, original)
    has_code = any(one.name not in EMBED_KEYS for each in pages for one in read_page(*each).fences)
    has_others = any(sign in text for text, _ in pages for sign in ("![", "<img", "[^"))
    if not has_code and not has_others:
        return  # as most pages have none, and finding them takes as long as all the rest
    ours, theirs = read_shapes(*page), read_shapes(*original)
    for faults in (image_faults, code_faults, footnote_faults):
        yield from faults(ours, theirs)


def _outvoted_contents(
    page: tuple[str, str], translations: Sequence[tuple[str, str]]
) -> Iterator[SourceError]:
    """Where an original differs from all translations, two at least, which agree."""
    first, *others = translations or [page]
    if others and not any(any(_content_faults(one, first)) for one in others):
        yield from _content_faults(page, first)


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


def _outvoted_faults(
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


def _order_faults(
    page: PageShape,
    original: PageShape,
    aging: Aging,
    may_lack: Callable[[str], bool],
    order: Sequence[str],
) -> tuple[SourceError, ...]:
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
