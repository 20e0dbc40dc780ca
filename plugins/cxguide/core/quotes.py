"""The quotation marks of languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["QUOTES", "Quotes"]


@dataclass(frozen=True, slots=True)
class Quotes:
    """How a language quotes.

    Attributes:
        opening: the mark before a quotation.
        closing: the mark after it.
        also_closing: other marks that its writers use after it.
        single: the two marks of a quotation in a quotation.
    """

    opening: str
    closing: str
    also_closing: str = ""
    single: str = "‘’"


QUOTES: Mapping[str, Quotes] = {
    "cs": Quotes("„", "“", single="‚‘"),
    "en": Quotes("“", "”"),
    "sr": Quotes("„", "“", also_closing="”", single="’’"),
    "th": Quotes("“", "”"),
}
"""By language. Source: CLDR; for Serbian also Pravopis srpskoga jezika (Matica srpska, 2010),
which has „ ”."""
