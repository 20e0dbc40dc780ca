"""Files packed beforehand."""

from __future__ import annotations

import gzip
import os
import sys
from typing import TYPE_CHECKING

import brotli
import pytest

from cxguide.site.packed import SMALLEST_BYTES, pack_files

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Same sources, same bytes. " * 100
NOISE = bytes((n * n * 2654435761 >> 13) & 0xFF for n in range(SMALLEST_BYTES))
"""Every byte once or more, without a pattern."""
UNPACK = {"gz": gzip.decompress, "br": brotli.decompress}


def site(root: Path) -> Path:
    (root / "th").mkdir()
    for name, text in {
        "index.html": LONG,
        "th/styles.css": LONG,
        "short.html": "x" * (SMALLEST_BYTES - 1),
        "font.woff2": LONG,
    }.items():
        (root / name).write_text(text, "utf-8")
    return root


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("ending", UNPACK)
def test_every_text_that_is_worth_it_has_a_copy(tmp_path: Path, ending: str):
    before = files(site(tmp_path))

    pack_files(tmp_path, [ending])

    assert {f"index.html.{ending}", f"th/styles.css.{ending}"} == files(tmp_path) - before
    assert LONG == UNPACK[ending]((tmp_path / f"index.html.{ending}").read_bytes()).decode()


def test_nothing_is_packed_unasked(tmp_path: Path):
    before = files(site(tmp_path))

    pack_files(tmp_path, [])

    assert before == files(tmp_path)


def test_copies_do_not_say_when_they_were_made(tmp_path: Path):
    pack_files(site(tmp_path), ["gz"])

    # Bytes 4 to 7 of a gzip file are a time.
    assert b"\0\0\0\0" == (tmp_path / "index.html.gz").read_bytes()[4:8]


def test_a_copy_that_is_there_stays(tmp_path: Path):
    (site(tmp_path) / "index.html.gz").write_bytes(b"own")

    pack_files(tmp_path, ["gz"])

    assert b"own" == (tmp_path / "index.html.gz").read_bytes()


def test_a_copy_of_another_build_is_made_again(tmp_path: Path):
    pack_files(site(tmp_path), ["gz"])
    page, copy = tmp_path / "index.html", tmp_path / "index.html.gz"
    page.write_text(f"{LONG}New.", "utf-8")
    os.utime(copy, (0, 0))

    pack_files(tmp_path, ["gz"])

    assert gzip.decompress(copy.read_bytes()) == page.read_bytes()


@pytest.mark.parametrize("content", [b"short", NOISE], ids=["short", "noise"])
def test_a_copy_of_another_build_goes_where_none_is_worth_it(tmp_path: Path, content: bytes):
    page, copy = tmp_path / "index.html", tmp_path / "index.html.gz"
    page.write_bytes(content)
    copy.write_bytes(gzip.compress(b"What the page said before."))
    os.utime(copy, (0, 0))

    pack_files(tmp_path, ["gz"])

    assert {"index.html"} == files(tmp_path)


def test_a_copy_that_somebody_made_of_a_short_text_stays(tmp_path: Path):
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>"))

    pack_files(tmp_path, ["gz"])

    assert {"sitemap.xml", "sitemap.xml.gz"} == files(tmp_path)


def test_what_does_not_get_smaller_has_no_copy(tmp_path: Path):
    (tmp_path / "noise.txt").write_bytes(NOISE)

    pack_files(tmp_path, ["gz"])

    assert {"noise.txt"} == files(tmp_path)


def test_brotli_that_is_not_installed_is_an_import_error(tmp_path: Path, monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)

    with pytest.raises(ImportError):
        pack_files(site(tmp_path), ["br"])
