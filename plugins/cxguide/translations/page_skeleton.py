"""A translation to begin with: the English page, each section of it said to be English still."""

from __future__ import annotations

import re

from cxguide.core.section_markers import UNTRANSLATED
from cxguide.translations.front_matter import first_line_after
from cxguide.translations.markers import with_markers
from cxguide.translations.sections import META, read_sections

__all__ = ["new_translation", "outline"]

_OF_THE_ORIGINAL = re.compile(r"^(?:reviewed|keywords):.*\n(?:[ -].*\n)*", re.MULTILINE)
"""Settings that a translation has for itself: nobody has reviewed it, and people who look for it
type words of their own language."""


def new_translation(original: str, file: str) -> str:
    """The source of a page that waits for its translator.

    Args:
        original: the English source.
        file: of the translation, as an editor knows it.
    """
    page = read_sections(original, file)
    markers = {section.id: UNTRANSLATED for section in page.sections}
    if not first_line_after(original.splitlines()):
        markers.pop(META, None)
    lines = with_markers(original, page, markers).splitlines(keepends=True)
    end = first_line_after(lines)
    head = "".join(lines[1 : end - 1]) if end else ""
    return "".join([*lines[:1], _OF_THE_ORIGINAL.sub("", head), *lines[end - 1 if end else 1 :]])


def outline(original: str) -> str:
    r"""The head and the headings of a page to begin with, short enough for an address.

    What is missing below a heading is shown in English until somebody writes it.

    >>> print(outline("# Score { #score }\n\nA survey.\n\n## Limits { #limits }\n\nSome.\n"))
    # Score { #score data-en=todo }
    <BLANKLINE>
    ## Limits { #limits data-en=todo }
    <BLANKLINE>
    """
    page = new_translation(original, "")
    lines = page.splitlines()
    head = lines[: first_line_after(lines)]
    sections = read_sections(page, "").sections
    headings = [lines[one.place.line - 1] for one in sections if one.heading is not None]
    return "\n".join([*head, *([""] if head else []), *(f"{line}\n" for line in headings)])
