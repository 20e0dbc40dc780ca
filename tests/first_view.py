"""What a page loads before its reader does anything: read from the built files, without a browser.

Fonts are counted in both weights as soon as a page has one of their characters, and mathematics
that is folded away counts as shown: a browser loads this at most. Where partners make their code,
what the frame shows first counts as well, with its description.
"""

from __future__ import annotations

import gzip
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html

LARGEST_BYTES = 100_000
"""Of a first view on the wire (gzip)."""

_FACE = re.compile(r"@font-face\{([^}]*)\}")
_DESCRIPTOR = re.compile(r"([a-z-]+):([^;]+)")
_IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"'()]*["'](?P<address>[^"']+)["']""", re.M)
_UNSHOWN = "script, template, style, head"
_OWN_LETTERS = {"cs", "sr", "sr-Latn", "th"}
"""Languages whose words have a font of the device in pages of another language."""


@dataclass(frozen=True)
class Face:
    """A font file that a style sheet names."""

    file: str
    family: str
    characters: frozenset[str]


@dataclass(frozen=True)
class FirstView:
    """Files by their path in the site, with their bytes on the wire (gzip; fonts as they are)."""

    page: dict[str, int]
    styles: dict[str, int]
    scripts: dict[str, int]
    fonts: dict[str, int]
    frames: dict[str, int]

    @property
    def files(self) -> dict[str, int]:
        return self.page | self.styles | self.scripts | self.fonts | self.frames

    @property
    def total_bytes(self) -> int:
        return sum(self.files.values())


def first_view(folder: Path, address: str) -> FirstView:
    """What the page at an address such as `/th/metrics/nps/` loads."""
    path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
    document = html.document_fromstring((folder / path).read_bytes())
    styles = _linked(document, "//link[@rel='stylesheet']/@href", path)
    scripts = _with_imports(folder, _linked(document, "//script[@src]/@src", path))
    wanted = set(_linked(document, "//link[@rel='preload'][@as='font']/@href", path))
    for sheet in styles:
        wanted |= _fonts_of(document, _faces(folder, sheet))
    return FirstView(
        {path: _wire_bytes(folder, path)},
        {one: _wire_bytes(folder, one) for one in styles},
        {one: _wire_bytes(folder, one) for one in scripts},
        {one: (folder / one).stat().st_size for one in sorted(wanted)},
        {one: _wire_bytes(folder, one) for one in _framed(document)},
    )


@lru_cache(maxsize=4096)
def _wire_bytes(folder: Path, path: str) -> int:
    return len(gzip.compress((folder / path).read_bytes(), 9, mtime=0))


def _linked(document: html.HtmlElement, query: str, page: str) -> list[str]:
    addresses = (urlsplit(urljoin(f"http://site/{page}", one)) for one in document.xpath(query))
    return list(dict.fromkeys(one.path.lstrip("/") for one in addresses if one.netloc == "site"))


def _framed(document: html.HtmlElement) -> list[str]:
    """What the frame of the page on embedding shows before anything is chosen there."""
    first = document.xpath("string(//section[@class='cx-builder']//option[1]/@value)")
    shown = f"embed/v1/{first}.{document.get('lang', '').lower()}"
    return [f"{shown}.html", f"{shown}.oembed.json"] if first else []


def _with_imports(folder: Path, scripts: list[str]) -> list[str]:
    found = dict.fromkeys(scripts)
    for script in found.copy():
        for one in _IMPORT.finditer((folder / script).read_text("utf-8")):
            found[posixpath.normpath(posixpath.join(posixpath.dirname(script), one["address"]))] = (
                None
            )
    return [*found]


@lru_cache(maxsize=64)
def _faces(folder: Path, sheet: str) -> tuple[Face, ...]:
    faces = []
    for rule in _FACE.finditer((folder / sheet).read_text("utf-8")):
        said = dict(_DESCRIPTOR.findall(rule[1]))
        if address := re.search(r'url\("?([^")]+)', said["src"]):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), address[1]))
            characters = _characters(said["unicode-range"])
            faces.append(Face(file, said["font-family"].strip('"'), characters))
    return tuple(faces)


def _characters(ranges: str) -> frozenset[str]:
    found: set[str] = set()
    for one in ranges.split(","):
        first, _, last = one.strip().removeprefix("U+").partition("-")
        found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return frozenset(found)


def _fonts_of(document: html.HtmlElement, faces: tuple[Face, ...]) -> set[str]:
    page_language = document.get("lang")
    texts: dict[str, set[str]] = {"text": set(), "math": set()}
    for element in document.body.iter():
        if not isinstance(element.tag, str) or element.xpath(f"ancestor-or-self::*[{_NOT_SHOWN}]"):
            continue
        kind = _kind(element, page_language)
        texts.get(kind, set()).update(element.text or "")
        if element.tail and element.getparent() is not None:
            texts.get(_kind(element.getparent(), page_language), set()).update(element.tail)
    text = ["CX Sans Czech" if page_language == "cs" else "CX Sans"]
    families = {"text": text, "math": ["CX Math", *text]}
    return {
        face.file
        for kind, characters in texts.items()
        for character in characters
        for face in _first_with(character, families[kind], faces)
    }


_NOT_SHOWN = " or ".join(f"self::{name}" for name in _UNSHOWN.split(", "))


def _kind(element: html.HtmlElement, page_language: str) -> str:
    if element.xpath("ancestor-or-self::math"):
        return "math"
    language = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
    is_foreign = language != page_language and language in _OWN_LETTERS
    is_code = element.xpath("ancestor-or-self::*[self::code or self::pre or self::textarea]")
    is_name = element.xpath("ancestor-or-self::*[contains(@class, 'cx-languages')]")
    return "device" if is_foreign or is_code or is_name else "text"


def _first_with(character: str, families: list[str], faces: tuple[Face, ...]) -> list[Face]:
    for family in families:
        if found := [f for f in faces if f.family == family and character in f.characters]:
            return found
    return []
