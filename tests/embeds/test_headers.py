"""What a server shall say about embeds, and about pages that are not made for frames."""

from __future__ import annotations

import pytest

from cxguide.embeds.headers import HEADERS, headers_file
from guide_site import PREFIXES, Guide
from partner_pages import read_rules, rules_for


@pytest.fixture(scope="module")
def rules(guide: Guide) -> dict[str, dict[str, str]]:
    return read_rules(guide.folder / "_headers")


EMBEDS = [
    "/embed/v1/nps.en.html",
    "/embed/v1/nps.sr-latn.js",
    "/embed/v1/journey/clinic.th.html",
    "/embed/v1/loader.js",
    "/embed/versions.json",
    "/embed/1.4.2/nps.en.js",
    "/embed/10.0.0/journey/clinic.th.js",
]


@pytest.mark.parametrize("address", EMBEDS)
def test_every_site_may_load_an_embed(rules: dict[str, dict[str, str]], address: str):
    headers = rules_for(address, rules)

    assert ("*", "cross-origin", "nosniff") == (
        headers["Access-Control-Allow-Origin"],
        headers["Cross-Origin-Resource-Policy"],
        headers["X-Content-Type-Options"],
    )


@pytest.mark.parametrize("address", EMBEDS)
def test_no_header_forbids_an_embed_to_stand_in_a_frame(
    rules: dict[str, dict[str, str]], address: str
):
    assert not rules_for(address, rules).keys() & {"X-Frame-Options", "Content-Security-Policy"}


@pytest.mark.parametrize("address", EMBEDS)
def test_an_embed_tells_nobody_where_it_stands(rules: dict[str, dict[str, str]], address: str):
    # Of several policies browsers take the last one that they know.
    assert "no-referrer" == rules_for(address, rules)["Referrer-Policy"].split(", ")[-1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/embed/v1/nps.en.js", "public, max-age=3600"),
        ("/embed/versions.json", "public, max-age=3600"),
        ("/embed/1.4.2/nps.en.js", "public, max-age=31536000, immutable"),
        ("/embed/10.0.0/nps.en.js", "public, max-age=31536000, immutable"),
        ("/embed/0.9.0/journey/clinic.en.html", "public, max-age=31536000, immutable"),
    ],
)
def test_only_exact_releases_are_kept_for_ever(
    rules: dict[str, dict[str, str]], address: str, expected: str
):
    assert expected == rules_for(address, rules)["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/index.html",
        "/404.html",
        "/cs/404.html",
        *(f"/{prefix}metrics/nps/" for prefix in PREFIXES.values()),
    ],
)
def test_a_page_of_the_guide_stands_in_no_frame_of_others(
    rules: dict[str, dict[str, str]], address: str
):
    headers = rules_for(address, rules)

    policy = headers["Content-Security-Policy"].split("; ")
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in headers


def test_the_file_has_a_line_for_each_pattern_and_each_header_below_it():
    lines = headers_file().splitlines()

    patterns = [line for line in lines if not line.startswith("  ")]
    assert list(HEADERS) == patterns[: len(HEADERS)]
    assert len(patterns) == len({*patterns})
    assert all(": " in line for line in lines if line.startswith("  "))


def test_the_files_of_embeds_are_few_enough_for_every_host(rules: dict[str, dict[str, str]]):
    # Cloudflare Pages reads a hundred rules and no more.
    assert len(rules) < 100


def test_rules_of_the_site_itself_are_left_to_it():
    added = headers_file(["metrics/*"], is_added=True)

    assert {*HEADERS} - {"/*"} == {line for line in added.splitlines() if line.startswith("/")}
    assert "frame-ancestors" not in added
    assert "nosniff" in added
