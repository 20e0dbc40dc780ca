"""The style sheet of the guide: whole, and no longer Material's."""

import re
from pathlib import Path

import material
import pytest
from lxml import html

from guide_site import Guide

SHEET = "assets/cx/styles.css"
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_DATA = re.compile(r'url\("[^"]*"\)')
AS_EVERYTHING = {"n", "note"}
"""Names in code and notes of the first kind look as what is around them."""
SET_BY_SCRIPTS_OR_ELEMENTS = {"--cx-search-line"}


def classes(css: str) -> set[str]:
    return set(_CLASS.findall(_DATA.sub("", css)))


@pytest.fixture(scope="module")
def sheet(guide: Guide) -> str:
    return (guide.folder / SHEET).read_text("utf-8")


def test_what_material_gives_a_look_has_one_here_as_well(guide: Guide, sheet: str):
    """A feature of Material that somebody switches on is told here, not seen by a reader."""
    (theirs,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
    known = classes(theirs.read_text("utf-8")) - classes(sheet) - AS_EVERYTHING
    own_pages = [
        path
        for path in guide.folder.rglob("*.html")
        if path.relative_to(guide.folder).parts[0] != "embed"
    ]

    used = {
        name
        for path in own_pages
        for value in html.fromstring(path.read_bytes()).xpath("//@class")
        for name in value.split()
    }

    assert set() == used & known


def test_every_property_that_is_asked_for_is_set(sheet: str):
    asked = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", sheet))
    given = set(re.findall(r"[{;]\s*(--[\w-]+)\s*:", sheet))

    assert set() == asked - given - SET_BY_SCRIPTS_OR_ELEMENTS


def test_no_page_loads_a_file_of_material(guide: Guide):
    loaded = {
        address
        for path in guide.folder.rglob("*.html")
        for address in html.fromstring(path.read_bytes()).xpath("//script/@src | //link/@href")
        if "assets/javascripts/" in address or "assets/stylesheets/" in address
    }

    assert set() == loaded
