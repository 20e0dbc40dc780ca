"""The plugin `cx-journeys`: fences become journey maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as opt
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.utils import get_relative_url

from cxguide.adapters.embeddable import EmbeddablePlugin, EmbedVersion
from cxguide.adapters.embedded_files import map_files
from cxguide.adapters.faults import found_faults
from cxguide.adapters.fences import FencePage, check_fences, may_hold, page_text
from cxguide.adapters.generated import json_text, write_files
from cxguide.adapters.i18n import default_language, is_first_build, is_last_build
from cxguide.adapters.journey_downloads import download_names, unshown_characters, write_downloads
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.plugin import Options
from cxguide.adapters.settings import own_folder, site_root
from cxguide.adapters.texts import texts_for
from cxguide.adapters.timings import step
from cxguide.adapters.written_pages import homes_of, written_pages
from cxguide.core.digests import digest
from cxguide.core.places import Faults, SourceError, nearest
from cxguide.core.sources import Places, SourceText, read_source
from cxguide.journeys import (
    Journey,
    Row,
    RowsShape,
    Surroundings,
    journey_schema,
    journey_styles,
    read_journeys,
    render_comparison,
    render_journey,
)

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from cxguide.core.catalogs import Texts

__all__ = ["JourneysPlugin"]

SCHEMA = "schema/v1/journey.schema.json"


class JourneysConfig(Options):
    """Options of `cx-journeys`."""

    journeys_dir = opt.Type(str, default="docs/journeys")
    """Folder with the map files of this site, relative to mkdocs.yml; it may be missing."""
    downloads = opt.Type(bool, default=True)
    """Whether readers can keep maps as SVG, PNG, PDF, CSV and YAML; pictures need an extra."""


class JourneyFence(RowsShape):
    """What stands in a journey fence; `rows` stands above the rows of the map.

    With `compare`, the id of another map, both are shown stage by stage.
    """

    map: str
    compare: str | None = None


class JourneysPlugin(EmbeddablePlugin):
    """Reads the maps once a run and renders every journey fence."""

    config_class = JourneysConfig
    config: JourneysConfig
    fence = "journey"
    styles = "assets/cx/journey.css"
    embed_folder = "journey/"

    def __init__(self) -> None:
        self._journeys: Mapping[str, Journey] = MappingProxyType({})
        self._told = ""

    def own_sources(self, config: MkDocsConfig) -> Path:
        """The folder of the maps."""
        return site_root(config) / self.config.journeys_dir

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Read the maps and check the fences of all languages."""
        calculators: Any = config.plugins.get("cx-calculators")
        known = calculators.calculators() if calculators else {}
        with found_faults().caught():
            folder = own_folder(config, "cx-journeys", "journeys_dir")
            self._journeys = read_journeys(folder, site_root(config), known) if folder else {}
            check_fences(self.fence, self._checked, files, config)
        with found_faults().caught():
            pages = written_pages(files, config).values()
            self.homes = homes_of(pages, default_language(config).prefix, self.fence, _shown_map)
        self._told = digest(*self._journeys.items())

    def content_told(self, file: File, config: MkDocsConfig) -> str:
        """The maps, and what their metrics lead to, where there is a fence."""
        calculators: Any = config.plugins.get("cx-calculators")
        links = calculators.told if calculators else ""
        return f"{self._told} {links}" if may_hold(self.fence, page_text(file, config)) else ""

    @event_priority(-10)  # when cx-calculators has read the metrics
    def _on_files_check_maps(self, files: Files, *, config: MkDocsConfig) -> None:
        self._on_files_check(files, config=config)

    @event_priority(-85)  # when cx-translations has checked the catalogs
    def _on_files_check_pictures(self, files: Files, *, config: MkDocsConfig) -> None:
        """Check that pictures can show the texts; with other faults not all of them are known."""
        faults = found_faults()
        if is_first_build(config) and not faults.found:
            with faults.caught():
                for fault in unshown_characters(self._journeys, config):
                    faults.add(fault)

    on_files = CombinedEvent(
        _on_files_check_maps, _on_files_check_pictures, EmbeddablePlugin._on_files_tell
    )

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the styles that maps use, and the schema of their files."""
        if is_last_build(config):
            files = {self.styles: journey_styles(), SCHEMA: json_text(journey_schema())}
            write_files(files, config)
            with step("pictures of maps"):
                write_downloads(self._journeys, config)

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The map, or two side by side, as HTML."""
        asked = self._checked(source)
        texts = texts_for(config, page.language)
        surroundings = Surroundings(
            page.unique_id, *_calculators(page, config), _downloads(asked.journey, page, config)
        )
        if asked.other is not None:
            return render_comparison(asked.journey, asked.other, texts, surroundings)
        return render_journey(asked.journey, texts, rows=asked.rows, page=surroundings)

    def _checked(self, source: SourceText) -> _Asked:
        """What a fence asks for, if everything in it is right.

        Raises:
            SourceFaults: for its shape, and for maps that do not exist.
        """
        fence, places = read_source(source, JourneyFence)
        has_rows = "rows" in fence.model_fields_set
        faults = Faults()
        with faults.caught():
            journey = self._map(fence.map, places, "map")
        other = None
        with faults.caught():
            if fence.compare is not None:
                other = self._map(fence.compare, places, "compare")
        if fence.compare is not None and fence.compare == fence.map:
            faults.add(
                places.fault(
                    f"{fence.map!r} is compared with itself", "compare", fix="name another map"
                )
            )
        if fence.compare is not None and has_rows:
            faults.add(
                places.fault("a comparison has its own rows", "rows", fix="remove rows", key=True)
            )
        faults.raise_if_any()
        return _Asked(journey, fence.rows if has_rows else journey.rows, other)

    def _map(self, name: str, places: Places, key: str) -> Journey:
        journey = self._journeys.get(name)
        if journey is None:
            close = nearest(name, self._journeys)
            raise SourceError(
                places.of(key),
                f"there is no map {name!r}",
                known=f"known: {', '.join(self._journeys) or 'none'}",
                fix=f"write {close!r}" if close else f"add {self.config.journeys_dir}/{name}.yml",
            )
        return journey

    def embed_names(self) -> Iterable[str]:
        """The maps by id."""
        return self._journeys

    def embed_title(self, name: str, texts: Texts) -> str:
        """What a map is called in a language."""
        title = self._journeys[name].title
        return texts(title.key, title.english)

    def embed_files(
        self, versions: tuple[EmbedVersion, ...], config: MkDocsConfig
    ) -> Iterator[tuple[str, str]]:
        """The files of every map."""
        kept = kept_results(config)
        calculators: Any = config.plugins.get("cx-calculators")
        metrics = list(calculators.homes) if calculators else []
        for version in versions:
            links = {name: f"{version.root}{calculators.home(name)}" for name in metrics}
            names = {name: calculators.embed_title(name, version.texts) for name in metrics}
            for name, journey in self._journeys.items():
                forms = download_names(name, version.texts.language, config)
                downloads = tuple((form, f"{version.site}{one}") for form, one in forms.items())
                told = (self.home(name), links, names, downloads)
                yield from kept.files(
                    "embedded map",
                    repr((version.told, journey, told)),
                    partial(map_files, journey, version, *told),
                ).items()

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """Beginnings of the keys of maps that nobody must translate yet."""
        drafts = (name for name, journey in self._journeys.items() if journey.is_draft)
        return tuple(f"journey/{name}/" for name in drafts)


def _shown_map(source: SourceText) -> tuple[str, int] | None:
    """The map of a fence, unless two are compared in it.

    Raises:
        SourceError, SourceFaults: for its shape.
    """
    fence, _ = read_source(source, JourneyFence)
    return (fence.map, 0) if fence.compare is None else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a fence asks for: a map with some of its rows, or two maps side by side."""

    journey: Journey
    rows: tuple[Row, ...]
    other: Journey | None


def _downloads(
    journey: Journey, page: FencePage, config: MkDocsConfig
) -> tuple[tuple[str, str], ...]:
    """Forms of a map and their addresses, seen from the page."""
    names = download_names(journey.id, page.language, config)
    from_url = getattr(page.owner, "url", "")
    return tuple((form, get_relative_url(name, from_url)) for form, name in names.items())


def _calculators(
    page: FencePage, config: MkDocsConfig
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Addresses, seen from the page, and names of the metrics that have a calculator.

    Both by the metric's id, from `cx-calculators` where the site has it.
    """
    links = getattr(config.plugins.get("cx-calculators"), "calculator_links", None)
    return links(page, config) if links else ({}, {})
