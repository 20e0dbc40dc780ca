"""What a calculator costs on the wire, in every language."""

import brotli
import pytest

from cxguide.core.resources import CALCULATORS
from cxguide.metrics import built_in_metrics
from cxguide.metrics.bundle import bundled
from guide_site import PREFIXES, Guide

LARGEST_WITH_TEXTS_BYTES = 8_000
"""The script of one metric with picture and goal seek, its definition, the texts of a language."""


def test_a_metric_with_its_texts_stays_small(guide: Guide, capsys: pytest.CaptureFixture):
    scripts = {
        name: bundled(CALCULATORS / "element", metric, later="./more.js").first
        for name, metric in built_in_metrics().items()
    }
    sizes = {name: {} for name in scripts}
    for tag, prefix in PREFIXES.items():
        page = guide.page(f"/{prefix}reference/calculators/")
        for definition in page.cssselect("cx-calculator script.cx-definition"):
            name = definition.xpath("string(ancestor::cx-calculator/@data-cx-metric)")
            sizes[name][tag] = len(brotli.compress((scripts[name] + definition.text).encode()))

    with capsys.disabled():
        print(
            "",
            f"{'script and texts, B brotli':26}" + "".join(f"{t:>8}" for t in PREFIXES),
            sep="\n",
        )
        for name, row in sizes.items():
            print(f"{name:26}" + "".join(f"{row[tag]:8}" for tag in PREFIXES))
    assert max(size for row in sizes.values() for size in row.values()) <= LARGEST_WITH_TEXTS_BYTES
