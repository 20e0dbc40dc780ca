"""Thai compounds that browsers would take apart are on the list that keeps them together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from icu4py.breakers import LineBreaker
from pythainlp.tokenize import newmm

from cxguide.core.catalogs import read_catalog
from cxguide.core.languages import Language
from cxguide.core.lengths import length
from cxguide.core.resources import LOCALE
from cxguide.drawing.together import THAI_COMPOUNDS

THAI = Language("th")
SHORTEST, LONGEST = 4, 12
"""Letters: shorter ones are parts of other words as well, longer ones do not fit into a column."""
NO_WORDS = {
    "ขนาดที่",
    "งานการ",
    "ทันการ",
    "เข้าทาง",
    "เฉพาะคน",
    "เพอร์",
    "เป็นราย",
    "เป็นช่วง",
    "ว่าที่",
    "ได้ผล",
    "ได้ราคา",
}
"""What the dictionary takes for a word in our texts, and is none there."""


def torn(text: str) -> Iterator[str]:
    """Words of the dictionary in which ICU, as in browsers, sees a place for a break."""
    breaks = {end for _, end in LineBreaker(text, THAI.tag).segments()}
    ends = [0, *accumulate(map(len, newmm.segment(text)))]
    for start, end in pairwise(ends):
        word = text[start:end]
        if any(start < place < end for place in breaks) and word.strip() == word:
            yield word


def texts_of_maps(root: Path) -> Iterator[str]:
    for path, keys in ((root / "docs/locale/th.po", "journey/"), (LOCALE / "th.po", "map/")):
        for entry in read_catalog(path, THAI, root):
            if str(entry.context or "").startswith(keys):
                yield str(entry.string)


def test_what_browsers_tear_apart_in_our_maps_is_on_the_list(root: Path) -> None:
    listed = set(THAI_COMPOUNDS.read_text("utf-8").splitlines())

    found = {word for text in texts_of_maps(root) for word in torn(text)}

    assert (
        set() == {word for word in found if SHORTEST <= length(word) <= LONGEST} - listed - NO_WORDS
    )


def test_the_list_is_in_order_and_says_nothing_twice() -> None:
    words = THAI_COMPOUNDS.read_text("utf-8").splitlines()
    assert sorted(set(words)) == words
    assert [] == [word for word in words if not SHORTEST <= length(word) <= LONGEST]
