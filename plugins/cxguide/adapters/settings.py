"""What plugins ask of a site's mkdocs.yml: where an option stands, and the folder it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxguide.core.places import Place, SourceError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = [
    "leave_out",
    "option_place",
    "own_file",
    "own_folder",
    "script_variants",
    "settings_file",
    "site_root",
    "text_place",
]

_SOURCES = {".po", ".yaml", ".yml"}


def site_root(config: MkDocsConfig) -> Path:
    """The folder of the project, to which file names in messages are relative."""
    return Path(config.config_file_path or ".").resolve().parent


def settings_file(config: MkDocsConfig) -> Path:
    """The site's mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml")


def option_place(file: Path, option: str) -> Place:
    """Where mkdocs.yml sets an option of a plugin, for faults in it."""
    return _place(file, rf"(?<![\w-]){option}\s*:")


def text_place(file: Path, text: str) -> Place:
    """Where a text stands in mkdocs.yml."""
    return _place(file, rf"(?<![\w./-]){re.escape(text)}")


def _place(file: Path, pattern: str) -> Place:
    if file.is_file():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if found := re.search(pattern, line):
                return Place(file.name, number, found.start() + 1)
    return Place(file.name)


def own_folder(config: MkDocsConfig, plugin: str, option: str) -> Path | None:
    """The folder of sources that an option names; `None` without the plugin or the option.

    A default that nobody has set may be missing: the site has no such sources.

    Raises:
        SourceError: a folder that is named does not exist.
    """
    return _own(config, plugin, option, Path.is_dir, "folder")


def own_file(config: MkDocsConfig, plugin: str, option: str) -> Path | None:
    """The file that an option names; `None` as for `own_folder`.

    Raises:
        SourceError: a file that is named does not exist.
    """
    return _own(config, plugin, option, Path.is_file, "file")


def _own(
    config: MkDocsConfig, plugin: str, option: str, is_there: Callable[[Path], bool], kind: str
) -> Path | None:
    found: Any = config.plugins.get(plugin)
    name = found.config[option] if found else None
    if not name:
        return None
    path = site_root(config) / str(name)
    if is_there(path):
        return path
    if option not in found.config.user_configs[0]:
        return None
    raise SourceError(
        option_place(settings_file(config), option),
        f"there is no {kind} {name!r} beside mkdocs.yml",
        fix=f"correct the name, make the {kind}, or remove the option",
    )


def script_variants(config: MkDocsConfig) -> tuple[Any, ...]:
    """The versions in another script that `cx-site` makes, as mkdocs.yml lists them."""
    plugin: Any = config.plugins.get("cx-site")
    return tuple(plugin.config.script_variants) if plugin else ()


def leave_out(files: Files, folder: Path | None) -> None:
    """Keep sources that lie among the pages out of the built site."""
    for file in list(files):
        path = Path(file.abs_src_path or "")
        if folder is not None and path.suffix in _SOURCES and path.is_relative_to(folder):
            files.remove(file)
