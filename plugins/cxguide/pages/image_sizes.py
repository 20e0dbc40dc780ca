"""How large a picture is, read from the first bytes of its file."""

from __future__ import annotations

import re
import struct

__all__ = ["image_size"]

_SVG_TAG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = r"""\s%s\s*=\s*["']\s*([0-9.]+)\s*(?:px)?\s*["']"""
_VIEW_BOX = re.compile(
    r"""\sviewBox\s*=\s*["']\s*[-0-9.e]+[\s,]+[-0-9.e]+[\s,]+([0-9.e]+)[\s,]+([0-9.e]+)"""
)


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels; `None` for a format that is not known, or a broken file.

    PNG, JPEG, GIF, WebP and SVG. An SVG without lengths is as large as its viewBox.

    >>> image_size(b'<svg viewBox="0 0 24 16"></svg>')
    (24, 16)
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
    at = 2
    while content[at] == 0xFF:
        kind = content[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:  # a frame of any kind
            height, width = _pair(">HH", content, at + 5)
            return width, height
        at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
    return None


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
    width, height = (re.search(_LENGTH % name, tag) for name in ("width", "height"))
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = _VIEW_BOX.search(tag)
    return (round(float(box[1])), round(float(box[2]))) if box else None
