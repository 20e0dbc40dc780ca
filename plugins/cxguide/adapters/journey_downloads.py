"""The files of maps that readers can keep: SVG, PNG, PDF, CSV and the source."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.cache import MAPS, cache_folder
from cxguide.adapters.faults import stop_with
from cxguide.adapters.kept_files import KeptFiles
from cxguide.adapters.settings import own_folder
from cxguide.adapters.texts import texts_of_versions
from cxguide.core.catalogs import Texts
from cxguide.core.languages import Language
from cxguide.core.places import Faults, Place, SourceError, SourceFaults
from cxguide.drawing.extra import HOW_TO_GET_IT, is_installed
from cxguide.journeys import Journey
from cxguide.journeys.pictures.fingerprint import fingerprint
from cxguide.journeys.rendering import DOWNLOADS, PICTURES, picture_faults, rendered

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["download_names", "unshown_characters", "write_downloads"]

_FOLDER = "downloads/journeys"
_log = logging.getLogger("mkdocs.plugins.cxguide.journeys")


def download_names(journey: str, language: Language, config: MkDocsConfig) -> Mapping[str, str]:
    """The files of a map in a language that the site has, by form; `yml` is the last.

    Values are addresses from the root of the site, such as
    `downloads/journeys/retailer.sr-latn.svg`; none where the site offers no downloads.
    """
    plugin = config.plugins.get("cx-journeys")
    if plugin is None or not plugin.config["downloads"]:
        return {}
    names = {form: _name(journey, language, form) for form in _forms()}
    return {**names, "yml": f"{_FOLDER}/{journey}.yml"}


def write_downloads(journeys: Mapping[str, Journey], config: MkDocsConfig) -> None:
    """Write the files of all maps in all languages; to be called when all are built.

    Raises:
        FaultsFound: maps have characters that our fonts do not have.
    """
    sources = own_folder(config, "cx-journeys", "journeys_dir")
    if not journeys or sources is None or not config.plugins["cx-journeys"].config["downloads"]:
        return
    if not is_installed():
        _log.info("Maps have no SVG, PNG and PDF to download; for them: %s", HOW_TO_GET_IT)
    site = Path(config.site_dir)
    (site / _FOLDER).mkdir(parents=True, exist_ok=True)
    kept = KeptFiles(cache_folder(config) / MAPS)
    faults = Faults()
    for name, journey in journeys.items():
        yml = f"{_FOLDER}/{name}.yml"
        (site / yml).write_bytes((sources / f"{name}.yml").read_bytes())
        source = f"{config.site_url.rstrip('/')}/{yml}" if config.site_url else ""
        for texts in texts_of_versions(config).values():
            for form in _forms():
                with faults.caught():
                    made = _made(kept, journey, texts, form, source)
                    (site / _name(name, texts.language, form)).write_bytes(made)
    if faults.found:
        stop_with(SourceFaults(faults.found))
    kept.forget_old()


def unshown_characters(
    journeys: Mapping[str, Journey], config: MkDocsConfig
) -> Iterator[SourceError]:
    """The faults of texts, one for each, with characters that pictures of maps cannot show.

    None where the site offers no pictures. To be asked for when the catalogs have no other faults.

    Raises:
        SourceError: a text of the software has no translation.
    """
    plugin = config.plugins.get("cx-journeys")
    if plugin is None or not plugin.config["downloads"]:
        return
    told: set[Place] = set()
    for texts in texts_of_versions(config, english_for=("journey/",)).values():
        for journey in journeys.values():
            for fault in picture_faults(journey, texts):
                if fault.place not in told:
                    told.add(fault.place)
                    yield fault


def _forms() -> tuple[str, ...]:
    has_pictures = is_installed()
    return tuple(form for form in DOWNLOADS if has_pictures or form not in PICTURES)


def _name(journey: str, language: Language, form: str) -> str:
    return f"{_FOLDER}/{journey}.{language.path}.{form}"


def _made(kept: KeptFiles, journey: Journey, texts: Texts, form: str, source: str) -> bytes:
    """The file of a map.

    Raises:
        SourceFaults: characters of the map are in none of our fonts.
    """
    if form not in PICTURES:
        return rendered(journey, texts, form)
    name = f"{fingerprint(journey, texts, source)}.{form}"
    return kept.made(name, lambda: rendered(journey, texts, form, source=source))
