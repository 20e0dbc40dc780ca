"""Where a translated section has more or fewer paragraphs, lists, quotes or items of lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxguide.core.places import Place, Severity, SourceError, short
from cxguide.translations.contents import Block
from cxguide.translations.section_shapes import SectionShape
from cxguide.translations.twins import without_twin

__all__ = ["block_remarks"]

_KINDS = {
    "paragraph": "paragraph",
    "list": "list",
    "quote": "quote",
    "admonition": "admonition",
    "tab": "tab",
    "html": "HTML",
    "rule": "rule",
}
"""Kinds of blocks that are counted, as an editor calls them; tables and images have faults."""


def block_remarks(ours: SectionShape, theirs: SectionShape) -> Iterator[SourceError]:
    """Blocks that are missing or that the original does not have, and the same of items.

    Where a section has as many lists as the original, their items are compared list by list.
    """
    for kind, name in _KINDS.items():
        here, there = _of_kind(ours, kind), _of_kind(theirs, kind)
        yield from _differences(ours, here, theirs, there, name, check="blocks")
    here, there = _of_kind(ours, "list"), _of_kind(theirs, "list")
    if len(here) == len(there):
        for one, other in zip(here, there, strict=True):
            yield from _differences(ours, one.items, theirs, other.items, "item", check="lists")


def _of_kind(section: SectionShape, kind: str) -> list[Block]:
    return [block for block in section.contents.blocks if block.kind == kind]


def _differences(
    ours: SectionShape,
    here: Sequence[Block],
    theirs: SectionShape,
    there: Sequence[Block],
    name: str,
    *,
    check: str,
) -> Iterator[SourceError]:
    our_sources, their_sources = ([one.source for one in blocks] for blocks in (here, there))
    if len(here) > len(there):
        for position in without_twin(their_sources, our_sources):
            yield _remark(
                ours.place_of(here[position]),
                f"this {name} does not stand in this section of {theirs.file}",
                "join it with its neighbour, remove it, or add it in every language",
                check,
            )
    elif len(here) < len(there):
        for lost, position in enumerate(without_twin(our_sources, their_sources)):
            before = position - lost
            yield _remark(
                ours.place_of(here[before - 1]) if before else _beginning(ours, here),
                f"the {name} of {theirs.line_of(there[position])} is missing "
                f"{'below' if before or not here else 'before this one'}",
                f"translate it into this place: {_shown(there[position])!r}",
                check,
            )


def _beginning(ours: SectionShape, here: Sequence[Block]) -> Place:
    return ours.place_of(here[0]) if here else ours.place


def _shown(block: Block) -> str:
    return short(" ".join(block.source.split()))


def _remark(place: Place, problem: str, fix: str, check: str) -> SourceError:
    return SourceError(place, problem, fix=fix, severity=Severity.WARNING, check=check)
