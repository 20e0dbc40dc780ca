"""What is wrong in the pages of all languages, before any of them is built: paths and shapes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from cxguide.adapters.faults import faulty_fences
from cxguide.adapters.fences import page_text
from cxguide.adapters.i18n import (
    default_language,
    language_folders,
    looks_like_language,
    site_languages,
    written_files,
)
from cxguide.adapters.site_paths import path_faults
from cxguide.core.places import SourceError
from cxguide.translations.aging import shared_order
from cxguide.translations.folders import folder_faults
from cxguide.translations.page_source import read_page
from cxguide.translations.structure import structure_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

__all__ = ["place_faults", "shape_faults"]


def place_faults(
    files: Files, config: MkDocsConfig, named: Collection[str]
) -> Iterator[SourceError]:
    """Files that stand where no language has them, and those that the settings name in vain.

    Args:
        files: of all languages.
        config: of the site.
        named: files that the settings name, as styles and scripts.
    """
    own = [file.src_uri for file in files if _is_own(file, config)]
    folders = language_folders(config)
    yield from folder_faults(own, folders, looks_like_language(config), docs=_docs(config))
    yield from path_faults(config, files, folders, named)


def shape_faults(
    files: Files, config: MkDocsConfig, may_lack: Callable[[str, str, str], bool]
) -> Iterator[SourceError]:
    """Pages that have another shape than the page they translate.

    Args:
        files: of all languages.
        config: of the site; of one with a single language nothing is told.
        may_lack: whether a file, of an English one, may lack a section.
    """
    if len(site_languages(config)) > 1:
        templates = config.theme.get_env().list_templates()
        for by_prefix in written_files(files, config).values():
            yield from _page_faults(by_prefix, config, templates, may_lack)


def _is_own(file: File, config: MkDocsConfig) -> bool:
    """Whether the file is one of the docs directory and not left out on purpose."""
    is_there = (Path(config.docs_dir) / file.src_path).is_file()
    left_out = {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
    return is_there and file.inclusion not in left_out


def _docs(config: MkDocsConfig) -> str:
    """The docs directory as an editor knows it."""
    folder, project = Path(config.docs_dir), Path(config.config_file_path or ".").parent
    return (folder.relative_to(project) if folder.is_relative_to(project) else folder).as_posix()


def _page_faults(
    by_prefix: Mapping[str, File],
    config: MkDocsConfig,
    templates: Collection[str],
    may_lack: Callable[[str, str, str], bool],
) -> Iterator[SourceError]:
    texts: dict[str, tuple[str, str]] = {}
    docs = _docs(config)
    for prefix, file in by_prefix.items():
        try:
            texts[prefix] = page_text(file, config), f"{docs}/{file.src_uri}"
        except SourceError as fault:
            yield fault
            return
    original = texts.pop(default_language(config).prefix, None)
    faults: tuple[SourceError, ...] = ()
    if original:
        faults = structure_faults(
            *original,
            translations=texts.values(),
            told_fences=faulty_fences(),
            templates=templates,
        )
    yield from faults
    text, name = original if original and not faults else (None, "")
    order = shared_order(read_page(*one) for one in texts.values()) if text else ()
    for translation in texts.values():
        yield from structure_faults(
            *translation,
            original=text,
            original_file=name,
            told_fences=faulty_fences(),
            templates=templates,
            may_lack=partial(may_lack, translation[1], name),
            order=order,
        )
