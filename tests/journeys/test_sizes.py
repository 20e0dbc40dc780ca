"""What a map costs on the wire, in every language."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from cxguide.journeys import render_journey
from map_texts import MAPS, TAGS, journey_of, texts_in

ROWS = ("actions", "touchpoints", "thought", "emotion", "pain_points", "opportunities")
LARGEST_BYTES = {"en": 15_000, "sr": 18_500, "sr-Latn": 16_000, "th": 24_500, "cs": 16_000}
"""Five stages and six rows. Letters outside ASCII take two bytes, Thai ones three."""
LARGEST_PACKED_BYTES = 4_600


def test_a_map_of_five_stages_and_six_rows_is_small(capsys: pytest.CaptureFixture):
    sizes, packed = {}, {}
    for name in MAPS:
        five = replace(journey_of(name), stages=journey_of(name).stages[:5])
        for tag in TAGS:
            page = render_journey(five, texts_in(tag), rows=ROWS).encode()
            sizes[name, tag], packed[name, tag] = len(page), len(gzip.compress(page, 9))

    with capsys.disabled():
        print("", f"{'5 x 6 map, B (gzip)':22}" + "".join(f"{tag:>15}" for tag in TAGS), sep="\n")
        for name in MAPS:
            row = (f"{sizes[name, tag]:8} ({packed[name, tag]:4})" for tag in TAGS)
            print(f"{name:22}" + "".join(row))
    assert [] == [key for key, size in sizes.items() if size > LARGEST_BYTES[key[1]]]
    assert max(packed.values()) <= LARGEST_PACKED_BYTES
