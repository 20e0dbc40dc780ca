"""Names that mkdocs.yml holds in English, in the language that is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxguide.adapters.i18n import building_language, default_language
from cxguide.adapters.pseudo_language import is_pseudo
from cxguide.adapters.texts import SITE_TEXTS, nav_key, texts_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

__all__ = ["name_site"]


def name_site(nav: Navigation, config: MkDocsConfig) -> None:
    """Name the site and the sections of its menu; pages take their titles from their heading."""
    language = building_language(config).language
    if language == default_language(config).language and not is_pseudo(config):
        return
    say = texts_for(config, language).if_translated
    for name, key in SITE_TEXTS.items():
        if config[name]:
            config[name] = say(f"site/{key}", config[name])
    _name_sections(nav.items, say)


def _name_sections(items: list[Any], say: Callable[[str, str], str]) -> None:
    for item in items:
        if item.is_section:
            _name_sections(item.children, say)
            item.title = say(f"nav/{nav_key(item.title)}", item.title)
