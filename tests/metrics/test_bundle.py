import re
from collections import Counter
from collections.abc import Iterator

import brotli
import pytest

from cxguide.core.resources import CALCULATORS, TEMPLATES
from cxguide.metrics import Metric, built_in_metrics
from cxguide.metrics.browser import browser_definition
from cxguide.metrics.bundle import OWN_PROPERTIES, Scripts, bundled

ELEMENT = CALCULATORS / "element"
MODULES = sorted(ELEMENT.glob("*.js"))
LARGEST_SCRIPT_BYTES = 9_200
"""All 24 metrics with every picture, on the wire (brotli)."""
LARGEST_SCRIPT_OF_PAGES_BYTES = 9_750
"""The same in pages that exist in several languages."""
LARGEST_LATER_SCRIPT_BYTES = 1_700
"""What is loaded when a visitor asks for it."""
LARGEST_SCRIPT_OF_ONE_METRIC_BYTES = 7_200
"""Picture and goal seek included; what a metric lacks is left out. With texts: tests/guide."""


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


def scripts_of(metric: Metric | None = None) -> Scripts:
    return bundled(ELEMENT, metric, later="./later.js")


def test_the_element_needs_no_module_loader():
    assert not re.search(r"^\s*(import|export)\b", scripts_of().first, re.M)


def test_the_scripts_are_small_enough_for_a_bad_line():
    scripts, in_pages = scripts_of(), bundled(ELEMENT, later="./later.js", entry="versions.js")

    assert len(brotli.compress(scripts.first.encode())) <= LARGEST_SCRIPT_BYTES
    assert len(brotli.compress(in_pages.first.encode())) <= LARGEST_SCRIPT_OF_PAGES_BYTES
    assert len(brotli.compress(scripts.later.encode())) <= LARGEST_LATER_SCRIPT_BYTES


def test_nothing_is_in_both_scripts():
    def texts(script: str) -> set[str]:
        return set(re.findall(r'"[^"]{9,}"', script))

    scripts = scripts_of()

    assert texts(scripts.first)
    assert set() == texts(scripts.first) & texts(scripts.later)
    assert 1 == scripts.first.count('import("./later.js")')


def test_the_script_of_one_metric_leaves_out_what_it_does_not_call(capsys: pytest.CaptureFixture):
    sizes = {
        name: len(brotli.compress(scripts_of(metric).first.encode()))
        for name, metric in built_in_metrics().items()
    }

    with capsys.disabled():
        print("", *(f"{size:6} B  {name}" for name, size in sizes.items()), sep="\n")
    assert max(sizes.values()) <= LARGEST_SCRIPT_OF_ONE_METRIC_BYTES


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "eval(", "Function(", "fetch(", "document.write"]
)
def test_the_script_never_makes_code_or_markup_of_text(forbidden: str):
    scripts = scripts_of()

    assert forbidden not in scripts.first + scripts.later
