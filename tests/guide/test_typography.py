"""What a typesetter of the country would see at once."""

import re
from pathlib import Path

import pytest

from cxguide.core.resources import CALCULATORS, LOCALE
from guide_site import PATHS, ROOT
from guide_sources import prose, source_page, without_fences

PAGES = sorted((ROOT / "docs" / "cs").rglob("*.md"))
CATALOGS = [folder / "cs.po" for folder in (CALCULATORS / "locale", LOCALE, ROOT / "docs/locale")]
CZECH = pytest.mark.parametrize(
    "path", [*PAGES, *CATALOGS], ids=lambda path: path.relative_to(ROOT).as_posix()
)
ENGLISH = pytest.mark.parametrize("path", PATHS)


def written(path: Path) -> str:
    """The Czech of a page or a catalog."""
    text = path.read_text("utf-8")
    if path.suffix == ".po":
        return "\n".join(re.findall(r'^msgstr(?:\[\d\])? "(.*)"', text, re.M))
    return text


def printed(path: str) -> str:
    """The English of a page as readers see it, with its title and description."""
    page = source_page("en", path)
    text = prose(re.sub(r"`[^`\n]*`", "", without_fences(page.text)))
    return "\n".join([page.settings["title"], page.settings["description"], text])


@CZECH
def test_no_czech_word_of_one_letter_can_end_a_line(path: Path):
    """A space that does not break follows it."""
    assert [] == re.findall(r"(?<![\w`<])[KkSsVvZzOoUuAaIi] \S.{,20}", written(path))


@CZECH
def test_no_czech_per_cent_sign_or_currency_can_begin_a_line(path: Path):
    assert [] == re.findall(r".{,20}\d (?:%|Kč)", written(path))


@CZECH
def test_no_czech_day_can_end_a_line_before_its_month(path: Path):
    """Nor any other number with a full stop; those at the start of a line number a list."""
    assert [] == re.findall(r".{,20}[^\d\n]\d+\. [a-záčďéěíňóřšťúůýž]+", written(path))


@ENGLISH
def test_english_quotation_marks_and_apostrophes_are_curved(path: str):
    assert [] == re.findall(r".{,20}[\"'].{,20}", printed(path))


@ENGLISH
def test_no_english_hyphen_is_a_minus(path: str):
    assert [] == re.findall(r".{,20}(?<!\w)-\d.{,20}", printed(path))


@ENGLISH
def test_no_english_hyphen_is_a_dash_between_numbers(path: str):
    assert [] == re.findall(r".{,20}\d-\d.{,20}", printed(path))
