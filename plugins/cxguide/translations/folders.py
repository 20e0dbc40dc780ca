"""Folders of the docs directory that look like a language and would not be built."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["folder_faults"]


def folder_faults(
    paths: Iterable[str],
    languages: Iterable[str],
    looks_like_language: Callable[[str], bool],
    *,
    docs: str = "docs",
) -> tuple[SourceError, ...]:
    """A fault for each top-level folder that is taken for a language the site does not have.

    Args:
        paths: source files, relative to the docs directory.
        languages: folders of the languages that the site has, the default one first.
        looks_like_language: whether static-i18n takes a folder name for a language.
        docs: the docs directory as an editor knows it.
    """
    known = tuple(languages)
    parts = (PurePosixPath(path).parts for path in paths)
    tops = sorted({found[0] for found in parts if len(found) > 1})
    return tuple(
        SourceError(
            Place(f"{docs}/{top}/"),
            f"the folder name {top!r} looks like a language, so none of its files would be built",
            known=f"languages of the site: {', '.join(known)}",
            fix=f"move it to {docs}/{known[0]}/{top}/, rename it, "
            f"or add the language {top!r} to mkdocs.yml",
        )
        for top in tops
        if top not in known and looks_like_language(top)
    )
