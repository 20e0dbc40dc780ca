"""The menu of this guide's face: a page holds its own section, and the way to every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from cxguide.core.resources import THEMES
from tiny_site import Site

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = ("Alpha", "Beta", "Gamma", "Delta")
OWN_PAGES = 7
"""Of the first section, in guides of any size."""


def guide_of(pages: int, root: Path) -> Site:
    """A built guide of that many pages: a home page, the first section, and the rest in others."""
    others, more = divmod(pages - 1 - OWN_PAGES, len(SECTIONS) - 1)
    site = Site(root)
    site.write("docs/index.md", "# Home\n")
    nav: list[object] = ["index.md"]
    for at, name in enumerate(SECTIONS):
        count = OWN_PAGES if at == 0 else others + (1 if at <= more else 0)
        paths = [f"{name.lower()}/page-{number}.md" for number in range(count)]
        for number, path in enumerate(paths):
            site.write(f"docs/{path}", f"# {name} {number}\n\nText.\n\n## Part {{ #part }}\n")
        # The last pages of a section are a part of it.
        nav.append({name: [*paths[:-2], {f"{name} in depth": paths[-2:]}]})
    site.config = {
        "site_name": "Guide",
        "site_url": "https://guide.example/",
        "theme": {"name": "material", "custom_dir": str(THEMES / "guide"), "font": False},
        "markdown_extensions": ["attr_list"],
        "nav": nav,
        "plugins": ["cx-site"],
    }
    return site.built()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return guide_of(25, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return guide_of(200, tmp_path_factory.mktemp("large"))


def menu(site: Site, page: str) -> html.HtmlElement:
    (found,) = site.page(f"{page}/index.html").cssselect(".md-nav--primary")
    return found


def entries(part: html.HtmlElement) -> list[tuple[str, str]]:
    """Words and address of the links of a part of the menu, without those into the page."""
    links = part.cssselect("li > a[href]")
    return [
        (" ".join(a.text_content().split()), a.get("href"))
        for a in links
        if "#" not in a.get("href")
    ]


def test_the_guides_have_as_many_pages_as_they_say(small: Site, large: Site):
    counts = [len([*(site.folder).rglob("index.html")]) for site in (small, large)]

    assert [25, 200] == counts


@pytest.mark.parametrize("page", ["alpha/page-0", "alpha/page-3", "alpha/page-6"])
def test_a_page_does_not_grow_with_pages_of_other_sections(small: Site, large: Site, page: str):
    assert small.text(f"{page}/index.html") == large.text(f"{page}/index.html")


def test_the_home_page_does_not_grow_with_the_guide(small: Site, large: Site):
    assert small.text("index.html") == large.text("index.html")


def test_a_page_names_the_pages_of_its_section_and_leads_to_the_others(large: Site):
    assert [
        ("Home", "../.."),
        ("Alpha 0", "../page-0/"),
        ("Alpha 1", "./"),
        ("Alpha 2", "../page-2/"),
        ("Alpha 3", "../page-3/"),
        ("Alpha 4", "../page-4/"),
        ("Alpha in depth", "../page-5/"),
        ("Beta", "../../beta/page-0/"),
        ("Gamma", "../../gamma/page-0/"),
        ("Delta", "../../delta/page-0/"),
    ] == entries(menu(large, "alpha/page-1"))


def test_a_part_of_a_section_opens_for_its_own_pages(large: Site):
    inside = menu(large, "alpha/page-6").cssselect("nav[data-md-level='2']")

    assert [[("Alpha 5", "../page-5/"), ("Alpha 6", "./")]] == [*map(entries, inside)]


def test_the_way_to_a_section_leads_past_parts_that_come_first(tmp_path: Path):
    site = guide_of(25, tmp_path)
    site.config["nav"] = [
        "index.md",
        {"Alpha": [{"First": ["alpha/page-0.md"]}, {"Elsewhere": "https://other.example/"}]},
        {"Links": [{"Other site": "https://other.example/"}]},
    ]
    assert site.build().returncode == 0

    assert [
        ("Home", "."),
        ("Alpha", "alpha/page-0/"),
        ("Links", "https://other.example/"),
    ] == entries(menu(site, "."))
