"""Files of the languages at the door: a script on every page, and words that few pages ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rjsmin

from cxguide.adapters.generated import json_text
from cxguide.adapters.texts import texts_of_versions
from cxguide.core.languages import Language
from cxguide.core.resources import THEME
from cxguide.core.templating import phrases

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.site.versions import SiteModel

__all__ = ["WORDS", "language_files"]

SCRIPT = "assets/cx/languages.js"
"""Of `plugins/theme/site`; a page with a language switcher loads it."""
WORDS = "assets/cx/languages.json"
"""Beside the script, which loads it for readers who prefer another language."""


def language_files(model: SiteModel, config: MkDocsConfig) -> dict[str, str]:
    """Address and content of what the switcher of a site with several versions uses.

    By the tag of each version, its words have `exists`, `read` and `close`. A version whose
    language the software does not speak has none, so it is offered to nobody.

    Raises:
        SourceError: a language lacks a text.
    """
    if len(model.shown) < 2 or config.theme.name != "material":
        return {}
    words = {}
    texts_of = texts_of_versions(config)
    for version in model.shown:
        texts = texts_of[version.language.tag]
        if _same_language(texts.language, version.language):
            words[version.language.tag] = phrases("languages/offer.jinja", texts)["offer"]
    script = (THEME / SCRIPT).read_text(encoding="utf-8")
    return {SCRIPT: rjsmin.jsmin(script), WORDS: json_text(words)}


def _same_language(one: Language, other: Language) -> bool:
    return one.locale.language == other.locale.language
