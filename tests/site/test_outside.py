"""The files of a site for those who do not come by a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.site.outside import Outside, write_outside
from cxguide.site.page_facts import all_versions
from site_facts import MODEL, SITE, WRITTEN

WORDS = {"pages": "Pages", "languages": "Other languages"}
PAGES = [
    "index",
    "five/index",
    "nps/index",
    "sr/index",
    "sr/nps/index",
    "sr-latn/index",
    "sr-latn/nps/index",
]
LISTS = ["llms.txt", "sr/llms.txt", "sr-latn/llms.txt"]
FEEDS = ["feed.xml", "sr/feed.xml", "sr-latn/feed.xml"]
COPIES = [f"{page}.md" for page in PAGES]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for page in PAGES:
        path = tmp_path / f"{page}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<article><h1>Оцена {page}</h1></article>", "utf-8")
    return tmp_path


def written(
    folder: Path, wanted: Outside, own: tuple[str, ...] = (), site: str = SITE
) -> list[str]:
    write_outside(folder, all_versions(MODEL, WRITTEN), site, wanted, own, lambda _: WORDS)
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if not name.endswith(".html"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Outside(), [*FEEDS, *LISTS, *COPIES]),
        (Outside(feeds=False), [*LISTS, *COPIES]),
        (Outside(copies=False), FEEDS),
    ],
)
def test_every_version_has_its_files(folder: Path, wanted: Outside, expected: list[str]) -> None:
    assert sorted(["robots.txt", *expected]) == written(folder, wanted)


def test_robots_learn_where_all_pages_are_listed(folder: Path) -> None:
    written(folder, Outside())

    lines = (folder / "robots.txt").read_text("utf-8").splitlines()
    assert ["User-agent: *", "Allow: /", "", "Sitemap: https://cx.example/sitemap.xml"] == lines


def test_what_the_site_has_itself_stays(folder: Path) -> None:
    (folder / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    (folder / "feed.xml").write_text("<own/>", "utf-8")

    written(folder, Outside(), own=("robots.txt", "feed.xml"))

    assert "Disallow" in (folder / "robots.txt").read_text("utf-8")
    assert "<own/>" == (folder / "feed.xml").read_text("utf-8")


def test_nothing_is_told_while_nobody_knows_where_the_site_is(folder: Path) -> None:
    assert [] == written(folder, Outside(), site="")


def test_a_copy_says_where_it_comes_from(folder: Path) -> None:
    written(folder, Outside())

    assert (
        (folder / "sr-latn/nps/index.md").read_text("utf-8")
        == """\
---
title: "Ocena"
description: "Kako se računa."
url: "https://cx.example/sr-latn/nps/"
lang: "sr-Latn"
reviewed: 2026-01-01
author: "The authors"
license: "https://licence.example/by/"
---

# Оцена sr-latn/nps/index
"""
    )
