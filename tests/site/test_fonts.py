"""The font files of the guide: what the list of subsets says, and every letter that is shown."""

from collections import Counter
from pathlib import Path
from unicodedata import name

import pytest
from fontTools.ttLib import TTFont

from cxguide.core.resources import CALCULATORS, LOCALE
from cxguide.site.fonts import CZECH, FACES, FAMILY, STYLE_SHEET, SUBSETS, Face, fonts_css
from guide_site import ROOT

FONTS = ROOT / "docs" / "assets" / "fonts"
TEXTS = sorted(
    {*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.po")}
    | {*CALCULATORS.rglob("*.po"), *LOCALE.glob("*.po"), *CALCULATORS.rglob("metrics/*.yml")}
)
DRAWN_BY_DEVICES = {"⚠", "\ufeff"}


def test_the_style_sheet_is_what_the_list_of_subsets_says():
    assert fonts_css() == (FONTS / STYLE_SHEET).read_text("utf-8")


def test_there_is_a_file_for_every_face_and_no_other():
    assert {face.file for face in FACES} == {path.name for path in FONTS.glob("*.woff2")}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_file_holds_characters_of_its_subset_alone(face: Face):
    with TTFont(FONTS / face.file) as font:
        characters = {chr(code) for code in font.getBestCmap()}

    assert characters
    assert [] == sorted(one for one in characters if one not in face.subset)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_letter_that_is_written_is_in_a_subset(path: Path):
    shown = set(path.read_text("utf-8")) - set("\n\t") - DRAWN_BY_DEVICES
    known = [subset for subset in SUBSETS if subset.family == FAMILY]

    assert [] == sorted(one for one in shown if not any(one in subset for subset in known))


@pytest.mark.parametrize("family", [FAMILY, CZECH])
def test_no_character_is_in_two_files_of_a_family(family: str):
    subsets = [subset.characters for subset in SUBSETS if subset.family == family]

    counts = Counter(
        code for ranges in subsets for first, last in ranges for code in range(first, last + 1)
    )

    assert [] == [chr(code) for code, count in counts.items() if count > 1]


def test_czech_pages_have_one_font():
    """Words of other languages in them and signs of mathematics are elsewhere."""
    (czech,) = (subset for subset in SUBSETS if subset.family == CZECH)
    words = "".join(path.read_text("utf-8") for path in (ROOT / "docs" / "cs").rglob("*.md"))

    letters = {one for one in words if one.isalpha() and "LATIN" in name(one)}

    assert [] == sorted(one for one in letters if one not in czech)


def test_a_font_of_one_version_has_a_twin_in_the_version_made_from_it():
    """Only then a link to it is changed when a page is put into the other script."""
    files = {face.file for face in FACES}

    serbian = sorted(file for file in files if ".sr." in file)

    assert len(serbian) == 2
    assert [] == [file for file in serbian if file.replace(".sr.", ".sr-latn.") not in files]
