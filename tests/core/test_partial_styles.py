"""A style sheet without what a page never has: every rule that it can need stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.partial_styles import needed_styles
from cxguide.core.resources import CALCULATORS
from cxguide.core.styles import compact

USED = (
    '<p class="a b"><b data-cx-more hidden></b></p><script>one.dataset.cxStatus="cx-late"</script>'
)


@pytest.mark.parametrize(
    "css",
    [
        ".a{x:y}",
        "p{x:y}",
        "*{x:y}",
        ":root{--x:y}",
        ".a.b{x:y}",
        ".a>.b+p~b{x:y}",
        ".a:hover::before{x:y}",
        "[hidden]{x:y}",
        "[data-cx-more]{x:y}",
        "[data-cx-more=true]{x:y}",
        '[data-cx-status="error"]{x:y}',
        ".cx-late{x:y}",
        ".a:not(.missing){x:y}",
        ".a:not([data-missing]):not(.missing,.other){x:y}",
        ":is(.a,.missing) p{x:y}",
        ".a :where(p,.missing){x:y}",
        ":host([hidden]){x:y}",
        "@media print{.a{x:y}}",
        "@container c (min-width:34em){.a{x:y}.b{x:z}}",
        "@media print{@supports (x:y){.a{x:y}}}",
        ".a{background:url(data:image/svg+xml,x)}",
        ".a{x:y}.b{x:y}.a{x:z}",
    ],
)
def test_a_rule_for_what_is_there_stays(css: str):
    assert css == needed_styles(css, USED)


@pytest.mark.parametrize(
    "css",
    [
        ".missing{x:y}",
        ".a .missing{x:y}",
        ".a.missing{x:y}",
        "[data-missing]{x:y}",
        ".a-b{x:y}",
        ".cx-lat{x:y}",
        ":is(.missing,.other) .a{x:y}",
        "@media print{.missing{x:y}}",
        "@media print{@supports (x:y){.missing{x:y}}}",
    ],
)
def test_a_rule_for_what_is_never_there_goes(css: str):
    assert "" == needed_styles(css, USED)


def test_of_a_list_of_selectors_those_stay_that_can_match():
    css = ".a,.missing,:is(.missing,.b),p:not(.a,.b){x:y}.missing,.other{x:z}"

    assert ".a,:is(.missing,.b),p:not(.a,.b){x:y}" == needed_styles(css, USED)


CLASSES = st.sampled_from(["a", "b", "c", "cx-d", "cx-d-e"])
SELECTOR = st.builds(
    "{}{}".format, st.sampled_from(["", "p ", "p>", "* + "]), CLASSES.map(".{}".format)
)
RULE = st.builds(
    "{}{{x:{}}}".format, st.lists(SELECTOR, min_size=1).map(",".join), st.integers(0, 9)
)


@given(st.lists(RULE), st.sets(CLASSES))
def test_a_page_with_every_class_keeps_every_rule(rules: list[str], more: set[str]):
    css = "".join(rules)
    used = " ".join({"a", "b", "c", "cx-d", "cx-d-e"} | more)

    assert css == needed_styles(css, used)


@given(st.lists(RULE), st.sets(CLASSES), st.sets(CLASSES))
def test_a_page_with_more_classes_needs_no_fewer_rules(
    rules: list[str], some: set[str], more: set[str]
):
    css = "".join(rules)

    few, many = needed_styles(css, " ".join(some)), needed_styles(css, " ".join(some | more))

    assert len(few) <= len(many) <= len(css)
    assert needed_styles(many, " ".join(some)) == few


def test_the_styles_of_calculators_stay_whole_for_a_page_that_has_all_names():
    css = compact((CALCULATORS / "element" / "cx-calculator.css").read_text("utf-8"))

    assert css == needed_styles(css, css)
