"""Picture fences in a site that has nothing else of ours."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from cxguide.adapters import pictures
from cxguide.core.places import SourceError
from cxguide.core.sources import SourceText
from cxguide.illustrations import picture_styles, read_pictures

PICTURE = """\
id: way
kind: steps
title: A way
steps:
  - {id: a, name: Look, text: What is there?}
  - {id: b, name: Buy, text: What does it cost?}
  - {id: c, name: Use, text: Does it work?}
"""
FENCE = "```picture\n{}\n```\n"


@dataclass
class Site:
    """A site in a folder of its own."""

    root: Path

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def build(
        self, page: str, picture: str = PICTURE, *, theme: str = "mkdocs"
    ) -> subprocess.CompletedProcess[str]:
        settings = f"site_name: Shop\ntheme: {theme}\nplugins: [cx-pictures]\n"
        self.write("mkdocs.yml", settings)
        self.write("docs/index.md", f"# Home\n\n{page}")
        self.write("docs/pictures/way.yml", picture)
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def page(self) -> html.HtmlElement:
        return html.fromstring((self.root / "site/index.html").read_text(encoding="utf-8"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_fence_becomes_a_picture_with_its_styles(site: Site):
    built = site.build(FENCE.format("picture: way"))

    assert built.returncode == 0, built.stderr
    page = site.page()
    (figure,) = page.xpath("//figure[@data-cx-figure='way']")
    assert "cx-figure-way" == figure.get("id")
    names = figure.xpath("(.//svg)[1]//*[@role='listitem']/text[2]")
    assert ["Look", "Buy", "Use"] == [name.text_content() for name in names]
    assert ["assets/cx/picture.css"] == page.xpath("//link[contains(@href, 'picture.css')]/@href")
    styles = (site.root / "site/assets/cx/picture.css").read_text(encoding="utf-8")
    assert picture_styles() == styles


def test_the_sources_are_not_published_but_their_schema_is(site: Site):
    site.build("Text.")

    assert not (site.root / "site/pictures").exists()
    assert (site.root / "site/schema/v1/picture.schema.json").is_file()


def test_a_site_in_one_language_writes_its_pictures_in_it(site: Site):
    czech = PICTURE.replace("What does it cost?", "Co to stojí v obchodě?")

    built = site.build(
        FENCE.format("picture: way"), czech, theme="{name: material, language: cs, font: false}"
    )

    assert built.returncode == 0, built.stderr
    (figure,) = site.page().xpath("//figure[@data-cx-figure='way']")
    assert "cs" == figure.get("lang")
    words = figure.find(".//desc").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Kroky v tomto pořadí: Look, Buy a Use." == words


@pytest.mark.parametrize(
    ("content", "fault", "fix"),
    [
        ("picture: wya", "docs/index.md:4:10: there is no picture 'wya'", "write 'way'"),
        ("pictur: way", "docs/index.md:4:1: unknown key 'pictur'", "write 'picture'"),
        (
            "picture: other",
            "docs/index.md:4:10: there is no picture",
            "add docs/pictures/other.yml",
        ),
    ],
)
def test_a_fault_in_a_fence_stops_the_build_with_its_place(
    site: Site, content: str, fault: str, fix: str
):
    built = site.build(FENCE.format(content))

    assert built.returncode != 0
    assert fault in built.stderr
    assert f"fix: {fix}" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_faulty_picture_stops_the_build_with_its_place(site: Site):
    built = site.build("Text.", PICTURE.replace("text: Does", "txet: Does"))

    assert built.returncode != 0
    assert "docs/pictures/way.yml:7:24: unknown key 'txet'" in built.stderr


def test_a_character_without_a_letter_stops_the_build_with_its_place(site: Site):
    built = site.build("Text.", PICTURE.replace("Buy", "Buy 字"))

    assert built.returncode != 0
    assert (
        "docs/pictures/way.yml:6:19: no font for pictures has "
        "'字' (U+5B57, CJK UNIFIED IDEOGRAPH-5B57), which stands in 'Buy 字'"
    ) in built.stderr


def test_without_the_libraries_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "way.yml").write_text(PICTURE, "utf-8")
    plugin = pictures.PicturesPlugin()
    plugin._pictures = read_pictures(tmp_path, tmp_path)
    monkeypatch.setattr(pictures, "is_installed", lambda: False)

    with pytest.raises(SourceError, match=r"not installed\n  fix: pip install 'cx-guide"):
        plugin._checked(SourceText("index.md", "picture: way"))
