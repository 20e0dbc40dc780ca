"""A translation to begin with: the English page, each section of it said to be English still."""

from __future__ import annotations

from cxguide.translations.front_matter import first_line_after
from cxguide.translations.markers import TODO, with_markers
from cxguide.translations.sections import META, read_sections

__all__ = ["new_translation"]

REVIEWED = "reviewed:"
"""The day of a review is that of the English page; nobody has reviewed this one."""


def new_translation(original: str, file: str) -> str:
    """The source of a page that waits for its translator.

    Args:
        original: the English source.
        file: of the translation, as an editor knows it.
    """
    page = read_sections(original, file)
    markers = {section.id: TODO for section in page.sections}
    if not first_line_after(original.splitlines()):
        markers.pop(META, None)
    lines = with_markers(original, page, markers).splitlines(keepends=True)
    end = first_line_after(lines)
    head = [line for line in lines[:end] if not line.startswith(REVIEWED)]
    return "".join([*head, *lines[end:]])
