"""What a reader keeps to read one language of a built site without a connection."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from cxguide.core.built_pages import file_of
from cxguide.core.markup import StartTag, pieces

__all__ = ["MOST_BYTES", "Kept", "kept_files"]

MOST_BYTES = 2_000_000
"""On the wire (deflate). More is no quick wish on a phone any more, so it is not offered."""

_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload"})
_IMPORT = re.compile(r"""\b(?:import|from)\b\s*\(?\s*["'](?P<address>\.{1,2}/[^"']+)["']""")
_FACE = re.compile(r"@font-face\s*\{(?P<says>[^}]*)\}")
_RANGES = re.compile(r"unicode-range\s*:\s*(?P<ranges>[^;}]+)")
_RANGE = re.compile(r"U\+(?P<first>[0-9a-fA-F?]+)(?:-(?P<last>[0-9a-fA-F]+))?", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?(?P<address>[^"')]+)["']?\s*\)""")


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a version.

    Attributes:
        files: their addresses from the root of the site, pages first.
        bytes: of all of them on the wire.
        edition: another one as soon as one of the files has changed.
    """

    files: tuple[str, ...]
    bytes: int
    edition: str


def kept_files(site: Path, pages: Iterable[str], others: Iterable[str] = ()) -> Kept:
    """The pages, what they load, and what that loads; files of other sites are left out.

    Of fonts those that have a character of the pages. What a script makes up while it runs is not
    found, so it has to be named.

    Args:
        site: folder of the complete site.
        pages: their addresses from the root.
        others: addresses of files that no page names.
    """
    found = dict.fromkeys([*pages, *others])
    letters: set[str] = set()
    sheets: dict[str, str] = {}
    for address in [*found]:
        if file_of(site, address).suffix == ".html":
            text = file_of(site, address).read_text(encoding="utf-8")
            letters.update(text)
            found |= dict.fromkeys(_named_in(text, address))
    queue = [*found]
    for address in queue:
        file = file_of(site, address)
        if not file.is_file():
            del found[address]
            continue
        more: Iterable[str] = ()
        if file.suffix == ".js":
            imported = _IMPORT.finditer(file.read_text(encoding="utf-8"))
            more = (_from_root(one["address"], address) for one in imported)
        elif file.suffix == ".css":
            sheets[address] = file.read_text(encoding="utf-8")
            more = _loaded_by(sheets[address], address, letters)
        new = [one for one in dict.fromkeys(more) if one and one not in found]
        found |= dict.fromkeys(new)
        queue += new
    contents = {address: file_of(site, address).read_bytes() for address in found}
    digest = sha256()
    for address, content in contents.items():
        digest.update(f"{address}\0{len(content)}\0".encode() + content)
    size = sum(len(zlib.compress(content)) for content in contents.values())
    return Kept(tuple(contents), size, digest.hexdigest()[:16])


def _named_in(page: str, address: str) -> Iterator[str]:
    """What a page loads with its beginning."""
    for tag in pieces(page):
        if not isinstance(tag, StartTag):
            continue
        told = tag.value("src") if tag.name in {"img", "script"} else None
        if tag.name == "link" and not _LOADED.isdisjoint((tag.value("rel") or "").split()):
            told = tag.value("href")
        if told and (target := _from_root(told, address)):
            yield target


def _loaded_by(sheet: str, address: str, letters: set[str]) -> Iterator[str]:
    """What a style sheet loads on pages with these letters."""
    for face in _FACE.finditer(sheet):
        ranges = _RANGES.search(face["says"])
        if ranges is None or any(_is_in(sign, ranges["ranges"]) for sign in letters):
            yield from _addresses(face["says"], address)
    yield from _addresses(_FACE.sub("", sheet), address)


def _addresses(styles: str, sheet: str) -> Iterator[str]:
    return filter(None, (_from_root(one["address"], sheet) for one in _URL.finditer(styles)))


def _is_in(sign: str, ranges: str) -> bool:
    for one in _RANGE.finditer(ranges):
        first = int(one["first"].replace("?", "0"), 16)
        last = int(one["last"] or one["first"].replace("?", "F"), 16)
        if first <= ord(sign) <= last:
            return True
    return False


def _from_root(told: str, source: str) -> str:
    """An address as a file says it, from the root of the site; empty for one of another site."""
    parts = urlsplit(urljoin(f"http://site.invalid/{source}", told))
    if parts.netloc != "site.invalid":
        return ""
    path = posixpath.normpath(parts.path).lstrip("/")
    return f"{path}/" if parts.path.endswith("/") and path else path
