"""Journey fences in a site that has nothing else of ours."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from cxguide.journeys import journey_styles

CONFIG = """\
site_name: Shop
theme: {name: mkdocs}
exclude_docs: /journeys/
plugins: [cx-journeys]
"""
MAP = """\
id: shop
title: A small shop
lens: {persona: Mina, scenario: First purchase, goals: [A jacket]}
stages:
  - {id: look, name: Look, standard_stage: awareness, goal: See, emotion: 1}
  - {id: buy, name: Buy, standard_stage: purchase, goal: Pay, emotion: -1}
"""
SECOND = MAP.replace("id: shop", "id: store").replace("A small shop", "A large store")
FENCE = "```journey\n{}\n```\n"


@dataclass
class Site:
    """A site in a folder of its own."""

    root: Path

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def build(
        self, page: str, map_: str = MAP, *, name: str = "index"
    ) -> subprocess.CompletedProcess[str]:
        self.write("mkdocs.yml", CONFIG)
        self.write("docs/index.md", "# Home\n")
        self.write(f"docs/{name}.md", f"# Home\n\n{page}")
        self.write("docs/journeys/shop.yml", map_)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        return subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, check=False, timeout=120
        )

    def page(self, path: str = "index.html") -> html.HtmlElement:
        return html.fromstring((self.root / "site" / path).read_text(encoding="utf-8"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_fence_becomes_a_map(site: Site) -> None:
    built = site.build(FENCE.format("map: shop"))

    assert built.returncode == 0, built.stderr
    figure = site.page().xpath("//figure[@data-cx-journey='shop']")[0]
    assert [head.text_content() for head in figure.iterfind(".//tbody//th")] == [
        "1 Look Awareness",
        "2 Buy Purchase",
    ]


def test_a_fence_chooses_rows(site: Site) -> None:
    site.build(FENCE.format("map: shop\nrows: [emotion, goal]"))
    assert site.page().xpath("//thead//@data-row") == ["emotion", "goal"]


def test_two_maps_of_a_page_have_different_anchors(site: Site) -> None:
    site.build(FENCE.format("map: shop") + "\n" + FENCE.format("map: shop"))
    assert site.page().xpath("//tbody//th/@id") == [
        "shop--look",
        "shop--buy",
        "shop--look-2",
        "shop--buy-2",
    ]


def test_a_fence_compares_two_maps(site: Site) -> None:
    site.write("docs/journeys/store.yml", SECOND)

    built = site.build(FENCE.format("map: shop\ncompare: store"))

    assert built.returncode == 0, built.stderr
    figures = site.page().xpath("//figure[contains(@class, 'cx-map')]")
    assert [figure.get("id") for figure in figures] == ["cx-map-shop--store"]
    assert "A small shop and A large store, compared" in figures[0].text_content()


def test_all_faults_of_a_comparison_are_told_with_their_places(site: Site) -> None:
    built = site.build(FENCE.format("map: shop\ncompare: shop\nrows: [goal]"))

    assert built.returncode != 0
    assert "docs/index.md:5:10: 'shop' is compared with itself" in built.stderr
    assert "docs/index.md:6:1: a comparison has its own rows" in built.stderr


def test_an_unknown_map_to_compare_with_is_told_with_its_place(site: Site) -> None:
    built = site.build(FENCE.format("map: shop\ncompare: shpo"))

    assert built.returncode != 0
    assert "docs/index.md:5:10: there is no map 'shpo'" in built.stderr


@pytest.mark.parametrize(("name", "url"), [("index", ""), ("maps/first", "maps/first/")])
def test_a_map_can_be_taken_along_from_any_page(site: Site, name: str, url: str) -> None:
    site.build(FENCE.format("map: shop"), name=name)

    links = site.page(f"{url}index.html").xpath("//*[@class='cx-map-downloads']//a/@href")

    written = [path.name for path in (site.root / "site/downloads/journeys").iterdir()]
    assert sorted(written) == sorted(link.rpartition("/")[2] for link in links)
    assert [] == [link for link in links if not (site.root / "site" / urljoin(url, link)).is_file()]


def test_the_page_links_the_styles_once_and_they_are_there(site: Site) -> None:
    site.build(FENCE.format("map: shop"))

    assert site.page().xpath("//link[contains(@href, 'journey.css')]/@href") == [
        "assets/cx/journey.css"
    ]
    written = (site.root / "site/assets/cx/journey.css").read_text(encoding="utf-8")
    assert written == journey_styles()


def test_an_unknown_map_stops_the_build_with_its_place(site: Site) -> None:
    built = site.build("Text.\n\n" + FENCE.format("map: shpo"))

    assert built.returncode != 0
    assert "docs/index.md:6:6: there is no map 'shpo'" in built.stderr
    assert "fix: write 'shop'" in built.stderr


def test_an_unknown_key_of_a_fence_stops_the_build(site: Site) -> None:
    built = site.build(FENCE.format("map: shop\nrow: [goal]"))

    assert built.returncode != 0
    assert "docs/index.md:5:1: unknown key 'row'" in built.stderr
    assert "fix: write 'rows'" in built.stderr


def test_a_faulty_map_stops_the_build(site: Site) -> None:
    built = site.build("Text.", MAP.replace("emotion: 1", "emotion: 5"))

    assert built.returncode != 0
    assert (
        "docs/journeys/shop.yml:5:75: an emotion is a whole number from -2 to 2, found 5"
        in built.stderr
    )
    assert "Traceback" not in built.stderr
