"""What an editor should look at on a translated page that is right as far as it can be built."""

from __future__ import annotations

from collections.abc import Callable

from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import SourceError
from cxguide.core.section_markers import OWN, UNTRANSLATED
from cxguide.translations.aging import Aging
from cxguide.translations.block_remarks import block_remarks
from cxguide.translations.code_remarks import code_remarks
from cxguide.translations.figure_remarks import figure_remarks
from cxguide.translations.heading_faults import heading_faults
from cxguide.translations.link_remarks import link_remarks
from cxguide.translations.page_source import read_page
from cxguide.translations.section_shapes import read_shapes, section_pairs

__all__ = ["CHECKS", "structure_remarks"]

CHECKS = frozenset({"blocks", "code", "links", "lists", "numbers"})
"""The names of the checks behind the remarks."""


def structure_remarks(
    text: str,
    file: str,
    *,
    original: str,
    original_file: str,
    language: Language,
    original_language: Language = ENGLISH,
    is_current: Callable[[str], bool] = lambda section: True,
) -> tuple[SourceError, ...]:
    """Warnings and notices of a translated page, section by section beside its original.

    Warnings are of the checks `links`, `lists` and `blocks`, notices of `code` and `numbers`.
    A page whose headings are at fault, or with a fence that nobody closes, has none, as they would
    repeat that; nor has a section that is not translated yet or stands in this language alone.

    Args:
        text: the Markdown source with its front matter.
        file: the page as an editor knows it, such as `docs/cs/metrics/nps.md`.
        original: source of the page that this one translates.
        original_file: that page as an editor knows it.
        language: of the page; it says how numbers are written.
        original_language: of the original.
        is_current: whether the section with an id was translated from the English that is there
            now; numbers of others may honestly differ.
    """
    page, model = read_page(text, file), read_page(original, original_file)
    is_open = any(fence.flaw == "end" for fence in (*page.fences, *model.fences))
    if is_open or heading_faults(page, model, Aging(original, original_file)):
        return ()
    remarks: list[SourceError] = []
    pairs = section_pairs(read_shapes(text, file), read_shapes(original, original_file))
    for ours, theirs in pairs:
        if ours.marker in {UNTRANSLATED, OWN}:
            continue
        remarks += link_remarks(ours, theirs)
        remarks += block_remarks(ours, theirs)
        remarks += code_remarks(ours, theirs)
        if ours.id is None or is_current(ours.id):
            remarks += figure_remarks(ours, theirs, language, original_language)
    return tuple(remarks)
