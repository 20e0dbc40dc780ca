"""Maps as SVG files."""

import base64
import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from cxguide.journeys.pictures.svg import file
from map_texts import DRAWN, plain_of

SVG = "{http://www.w3.org/2000/svg}"
RULE = re.compile(
    r'@font-face\{font-family:"cx-map";font-weight:(\d+);'
    r'src:url\("data:font/woff2;base64,([^"]+)"\) format\("woff2"\);unicode-range:([^}]+)\}'
)


@pytest.fixture(scope="module", params=DRAWN, ids=lambda drawn: "-".join(drawn))
def drawn(request: pytest.FixtureRequest) -> tuple[str, str, bytes]:
    name, tag = request.param
    return name, tag, file(plain_of(name, tag))


def test_it_is_well_formed_and_says_what_it_is(drawn):
    name, tag, svg = drawn
    plain = plain_of(name, tag)

    root = etree.fromstring(svg)

    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert "img" == root.get("role")
    assert f"{title.get('id')} {description.get('id')}" == root.get("aria-labelledby")
    assert (plain.title, plain.summary) == (title.text, description.text)
    assert (tag, tag) == (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"))


def test_every_character_has_its_letter_in_a_font_inside_the_file(drawn):
    _, _, svg = drawn
    root = etree.fromstring(svg)
    fonts = {"400": set(), "600": set()}
    for weight, data, points in RULE.findall(root.find(f"{SVG}style").text):
        has = set(TTFont(BytesIO(base64.b64decode(data))).getBestCmap())
        fonts[weight] |= has & {int(point[2:], 16) for point in points.split(",")}

    missing = [
        character
        for text in root.iter(f"{SVG}text")
        for character in text.text
        if ord(character) not in fonts[text.get("font-weight", "400")]
    ]

    assert [] == missing


def test_it_loads_nothing_and_runs_nothing(drawn):
    _, _, svg = drawn

    root = etree.fromstring(svg)

    assert [] == root.xpath("//*[local-name()='script' or local-name()='image' or @href]")
    assert [] == re.findall(rb"url\((?!#|\"data:font/)", svg)


def test_numbers_have_two_decimals_at_most(drawn):
    _, _, svg = drawn

    places = re.findall(rb'(?:x|y|d|transform)="([^"]*)"', svg)

    assert [] == [place for place in places if re.search(rb"\d\.\d{3}", place)]


def test_the_same_map_gives_the_same_bytes(drawn):
    name, tag, svg = drawn

    assert svg == file(plain_of(name, tag))


def test_a_dark_scheme_has_its_own_colours():
    svg = file(plain_of("retailer", "en")).decode()

    assert "--paper:#ffffff" in svg
    assert "@media (prefers-color-scheme:dark){svg{--paper:#172027" in svg


def test_an_address_at_the_foot_says_where_the_map_comes_from():
    root = etree.fromstring(file(plain_of("saas", "en"), source="https://example.org/a?b&c"))

    assert "https://example.org/a?b&c" == [text.text for text in root.iter(f"{SVG}text")][-1]
