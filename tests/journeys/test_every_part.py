"""A map with every part, and one with as many stages as there may be, in four languages.

What it shows is in golden files: their diff is what a change does to every map.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import LOCALE
from cxguide.core.sources import SourceText
from cxguide.journeys import ROWS, Journey, Surroundings, read_journey, render_journey

CASES = Path(__file__).parents[1] / "cases" / "journeys"
LANGUAGES = ["en", "sr", "th", "cs"]


def journey(name: str) -> Journey:
    return read_journey(SourceText.of(CASES / f"{name}.yml", CASES))


def texts(tag: str) -> Texts:
    if tag == ENGLISH.tag:
        return Texts(ENGLISH)
    language = Language(tag)
    known = Translations(language)
    for folder in (LOCALE, CASES / "locale"):
        path = folder / f"{tag}.po"
        known = known.joined(
            translations_of(read_catalog(path, language, folder), language, path.name)
        )
    return Texts(language, known)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", ["full", "nine"])
def test_it_is_as_the_golden_file_shows(name: str, tag: str, golden) -> None:
    page = Surroundings(
        calculator_links={"abandonment": "../calculators/#abandonment-calculator"},
        metric_names={"abandonment": "Abandonment rate"},
        downloads=(("svg", "full.svg"), ("csv", "full.csv")),
    )

    golden(
        CASES / f"{name}.{tag}.html", render_journey(journey(name), texts(tag), page=page) + "\n"
    )


def test_the_full_map_has_every_row() -> None:
    assert journey("full").rows == ROWS


def test_the_long_map_has_as_many_stages_as_there_may_be() -> None:
    assert len(journey("nine").stages) == 9
