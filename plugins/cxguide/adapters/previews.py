"""Which languages of a site are being begun, so that readers are not led to them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["lacking_for_previews", "preview_tags"]


def preview_tags(config: MkDocsConfig) -> frozenset[str]:
    """Tags of the languages that are previews, as `cx-translations` knows."""
    plugin: Any = config.plugins.get("cx-translations")
    return plugin.previews(config) if plugin is not None else frozenset()


def lacking_for_previews(config: MkDocsConfig) -> tuple[str, ...]:
    """The plugins that the site needs to lead nobody to a language that is being begun."""
    return tuple(name for name in ("cx-site", "cx-translations") if name not in config.plugins)
