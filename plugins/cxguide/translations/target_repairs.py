"""Repairs of addresses: paths of images, and links to what is called otherwise now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxguide.core.section_markers import OWN
from cxguide.translations.contents import Found
from cxguide.translations.image_faults import image_path
from cxguide.translations.link_remarks import slipped_links
from cxguide.translations.repairs import Edit
from cxguide.translations.section_shapes import SectionShape, section_pairs

__all__ = ["target_edits"]


@dataclass(frozen=True, slots=True)
class _Change:
    section: SectionShape
    found: Found
    target: str


def target_edits(
    lines: Sequence[str],
    page: Sequence[SectionShape],
    original: Sequence[SectionShape],
    renamed: Mapping[str, str],
) -> Iterator[Edit]:
    """Lines with the targets of the original; none changes the number of lines.

    Args:
        lines: of the page.
        page: its sections.
        original: those of the page it translates.
        renamed: ids that the page had until now, with the new ones.
    """
    by_line: dict[int, list[_Change]] = {}
    for change in _changes(page, original, renamed):
        place = change.section.place_of(change.found)
        by_line.setdefault(place.line - 1, []).append(change)
    for index, changes in by_line.items():
        line = lines[index]
        told: list[str] = []
        for change in sorted(changes, key=lambda one: one.found.column, reverse=True):
            before, after = line[: change.found.column - 1], line[change.found.column - 1 :]
            if after.startswith(change.found.what):
                line = before + change.target + after.removeprefix(change.found.what)
                told.insert(0, f"{change.found.what!r} is now {change.target!r}")
        if told:
            yield Edit(index, index + 1, (line,), ", ".join(told))


def _changes(
    page: Sequence[SectionShape], original: Sequence[SectionShape], renamed: Mapping[str, str]
) -> Iterator[_Change]:
    for section in page:
        for link in section.contents.links:
            if link.what.startswith("#") and (new := renamed.get(link.what[1:])):
                yield _Change(section, link, f"#{new}")
    for ours, theirs in section_pairs(page, original):
        if ours.marker == OWN:
            continue
        for here, there in slipped_links(ours, theirs):
            if not here.what.startswith("#") or here.what[1:] not in renamed:
                yield _Change(ours, here, there.what)
        yield from _image_changes(ours, theirs)


def _image_changes(ours: SectionShape, theirs: SectionShape) -> Iterator[_Change]:
    """Paths of images that stand one for one; if they changed places, so must their words."""
    here, there = ours.contents.images, theirs.contents.images
    known = {image_path(image) for image in there}
    if len(here) == len(there):
        for one, other in zip(here, there, strict=True):
            if image_path(one) not in known:
                yield _Change(ours, one, other.what)
