from __future__ import annotations

from typing import Any

from cxguide.core.languages import Language
from cxguide.site.search import split_search_index
from cxguide.site.versions import SiteModel, SiteVersion

MODEL = SiteModel(
    (
        SiteVersion(Language("en"), "English", ""),
        SiteVersion(Language("th"), "ไทย", "th"),
        SiteVersion(Language("sr"), "Српски", "sr"),
        SiteVersion(Language("sr-Latn"), "Srpski", "sr-latn", derived_from="sr"),
    ),
    translations={
        "": frozenset({"", "sr", "th"}),
        "nps/": frozenset({"", "th"}),
    },
)


def index(*locations: str) -> dict[str, Any]:
    docs = [{"location": location, "title": "NPS", "text": ""} for location in locations]
    return {"config": {"lang": ["en", "th"], "separator": " "}, "docs": docs}


def locations(*merged: str) -> dict[str, list[str]]:
    split = split_search_index(index(*merged), MODEL, lambda tag: tag == "th")
    return {prefix: [doc["location"] for doc in one["docs"]] for prefix, one in split.items()}


def test_each_language_has_its_own_pages_counted_from_its_root() -> None:
    actual = locations("", "nps/", "nps/#formula", "th/", "th/nps/#formula", "sr/")
    assert actual == {"": ["", "nps/", "nps/#formula"], "th": ["", "nps/#formula"], "sr": [""]}


def test_pages_in_another_language_than_their_address_are_left_out() -> None:
    assert locations("nps/", "sr/nps/", "sr/nps/#formula")["sr"] == []


def test_a_page_that_the_model_does_not_know_stays() -> None:
    assert locations("sr/made-by-a-plugin/")["sr"] == ["made-by-a-plugin/"]


def test_only_thai_loads_the_thai_dictionary() -> None:
    split = split_search_index(index(), MODEL, lambda tag: tag == "th")
    actual = {prefix: one["config"]["lang"] for prefix, one in split.items()}
    assert actual == {"": ["en"], "th": ["th"], "sr": ["en"]}


def test_words_are_found_without_their_soft_hyphens() -> None:
    merged = index("nps/")
    merged["docs"][0].update(title="Net\u00adwork", text="A sur\u00advey.")

    (entry,) = split_search_index(merged, MODEL, lambda tag: False)[""]["docs"]

    assert (entry["title"], entry["text"]) == ("Network", "A survey.")
