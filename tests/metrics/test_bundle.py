import re
from collections import Counter
from collections.abc import Iterator

import brotli
import pytest

from cxguide.core.resources import CALCULATORS, TEMPLATES
from cxguide.metrics import built_in_metrics
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.bundle import OWN_PROPERTIES, bundled

ELEMENT = CALCULATORS / "element"
MODULES = sorted(ELEMENT.glob("*.js"))
LARGEST_SCRIPT_BYTES = 10_250
"""All 24 metrics with every picture, on the wire (brotli)."""
LARGEST_SCRIPT_OF_ONE_METRIC_BYTES = 8_000
"""Picture and goal seek included; what a metric lacks is left out."""


def test_no_two_modules_use_the_same_top_level_name():
    names = Counter(
        name
        for module in MODULES
        for name in re.findall(
            r"^(?:export )?(?:const|let|class|function|async function) (\w+)",
            module.read_text("utf-8"),
            re.M,
        )
    )

    assert [] == [name for name, count in names.items() if count > 1]


def test_a_property_with_a_short_name_is_known_to_the_script_alone():
    """No placeholder of a text, no part of a definition has such a name."""
    phrases = (TEMPLATES / "calculator" / "phrases.jinja").read_text("utf-8")
    placeholders = set(re.findall(r"\{(\w+)\}", phrases))
    parts = {
        name
        for metric in built_in_metrics().values()
        for name in names_in(browser_definition(metric))
    }

    assert set() == (placeholders | parts) & set(OWN_PROPERTIES)


def names_in(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part
        for value in part.values():
            yield from names_in(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from names_in(value)


def test_the_bundle_needs_no_module_loader():
    assert not re.search(r"^\s*(import|export)\b", bundled(ELEMENT), re.M)


def test_the_script_is_small_enough_for_a_bad_line():
    size = len(brotli.compress(bundled(ELEMENT).encode()))

    assert size <= LARGEST_SCRIPT_BYTES


def test_the_script_of_one_metric_leaves_out_what_it_does_not_call(capsys: pytest.CaptureFixture):
    sizes = {
        name: len(brotli.compress(bundled(ELEMENT, metric).encode()))
        for name, metric in built_in_metrics().items()
    }

    with capsys.disabled():
        print("", *(f"{size:6} B  {name}" for name, size in sizes.items()), sep="\n")
    assert max(sizes.values()) <= LARGEST_SCRIPT_OF_ONE_METRIC_BYTES


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "eval(", "Function(", "fetch(", "document.write"]
)
def test_the_script_never_makes_code_or_markup_of_text(forbidden: str):
    assert forbidden not in bundled(ELEMENT)
