"""The language of pages and catalogs: what is left in English, set or spelt wrong.

Knows neither MkDocs nor the glossary: `adapters` bring the checks together.
"""

from cxguide.language.checks import CHECKS, Check, language_faults, passages_of
from cxguide.language.silencing import Allowance, allowances, silenced
from cxguide.language.spelling import can_spell, listed_words, spelling_faults, words_in
from cxguide.language.typography import Fix, fixed, typography_faults, typography_fixes

__all__ = [
    "CHECKS",
    "Allowance",
    "Check",
    "Fix",
    "allowances",
    "can_spell",
    "fixed",
    "language_faults",
    "listed_words",
    "passages_of",
    "silenced",
    "spelling_faults",
    "typography_faults",
    "typography_fixes",
    "words_in",
]
