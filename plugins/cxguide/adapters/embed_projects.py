"""The embeds of a project, seen from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import get_files

from cxguide.adapters.faults import FaultsFound
from cxguide.adapters.settings import settings_file
from cxguide.core.places import Place, SourceError, SourceFaults

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["ProjectEmbeds", "embeds_of"]


@dataclass(frozen=True, slots=True)
class ProjectEmbeds:
    """What a release of now would hold.

    Attributes:
        folder: of the exact releases.
        files: content by name.
        formulas: the version of each metric's formula, by the metric's id.
    """

    folder: Path
    files: dict[str, bytes]
    formulas: dict[str, int]


def embeds_of(config: MkDocsConfig) -> ProjectEmbeds:
    """What the sources of a project give for other people's pages; writes nothing.

    Raises:
        SourceError: the project keeps no releases.
        SourceFaults: its sources have faults.
    """
    plugin: Any = config.plugins.get("cx-embeds")
    folder = plugin.releases_folder(config) if plugin else None
    if folder is None:
        raise SourceError(
            Place(settings_file(config).name),
            "this project keeps no releases of its embeds",
            fix="give the plugin cx-embeds the option 'releases_dir: releases'",
        )
    plugins = config.plugins
    try:
        plugins.on_startup(command="build", dirty=True)
        config = plugins.on_config(config)
        plugins.on_files(get_files(config), config=config)
        files = {name: text.encode() for name, text in plugin.files(config).items()}
    except FaultsFound as found:
        raise SourceFaults(found.faults) from None
    finally:
        plugins.on_shutdown()
    metrics = getattr(config.plugins.get("cx-calculators"), "metrics", {})
    formulas = {name: metric.shape.formula_version for name, metric in metrics.items()}
    return ProjectEmbeds(folder, files, formulas)
