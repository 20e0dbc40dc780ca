"""A MkDocs project seen from the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from mkdocs.__main__ import cli as mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import get_files

from cxguide.adapters.catalog_sets import CatalogSet, catalog_sets
from cxguide.adapters.faults import FaultsFound
from cxguide.adapters.i18n import site_languages
from cxguide.adapters.settings import settings_file, site_root
from cxguide.core.history import History
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import Place, SourceError
from cxguide.core.resources import CALCULATORS
from cxguide.translations.origins import is_new_section

__all__ = ["build_strictly", "catalogs_of", "faults_of", "metrics_folder", "project_config"]


def project_config(file: Path) -> MkDocsConfig:
    """The configuration of a project.

    Raises:
        ConfigurationError: MkDocs refuses it.
    """
    try:
        return load_config(str(file))
    except Abort:  # MkDocs has told why on its log
        raise ConfigurationError(f"{file} cannot be used") from None


def build_strictly(config_file: Path, *options: str) -> None:
    """Build a site as `mkdocs build --strict` does, with its messages and exit codes.

    Raises:
        click.ClickException, SystemExit: it has failed.
    """
    told = ["build", "--strict", "-f", str(config_file), *options]
    mkdocs.main(told, prog_name="cx", standalone_mode=False)


def faults_of(config: MkDocsConfig) -> tuple[SourceError, ...]:
    """Every fault in the sources of a project, sorted by place.

    Runs the first half of a build, up to where all sources are checked; writes nothing.
    """
    plugins = config.plugins
    if (translations := plugins.get("cx-translations")) is not None:
        translations.may_lack = partial(is_new_section, History(site_root(config)))
    try:
        plugins.on_startup(command="build", dirty=True)
        config = plugins.on_config(config)
        plugins.on_files(get_files(config), config=config)
    except FaultsFound as found:
        return found.faults
    except PluginError as error:  # of a plugin that is not ours
        place = Place(settings_file(config).name)
        return (SourceError(place, str(error), fix="see the documentation of that plugin"),)
    finally:
        plugins.on_shutdown()
    return ()


def metrics_folder(config: MkDocsConfig) -> Path:
    """Where the project keeps its own metrics.

    Raises:
        SourceError: it has no such folder.
    """
    root = site_root(config)
    plugin = config.plugins.get("cx-calculators")
    if plugin and plugin.config.metrics_dir:
        return root / str(plugin.config.metrics_dir)
    if CALCULATORS.is_relative_to(root):
        return CALCULATORS / "metrics"
    raise SourceError(
        Place(Path(config.config_file_path or "mkdocs.yml").name),
        "this project has no folder for metrics of its own",
        fix="give the plugin cx-calculators the option 'metrics_dir: my-metrics'",
    )


def catalogs_of(config: MkDocsConfig) -> tuple[tuple[Language, CatalogSet], ...]:
    """Every catalog that the project has or needs: its language and its set.

    Catalogs that came with an installed package are not the project's.
    """
    languages = [entry.language for entry in site_languages(config)]
    root, sets = site_root(config), catalog_sets(config)
    return tuple(
        (language, one)
        for language in languages
        if language.tag != ENGLISH.tag
        for one in sets
        if one.folder.is_relative_to(root)
    )
