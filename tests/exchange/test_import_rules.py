"""Only texts come in that a pull request could bring as well; the others are told."""

from __future__ import annotations

import pytest

from exchange.small_texts import answer, returned

STAGES, LINK = "{n} stages of {title}", "See <b>the</b> guide"
WHOLE = [
    returned(f"map/stages#{category}", STAGES, "{n} etap, {title}")
    for category in ("one", "few", "many", "other")
]


@pytest.mark.parametrize(
    ("key", "english", "translation", "expected"),
    [
        ("nav/metric", "Metrics", "Metriky", "no text has the key 'nav/metric'"),
        ("nav/metrics", "Measures", "Metriky", "the English of 'nav/metrics' is another one now"),
        ("map/stages#one", STAGES, "{n} etapa", "has lost the placeholder {title}"),
        ("map/stages#one", STAGES, "{n} z {titulek}", "has the placeholder {titulek}"),
        ("map/stages#one", STAGES, "{n z {title}", "a brace without its other half"),
        ("site/link", LINK, "Viz průvodce", "has lost <b>"),
        ("site/link", LINK, "Viz <b>průvodce", "has lost </b>"),
        ("nav/metrics", "Metrics", "<script>x()</script>", "has <script>, which the English"),
        ("nav/metrics", "Metrics", '<img src=x onerror="x()">', "has <img src=x"),
        ("nav/metrics", "Metrics", "Met&nbsp;riky", "has &nbsp;, which the English has not"),
        ("nav/metrics", "Metrics", "Met\u2028riky", "has the sign U+2028"),
        ("nav/metrics", "Metrics", "Met\u202eriky", "has the sign U+202E"),
        ("nav/metrics", "Metrics", "Met\x1b[2Jriky", "has the sign U+001B"),
    ],
)
def test_a_text_that_cannot_be_taken_is_told(key, english, translation, expected):
    found = answer(returned(key, english, translation), translated=[one.key for one in WHOLE])

    assert expected in str(found.refused[0])
    assert str(found.refused[0]).startswith("a.po:7:1: ")
    assert () == found.units


def test_good_texts_of_the_same_file_are_taken():
    found = answer(returned("nav/metrics", "Metrics", "Metriky"), returned("nav/x", "X", "Iks"))

    assert ["nav/metrics"] == [unit.key for unit in found.units]
    assert 1 == len(found.refused)


@pytest.mark.parametrize("text", ["a < b & c", "R&D; i tak", "<3", "{n} etap, {title} < 5"])
def test_signs_that_are_only_signs_are_no_markup(text: str):
    english = STAGES if "{" in text else "Metrics"
    key = "map/stages#one" if "{" in text else "nav/metrics"

    assert () == answer(returned(key, english, text), translated=[one.key for one in WHOLE]).refused


def test_half_of_the_plural_categories_is_refused_and_what_lacks_is_named():
    found = answer(*WHOLE[:2])

    assert () == found.units
    assert "'map/stages' lacks the plural categories many, other" in str(found.refused[0])
    assert 2 == len(found.refused)


def test_all_of_them_are_taken_and_so_is_one_where_the_catalog_has_the_others():
    assert tuple(WHOLE) == answer(*WHOLE).units
    assert (WHOLE[0],) == answer(WHOLE[0], translated=[one.key for one in WHOLE[1:]]).units


def test_two_translations_of_one_text_are_refused_both():
    found = answer(
        returned("nav/metrics", "Metrics", "Metriky"),
        returned("nav/metrics", "Metrics", "Ukazatele"),
    )

    assert ((), 2) == (found.units, len(found.refused))


def test_the_same_translation_twice_is_one():
    one = returned("nav/metrics", "Metrics", "Metriky")

    assert ((one,), ()) == (answer(one, one).units, answer(one, one).refused)


def test_texts_without_translation_are_counted():
    assert 1 == answer(returned("nav/metrics", "Metrics", " ")).empty
