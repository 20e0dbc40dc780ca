from __future__ import annotations

import pytest

from cxguide.core.languages import Language
from cxguide.site.alternates import alternates, sitemap_entries, switch_links
from cxguide.site.versions import SiteModel, SiteVersion

EN = SiteVersion(Language("en"), "English", "")
SR = SiteVersion(Language("sr"), "Српски", "sr")
LATIN = SiteVersion(Language("sr-Latn"), "Srpski", "sr-latn", derived_from="sr")
TH = SiteVersion(Language("th"), "ไทย", "th")
MODEL = SiteModel(
    (EN, SR, LATIN, TH),
    "https://guide.example/",
    {
        "": frozenset({"", "sr", "th"}),
        "nps/": frozenset({"", "sr"}),
        "five-cs/": frozenset({""}),
        "local/": frozenset({"th"}),
    },
)


def announced(path: str) -> dict[str, str]:
    return {one.hreflang: one.address for one in alternates(MODEL, path)}


def test_every_real_translation_is_announced_with_its_full_address() -> None:
    expected = {
        "en": "https://guide.example/nps/",
        "sr": "https://guide.example/sr/nps/",
        "sr-Latn": "https://guide.example/sr-latn/nps/",
        "x-default": "https://guide.example/nps/",
    }
    assert announced("nps/") == expected


def test_a_page_without_translation_announces_itself_only() -> None:
    expected = {
        "en": "https://guide.example/five-cs/",
        "x-default": "https://guide.example/five-cs/",
    }
    assert announced("five-cs/") == expected


def test_a_page_that_the_default_version_lacks_has_no_default() -> None:
    assert announced("local/") == {"th": "https://guide.example/th/local/"}


def test_nothing_is_announced_while_the_address_of_the_site_is_unknown() -> None:
    assert alternates(SiteModel(MODEL.versions, "", MODEL.translations), "") == ()


def test_a_site_in_one_language_announces_nothing() -> None:
    assert alternates(SiteModel((EN,), MODEL.site_url, {"": frozenset({""})}), "") == ()


def test_the_sitemap_has_each_written_page_of_each_version_once() -> None:
    expected = [
        "",
        "sr/",
        "sr-latn/",
        "th/",
        "five-cs/",
        "th/local/",
        "nps/",
        "sr/nps/",
        "sr-latn/nps/",
    ]
    actual = [e.address.removeprefix(MODEL.site_url) for e in sitemap_entries(MODEL)]
    assert actual == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nps/", ["nps/", "sr/nps/", "sr-latn/nps/", "th/nps/"]),
        ("local/", ["", "sr/", "sr-latn/", "th/local/"]),
        (None, ["", "sr/", "sr-latn/", "th/"]),
    ],
    ids=["fallbacks are linked", "home where there is nothing", "not found"],
)
def test_the_switcher_leads_to_the_same_page(path: str | None, expected: list[str]) -> None:
    assert [link.address for link in switch_links(MODEL, path, TH)] == expected


def test_the_switcher_marks_the_version_that_one_is_in() -> None:
    marked = [link.language.tag for link in switch_links(MODEL, "nps/", LATIN) if link.is_current]
    assert marked == ["sr-Latn"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", ["en", "sr", "sr-Latn", "th"]),
        ("nps/", ["en", "sr", "sr-Latn"]),
        ("five-cs/", ["en"]),
        (None, []),
    ],
)
def test_a_link_says_whether_the_page_is_written_there(path: str | None, expected: list[str]):
    written = [link.language.tag for link in switch_links(MODEL, path, EN) if link.is_written]

    assert expected == written


@pytest.mark.parametrize(
    ("path", "expected"),
    [("five-cs/", []), ("local/", ["en", "sr", "sr-Latn"]), (None, ["en", "sr", "sr-Latn", "th"])],
)
def test_a_link_says_whether_it_leads_to_the_home_page_instead(
    path: str | None, expected: list[str]
):
    led_home = [link.language.tag for link in switch_links(MODEL, path, TH) if link.is_home]
    assert led_home == expected


def test_a_version_that_is_being_begun_is_written_for_nobody():
    begun = SiteVersion(Language("hr"), "Hrvatski", "hr", is_preview=True)
    model = SiteModel((EN, begun), MODEL.site_url, {"": frozenset({"", "hr"})})

    links = {link.language.tag: link.is_written for link in switch_links(model, "", begun)}

    assert {"en": True, "hr": False} == links
