"""Repairs of headings: ids, levels and classes of the original, words of the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from cxguide.translations.aging import Aging
from cxguide.translations.headings import ID_FORM, Heading, heading_line, with_each_id_once
from cxguide.translations.page_source import PageShape
from cxguide.translations.repairs import Edit
from cxguide.translations.twins import may_be_twins, without_twin

__all__ = ["heading_edits", "renamed_ids"]

_Pairs = list[tuple[Heading, Heading]]


def heading_edits(
    lines: Sequence[str], page: PageShape, original_lines: Sequence[str], original: PageShape
) -> Iterator[Edit]:
    """Headings as they have to be, for those whose twin in the original is known.

    No edit changes the number of lines.
    """
    for ours, theirs in _twins(lines, page, original_lines, original):
        if theirs.id is None or _is_html(lines, ours):
            continue
        has_classes = set(ours.classes) == set(theirs.classes)
        is_same = (ours.id, ours.level) == (theirs.id, theirs.level) and has_classes
        if is_same and not ours.is_underlined:
            continue
        index, before = ours.place.line - 1, ours.place.column - 1
        classes = None if has_classes else theirs.classes
        line = heading_line(ours, theirs.id, level=theirs.level, classes=classes)
        told = f"{lines[index].strip()!r} is now {line!r}"
        yield Edit(
            index,
            index + 1 + ours.is_underlined,
            (lines[index][:before] + line, *([""] if ours.is_underlined else [])),
            told,
        )


def renamed_ids(
    lines: Sequence[str], page: PageShape, original_lines: Sequence[str], original: PageShape
) -> Mapping[str, str]:
    """Ids that no heading will have any longer, with those that take their place."""
    wanted = {heading.id for heading in original.headings}
    return {
        ours.id: theirs.id
        for ours, theirs in _twins(lines, page, original_lines, original)
        if ours.id is not None and theirs.id is not None and ours.id not in wanted
    }


def _twins(
    lines: Sequence[str], page: PageShape, original_lines: Sequence[str], original: PageShape
) -> _Pairs:
    """Headings that stand for each other: by their ids, and between those by place and text."""
    theirs = [heading.id for heading in original.headings]
    shared = [one for one in page.headings if not one.is_own or one.id in theirs]
    counts = Counter(heading.id for heading in shared)
    ours = with_each_id_once([heading.id for heading in shared], theirs)
    pairs: _Pairs = []
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        wanted, found = original.headings[their_start:their_end], shared[our_start:our_end]
        if kind == "equal":
            pairs += list(zip(found, wanted, strict=True))
            continue
        # An id that stands elsewhere in the other page belongs to a section that was moved.
        wanted = tuple(one for one in wanted if one.id not in counts)
        found = [one for one in found if one.id not in theirs or counts[one.id] > 1]
        our_texts = [_section(lines, page, heading) for heading in found]
        their_texts = [_section(original_lines, original, heading) for heading in wanted]
        pairs += _by_text(found, our_texts, wanted, their_texts)
    # A section that was made from other words is another one, wherever it stands.
    aging = Aging("\n".join(original_lines), original.file)
    return [
        (here, there)
        for here, there in pairs
        if here.id == there.id or _has_no_good_id(here) or aging.is_made_from(here, there.id)
    ]


def _by_text(
    found: Sequence[Heading],
    our_texts: Sequence[str],
    wanted: Sequence[Heading],
    their_texts: Sequence[str],
) -> _Pairs:
    ours, theirs = list(range(len(found))), list(range(len(wanted)))
    if len(ours) > len(theirs):
        ours = [n for n in ours if n not in without_twin(their_texts, our_texts)]
    elif len(ours) < len(theirs):
        theirs = [n for n in theirs if n not in without_twin(our_texts, their_texts)]
    return [
        (found[here], wanted[there])
        for here, there in zip(ours, theirs, strict=True)
        if _has_no_good_id(found[here]) or may_be_twins(our_texts[here], their_texts[there])
    ]


def _has_no_good_id(heading: Heading) -> bool:
    return heading.id is None or ID_FORM.fullmatch(heading.id) is None


def _section(lines: Sequence[str], page: PageShape, heading: Heading) -> str:
    """The lines below a heading, up to the next one."""
    after = [one.place.line for one in page.headings if one.place.line > heading.place.line]
    return "\n".join(lines[heading.place.line : (after[0] if after else len(lines) + 1) - 1])


def _is_html(lines: Sequence[str], heading: Heading) -> bool:
    return lines[heading.place.line - 1].lstrip(" \t>").startswith("<")
