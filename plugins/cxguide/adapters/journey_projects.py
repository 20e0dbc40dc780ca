"""The maps of a MkDocs project, seen from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import babel

from cxguide.adapters.calculators import all_metrics, as_calculators
from cxguide.adapters.journey_downloads import unshown_characters
from cxguide.adapters.projects import catalogs_of
from cxguide.adapters.settings import settings_file, site_root
from cxguide.adapters.texts import texts_for, texts_of_versions
from cxguide.core.catalogs import Texts, read_catalog
from cxguide.core.languages import Language
from cxguide.core.lengths import long_texts, long_translations
from cxguide.core.places import Faults, Place, SourceError, SourceFaults
from cxguide.journeys import Calculator, Journey, journey_messages, read_journeys

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = [
    "calculators_of",
    "journeys_folder",
    "journeys_of",
    "schema_address",
    "texts_in",
    "too_long_texts",
]


def journeys_folder(config: MkDocsConfig) -> Path:
    """Where the project keeps its maps.

    Raises:
        SourceError: it does not use the plugin for maps.
    """
    plugin = config.plugins.get("cx-journeys")
    if plugin is None:
        raise SourceError(
            Place(settings_file(config).name),
            "this project has no journey maps",
            fix="add the plugin cx-journeys",
        )
    return site_root(config) / str(plugin.config.journeys_dir)


def calculators_of(config: MkDocsConfig) -> Mapping[str, Calculator]:
    """The calculators of the project by id; none where it has no such plugin.

    Raises:
        SourceFaults: its metrics have faults.
    """
    if config.plugins.get("cx-calculators") is None:
        return MappingProxyType({})
    return as_calculators(all_metrics(config))


def journeys_of(config: MkDocsConfig) -> Mapping[str, Journey]:
    """All maps of the project by id.

    Raises:
        SourceFaults: with the faults of all maps, and with characters that their pictures lack.
    """
    maps = read_journeys(journeys_folder(config), site_root(config), calculators_of(config))
    faults = Faults()
    for fault in unshown_characters(maps, config):
        faults.add(fault)
    faults.raise_if_any()
    return maps


def schema_address(config: MkDocsConfig) -> str:
    """Where the project's site publishes the schema of map files; empty without an address."""
    return f"{config.site_url}schema/v1/journey.schema.json" if config.site_url else ""


def texts_in(config: MkDocsConfig, tag: str, journey: Journey) -> Texts:
    """The texts of a version of the site, English where it lacks those of the map.

    Raises:
        SourceError: there is no such language.
    """
    own = (f"journey/{journey.id}/",)
    for version, texts in texts_of_versions(config, english_for=own).items():
        if version.lower() == tag.lower():
            return texts
    language = Language(tag)
    try:
        assert language.locale
    except (babel.UnknownLocaleError, ValueError):
        raise SourceError(
            Place(settings_file(config).name),
            f"there is no language {tag!r}",
            fix="write its tag, such as en, sr, th or cs",
        ) from None
    return texts_for(config, language, english_for=own)


def too_long_texts(config: MkDocsConfig, maps: Iterable[Journey]) -> tuple[SourceError, ...]:
    """The texts of maps that are too long, English and translated, sorted by place."""
    root = site_root(config)
    messages = [message for journey in maps for message in journey_messages(journey)]
    found = list(long_texts(messages))
    for language, one in catalogs_of(config):
        path = one.catalog(language)
        if path.exists():
            name = path.relative_to(root).as_posix()
            found += long_translations(messages, read_catalog(path, language, root), name)
    return SourceFaults(found).faults
