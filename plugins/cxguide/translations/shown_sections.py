"""What a page shows in place of sections that nobody has translated: the English of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxguide.core.section_markers import MARKER, UNTRANSLATED
from cxguide.translations.headings import heading_line
from cxguide.translations.sections import read_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxguide.translations.sections import Section
    from cxguide.translations.states import SectionState

__all__ = ["with_english_sections"]


def with_english_sections(text: str, original: str, states: Sequence[SectionState]) -> str:
    """A page whose untranslated sections are English, each marked `data-en=todo`.

    Args:
        text: of the translation; front matter may be missing.
        original: source of the English page.
        states: of its sections.
    """
    english = {
        state.id: _marked(original, state.english)
        for state in states
        if state.is_shown_in_english and state.english and state.english.heading
    }
    if not english:
        return text
    lines = text.splitlines()
    headings = {
        heading_id: place
        for one in read_sections(text, "").sections
        if one.heading is not None
        for heading_id, place in [(one.id, (one.place.line - 1, one.last_line))]
    }
    order = [state.id for state in states if state.english and state.english.heading]
    first = min((start for start, _ in headings.values()), default=len(lines))
    shown = lines[:first]
    shown += _new_ones(order, -1, headings, english)
    for name, (start, end) in headings.items():
        shown += english.get(name, lines[start:end])
        if name in order:
            shown += _new_ones(order, order.index(name), headings, english)
    return "\n".join(shown) + "\n"


def _new_ones(
    order: Sequence[str],
    after: int,
    headings: dict[str, tuple[int, int]],
    english: dict[str, list[str]],
) -> list[str]:
    """The lines of sections that follow one and that the translation does not have."""
    lines: list[str] = []
    for name in order[after + 1 :]:
        if name in headings:
            break
        lines += ["", *english.get(name, [])]
    return lines


def _marked(original: str, section: Section) -> list[str]:
    lines = original.splitlines()[section.place.line - 1 : section.last_line]
    heading = section.heading
    if heading is not None:
        lines[0] = heading_line(heading, section.id, attributes={MARKER: UNTRANSLATED})
    return [*lines, ""]
