"""Which files a reader keeps to read a language without a connection."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.site.offline import Kept, kept_files, without_offers

PAGE = """<!doctype html><html lang="cs"><head><link rel="stylesheet" href="../assets/a.css?v=1">
<link rel="alternate" href="../index.html"><link rel="canonical" href="https://a.example/cs/">
<link rel="stylesheet" href="https://other.example/a.css">
<script src="../assets/a.js"></script></head><body>Čaj<img src="pic%20one.png" alt="">
<img src="missing.png" alt=""><a href="../other/">Other</a></body></html>"""
FACE = "@font-face {{ font-family: A; src: url({}.woff2); unicode-range: {}; }}\n"
FILES = {
    "cs/index.html": PAGE,
    "cs/pic one.png": "picture",
    "other/index.html": "<p>Other</p>",
    "assets/a.css": 'p { background: url("../img/back.svg"); }\n'
    + FACE.format("latin", "U+0020-007E")
    + FACE.format("czech", "U+010C, U+0100-0105")
    + FACE.format("wild", "U+1??")
    + FACE.format("thai", "U+0E01-0E4E")
    + "@font-face { font-family: B; src: url(every.woff2) }",
    "assets/a.js": 'import { b } from "./b.js"\nexport const later = () => import("./later.js")\n',
    "assets/b.js": "export { c } from './c.js'\n",
    "assets/c.js": 'import "https://other.example/d.js"\n',
    "assets/later.js": "",
    "assets/idle.js": "",
    "img/back.svg": "<svg/>",
    **{f"assets/{name}.woff2": name for name in ("latin", "czech", "wild", "thai", "every")},
}


LOADING = {
    '<link rel="shortcut icon" href="a.ico">': ["a.ico"],
    '<link rel="preload" href="b.woff2" as="font">': ["b.woff2"],
    '<link rel="modulepreload" href="c.js">': ["c.js"],
    '<img src="d.png" srcset="d-2.png 2x,d&amp;3.png 3x">': ["d.png", "d-2.png", "d&3.png"],
    '<picture><source srcset="e.webp 640w, e.avif 320w"></picture>': ["e.webp", "e.avif"],
    '<video poster="f.jpg" src="f.mp4"></video>': ["f.jpg"],
    "<style>p { background: url('g.svg') }</style>": ["g.svg"],
    "<style>@import 'h.css'; @import url(h2.css);</style>": ["h.css", "h2.css"],
    '<script type="module">import { i } from "./i.js"</script>': ["i.js"],
    '<script>later = () => import("./j.js")</script>': ["j.js"],
    '<input type="image" src="k.png" alt="Go">': ["k.png"],
}
"""Parts of a page, and what browsers load for them."""
IDLE = [
    '<link rel="next" href="a.html">',
    '<a href="b.png">b</a>',
    '<script type="application/json">{"code": "import \'./c.js\'"}</script>',
    "<code>import './d.js'</code>",
    '<img src="https://other.example/e.png" srcset="//other.example/f.png 2x">',
    '<img src="//[">',
]
"""Parts of a page for which no file of the site is loaded."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def kept(site: Path, *others: str) -> Kept:
    return kept_files(site, ["cs/"], others)


def test_a_page_is_kept_with_all_that_it_loads(site: Path):
    assert {
        "cs/", "cs/pic%20one.png", "img/back.svg",
        "assets/a.css", "assets/a.js", "assets/b.js", "assets/c.js", "assets/later.js",
        "assets/latin.woff2", "assets/czech.woff2", "assets/wild.woff2", "assets/every.woff2",
    } == {*kept(site).files}  # fmt: skip


def test_what_nothing_names_can_be_named(site: Path):
    assert "assets/idle.js" in kept(site, "assets/idle.js").files
    assert "missing.js" not in kept(site, "missing.js").files


@pytest.mark.parametrize("name", ["cs/index.html", "assets/later.js", "assets/czech.woff2"])
def test_another_file_is_another_edition(site: Path, name: str):
    before = kept(site)
    (site / name).write_text(FILES[name] + " ", "utf-8")

    assert before.edition != kept(site).edition


def test_a_file_that_nobody_keeps_changes_nothing(site: Path):
    before = kept(site)
    (site / "assets/thai.woff2").write_text("new", "utf-8")

    assert before == kept(site)


def test_the_size_is_that_on_the_wire(site: Path):
    before = kept(site).bytes
    (site / "assets/later.js").write_text("x" * 100_000, "utf-8")

    assert before < kept(site).bytes < before + 1000


@pytest.mark.parametrize(("part", "files"), LOADING.items())
def test_what_browsers_load_for_a_part_of_a_page_is_kept(
    tmp_path: Path, part: str, files: list[str]
):
    for file in ["a.ico", "f.mp4", *files]:
        (tmp_path / file).touch()
    (tmp_path / "page.html").write_text(part, "utf-8")

    assert ["page.html", *files] == [*kept_files(tmp_path, ["page.html"]).files]


@pytest.mark.parametrize("part", IDLE)
def test_what_browsers_do_not_load_is_not_kept(tmp_path: Path, part: str):
    for file in ["a.html", "b.png", "c.js", "d.js", "e.png", "f.png"]:
        (tmp_path / file).touch()
    (tmp_path / "page.html").write_text(part, "utf-8")

    assert ("page.html",) == kept_files(tmp_path, ["page.html"]).files


def test_a_font_for_letters_of_another_page_is_kept_where_a_page_says_it_itself(tmp_path: Path):
    face = FACE.format("thai", "U+0E01-0E4E")
    (tmp_path / "thai.woff2").touch()
    (tmp_path / "a.html").write_text(f"<style>{face}</style>", "utf-8")
    (tmp_path / "b.html").write_text("\u0e44\u0e17\u0e22", "utf-8")

    assert "thai.woff2" not in kept_files(tmp_path, ["a.html"]).files
    assert "thai.woff2" in kept_files(tmp_path, ["a.html", "b.html"]).files


def test_a_page_that_a_language_does_not_have_is_left_out(site: Path):
    assert kept(site) == kept_files(site, ["cs/", "cs/other/"])


def test_a_page_loses_its_links_to_an_offer_that_is_none():
    offer = '<a href="../search/#offline" data-cx-offer="offline" hidden>Read</a>'

    assert '<a href="b">b</a>\n</p>' == without_offers(f'<a href="b">b</a>\n  {offer}\n</p>')
