"""What systems learn that are given the address of an embed, or of a page of the guide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from cxguide.embeds import oembed_answer
from cxguide.embeds.discovery import with_discovery
from cxguide.embeds.heights import height_of
from cxguide.embeds.oembed import frame_snippet
from cxguide.metrics import built_in_metrics
from guide_site import PREFIXES, Guide

READ_BYTES = 150_000
"""WordPress reads no more of a page when it looks for its oEmbed answer."""
SITE = "https://cx-guide.example/"
FOUND = "//link[normalize-space(@rel)='alternate'][@type='application/json+oembed']"
ALLOWED = {"src", "title", "width", "height", "frameborder", "scrolling"}
"""What WordPress leaves of a frame's attributes, of those that we use."""

NAMES = [
    *(f"{name}.{tag.lower()}" for name in built_in_metrics() for tag in PREFIXES),
    *(f"journey/retailer.{tag.lower()}" for tag in PREFIXES),
]


def answer(guide: Guide, name: str) -> dict[str, object]:
    return json.loads(Path(guide.folder, "embed/v1", f"{name}.oembed.json").read_text("utf-8"))


def head(page: bytes) -> html.HtmlElement:
    """What a system reads of a page: the beginning, up to the end of the head."""
    begin, end, _ = page[:READ_BYTES].partition(b"</head>")
    assert end
    return html.document_fromstring(begin + end)


def test_an_answer_says_what_the_specification_asks_for():
    told = oembed_answer(
        "https://g.example/nps.html", "NPS", 900, provider="Guide", provider_address="https://g/"
    )

    assert {
        "version": "1.0",
        "type": "rich",
        "title": "NPS",
        "provider_name": "Guide",
        "provider_url": "https://g/",
        "width": 340,
        "height": 900,
        "html": frame_snippet("https://g.example/nps.html", "NPS", 900),
    } == told


def test_a_frame_holds_any_title_and_address():
    snippet = frame_snippet('https://g.example/?a=1&b="2"', 'A <b> & "c"', 900)

    frame = html.fromstring(snippet)
    assert ("https://g.example/?a=1&b=\"2\"", "A <b> & \"c\"", "900") == (
        frame.get("src"), frame.get("title"), frame.get("height"),
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_is_of_its_page(guide: Guide, name: str):
    told = answer(guide, name)

    frame = html.fromstring(told["html"])
    page = html.document_fromstring(Path(guide.folder, "embed/v1", f"{name}.html").read_bytes())
    assert ("iframe", f"{SITE}embed/v1/{name}.html") == (frame.tag, frame.get("src"))
    assert page.findtext(".//title") == told["title"] == frame.get("title")
    assert (height_of(name), f"{height_of(name)}") == (told["height"], frame.get("height"))


@pytest.mark.parametrize("name", NAMES)
def test_a_system_that_strips_what_it_does_not_know_leaves_the_frame_whole(guide: Guide, name: str):
    snippet = str(answer(guide, name)["html"])

    frame = html.fromstring(snippet)
    assert {*frame.attrib} <= ALLOWED
    assert 1 == snippet.count("<iframe ")
    assert snippet.endswith("></iframe>")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_frame_names_its_answer(guide: Guide, name: str):
    page = Path(guide.folder, "embed/v1", f"{name}.html").read_bytes()

    (link,) = head(page).xpath(FOUND)

    assert f"{SITE}embed/v1/{name}.oembed.json" == link.get("href")


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
@pytest.mark.parametrize("metric", ["nps", "churn"])
def test_the_page_of_a_metric_names_the_answer_in_its_language(
    guide: Guide, tag: str, prefix: str, metric: str
):
    canonical = html.document_fromstring(
        Path(guide.folder, "embed/v1", f"{metric}.{tag.lower()}.html").read_bytes()
    ).xpath("string(//link[@rel='canonical']/@href)")
    assert canonical.startswith(f"{SITE}{prefix}")
    page = guide.folder / canonical.removeprefix(SITE) / "index.html"

    found = head(page.read_bytes()).xpath(f"{FOUND}/@href")

    assert f"{SITE}embed/v1/{metric}.{tag.lower()}.oembed.json" in found


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_an_answer_names_the_home_page_of_its_language(guide: Guide, tag: str, prefix: str):
    told = answer(guide, f"nps.{tag.lower()}")

    assert f"{SITE}{prefix}" == told["provider_url"]
    assert told["provider_name"] in guide.page(f"/{prefix}").findtext(".//title")


def test_a_page_without_a_calculator_names_no_answer(guide: Guide):
    page = (guide.folder / "404.html").read_bytes()

    assert [] == head(page).xpath(FOUND)


def test_answers_are_named_at_the_end_of_the_head_in_their_order():
    page = with_discovery(
        "<head><title>A</title></head><body>&lt;/head> </head>", [("b", "B"), ("c", 'C "&"')]
    )

    assert page == (
        "<head><title>A</title>"
        '<link rel="alternate " type="application/json+oembed" href="b" title="B">'
        '<link rel="alternate " type="application/json+oembed" href="c" title="C &#34;&amp;&#34;">'
        "</head><body>&lt;/head> </head>"
    )


def test_a_page_without_a_head_is_left_as_it_is():
    assert "<p>1</p>" == with_discovery("<p>1</p>", [("b", "B")])


def test_an_answer_that_is_named_is_not_named_again():
    once = with_discovery("<head></head>", [("https://a.example/b.json", "B")])

    assert once == with_discovery(once, [("https://a.example/b.json", "B")])
