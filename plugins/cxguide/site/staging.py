"""The last good site stays until the next one is complete.

A build writes into a hidden folder beside the site; when all is well the two change places.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import time
from pathlib import Path

__all__ = ["discard", "publish", "staging_folder"]

_DAY_S = 86_400
_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux."""


def staging_folder(site: Path) -> Path:
    """An empty hidden folder beside the site, for the build of this process.

    A link is followed, so that the folder lies on the disk of the site and not of the link. Folders
    that killed builds have left go when they are a day old; whose they are nobody can tell earlier.

    Raises:
        OSError: the folder around the site cannot be written.
    """
    real = site.resolve()
    for left in real.parent.glob(f".{real.name}-building-*"):
        if left.stat().st_mtime < time.time() - _DAY_S:
            discard(left)
    folder = real.with_name(f".{real.name}-building-{os.getpid()}")
    discard(folder)
    folder.mkdir(parents=True)
    return folder


def discard(staging: Path) -> None:
    """Remove a staging folder, if it is still there."""
    shutil.rmtree(staging, ignore_errors=True)


def publish(staging: Path, site: Path) -> None:
    """Put the complete site in place of the last one, at once where the system can.

    Hidden files at the top of the last site (`.git` of a published branch, `.nojekyll`) are
    not the build's and stay, as with MkDocs.

    Raises:
        OSError: the site cannot be replaced; the last one is still there.
    """
    real = site.resolve()
    if not real.exists():
        staging.rename(real)
        return
    if real.is_mount():  # such as a volume of a container: it cannot be renamed
        _replace_content(staging, real)
        return
    if _exchanged(staging, real):
        last = staging
    else:
        last = real.with_name(f".{real.name}-last-{os.getpid()}")
        real.rename(last)
        try:
            staging.rename(real)
        except OSError:
            last.rename(real)
            raise
    for kept in _hidden(last):
        if not (real / kept.name).exists():
            kept.rename(real / kept.name)
    shutil.rmtree(last, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places, so that nobody finds either missing; Linux alone can.

    Returns:
        Whether they have; other systems, and some disks, do not know how.
    """
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    failed = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return not failed


def _hidden(folder: Path) -> list[Path]:
    return [entry for entry in folder.iterdir() if entry.name.startswith(".")]


def _replace_content(staging: Path, site: Path) -> None:
    for entry in site.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    shutil.copytree(staging, site, dirs_exist_ok=True)
    discard(staging)
