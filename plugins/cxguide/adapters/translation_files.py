"""The files of translations are written as their translators have them."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_source"]


def write_source(path: Path, text: str) -> None:
    """Write a source in UTF-8, with the line ends and the byte order mark that the file had.

    Args:
        path: of the file; a new one, and its folder, come to be, with line ends of one sign.
        text: of it, whatever its line ends are: MkDocs gives all pages with those of one sign.
    """
    before = path.read_bytes() if path.exists() else b""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if 2 * before.count(b"\r\n") > before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(mark + text.encode())
