"""Where lines of a map break."""

from __future__ import annotations

import re

import pytest

from cxguide.core.languages import Language
from cxguide.journeys.page import breaks
from cxguide.journeys.page.breaks import with_breaks

HYPHEN = "<cx-h></cx-h>"


def shown(text: str, tag: str) -> str:
    return with_breaks(text, Language(tag)).replace(HYPHEN, "|").replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("cs", "nejnepravděpodobnější cesta", "nej|ne|prav|dě|po|dob|něj|ší cesta"),
        ("sr", "најнепријатељскије место", "нај|не|при|ја|тељ|ски|је место"),
        ("en", "Comprehensively", "Com|pre|hen|sive|ly"),
        ("cs", "konverzní poměr", "konverzní poměr"),
    ],
)
def test_long_words_can_be_hyphenated_and_short_ones_stay(tag: str, text: str, expected: str):
    assert expected == shown(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "FCR 62 %", "FCR 62~%"),
        ("cs", "171 z 210, 30 Kč", "171~z~210, 30~Kč"),
        ("sr", "8 разговора", "8 разговора"),
        ("cs", "Jde k pokladně a v klidu platí", "Jde k~pokladně a~v~klidu platí"),
    ],
)
def test_what_belongs_together_stays_in_one_line(tag: str, text: str, expected: str):
    assert expected == shown(text, tag)


def test_thai_compounds_of_the_list_stay_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(breaks, "thai_compounds", lambda: re.compile("(ใบแจ้งหนี้)"))

    assert "รับ<cx-w>ใบแจ้งหนี้</cx-w>ทางอีเมล" == with_breaks("รับใบแจ้งหนี้ทางอีเมล", Language("th"))


@pytest.mark.parametrize("tag", ["en", "sr", "th", "cs"])
def test_texts_stay_texts(tag: str):
    assert "&lt;b&gt; &amp;" in with_breaks("<b> &", Language(tag))
