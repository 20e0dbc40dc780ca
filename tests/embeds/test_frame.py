"""A page for a frame: complete without its script, and allowed to do nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from cxguide.embeds import FramePage, frame_html
from cxguide.metrics import built_in_metrics
from guide_site import PREFIXES, Guide

PAGE = FramePage(
    tag="cs",
    title='NPS </title> "&amp;"',
    styles="p>b{color:red}",
    script="if(a<b&&c)go('</')",
    body="<p>1 &lt; 2</p>",
    canonical="https://guide.example/cs/nps/?a=1&b=2",
    oembed="https://guide.example/embed/v1/nps.cs.oembed.json",
)
NAMES = [
    *(f"{name}.{tag.lower()}" for name in built_in_metrics() for tag in PREFIXES),
    *(f"journey/{name}.{tag.lower()}" for name in ("clinic", "retailer") for tag in PREFIXES),
]


def parsed(page: FramePage) -> html.HtmlElement:
    return html.document_fromstring(frame_html(page))


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(page: html.HtmlElement) -> dict[str, list[str]]:
    """The words of each rule of a page's policy."""
    (content,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = (rule.split() for rule in content.split(";"))
    return {name: words for name, *words in rules}


def built(guide: Guide, name: str) -> html.HtmlElement:
    return html.document_fromstring(Path(guide.folder, "embed/v1", f"{name}.html").read_bytes())


def test_styles_scripts_and_markup_stand_as_they_are():
    page = frame_html(PAGE)

    assert f"<style>{PAGE.styles}</style>" in page
    assert f"<script>{PAGE.script}</script>" in page
    assert PAGE.body in page


def test_texts_are_written_as_texts():
    page = parsed(PAGE)

    assert (PAGE.title, PAGE.title) == (
        page.findtext(".//title"), page.xpath("string(//link[@rel='alternate']/@title)"),
    )  # fmt: skip
    assert [PAGE.canonical] == page.xpath("//link[@rel='canonical']/@href")


def test_a_page_without_an_address_in_the_guide_names_none():
    page = parsed(FramePage("en", "Own", "", "", "<p>1</p>"))

    assert [] == page.xpath("//link")


def test_its_language_is_that_of_its_texts():
    assert "cs" == parsed(PAGE).get("lang")


def test_links_lead_out_of_the_frame():
    assert ["_blank"] == parsed(PAGE).xpath("//base/@target")


def test_the_policy_stands_before_all_that_it_is_about():
    head = [element.tag for element in parsed(PAGE).find("head")]

    assert head.index("meta") < head.index("base") < head.index("style")
    assert "content-security-policy" in frame_html(PAGE).lower().partition("<base")[0]


def test_the_policy_allows_one_style_and_one_script_and_nothing_else():
    assert {
        "default-src": ["'none'"],
        "style-src": [digest(PAGE.styles)],
        "script-src": [digest(PAGE.script)],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    } == policy(parsed(PAGE))


@pytest.mark.parametrize("name", NAMES)
def test_a_built_page_has_a_policy_that_fits_it(guide: Guide, name: str):
    page = built(guide, name)

    (style,) = page.xpath("//style")
    (script,) = page.xpath("//script[not(@type)]")
    rules = policy(page)
    assert ([digest(style.text)], [digest(script.text)]) == (
        rules["style-src"], rules["script-src"],
    )  # fmt: skip
    assert not any("unsafe" in word or "*" in word for words in rules.values() for word in words)


@pytest.mark.parametrize("name", NAMES)
def test_a_built_page_needs_nothing_that_its_policy_forbids(guide: Guide, name: str):
    page = built(guide, name)

    assert [] == page.xpath("//@style | //*[@*[starts-with(name(), 'on')]]")
    assert [] == page.xpath("//a[starts-with(@href, 'javascript:')]")


@pytest.mark.parametrize("name", NAMES)
def test_a_built_page_is_complete_without_its_script(guide: Guide, name: str):
    page = built(guide, name)
    for element in page.xpath("//script | //template | //style"):
        element.drop_tree()

    assert "" != page.findtext(".//title")
    assert [] == page.xpath("//form")
    assert [] == page.xpath("//output[not(normalize-space())]")
    assert 1 == len(page.xpath("//*[@data-cx-metric or @data-cx-journey]"))
