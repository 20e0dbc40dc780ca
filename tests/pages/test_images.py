"""Pictures say how large they are."""

import struct

import pytest

from cxguide.pages import with_image_sizes
from cxguide.pages.image_sizes import image_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIB", 13, b"IHDR", 640, 480, 8)
GIF = b"GIF89a" + struct.pack("<HH", 64, 48)
# A progressive JPEG, as cameras write it: what is known of the camera comes first.
JPEG = (
    b"\xff\xd8"
    + struct.pack(">BBH", 0xFF, 0xE1, 10)
    + b"Exif\0\0II"
    + struct.pack(">BBHBHH", 0xFF, 0xC2, 17, 8, 768, 1024)
)
TURNED = b"\xff\xd8\xff\xe1\0\x22Exif\0\0%s\x2a\0\x08\0\0\0\x01\0%s\0\0\0\0" + struct.pack(
    ">BBHBHH", 0xFF, 0xC2, 17, 8, 768, 1024
)
"""As a camera writes it, with one setting: how it was held."""
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 320, 200)
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 319 | 199 << 14)
WEBP_EXTENDED = (
    b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0"
    + (319).to_bytes(3, "little")
    + (199).to_bytes(3, "little")
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PNG, (640, 480)),
        (GIF, (64, 48)),
        (JPEG, (1024, 768)),
        (WEBP_LOSSY, (320, 200)),
        (WEBP_LOSSLESS, (320, 200)),
        (WEBP_EXTENDED, (320, 200)),
        (b'<?xml version="1.0"?>\n<svg width="12.4px" height="8">', (12, 8)),
        (b'<svg width="210mm" height="29.7cm" viewBox="0 0 210 297">', (794, 1123)),
        (b"<svg width='72pt' height='1in'>", (96, 96)),
        (b"<svg viewBox='0 -5 300 150.5' xmlns='x'>", None),
        (b'<svg width="100%" height="50%" viewBox="0 0 30 10">', None),
        (b'<svg width="2em" height="2em">', None),
        (TURNED % (b"II", b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"), (768, 1024)),
        (TURNED % (b"II", b"\x12\x01\x03\0\x01\0\0\0\x03\0\0\0"), (1024, 768)),
        (b'<svg stroke-width="3" line-height="4">', None),
        (b"<svg>", None),
        (b"", None),
        (b"\xff\xd8\xff", None),
        (PNG[:18], None),
        (b"GIF87a", None),
        (b"RIFF\0\0\0\0WEBPVP9 ", None),
        (b"%PDF-1.7", None),
    ],
)
def test_the_size_of_a_picture_is_in_its_first_bytes(content, expected):
    assert expected == image_size(content)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<img alt="A" src="a.png">', '<img alt="A" src="a.png" width="640" height="480">'),
        ('<img alt="A" src="a.png" />', '<img alt="A" src="a.png" width="640" height="480"/>'),
        ('<img src="a.png" width="320">', '<img src="a.png" width="320">'),
        ('<img src="a.png" height="1em">', '<img src="a.png" height="1em">'),
        ('<img src="b.png">', '<img src="b.png">'),
        ("<img>", "<img>"),
        ('<p>src="a.png"</p>', '<p>src="a.png"</p>'),
    ],
)
def test_a_picture_that_says_no_size_gets_it(written: str, expected: str):
    files = {"a.png": PNG}

    assert expected == with_image_sizes(written, files.get)
