"""Files packed beforehand: hosts that look for `page.html.br` need not pack at every request."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

__all__ = ["PACKINGS", "pack_files"]

_TEXTS = frozenset(
    {".css", ".csv", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".xml", ".yml"}
)
"""What gets smaller: fonts (woff2), pictures and PDF are packed already."""

SMALLEST_BYTES = 1024
"""Below that a packed file needs as many packets of the network as the file itself: one."""


def _gz(content: bytes) -> bytes:
    # Without the time of the build: same sources, same bytes.
    return gzip.compress(content, 9, mtime=0)


def _br(content: bytes) -> bytes:
    # Of an extra, and asked for by few sites; whole sites in the best quality take a minute.
    packed: bytes = import_module("brotli").compress(content)
    return packed


PACKINGS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({"br": _br, "gz": _gz})
"""What packs a file, by the ending that is added to its name. `br` needs the package brotli."""


def pack_files(folder: Path, endings: Iterable[str]) -> None:
    """Write a packed copy beside every text of a built site that gets smaller by it.

    A copy that is there already and is not older than its file stays, such as `sitemap.xml.gz`.
    An older one is made again, or goes where the text is not worth one any more: hosts would
    send what it said before.

    Raises:
        ImportError: `br` is asked for, and the package is not installed.
        OSError: a file cannot be read or written.
    """
    wanted = tuple(endings)
    for file in sorted(folder.rglob("*")):
        if file.suffix in _TEXTS and file.is_file():
            for ending in wanted:
                _pack(file, ending)


def _pack(file: Path, ending: str) -> None:
    copy = file.with_name(f"{file.name}.{ending}")
    if copy.exists() and copy.stat().st_mtime_ns >= file.stat().st_mtime_ns:
        return
    content = file.read_bytes()
    packed = PACKINGS[ending](content) if len(content) >= SMALLEST_BYTES else content
    if len(packed) < len(content):
        copy.write_bytes(packed)
    else:
        copy.unlink(missing_ok=True)
