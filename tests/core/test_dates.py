"""Days as readers of each language expect them, on a list that ICU agrees with."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from icu4py.messageformat import MessageFormat

from written_days import written_day

LIST = Path(__file__).parents[1] / "cases" / "days.tsv"
LOCALES = {
    "en": "en_GB",
    "sr": "sr_Cyrl",
    "sr-Latn": "sr_Latn",
    "th": "th_TH@calendar=buddhist",
    "cs": "cs",
}
"""What ICU calls the languages, in the order of the list."""
LINES = [
    line.split("\t") for line in LIST.read_text("utf-8").splitlines() if not line.startswith("# ")
]
ALL = [
    (tag, date.fromisoformat(day), told)
    for day, *texts in LINES
    for tag, told in zip(LOCALES, texts, strict=True)
]


def test_the_list_of_days_is_long_enough_to_mean_something():
    days = [date.fromisoformat(line[0]) for line in LINES]

    assert len({*days}) >= 40
    assert {*range(1, 13)} == {day.month for day in days}
    assert len([day for day in days if (day.month, day.day) == (2, 29)]) >= 10
    assert len([day for day in days if (day.month, day.day) in {(1, 1), (12, 31)}]) >= 10


@pytest.mark.parametrize(("tag", "day", "expected"), ALL)
def test_a_day_is_written_as_on_the_list(tag: str, day: date, expected: str):
    assert expected == written_day(day, tag).replace("\xa0", " ")


@pytest.mark.parametrize(("tag", "day", "expected"), ALL)
def test_icu_agrees_with_the_list(tag: str, day: date, expected: str):
    noon = datetime.combine(day, time(12))

    assert expected == MessageFormat("{day, date, long}", LOCALES[tag]).format({"day": noon})


@pytest.mark.parametrize("tag", LOCALES)
def test_no_line_ends_between_a_day_and_its_month(tag: str):
    day_of_month = written_day(date(2026, 3, 9), tag).split("\xa0")[0]

    assert "9" == day_of_month.removesuffix(".")
