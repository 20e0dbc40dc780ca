"""The shape of `glossary.yml`, as editors write it."""

from __future__ import annotations

from collections.abc import Mapping

from cxguide.core.names import Id, Text
from cxguide.core.sources import Source

__all__ = ["GlossaryShape", "TermShape"]


class TermShape(Source):
    """A term. Nobody must translate a draft; in other languages it is shown in English.

    `short` is its abbreviation, `also` are names in texts that no language translates: LTV, Net
    Promoter. `pages` introduce it (`metrics/clv`). A word that everybody knows needs no
    explanation in texts: `tooltip: false`. `no_tooltip_in` names languages in which another word
    looks like it.
    """

    id: Id
    draft: bool = False
    term: Text
    short: Text | None = None
    also: tuple[Text, ...] = ()
    definition: Text
    pages: tuple[Text, ...] = ()
    tooltip: bool = True
    no_tooltip_in: tuple[Text, ...] = ()


class GlossaryShape(Source):
    """A whole glossary. `draft` holds for all of its definitions.

    `wrong` says by language what its texts must not say, and what they say instead.
    """

    draft: bool = False
    terms: tuple[TermShape, ...] = ()
    wrong: Mapping[str, Mapping[str, Text]] = {}
