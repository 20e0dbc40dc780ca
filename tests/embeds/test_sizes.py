"""What embeds cost on the wire, in every language: one answer, and nothing after it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import brotli
import pytest
from lxml import html

from cxguide.metrics import built_in_metrics
from guide_site import PREFIXES, Guide

# Wanted: 6 kB for a calculator whose details come later, 8 kB with all of them. Until then these
# are the figures of the largest ones, and nothing may grow beyond them unseen.
LARGEST_PAGE_BYTES = 13_200
LARGEST_ELEMENT_BYTES = 13_200
LARGEST_MAP_BYTES = 10_050
LARGEST_LOADER_BYTES = 600

FIRST_WINDOW_BYTES = 14_600
"""What a server sends before it waits for the first answer: ten TCP segments of 1,460 bytes."""
HEADERS_BYTES = 600

LOADING = (
    "//*[self::img or self::script or self::iframe or self::link or self::object or self::source]"
)


@cache
def packed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@pytest.fixture(scope="module")
def folder(guide: Guide) -> Path:
    return guide.folder / "embed" / "v1"


def sizes(folder: Path, names: list[str], ending: str) -> dict[str, list[int]]:
    """Bytes by name, in the order of the languages."""
    return {
        name: [packed(folder / f"{name}.{tag.lower()}.{ending}") for tag in PREFIXES]
        for name in names
    }


def table(title: str, rows: dict[str, list[int]]) -> str:
    lines = [f"{title:26}" + "".join(f"{tag:>8}" for tag in PREFIXES)]
    lines += [f"{name:26}" + "".join(f"{size:8}" for size in row) for name, row in rows.items()]
    return "\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("ending", "largest"), [("html", LARGEST_PAGE_BYTES), ("js", LARGEST_ELEMENT_BYTES)]
)
def test_calculators_stay_small(
    folder: Path, capsys: pytest.CaptureFixture, ending: str, largest: int
):
    rows = sizes(folder, list(built_in_metrics()), ending)

    with capsys.disabled():
        print(table(f"calculator.{ending}, B brotli", rows))
    assert max(map(max, rows.values())) <= largest


@pytest.mark.parametrize("ending", ["html", "js"])
def test_maps_stay_small(folder: Path, capsys: pytest.CaptureFixture, ending: str):
    names = sorted({path.name.split(".")[0] for path in (folder / "journey").iterdir()})
    rows = sizes(folder / "journey", names, ending)

    with capsys.disabled():
        print(table(f"map.{ending}, B brotli", rows))
    assert max(map(max, rows.values())) <= LARGEST_MAP_BYTES


def test_the_loader_is_hardly_there(folder: Path):
    assert packed(folder / "loader.js") <= LARGEST_LOADER_BYTES


def test_every_page_comes_at_the_first_go(folder: Path):
    largest = max(map(packed, folder.rglob("*.html")))

    assert largest + HEADERS_BYTES < FIRST_WINDOW_BYTES


def test_a_page_asks_for_nothing_else(folder: Path):
    pages = sorted(folder.rglob("*.html"))

    asked = {
        f"{path.name}: {address}"
        for path in pages
        for element in html.fromstring(path.read_bytes()).xpath(LOADING)
        for address in element.xpath("@src|@srcset|@data|self::link[@rel='stylesheet']/@href")
    }

    assert len(pages) == len(PREFIXES) * (len(built_in_metrics()) + 3)
    assert set() == asked


@pytest.mark.parametrize(
    "asking",
    [
        r"@import",
        r"url\((?!#)",
        r"\bfetch\(",
        "XMLHttpRequest",
        r"\bimport\(",
        "sendBeacon",
        r"\beval\(",
    ],
)
def test_nothing_in_an_embed_can_ask_for_anything(folder: Path, asking: str):
    files = [*folder.rglob("*.html"), *folder.rglob("*.js")]

    assert [] == [path.name for path in files if re.search(asking, path.read_text("utf-8"))]
