"""What a check of a project found, kept for as long as nothing that it depends on has changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from cxguide.adapters.cache import CHECKS, cache_folder
from cxguide.adapters.settings import settings_file, site_root
from cxguide.adapters.software import OWN_FOLDERS, files_in, installed
from cxguide.core.history import History, NoHistory
from cxguide.core.reports import fault_data, fault_from

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.core.places import SourceError

__all__ = ["faults_once"]

_OWN_FOLDERS = ("journeys_dir", "locale_dir", "metrics_dir", "pictures_dir", "spelling_dir")
_OWN_FILES = ("glossary_file",)


def faults_once(
    config: MkDocsConfig, find: Callable[[MkDocsConfig], tuple[SourceError, ...]]
) -> tuple[SourceError, ...]:
    """The faults of a project, found now or the last time.

    Args:
        config: of the project.
        find: tells them.
    """
    file, key = cache_folder(config) / CHECKS, _key(config)
    with suppress(OSError, ValueError, KeyError, TypeError):  # also one that somebody broke
        kept = json.loads(file.read_text("utf-8"))
        if kept["key"] == key:
            return tuple(fault_from(one) for one in kept["faults"])
    faults = find(config)
    with suppress(OSError):  # a folder that cannot be written is checked anew every time
        _keep(file, {"key": key, "faults": [fault_data(one) for one in faults]})
    return faults


def _key(config: MkDocsConfig) -> str:
    """A text that differs where the faults may differ: sources, settings, software, history."""
    seen = sha256()
    for file in _inputs(config):
        seen.update(f"\0{file}\0".encode())
        seen.update(file.read_bytes())
    ours = sorted(f"{name}={value}" for name, value in os.environ.items() if name[:3] == "CX_")
    told = (config.site_url, config.repo_url, config.edit_uri, installed(), ours)
    seen.update(repr(told).encode())
    with suppress(NoHistory):  # it tells a section that is new from one that was lost
        seen.update(History(site_root(config)).branched_at("HEAD").encode())
    return seen.hexdigest()


def _inputs(config: MkDocsConfig) -> Iterator[Path]:
    """Every file that a check may read, in order."""
    root = site_root(config)
    folders = [Path(config.docs_dir), *OWN_FOLDERS]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    files = [settings_file(config)]
    for plugin in config.plugins.values():
        named = plugin.config
        folders += [root / str(named[name]) for name in _OWN_FOLDERS if named.get(name)]
        files += [root / str(named[name]) for name in _OWN_FILES if named.get(name)]
    yield from sorted({*files_in(folders), *(file.resolve() for file in files if file.is_file())})


def _keep(file: Path, content: object) -> None:
    """Write it whole or not at all, whoever else writes it at the same time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as written:
        json.dump(content, written, ensure_ascii=False)
    Path(written.name).replace(file)
