"""Our plugins in sites of other people, which have another theme, other options and no i18n."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.translations.front_matter import front_matter_faults
from tiny_site import Site

OWN_LINKS = [{"name": "Deutsch", "link": "/de/", "lang": "de"}]


def other_site(root: Path, theme: dict[str, object], *plugins: object, **settings: object) -> Site:
    site = Site(root, {"site_name": "Other", "theme": theme, "plugins": [*plugins], **settings})
    site.write("docs/index.md", "# Home\n\n## Second\n\nText.\n")
    return site


def test_the_header_of_another_site_stays_its_own(tmp_path: Path):
    theme = {"name": "material", "features": ["navigation.tabs"]}
    settings = {"repo_url": "https://github.com/o/o", "extra": {"alternate": OWN_LINKS}}
    bare = other_site(tmp_path / "bare", theme, "search", **settings)
    ours = {"cx-site": {"search": False}}
    with_ours = other_site(tmp_path / "ours", theme, "search", ours, **settings)
    assert 0 == bare.build().returncode
    assert 0 == with_ours.build().returncode

    expected, actual = (
        [node.get("class") for node in site.page("index.html").xpath("//header//*[@class]")]
        for site in (bare, with_ours)
    )

    assert expected == actual
    assert any("md-select__link" in found for found in actual)


def test_our_search_takes_the_place_of_materials_and_of_nothing_else(tmp_path: Path):
    theirs = other_site(tmp_path / "theirs", {"name": "material"}, "search")
    ours = other_site(tmp_path / "ours", {"name": "material"}, "search", "cx-site")
    assert 0 == theirs.build().returncode
    assert 0 == ours.build().returncode

    def header(site: Site) -> list[str]:
        parts = site.page("index.html").xpath("//header/nav/*")
        classes = [one.get("class") for one in parts if one.tag != "script"]
        return [one for one in classes if one and "search" not in one]

    assert header(theirs) == header(ours)
    (button,) = ours.page("index.html").xpath("//a[@data-cx-search='button']/@href")
    assert "search/" == button
    assert "search/search_index.json" not in ours.files()


def test_the_fonts_of_another_site_stay_its_own(tmp_path: Path):
    site = other_site(tmp_path, {"name": "material"}, "cx-site")

    assert 0 == site.build().returncode

    assert "fonts.googleapis.com" in site.text("index.html")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_site_in_one_language_needs_no_ids(tmp_path: Path, theme: str):
    site = other_site(tmp_path, {"name": theme}, "cx-translations")

    result = site.build()

    assert 0 == result.returncode, result.stderr
    assert "Home" == site.page("index.html").xpath("//h1")[0].text.strip()


def test_a_page_that_is_not_found_says_in_which_language_it_speaks(tmp_path: Path):
    site = other_site(tmp_path, {"name": "material", "language": "de"}, "cx-site")

    assert 0 == site.build().returncode

    heading = site.page("404.html").xpath("//h1")[0]
    assert "Page not found" == heading.text
    assert "en" == heading.xpath("string(ancestor::*[@lang][1]/@lang)")


def test_addresses_in_mkdocs_yml_that_lead_somewhere_are_left_alone(tmp_path: Path):
    settings = {
        "nav": ["./index.md", {"Other": "https://example.org/b.md"}],
        "extra_css": ["a.css#x", "a.css?v=2", "https://example.org/c.css"],
        "extra_javascript": [{"path": "a.js", "type": "module"}],
    }
    site = other_site(tmp_path, {"name": "mkdocs"}, "cx-translations", **settings)
    site.write("docs/a.css", "")
    site.write("docs/a.js", "")

    assert 0 == site.build().returncode


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule, a text\n\n---\n\n# Home\n",
        "---\nNote: this is a text.\n",
        "title: Meta data of another kind\n\n# Home\n\n---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_left_alone(text: str):
    assert [] == list(front_matter_faults(text, "index.md"))


def test_ids_of_headings_are_read_where_the_site_has_not_asked_for_attributes(tmp_path: Path):
    site = other_site(tmp_path, {"name": "mkdocs"}, "cx-translations")
    site.write("docs/index.md", "# Home { #start }\n")

    assert 0 == site.build().returncode

    assert ["start"] == site.page("index.html").xpath("//h1/@id")


def test_sources_that_lie_among_the_pages_are_not_published(tmp_path: Path, root: Path):
    site = other_site(tmp_path, {"name": "mkdocs"}, "cx-journeys", "cx-translations")
    site.write("docs/journeys/retailer.yml", (root / "docs/journeys/retailer.yml").read_text())
    site.write("docs/locale/cs.po", "")

    assert 0 == site.build().returncode

    published = [name for name in site.files() if name.endswith((".yml", ".po"))]
    assert ["downloads/journeys/retailer.yml"] == published  # on purpose: to be kept by readers


def test_a_page_that_is_not_utf_8_is_told(tmp_path: Path):
    site = other_site(tmp_path, {"name": "mkdocs"}, "cx-calculators", "cx-translations")
    (tmp_path / "docs" / "bad.md").write_bytes(b"# Bad\n\n\xff\n")

    result = site.build()

    assert 1 == result.returncode
    assert "docs/bad.md:3:1: byte 7 is not UTF-8" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fence_that_another_extension_brings_in_is_checked_as_well(tmp_path: Path):
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    site = other_site(
        tmp_path, {"name": "mkdocs"}, "cx-calculators", markdown_extensions=[snippets]
    )
    site.write("part.md", "```calculator\nmetric: npss\n```\n")
    site.write("docs/index.md", '# Home\n\n--8<-- "part.md"\n')

    done = site.build()

    assert 1 == done.returncode
    assert "there is no metric 'npss'" in done.stderr
