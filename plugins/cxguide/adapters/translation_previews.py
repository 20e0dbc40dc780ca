"""Previews for translators and for those who review their changes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config

__all__ = ["build_preview", "serve_site"]


def serve_site(config_file: str, *, dev_addr: str) -> None:
    """Serve the site until somebody stops it, and build it again when a source is saved."""
    serve(config_file, dev_addr=dev_addr)


def build_preview(config_file: Path, site_dir: Path, changed: Collection[str]) -> None:
    """Build the site as files that a browser opens without a server.

    Args:
        config_file: mkdocs.yml.
        site_dir: the folder that is made or replaced.
        changed: paths of the pages that come first beside their English.

    Raises:
        MkDocsException: a source has faults.
    """
    config = load_config(
        str(config_file), site_dir=str(site_dir.resolve()), use_directory_urls=False
    )
    plugin = config.plugins.get("cx-translations")
    if plugin is not None:
        plugin.side_by_side = changed
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
