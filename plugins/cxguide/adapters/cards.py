"""The pictures that others show beside links to pages: which there are, and their files."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cxguide.adapters.cache import CARDS, cache_folder
from cxguide.adapters.kept_files import KeptFiles
from cxguide.core.built_pages import file_of
from cxguide.drawing.extra import HOW_TO_GET_IT, is_installed
from cxguide.drawing.renderers import renderers
from cxguide.site.page_facts import PageFacts, VersionFacts, card_address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["card_of", "write_cards"]

_CODE = ("site/cards.py", "site/open_graph.py")
_log = logging.getLogger("mkdocs.plugins.cxguide.site")


def card_of(page: PageFacts, facts: VersionFacts, config: MkDocsConfig) -> str:
    """Absolute address of the picture of a page; empty where there is none.

    There is none without the libraries of drawings, and for texts in letters that our fonts lack.
    """
    if not is_installed() or _drawing().letters_without_font(_card(page, facts, config)):
        return ""
    return (config.site_url or "") + card_address(page.path, facts.version)


def write_cards(versions: Iterable[VersionFacts], config: MkDocsConfig) -> None:
    """Write the pictures of all pages of all versions; to be called before those are completed.

    A version in another script finds its own picture by the name of the file.
    """
    if not is_installed():
        _log.info("Pages have no pictures for others to show; for them: %s", HOW_TO_GET_IT)
        return
    kept = KeptFiles(cache_folder(config) / CARDS)
    for facts in versions:
        for page in facts.pages:
            if not card_of(page, facts, config):
                _log.info("%s has no picture: our fonts lack letters of it", page.title)
                continue
            path = file_of(Path(config.site_dir), card_address(page.path, facts.version))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_made(kept, _card(page, facts, config)))
    kept.forget_old()


def _made(kept: KeptFiles, card: Any) -> bytes:
    """The picture, made now or before; setting its texts takes as long as drawing it."""
    told = repr((card, renderers(*_CODE)))
    name = sha256(told.encode()).hexdigest()[:32]
    return kept.made(f"{name}.png", lambda: bytes(_drawing().card_png(card)))


def _card(page: PageFacts, facts: VersionFacts, config: MkDocsConfig) -> Any:
    return _drawing().Card(
        page.title,
        page.sections[-1].name if page.sections else "",
        facts.name,
        urlsplit(config.site_url or "").netloc,
        facts.version.language,
    )


def _drawing() -> Any:
    """The module that draws; it is slow to import, and sites without the extra cannot."""
    return import_module("cxguide.site.cards")
