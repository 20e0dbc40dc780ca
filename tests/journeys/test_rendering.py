"""A map in every form."""

import pytest

from cxguide.core.catalogs import Texts, Translations
from cxguide.core.languages import ENGLISH
from cxguide.core.places import Place, SourceError, SourceFaults
from cxguide.drawing import renderers as drawers
from cxguide.journeys import rendering
from cxguide.journeys.pictures.fingerprint import fingerprint
from cxguide.journeys.rendering import FORMS, PICTURES, picture_faults, rendered
from drawing_code import EVERY_DRAWING, change_code, copied_code
from map_texts import journey_of as guide_map
from map_texts import texts_in

BEGINNINGS = {
    "html": b"<!doctype html>",
    "svg": b"<svg ",
    "png": b"\x89PNG",
    "pdf": b"%PDF-",
    "csv": b"\xef\xbb\xbf",
    "md": b"# ",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_made(form: str):
    made = rendered(guide_map("saas"), texts_in("cs"), form)

    assert made.startswith(BEGINNINGS[form])


@pytest.mark.parametrize("form", PICTURES)
def test_a_character_without_a_letter_is_told_with_its_name_and_place(journey_of, form: str):
    journey = journey_of("goal: fine", 'goal: "to 漢"')

    with pytest.raises(SourceFaults) as told:
        rendered(journey, Texts(ENGLISH), form)

    fault = told.value.faults[0]
    assert "small.yml:8:" in str(fault)
    assert "'漢' (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)" in fault.problem


def own_texts(key: str, text: str) -> Texts:
    """Czech texts where one is another than in the guide."""
    czech = texts_in("cs")
    own = Translations(czech.language, {key: text}, ("xx.po",), {key: Place("xx.po", 7)})
    return Texts(czech.language, czech.translations.joined(own), english_for=("journey/small/",))


@pytest.mark.parametrize(
    ("key", "place"), [("journey/small/stages/b/goal", "xx.po:7:1"), ("map/today", "small.yml:2:8")]
)
def test_a_translation_without_a_letter_is_told_in_its_catalog_and_our_word_at_the_title(
    journey_of, key: str, place: str
):
    journey = journey_of("goal: fine", "goal: fine")

    assert [place] == [str(fault.place) for fault in picture_faults(journey, own_texts(key, "漢"))]


def test_without_the_libraries_it_is_told_how_to_get_them(monkeypatch, retailer):
    monkeypatch.setattr(rendering, "is_installed", lambda: False)

    with pytest.raises(SourceError, match="cx-guide\\[downloads\\]"):
        rendered(retailer, Texts(ENGLISH), "svg")


def test_tables_need_no_libraries(monkeypatch, retailer):
    monkeypatch.setattr(rendering, "is_installed", lambda: False)

    assert b"Awareness" in rendered(retailer, Texts(ENGLISH), "csv")


def test_a_fingerprint_differs_with_what_is_shown_only(journey_of):
    def of(goal: str, **more: str) -> str:
        return fingerprint(journey_of(f"goal: {goal}", "", **more), Texts(ENGLISH), "")

    assert of("one") == of("one", more="# a comment moves everything down")
    assert of("one") != of("two")


def test_a_fingerprint_differs_with_the_language():
    prints = {fingerprint(guide_map("saas"), texts_in(tag), "") for tag in ("en", "sr", "sr-Latn")}

    assert 3 == len(prints)


def test_a_fingerprint_differs_with_the_source_and_with_our_own_words(journey_of):
    journey = journey_of("goal: fine", "")
    prints = {
        fingerprint(journey, own_texts("map/row/goal", head), source)
        for head in ("Cíl", "Účel")
        for source in ("", "https://example.org/")
    }

    assert 4 == len(prints)


def test_a_fingerprint_differs_with_the_libraries_and_with_our_code(monkeypatch, tmp_path):
    def of() -> str:
        drawers.renderers.cache_clear()
        return fingerprint(guide_map("saas"), Texts(ENGLISH), "")

    found = [of()]
    with monkeypatch.context() as patched:
        patched.setattr(drawers, "library_versions", lambda: ("typst 99",))
        found.append(of())
    with monkeypatch.context() as patched:
        patched.setattr(drawers, "FONTS", tmp_path)
        found.append(of())
    with monkeypatch.context() as patched:
        patched.setattr(drawers, "__file__", str(tmp_path / "drawing/renderers.py"))
        found.append(of())

    assert 4 == len(set(found))
    assert found[0] == of()


@pytest.mark.parametrize("file", [*EVERY_DRAWING, "journeys/curve.py", "journeys/pictures/map.typ"])
def test_a_fingerprint_differs_when_what_draws_maps_changes(file, tmp_path):
    with copied_code(tmp_path):
        before = fingerprint(guide_map("saas"), Texts(ENGLISH), "")
        change_code(tmp_path / file)
        after = fingerprint(guide_map("saas"), Texts(ENGLISH), "")

    assert before != after
