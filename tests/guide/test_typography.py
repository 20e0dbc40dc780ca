"""What a typesetter of the country would see at once."""

import re
from pathlib import Path

import pytest

from cxguide.core.resources import CALCULATORS, LOCALE
from guide_site import ROOT

PAGES = sorted((ROOT / "docs" / "cs").rglob("*.md"))
CATALOGS = [folder / "cs.po" for folder in (CALCULATORS / "locale", LOCALE, ROOT / "docs/locale")]
CZECH = pytest.mark.parametrize(
    "path", [*PAGES, *CATALOGS], ids=lambda path: path.relative_to(ROOT).as_posix()
)


def written(path: Path) -> str:
    """The Czech of a page or a catalog."""
    text = path.read_text("utf-8")
    if path.suffix == ".po":
        return "\n".join(re.findall(r'^msgstr(?:\[\d\])? "(.*)"', text, re.M))
    return text


@CZECH
def test_no_czech_word_of_one_letter_can_end_a_line(path: Path):
    """A space that does not break follows it."""
    assert [] == re.findall(r"(?<![\w`])[KkSsVvZzOoUuAaIi] \S.{,20}", written(path))


@CZECH
def test_no_czech_per_cent_sign_can_begin_a_line(path: Path):
    assert [] == re.findall(r".{,20}\d %", written(path))
