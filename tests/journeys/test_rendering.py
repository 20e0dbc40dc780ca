"""A map in every form."""

import pytest

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.places import SourceError, SourceFaults
from cxguide.journeys import rendering
from cxguide.journeys.pictures.fingerprint import fingerprint
from cxguide.journeys.rendering import FORMS, PICTURES, rendered
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
