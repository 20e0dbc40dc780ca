"""Serbian texts in Latin letters, made from the Cyrillic ones."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cxguide.core.catalogs import Texts
from cxguide.core.languages import Language
from cxguide.site.latin import to_latin

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["LatinTexts"]


class LatinTexts(Texts):
    """Serbian texts in Latin letters."""

    def __init__(self, source: Texts, language: Language) -> None:
        super().__init__(language, source.translations)
        self._source = source

    @cached_property
    def digest(self) -> str:
        """A text that differs where any of the texts may differ."""
        return f"{self.tag} {self._source.digest}"

    def is_english(self, key: str) -> bool:
        """Whether the source shows it in English."""
        return self._source.is_english(key)

    def __call__(self, key: str, english: str, /, **values: object) -> str:
        """The text of the source in Latin letters."""
        return to_latin(self._source(key, english, **values))

    def counted(
        self, key: str, number: float | Decimal, one: str, other: str, /, **values: object
    ) -> str:
        """The counted text of the source in Latin letters."""
        return to_latin(self._source.counted(key, number, one, other, **values))

    def forms(self, key: str, one: str, other: str) -> dict[str, str]:
        """The plural forms of the source in Latin letters."""
        return {name: to_latin(text) for name, text in self._source.forms(key, one, other).items()}

    def if_translated(self, key: str, original: str) -> str:
        """The translation of the source, or the original, in Latin letters."""
        return to_latin(self._source.if_translated(key, original))
