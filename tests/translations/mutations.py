"""All kinds of slips of translators, each made by a program in every page that it fits."""

from __future__ import annotations

from translations import prose_slips, structure_slips
from translations.slips import KINDS, TranslatedPage, faults, fixed, outcomes, pages, remarks

__all__ = [
    "KINDS",
    "TranslatedPage",
    "faults",
    "fixed",
    "outcomes",
    "pages",
    "prose_slips",
    "remarks",
    "structure_slips",
]
