"""Catalogs and terms of a project, handed to translators who work elsewhere, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog

from cxguide.adapters.i18n import site_languages
from cxguide.adapters.language_checks import language_remarks
from cxguide.adapters.previews import preview_tags
from cxguide.adapters.projects import catalogs_of
from cxguide.adapters.settings import own_file, settings_file, site_root
from cxguide.core.catalogs import read_catalog
from cxguide.core.places import Faults, Place, SourceError, nearest
from cxguide.core.source_text import SourceText
from cxguide.glossary import Glossary, read_glossary
from cxguide.translations.catalog_layout import NO_FRAME, formatted, frame_of
from cxguide.translations.exchange import (
    Concept,
    Returned,
    Unit,
    accepted,
    content_of,
    flat_po,
    glossary_csv,
    read_flat_po,
    read_glossary_csv,
    read_tbx,
    read_xliff,
    take,
    tbx,
    text_of,
    units_of,
    xliff,
)
from cxguide.translations.merging import written

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.catalog_sets import CatalogSet
    from cxguide.core.languages import Language

__all__ = ["FORMS", "Import", "export", "import_file", "known_glossary", "lay_out"]

FORMS = ("po", "xliff", "csv", "tbx")
"""What texts can be exported as; the last two hold the terms of the glossary."""


@dataclass(frozen=True, slots=True)
class Import:
    """What an import has done.

    Attributes:
        taken: the keys whose texts were taken, by the file of the catalog.
        refused: why others were not.
        same: how many texts say what they said before.
        empty: how many have no translation.
        faults: of the catalogs that were changed, errors and remarks, as of a pull request.
    """

    taken: Mapping[str, tuple[str, ...]]
    refused: tuple[SourceError, ...]
    same: int
    empty: int
    faults: tuple[SourceError, ...] = ()


def export(config: MkDocsConfig, tag: str, form: str, *, only_to_do: bool = False) -> str | None:
    """The texts of a language as a file for others; `None` where there are none.

    Args:
        config: of the project.
        tag: of the language.
        form: one of `FORMS`.
        only_to_do: leave out what is translated from the English of now, and drafts.

    Raises:
        SourceError: there is no such language, or no glossary.
        SourceFaults: the sources have faults.
    """
    language, sets = _catalogs_in(config, tag)
    files = {
        _name(one, language, config): units_of(one.messages(), _read(one, language), language)
        for one in sets
    }
    units = {unit.key: unit for several in files.values() for unit in several}
    wanted = {key for key, unit in units.items() if unit.is_to_do or not only_to_do}
    if form in {"csv", "tbx"}:
        glossary = known_glossary(config)
        concepts = [one for one in _concepts(glossary, units) if one.name.key in wanted]
        wrong = {one.form: one.instead for one in glossary.wrong.get(tag, ())}
        if not concepts:
            return None
        if form == "csv":
            return glossary_csv(concepts, language)
        return tbx(concepts, language, config.site_name, wrong=wrong)
    if not wanted:
        return None
    if form == "po":
        return flat_po((units[key] for key in sorted(wanted)), language)
    chosen = {
        name: [unit for unit in several if unit.key in wanted and units[unit.key] is unit]
        for name, several in files.items()
    }
    return xliff({name: several for name, several in chosen.items() if several}, language)


def import_file(config: MkDocsConfig, tag: str, path: Path, *, strict: bool = False) -> Import:
    """Take the translations of a file that came back.

    Only texts whose key and English are those of now are taken, with all placeholders, markup and
    plural categories. The others are refused, and told.

    Args:
        config: of the project.
        tag: of the language.
        path: of the file; its ending says what it is.
        strict: take nothing where something is refused.

    Raises:
        SourceError: there is no such language, or the file as a whole cannot be read.
        SourceFaults: so it is, or the sources have faults.
    """
    language, sets = _catalogs_in(config, tag)
    returned = _returned(path, language)
    catalogs = [(one, _read(one, language)) for one in sets]
    messages = [message for one in sets for message in one.messages()]
    translated = {
        str(entry.context) for _, catalog in catalogs for entry in catalog if entry.string
    }
    found = accepted(returned.units, messages, language, translated=translated)
    refused = tuple(sorted((*returned.faults, *found.refused), key=lambda fault: fault.place))
    if refused and strict:
        return Import({}, refused, 0, found.empty)
    contents: dict[Path, bytes] = {}
    taken: dict[str, tuple[str, ...]] = {}
    for one, catalog in catalogs:
        if keys := take(found.units, one.messages(), catalog, language):
            contents[one.catalog(language)] = _content(one, catalog, language)
            taken[_name(one, language, config)] = keys
    for file, content in contents.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    changed = {key for keys in taken.values() for key in keys}
    same = sum(unit.key not in changed for unit in found.units if unit.translation.strip())
    faults = _faults(config, language, [one for one in sets if one.catalog(language) in contents])
    return Import(taken, refused, same, found.empty, faults)


def lay_out(config: MkDocsConfig, *, is_check: bool = False) -> Iterator[str]:
    """Write the catalogs of a project in the one layout; the names of those that have another.

    Args:
        config: of the project.
        is_check: only say which.

    Raises:
        SourceFaults: some are no catalogs; then none is written.
    """
    faults, root = Faults(), site_root(config)
    contents: dict[Path, bytes] = {}
    for language, one in catalogs_of(config):
        path = one.catalog(language)
        if path.exists():
            with faults.caught():
                read_catalog(path, language, root)
                contents[path] = formatted(path.read_text("utf-8-sig"), language).encode()
    faults.raise_if_any()
    for path, content in contents.items():
        if path.read_bytes() != content:
            if not is_check:
                path.write_bytes(content)
            yield path.relative_to(root).as_posix()


def known_glossary(config: MkDocsConfig) -> Glossary:
    """The glossary of a project.

    Raises:
        SourceError: it has none.
        SourceFaults: it has faults.
    """
    if (file := own_file(config, "cx-glossary", "glossary_file")) is None:
        raise SourceError(
            Place(settings_file(config).name),
            "this project has no glossary",
            fix="use the plugin cx-glossary, and write terms into its file",
        )
    return read_glossary(file, site_root(config))


def _concepts(glossary: Glossary, units: Mapping[str, Unit]) -> Iterator[Concept]:
    for term in glossary.terms:
        name, definition = units.get(term.name.key), units.get(term.definition.key)
        if name is not None and definition is not None:
            yield Concept(term.id, name, definition, term.short, term.also)


def _catalogs_in(config: MkDocsConfig, tag: str) -> tuple[Language, Sequence[CatalogSet]]:
    """A language and its catalogs that hold something."""
    every = catalogs_of(config)
    sets = [one for language, one in every if language.tag == tag]
    if not sets:
        tags = list(dict.fromkeys(language.tag for language, _ in every))
        close = nearest(tag, tags)
        raise SourceError(
            Place(settings_file(config).name),
            f"no texts are translated into {tag!r}",
            known=f"languages are: {', '.join(tags) or 'none'}",
            fix=f"write {close!r}" if close else f"run 'cx i18n new language {tag}'",
        )
    language = next(language for language, _ in every if language.tag == tag)
    return language, [one for one in sets if one.messages()]


def _read(one: CatalogSet, language: Language) -> Catalog:
    path = one.catalog(language)
    return read_catalog(path, language, one.root) if path.exists() else Catalog()


def _content(one: CatalogSet, catalog: Catalog, language: Language) -> bytes:
    path = one.catalog(language)
    frame = frame_of(path.read_text("utf-8-sig")) if path.exists() else NO_FRAME
    return written(catalog, language, frame)


def _name(one: CatalogSet, language: Language, config: MkDocsConfig) -> str:
    return one.catalog(language).relative_to(site_root(config)).as_posix()


def _returned(path: Path, language: Language) -> Returned:
    name = path.as_posix()
    readers: dict[str, Callable[[], Returned]] = {
        ".po": lambda: read_flat_po(text_of(path, name), language, name),
        ".xlf": lambda: read_xliff(content_of(path, name), language, name),
        ".xliff": lambda: read_xliff(content_of(path, name), language, name),
        ".csv": lambda: read_glossary_csv(text_of(path, name), language, name),
        ".tbx": lambda: read_tbx(content_of(path, name), language, name),
    }
    if (reader := readers.get(path.suffix.lower())) is None:
        raise SourceError(
            Place(name),
            f"nobody knows what a file ending in {path.suffix!r} holds",
            known=f"endings are: {', '.join(readers)}",
            fix="give it the ending of what it is",
        )
    return reader()


def _faults(
    config: MkDocsConfig, language: Language, sets: Sequence[CatalogSet]
) -> tuple[SourceError, ...]:
    """What a pull request would be told of catalogs."""
    faults, root = Faults(), site_root(config)
    is_preview = language.tag in preview_tags(config)
    for one in sets:
        for fault in one.faults(language, is_preview=is_preview).found:
            faults.add(fault)
    entry = next(entry for entry in site_languages(config) if entry.language == language)
    sources = [SourceText.of(one.catalog(language), root) for one in sets]
    with faults.caught():
        for fault in language_remarks(config, {entry: sources}):
            faults.add(fault)
    return tuple(faults.found)
