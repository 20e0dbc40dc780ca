"""The translations of a project and how they stand, seen from the command line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import get_files

from cxguide.adapters.fences import page_text, source_name
from cxguide.adapters.i18n import (
    default_language,
    has_i18n,
    shared_path,
    site_languages,
    uses_folders,
    written_files,
)
from cxguide.adapters.projects import catalogs_of
from cxguide.adapters.settings import script_variants, settings_file, site_root
from cxguide.core.places import Faults, Place, SourceError
from cxguide.translations.previews import is_ready, says_preview
from cxguide.translations.sections import read_sections
from cxguide.translations.states import LanguageState, page_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from cxguide.adapters.i18n import SiteLanguage
    from cxguide.translations.states import CatalogState, PageState

__all__ = [
    "PagePair",
    "WrongTarget",
    "begun_languages",
    "language_states",
    "named_sources",
    "page_pairs",
    "scripts_of",
    "state_of",
    "translated_languages",
]


class WrongTarget(Exception):
    """A command was asked for something that does not exist; says what was probably meant."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(f"{problem}; {hint}")


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page and its translation into one language.

    Attributes:
        path: that all languages share: `metrics/nps.md`.
        entry: the language.
        original: the English source, and `original_file` its name for editors.
        file: the translation as an editor knows it, also where it does not exist.
        text: of the translation; `None` where nobody has begun it.
    """

    path: str
    entry: SiteLanguage
    original: str
    original_file: str
    file: str
    text: str | None


def translated_languages(config: MkDocsConfig) -> tuple[SiteLanguage, ...]:
    """The languages that somebody translates into, in the order of mkdocs.yml.

    Raises:
        SourceError: the site has one language only.
    """
    found = site_languages(config)[1:]
    if not has_i18n(config) or not found:
        raise SourceError(
            Place(settings_file(config).name),
            "this site has one language, so there is nothing to translate",
            fix="add the plugin i18n with further languages",
        )
    return found


def page_pairs(config: MkDocsConfig, files: Files | None = None) -> tuple[PagePair, ...]:
    """Every page with its translation, page by page in the order of the menu, in every language.

    Args:
        config: of the project.
        files: of all languages, where they are known already.

    Raises:
        SourceFaults: some of them are not UTF-8.
    """
    languages, original = translated_languages(config), default_language(config)
    pairs: list[PagePair] = []
    faults = Faults()
    for by_prefix in _in_reading_order(files or get_files(config), config):
        if (english := by_prefix.get(original.prefix)) is None:
            continue
        for entry in languages:
            file = by_prefix.get(entry.prefix)
            with faults.caught():
                pairs.append(
                    PagePair(
                        shared_path(english),
                        entry,
                        page_text(english, config),
                        source_name(english, config),
                        source_name(file, config) if file else _name_for(english, entry, config),
                        page_text(file, config) if file else None,
                    )
                )
    faults.raise_if_any()
    return tuple(pairs)


def language_states(config: MkDocsConfig, files: Files | None = None) -> tuple[LanguageState, ...]:
    """How every language stands; arguments as for `page_pairs`.

    Raises:
        SourceFaults: a source cannot be read.
    """
    pairs = page_pairs(config, files)
    catalogs: dict[str, list[CatalogState]] = defaultdict(list)
    for language, one in catalogs_of(config):
        if one.messages():
            catalogs[language.tag].append(one.state(language))
    return tuple(
        LanguageState(
            entry.language.tag,
            entry.name,
            tuple(state_of(pair) for pair in pairs if pair.entry == entry),
            tuple(catalogs[entry.language.tag]),
            scripts_of(entry, config),
        )
        for entry in translated_languages(config)
    )


def named_sources(config: MkDocsConfig, names: Iterable[str]) -> tuple[str, ...]:
    """Files of a project as an editor knows them, from what somebody typed.

    Args:
        config: of the project.
        names: of files or folders, seen from where the command runs or from the project.

    Raises:
        WrongTarget: there is no such file in the project.
    """
    root, found = site_root(config), list[str]()
    for name in (names := tuple(names)):
        places = [Path(name).resolve(), (root / name).resolve()]
        path = next((one for one in places if one.is_relative_to(root) and one.exists()), None)
        if path is None:
            raise WrongTarget(
                f"there is no file or folder {name!r} in the project", "write docs/cs"
            )
        inside = path.rglob("*") if path.is_dir() else [path]
        found += [one.relative_to(root).as_posix() for one in inside if one.is_file()]
    if names and not found:
        raise WrongTarget(f"there is nothing in {', '.join(names)}", "name a page or a catalog")
    return tuple(found)


def begun_languages(config: MkDocsConfig, locale_dir: Path) -> frozenset[str]:
    """Tags of the languages whose catalog says that they are being begun, and that are not ready.

    Args:
        config: of the project.
        locale_dir: where its own catalogs are.

    Raises:
        SourceFaults: a source cannot be read.
    """
    catalogs = {
        entry.language.tag: locale_dir / f"{entry.language.tag}.po"
        for entry in site_languages(config)
    }
    said = {
        tag
        for tag, path in catalogs.items()
        if path.is_file() and says_preview(path.read_text("utf-8-sig", errors="replace"))
    }
    # Reading all pages takes time; a site without new languages does not need it.
    ready = {state.tag for state in language_states(config) if is_ready(state)} if said else set()
    return frozenset(said - ready)


def state_of(pair: PagePair, text: str | None = None) -> PageState:
    """How a translation stands; with another text than the file has, where one is given."""
    text = pair.text if text is None else text
    return page_state(
        read_sections(pair.original, pair.original_file),
        None if text is None else read_sections(text, pair.file),
        tag=pair.entry.language.tag,
        path=pair.path,
        file=pair.file,
    )


def scripts_of(entry: SiteLanguage, config: MkDocsConfig) -> tuple[str, ...]:
    """Tags of the versions that cx-site makes from a language in other scripts."""
    variants = script_variants(config)
    return tuple(one.locale for one in variants if one.from_ == entry.language.tag)


def _in_reading_order(files: Files, config: MkDocsConfig) -> Iterator[Mapping[str, File]]:
    """The files of each page by prefix; those that the menu does not name come last."""
    named = list(_named_in(config.nav))
    pages = {
        shared_path(next(iter(by_prefix.values()))): by_prefix
        for by_prefix in written_files(files, config).values()
    }
    rank = {path: number for number, path in enumerate(named)}
    for path in sorted(pages, key=lambda path: (rank.get(path, len(rank)), path)):
        yield pages[path]


def _named_in(nav: Any) -> Iterator[str]:
    for item in nav if isinstance(nav, list) else ():
        for inside in item.values() if isinstance(item, dict) else (item,):
            if isinstance(inside, str):
                yield inside
            else:
                yield from _named_in(inside)


def _name_for(original: File, entry: SiteLanguage, config: MkDocsConfig) -> str:
    """Where the translation of a page would stand, as an editor knows it."""
    root, docs = site_root(config), Path(config.docs_dir)
    path = PurePosixPath(shared_path(original))
    if uses_folders(config):
        place = docs / entry.folder / path
    else:
        place = docs / path.with_suffix(f".{entry.folder}{path.suffix}")
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else place.as_posix()
