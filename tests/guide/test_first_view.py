"""What a page costs before its reader does anything, on every page and in every language."""

import pytest

from first_view import LARGEST_BYTES, first_view
from guide_site import PAGES, PREFIXES, Guide

LARGEST_SCRIPTS_BYTES = 15_300
CATALOGUE = "reference/calculators"
LARGEST_CATALOGUE_BYTES = 127_100
"""All 24 calculators on one page, each explained: 56 kB of HTML in Thai."""


def test_a_first_view_is_light(guide: Guide, capsys: pytest.CaptureFixture):
    views = {(tag, path): first_view(guide.folder, address) for tag, path, address in PAGES}

    with capsys.disabled():
        print("", f"{'first view, B gzip':34}" + "".join(f"{tag:>9}" for tag in PREFIXES), sep="\n")
        for path in dict.fromkeys(path for _, path, _ in PAGES):
            row = "".join(f"{views[tag, path].total_bytes:9}" for tag in PREFIXES)
            print(f"{path or 'home':34}" + row)
    largest = {
        (tag, path): view.total_bytes
        for (tag, path), view in views.items()
        if view.total_bytes > (LARGEST_CATALOGUE_BYTES if path == CATALOGUE else LARGEST_BYTES)
    }
    assert {} == largest


def test_scripts_are_a_small_part_of_it(guide: Guide):
    scripts = {
        address: sum(first_view(guide.folder, address).scripts.values())
        for tag, _, address in PAGES
        if tag == "en"
    }

    assert {} == {one: size for one, size in scripts.items() if size > LARGEST_SCRIPTS_BYTES}


def test_a_page_links_one_style_sheet(guide: Guide):
    """That on embedding has a sheet of its own besides, for its form."""
    sheets = {
        address: [*first_view(guide.folder, address).styles]
        for _, path, address in PAGES
        if path != "reference/embed"
    }

    assert {("assets/cx/styles.css",)} == {tuple(one) for one in sheets.values()}


def test_a_page_without_a_calculator_loads_no_script_for_one(guide: Guide):
    loads = {
        address
        for _, _, address in PAGES
        if "assets/cx/calculator.js" in first_view(guide.folder, address).scripts
    }

    has = {a for _, _, a in PAGES if guide.page(a).cssselect("cx-calculator")}
    assert has == loads
    assert 0 < len(has) < len(PAGES)


@pytest.mark.parametrize("path", ["search/", "404.html"])
def test_pages_that_nobody_has_written_load_no_script_for_one(guide: Guide, path: str):
    assert {} == {
        prefix: scripts
        for prefix in PREFIXES.values()
        if "assets/cx/calculator.js"
        in (scripts := first_view(guide.folder, f"{prefix}{path}").scripts)
    }
