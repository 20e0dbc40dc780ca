"""Catalogs and terms for translators who work elsewhere, and taking back what they send."""

from cxguide.translations.exchange.flat_po import flat_po, read_flat_po
from cxguide.translations.exchange.glossary_csv import glossary_csv, read_glossary_csv
from cxguide.translations.exchange.import_rules import Accepted, accepted
from cxguide.translations.exchange.returned_file import Returned, content_of, text_of
from cxguide.translations.exchange.taking import take
from cxguide.translations.exchange.tbx import read_tbx, tbx
from cxguide.translations.exchange.units import Concept, Unit, units_of
from cxguide.translations.exchange.xliff import read_xliff, xliff

__all__ = [
    "Accepted",
    "Concept",
    "Returned",
    "Unit",
    "accepted",
    "content_of",
    "flat_po",
    "glossary_csv",
    "read_flat_po",
    "read_glossary_csv",
    "read_tbx",
    "read_xliff",
    "take",
    "tbx",
    "text_of",
    "units_of",
    "xliff",
]
