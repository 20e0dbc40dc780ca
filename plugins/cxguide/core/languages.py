"""A language of the site, and what Babel and addresses call it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from babel import Locale, UnknownLocaleError

__all__ = ["ENGLISH", "Language"]


@dataclass(frozen=True)
class Language:
    """A language in one script.

    Attributes:
        tag: BCP 47 tag as HTML wants it, such as `sr` or `sr-Latn`.
    """

    tag: str

    @property
    def path(self) -> str:
        """The tag as it stands in addresses and file names.

        >>> Language("sr-Latn").path
        'sr-latn'
        """
        return self.tag.lower()

    @cached_property
    def locale(self) -> Locale:
        """Babel's object for this language; subtags for private use do not change it.

        >>> str(Language("en-x-qps").locale)
        'en'

        Raises:
            babel.UnknownLocaleError: CLDR does not know the tag.
        """
        return Locale.parse(self.tag.partition("-x-")[0], sep="-")

    @property
    def is_known(self) -> bool:
        """Whether CLDR has the language.

        >>> Language("cs").is_known, Language("qq").is_known
        (True, False)
        """
        try:
            return bool(self.locale.language)
        except (UnknownLocaleError, ValueError):
            return False

    def plural_category(self, number: float | Decimal) -> str:
        """The CLDR plural category of a number: `one`, `few`, `many` or `other`.

        >>> Language("cs").plural_category(1.5), Language("sr").plural_category(3)
        ('many', 'few')
        """
        return self.locale.plural_form(number)

    @property
    def plural_categories(self) -> tuple[str, ...]:
        """All plural categories of the language, in CLDR's order, `other` last.

        >>> Language("cs").plural_categories
        ('one', 'few', 'many', 'other')
        """
        rules = self.locale.plural_form.rules
        order = ("zero", "one", "two", "few", "many")
        return (*(name for name in order if name in rules), "other")


ENGLISH = Language("en")
