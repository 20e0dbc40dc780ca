"""Paths in mkdocs.yml that lead nowhere: MkDocs tells of some without a line, of some never."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cxguide.adapters.settings import settings_file, text_place
from cxguide.core.places import SourceError, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["path_faults"]


def path_faults(
    config: MkDocsConfig, files: Files, folders: Collection[str], named: Iterable[str]
) -> Iterator[SourceError]:
    """Pages of the navigation, style sheets and scripts that are not there.

    Args:
        config: of the site.
        files: all its files.
        folders: of its languages.
        named: style sheets and scripts that mkdocs.yml itself names.
    """
    there = {file.src_uri for file in files} | set(config.theme.get_env().list_templates())
    pages = {path for path in there if path.endswith(".md")}
    pages |= {
        PurePosixPath(*parts[1:]).as_posix()
        for path in pages
        if len(parts := PurePosixPath(path).parts) > 1 and parts[0] in folders
    }
    # With the structure "suffix" of static-i18n, b.en.md is the page b.md.
    suffixed = (PurePosixPath(path) for path in pages)
    pages |= {f"{path.with_suffix('').with_suffix('')}.md" for path in suffixed}
    for path in _navigated(config.nav):
        if path.endswith(".md") and (name := _local(path)) and name not in pages:
            yield _fault(config, path, "page", pages)
    for path in named:
        name = _local(path)
        if name and name not in there and not (Path(config.docs_dir) / name).is_file():
            yield _fault(config, path, "file", there)


def _local(address: str) -> str:
    """The path of a file of the site that an address means; "" for any other address."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return normpath(unquote(parts.path))


def _navigated(nav: Any) -> Iterator[str]:
    """Every path in a navigation, which is lists and mappings in any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _navigated(part)


def _fault(config: MkDocsConfig, path: str, kind: str, known: Collection[str]) -> SourceError:
    close = nearest(path, [one for one in known if Path(one).suffix == Path(path).suffix])
    return SourceError(
        text_place(settings_file(config), path),
        f"there is no {kind} {path!r} among the sources of the site",
        fix=f"write {close!r}" if close else f"correct the path, or add the {kind}",
    )
