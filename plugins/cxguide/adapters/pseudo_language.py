"""The pseudo-language: whether a build speaks it in place of English, and its texts.

A build that speaks it builds the default language alone, since it is a site of its own beside
the guide, for previews.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cxguide.core.catalogs import Texts
from cxguide.translations.pseudo import PSEUDO_LANGUAGE, pseudo
from cxguide.translations.pseudo_pages import pseudo_page

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from decimal import Decimal

    from mkdocs.config.defaults import MkDocsConfig

__all__ = [
    "PSEUDO_NAME",
    "PseudoTexts",
    "change_settings",
    "is_pseudo",
    "page_in_pseudo_language",
]

PSEUDO_NAME = pseudo("English")
"""What the language switcher calls it."""

page_in_pseudo_language = lru_cache(maxsize=1024)(pseudo_page)


def is_pseudo(config: MkDocsConfig) -> bool:
    """Whether the build speaks the pseudo-language, as the option of `cx-translations` says."""
    plugin: Any = config.plugins.get("cx-translations")
    return plugin is not None and bool(plugin.config["pseudo_language"])


def change_settings(settings: MutableMapping[str, Any]) -> None:
    """Put what readers see of a page's front matter into the pseudo-language."""
    for name in ("title", "description"):
        if isinstance(text := settings.get(name), str):
            settings[name] = pseudo(text)


class PseudoTexts(Texts):
    """The English texts, in the pseudo-language."""

    def __init__(self) -> None:
        super().__init__(PSEUDO_LANGUAGE)

    def __call__(self, key: str, english: str, /, **values: object) -> str:
        """The pseudo-text with its named placeholders filled."""
        return self._filled(pseudo(english), values)

    def counted(
        self, key: str, number: float | Decimal, one: str, other: str, /, **values: object
    ) -> str:
        """The pseudo-text in the plural form that `number` asks for in English."""
        is_one = self.language.plural_category(number) == "one"
        return self._filled(pseudo(one if is_one else other), values)

    def forms(self, key: str, one: str, other: str) -> dict[str, str]:
        """The pseudo-text in both plural forms."""
        return {"one": pseudo(one), "other": pseudo(other)}

    def if_translated(self, key: str, original: str) -> str:
        """The pseudo-text: everything has one."""
        return pseudo(original)
