"""How large a picture is, read from the first bytes of its file."""

from __future__ import annotations

import re
import struct

__all__ = ["image_size"]

_SVG_TAG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = r"""\s%s\s*=\s*["']\s*([0-9.]+)\s*([a-z]*)\s*["']"""
_PX = {"": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16}
"""CSS pixels in the units of lengths that depend on nothing else."""
_ORIENTATION = 0x0112
"""The tag of Exif (CIPA DC-008, 4.6.4) that says how a camera was held."""


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels; `None` for a format that is not known, or a broken file.

    PNG, JPEG (as the camera was held), GIF, WebP, and SVG with lengths: one without them takes the
    width that a page has for it.

    >>> image_size(b'<svg width="24" height="1in"></svg>')
    (24, 96)
    """
    try:
        return _size(content)
    except (ValueError, IndexError, struct.error):
        return None


def _size(content: bytes) -> tuple[int, int] | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", content, 16)
    if content[:6] in {b"GIF87a", b"GIF89a"}:
        return _pair("<HH", content, 6)
    if content[:2] == b"\xff\xd8":
        return _jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    tag = _SVG_TAG.search(content[:4096])
    return _svg(tag[0].decode()) if tag else None


def _pair(layout: str, content: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(layout, content, at)
    return first, second


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at, is_turned = 2, False
    while content[at] == 0xFF:
        kind = content[at + 1]
        if kind == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0":
            is_turned = _orientation(content[at + 10 :]) > 4
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:  # a frame of any kind
            height, width = _pair(">HH", content, at + 5)
            return (height, width) if is_turned else (width, height)
        at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
    return None


def _orientation(exif: bytes) -> int:
    """From 1 to 8; 5 and above lie on their side. 1 where nothing is said, or nothing readable."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, at)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:  # the picture is whole all the same
        return 1
    return 1


def _webp(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
        return width + 1, height + 1
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = _pair("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _svg(tag: str) -> tuple[int, int] | None:
    width, height = (_pixels(tag, name) for name in ("width", "height"))
    return (width, height) if width and height else None


def _pixels(tag: str, name: str) -> int:
    """A length in px; 0 for none, or for one that depends on something else."""
    said = re.search(_LENGTH % name, tag)
    return round(float(said[1]) * _PX.get(said[2], 0)) if said else 0
