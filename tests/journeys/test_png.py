"""Maps as PNG files; that they look like the SVG is tested in a browser."""

import struct

import pytest
from lxml import etree

from cxguide.journeys.pictures.layout import lay_out
from cxguide.journeys.pictures.png import PIXELS_PER_PX, file, outlined
from map_texts import DRAWN, plain_of


@pytest.mark.parametrize(("name", "tag"), [("retailer", "en"), ("clinic", "th")])
def test_it_has_two_pixels_for_each_px_and_the_same_bytes_each_time(name: str, tag: str):
    plain = plain_of(name, tag)

    png = file(plain)

    area = lay_out(plain).area
    assert b"\x89PNG\r\n\x1a\n" == png[:8]
    assert (2, 2 * area.width, 2 * area.height) == (
        PIXELS_PER_PX,
        *struct.unpack(">II", png[16:24]),
    )
    assert png == file(plain)


@pytest.mark.parametrize(("name", "tag"), DRAWN)
def test_the_renderer_gets_outlines_and_no_words(name: str, tag: str):
    root = etree.fromstring(outlined(lay_out(plain_of(name, tag))))

    names = {etree.QName(one).localname for one in root.iter()}

    assert {"svg", "g", "path", "rect", "linearGradient", "stop"} == names
    assert b"var(" not in etree.tostring(root)
