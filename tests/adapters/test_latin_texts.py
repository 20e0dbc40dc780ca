"""Whatever is asked of Serbian texts in Latin letters comes in Latin letters."""

from __future__ import annotations

import inspect
import re

from cxguide.adapters.latin_texts import LatinTexts
from cxguide.core.catalogs import Texts, Translations
from cxguide.core.languages import Language

SERBIAN = Language("sr")
WORDS = {
    "unit#one": "{n} поен",
    "unit#few": "{n} поена",
    "unit#other": "{n} поена",
    "name": "Оцена",
}
LATIN = LatinTexts(Texts(SERBIAN, Translations(SERBIAN, WORDS)), Language("sr-Latn"))


def test_every_way_to_ask_for_a_text_is_answered_in_latin_letters():
    answers = [
        LATIN("name", "Score"),
        LATIN.counted("unit", 1, "{n} point", "{n} points"),
        *LATIN.forms("unit", "{n} point", "{n} points").values(),
        LATIN.if_translated("name", "Score"),
    ]

    assert [] == [text for text in answers if re.search(r"[\u0400-\u04ff]", text)]
    assert {"{n} poen", "{n} poena"} == set(answers) - {"Ocena"}


def test_no_way_to_ask_for_a_text_is_forgotten():
    """A method that gives texts and is not overridden would give Cyrillic ones."""
    giving = {
        name
        for name, one in inspect.getmembers(Texts, inspect.isfunction)
        if not name.startswith("_") or name == "__call__"
    }

    assert giving <= vars(LatinTexts).keys()
