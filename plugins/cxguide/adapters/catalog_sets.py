"""What each catalog of a site must hold: every short text of its sources, in English.

Apart from `texts`, because whoever only wants to say something need not read all sources, nor load
what reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog

from cxguide.adapters.i18n import has_i18n, site_languages
from cxguide.adapters.previews import preview_tags
from cxguide.adapters.settings import own_file, own_folder, site_root
from cxguide.adapters.texts import SITE_TEXTS, catalog_file, catalog_folders, nav_key
from cxguide.core.catalog_lines import lines_by_key
from cxguide.core.catalogs import Message, read_catalog
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.messages import messages_in
from cxguide.core.places import Faults, Place
from cxguide.core.resources import CALCULATORS, TEMPLATES, THEMES
from cxguide.glossary import read_glossary
from cxguide.illustrations import picture_messages, read_pictures
from cxguide.journeys import read_journeys
from cxguide.journeys.messages import journey_messages
from cxguide.metrics import read_metrics
from cxguide.metrics.messages import metric_messages
from cxguide.translations.catalog_state import catalog_state
from cxguide.translations.completeness import catalog_faults, missing_catalog, told_in_sources
from cxguide.translations.extraction import template_messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.translations.states import CatalogState

__all__ = ["CatalogSet", "catalog_sets", "check_catalogs"]

_CALCULATOR_KEYS = ("calculator/", "metric/")


@dataclass(frozen=True)
class CatalogSet:
    """Catalogs that belong together.

    Attributes:
        folder: where they are.
        root: file names in messages are relative to it.
        messages: the English texts, read once however many languages ask; raises `SourceFaults`.
    """

    folder: Path
    root: Path
    messages: Callable[[], tuple[Message, ...]]

    def catalog(self, language: Language) -> Path:
        """The file of a language, which may not exist."""
        return catalog_file(self.folder, language)

    def state(self, language: Language) -> CatalogState:
        """How many of its texts a language has.

        Raises:
            SourceFaults: the sources have faults.
            SourceError: the file is not a catalog.
        """
        path = self.catalog(language)
        name = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        catalog = read_catalog(path, language, self.root) if path.exists() else Catalog()
        return catalog_state(self.messages(), catalog, language, name.as_posix())

    def faults(self, language: Language, *, is_preview: bool = False) -> Faults:
        """What is wrong in the catalog of a language, and what it lacks unless it is begun."""
        faults = Faults()
        path = self.catalog(language)
        name = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        catalog: Catalog | None = None
        with faults.caught():  # also when the sources have faults, and so no texts
            catalog = read_catalog(path, language, self.root) if path.exists() else None
        with faults.caught():
            messages = self.messages()
            if is_preview:
                messages = tuple(replace(one, is_draft=True) for one in messages)
            elif messages and not path.exists():
                keys = [key for message in messages for key in message.keys(language)]
                raise missing_catalog(keys, name.as_posix())
            if messages and catalog is not None:
                lines = lines_by_key(path.read_text("utf-8-sig"))
                for fault in catalog_faults(
                    messages, catalog, language, name.as_posix(), lines=lines
                ):
                    faults.add(fault)
        return faults


def catalog_sets(config: MkDocsConfig) -> tuple[CatalogSet, ...]:
    """The sets of catalogs that the site uses, the site's own last."""
    root = site_root(config)
    calculators, software, own = catalog_folders(config)

    @cache
    def of_templates() -> tuple[Message, ...]:
        return (*template_messages(TEMPLATES, root), *template_messages(THEMES, root))

    def of_calculators() -> tuple[Message, ...]:
        metrics = read_metrics(CALCULATORS / "metrics", root)
        return _sorted(
            (one for one in of_templates() if one.key.startswith(_CALCULATOR_KEYS)),
            (text for metric in metrics.values() for text in metric_messages(metric)),
        )

    def of_software() -> tuple[Message, ...]:
        return _sorted(one for one in of_templates() if not one.key.startswith(_CALCULATOR_KEYS))

    return (
        CatalogSet(calculators, root, cache(of_calculators)),
        CatalogSet(software, root, cache(of_software)),
        CatalogSet(own, root, cache(partial(_of_site, config, root))),
    )


def check_catalogs(config: MkDocsConfig) -> None:
    """Refuse to build a site whose languages lack texts.

    Languages that the software itself does not speak are not checked: they get English.

    Raises:
        SourceFaults: for every text of every language.
    """
    faults = Faults()
    sets = catalog_sets(config)
    spoken = [
        entry.language
        for entry in site_languages(config)
        if entry.language.tag != ENGLISH.tag
        and all(one.catalog(entry.language).exists() for one in sets[:2])
    ]
    begun = preview_tags(config)
    for one in sets if has_i18n(config) else sets[:2]:
        found = [
            one.faults(language, is_preview=language.tag in begun).found for language in spoken
        ]
        for fault in told_in_sources(found):
            faults.add(fault)
    faults.raise_if_any()


def _of_site(config: MkDocsConfig, root: Path) -> tuple[Message, ...]:
    maps = own_folder(config, "cx-journeys", "journeys_dir")
    journeys = read_journeys(maps, root) if maps else {}
    folder = own_folder(config, "cx-calculators", "metrics_dir")
    metrics = read_metrics(folder, root) if folder else {}
    terms = own_file(config, "cx-glossary", "glossary_file")
    drawn = own_folder(config, "cx-pictures", "pictures_dir")
    pictures = read_pictures(drawn, root) if drawn else {}
    return _sorted(
        _config_messages(config),
        messages_in(read_glossary(terms, root).terms) if terms else (),
        (text for journey in journeys.values() for text in journey_messages(journey)),
        (text for metric in metrics.values() for text in metric_messages(metric)),
        (text for picture in pictures.values() for text in picture_messages(picture)),
    )


def _config_messages(config: MkDocsConfig) -> Iterator[Message]:
    """Names that mkdocs.yml holds: the site's own, and those of sections in the navigation.

    To be called while the default language is built: later the names are translations.
    """
    file = Path(config.config_file_path or "mkdocs.yml").name
    for name, key in SITE_TEXTS.items():
        if text := config[name]:
            yield Message(f"site/{key}", text, Place(file))
    yield from _nav_messages(config.nav, file)


def _nav_messages(nav: Any, file: str) -> Iterator[Message]:
    for item in nav or ():
        if isinstance(item, dict):
            for title, inside in item.items():
                yield Message(f"nav/{nav_key(title)}", title, Place(file), "menu, section")
                if isinstance(inside, list):
                    yield from _nav_messages(inside, file)


def _sorted(*groups: Iterable[Message]) -> tuple[Message, ...]:
    """The messages by key, each key once."""
    by_key = {message.key: message for group in groups for message in group}
    return tuple(by_key[key] for key in sorted(by_key))
