"""Pages are short enough to be read to their end."""

import pytest

from benchmarks.readability import reading_of
from guide_site import PATHS

WORDS = {
    "foundations": (500, 900),
    "strategy": (500, 900),
    "practice": (500, 900),
    "metrics": (400, 700),
}
"""The fewest and the most words of an English page of a chapter, besides its calculators and
sources. Maps and lists to look things up have the length of what they hold."""


@pytest.mark.parametrize("path", [path for path in PATHS if path.partition("/")[0] in WORDS])
def test_a_page_has_a_length_for_one_sitting(path: str):
    fewest, most = WORDS[path.partition("/")[0]]

    assert fewest <= reading_of("en", path).words <= most
