"""The page on which partners make their code, with what the site has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_relative_url

from cxguide.adapters.embedded_files import EmbedVersion
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
    builder = Builder(
        f"{get_relative_url('.', url).rstrip('/')}/",
        own.site,
        tuple(_embeddables("cx-calculators", "", own, config)),
        tuple(_embeddables("cx-journeys", "journey/", own, config)),
        tuple(map(_language, versions)),
    )
    return builder_html(builder, own.texts)


def _embeddables(
    plugin: str, folder: str, version: EmbedVersion, config: MkDocsConfig
) -> Iterator[Embeddable]:
    found: Any = config.plugins.get(plugin)
    names = found.metrics if folder == "" and found else found.journeys if found else {}
    for name in names:
        home = found.homes.get(name, "")
        page = f"{home}#{name}-calculator" if home and not folder else home
        yield embeddable(
            f"{folder}{name}",
            found.title(name, version.texts),
            page,
            site=version.site,
            language=_language(version),
            height=height_of(f"{folder}{name}.{version.texts.language.path}"),
        )


def _language(version: EmbedVersion) -> EmbedLanguage:
    language = version.texts.language
    return EmbedLanguage(language.path, language.tag, version.language_name, version.root)
