"""The page on which partners make their code, with what the site has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from cxguide.adapters.calculators import CalculatorsPlugin
from cxguide.adapters.embeddable import EmbeddablePlugin, EmbedVersion, embeddable_plugins
from cxguide.adapters.journeys import JourneysPlugin
from cxguide.embeds.builder import Builder, Embeddable, EmbedLanguage, builder_html, embeddable
from cxguide.embeds.heights import height_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["builder_for"]


def builder_for(
    own: EmbedVersion, versions: tuple[EmbedVersion, ...], url: str, config: MkDocsConfig
) -> str:
    """The page's part as HTML.

    Args:
        own: the version of the page.
        versions: all of them.
        url: of the page, below the root of the site.
        config: the site's.
    """
    groups = {
        plugin.embed_folder: tuple(_embeddables(plugin, own))
        for plugin in embeddable_plugins(config)
    }
    builder = Builder(
        f"{get_relative_url('.', url).rstrip('/')}/",
        own.site,
        groups.get(CalculatorsPlugin.embed_folder, ()),
        groups.get(JourneysPlugin.embed_folder, ()),
        tuple(map(_language, versions)),
    )
    return builder_html(builder, own.texts)


def _embeddables(plugin: EmbeddablePlugin, version: EmbedVersion) -> Iterator[Embeddable]:
    for name in plugin.embed_names():
        file = f"{plugin.embed_folder}{name}"
        yield embeddable(
            file,
            plugin.embed_title(name, version.texts),
            plugin.home(name),
            site=version.site,
            language=_language(version),
            height=height_of(f"{file}.{version.texts.language.path}"),
        )


def _language(version: EmbedVersion) -> EmbedLanguage:
    language = version.texts.language
    return EmbedLanguage(language.path, language.tag, version.language_name, version.root)
