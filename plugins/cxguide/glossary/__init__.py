"""The glossary: terms in each language's order, and their definitions where a text first uses them.

Knows neither pages nor MkDocs: `adapters/glossary.py` brings both together.
"""

from cxguide.glossary.list import Page, Pages, glossary_html, glossary_styles
from cxguide.glossary.lookup import (
    Entry,
    entries_with,
    nearest_entries,
    term_entries,
    wrong_with,
)
from cxguide.glossary.model import Glossary, PageName, Term, WrongForm
from cxguide.glossary.reading import read_glossary
from cxguide.glossary.tooltips import Tooltip, with_tooltips
from cxguide.glossary.use import CHECK, term_faults, term_finder, term_words

__all__ = [
    "CHECK",
    "Entry",
    "Glossary",
    "Page",
    "PageName",
    "Pages",
    "Term",
    "Tooltip",
    "WrongForm",
    "entries_with",
    "glossary_html",
    "glossary_styles",
    "nearest_entries",
    "read_glossary",
    "term_entries",
    "term_faults",
    "term_finder",
    "term_words",
    "with_tooltips",
    "wrong_with",
]
