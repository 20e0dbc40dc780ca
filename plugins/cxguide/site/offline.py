"""What a reader keeps to read one language of a built site without a connection."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path

from cxguide.core.built_pages import address_from_root, file_of
from cxguide.core.markup import RawText, StartTag, pieces
from cxguide.core.srcset import addresses_in_srcset

__all__ = ["MOST_BYTES", "Kept", "kept_files", "without_offers"]

MOST_BYTES = 2_000_000
"""On the wire (deflate). More is no quick wish on a phone any more, so it is not offered."""

_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload"})
_FILES = frozenset(
    [("img", "src"), ("input", "src"), ("link", "href"), ("script", "src"), ("video", "poster")]
)
"""Not sounds and films: they are too large, and asked for in parts, which no cache gives."""
_CODE = frozenset({"", "module", "text/javascript", "application/javascript"})
_IMPORT = re.compile(r"""\b(?:import|from)\b\s*\(?\s*["'](?P<address>\.{1,2}/[^"']+)["']""")
_FACE = re.compile(r"@font-face\s*\{(?P<says>[^}]*)\}")
_RANGES = re.compile(r"unicode-range\s*:\s*(?P<ranges>[^;}]+)")
_RANGE = re.compile(r"U\+(?P<first>[0-9a-fA-F?]+)(?:-(?P<last>[0-9a-fA-F]+))?", re.IGNORECASE)
_URL = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?P<address>[^"')]+)""")
_OFFER = re.compile(r"""\s*<a\s(?=[^>]*\bdata-cx-offer="offline")[^>]*>.*?</a>""", re.DOTALL)


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
        pages: their addresses from the root; one that is not there is left out, as a language
            may have no fallback for what it lacks.
        others: addresses of files that no page names.
    """
    found = {one: None for one in dict.fromkeys([*pages, *others]) if file_of(site, one).is_file()}
    texts = {
        address: file_of(site, address).read_text(encoding="utf-8")
        for address in found
        if file_of(site, address).suffix == ".html"
    }
    letters = frozenset[str]().union(*texts.values())
    for address, text in texts.items():
        found |= dict.fromkeys(_loaded_by_page(text, address, letters))
    queue = [*found]
    for address in queue:
        file = file_of(site, address)
        if not file.is_file():
            del found[address]
            continue
        more: Iterable[str] = ()
        if file.suffix == ".js":
            more = _loaded_by_script(file.read_text(encoding="utf-8"), address)
        elif file.suffix == ".css":
            more = _loaded_by_sheet(file.read_text(encoding="utf-8"), address, letters)
        new = [one for one in dict.fromkeys(more) if one not in found]
        found |= dict.fromkeys(new)
        queue += new
    contents = {address: file_of(site, address).read_bytes() for address in found}
    digest = sha256()
    for address, content in contents.items():
        digest.update(f"{address}\0{len(content)}\0".encode() + content)
    size = sum(len(zlib.compress(content)) for content in contents.values())
    return Kept(tuple(contents), size, digest.hexdigest()[:16])


def without_offers(page: str) -> str:
    """The page without links to an offer that its version does not have after all."""
    return _OFFER.sub("", page)


def _loaded_by_page(page: str, address: str, letters: Collection[str]) -> Iterator[str]:
    """What a page loads with its beginning."""
    tag = None
    for piece in pieces(page):
        if isinstance(piece, StartTag):
            tag = piece
            yield from _from_root(_named_by(tag), address)
        elif isinstance(piece, RawText) and tag and tag.name == "style":
            yield from _loaded_by_sheet(piece.raw, address, letters)
        elif isinstance(piece, RawText) and tag and (tag.value("type") or "") in _CODE:
            yield from _loaded_by_script(piece.raw, address)


def _named_by(tag: StartTag) -> Iterator[str]:
    """The addresses in a tag that are loaded for it."""
    if tag.name == "link" and _LOADED.isdisjoint((tag.value("rel") or "").lower().split()):
        return
    for one in tag.attributes:
        if (tag.name, one.name) in _FILES:
            yield unescape(one.value)
        elif one.name == "srcset":
            yield from addresses_in_srcset(unescape(one.value))


def _loaded_by_script(script: str, address: str) -> Iterator[str]:
    return _from_root((one["address"] for one in _IMPORT.finditer(script)), address)


def _loaded_by_sheet(sheet: str, address: str, letters: Collection[str]) -> Iterator[str]:
    """What a style sheet loads on pages with these letters."""
    for face in _FACE.finditer(sheet):
        ranges = _RANGES.search(face["says"])
        if ranges is None or any(_is_in(sign, ranges["ranges"]) for sign in letters):
            yield from _addresses(face["says"], address)
    yield from _addresses(_FACE.sub("", sheet), address)


def _addresses(styles: str, sheet: str) -> Iterator[str]:
    return _from_root((one["address"].strip() for one in _URL.finditer(styles)), sheet)


def _from_root(told: Iterable[str], source: str) -> Iterator[str]:
    """Addresses as a file says them, from the root; those of other sites are left out.

    The page at the root is none of them, as no page is loaded for another file.
    """
    return filter(None, (address_from_root(one, source) for one in told))


def _is_in(sign: str, ranges: str) -> bool:
    for one in _RANGE.finditer(ranges):
        first = int(one["first"].replace("?", "0"), 16)
        last = int(one["last"] or one["first"].replace("?", "F"), 16)
        if first <= ord(sign) <= last:
            return True
    return False
