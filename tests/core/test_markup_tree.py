"""Markup as data: nothing of it is lost on the way."""

from __future__ import annotations

import pytest
from lxml import html
from markupsafe import escape

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.markup_tree import Tree, markup_tree
from cxguide.metrics import built_in_metrics, calculate
from cxguide.metrics.writing import calculator_html


def written(tree: Tree | str) -> str:
    """The markup that a tree stands for."""
    if isinstance(tree, str):
        return str(escape(tree))
    name, attributes, *parts = tree
    inside = "".join(parts if name == "script" else map(written, parts))
    said = "".join(
        f' {key}="{escape(value)}"' if value else f" {key}" for key, value in attributes.items()
    )
    return f"<{name}{said}>{inside}</{name}>"


@pytest.mark.parametrize(
    ("markup", "tree"),
    [
        ("<p></p>", ["p", {}]),
        ("<p>a<br>b</p>", ["p", {}, "a", ["br", {}], "b"]),
        ("<p>&lt;b&gt; &amp;amp; &#39;</p>", ["p", {}, "<b> &amp; '"]),
        ("<p>&nbsp;1&thinsp;000</p>", ["p", {}, "\u00a01\u2009000"]),
        ('<p title="&quot;a&quot; &lt;">x</p>', ["p", {"title": '"a" <'}, "x"]),
        ("<p hidden class=a>x</p>", ["p", {"hidden": "", "class": "a"}, "x"]),
        ("<p>a\n  b</p>", ["p", {}, "a b"]),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", ["ul", {}, ["li", {}, "a"], ["li", {}, "b"]]),
        ("<p><b>a</b> <b>b</b></p>", ["p", {}, ["b", {}, "a"], " ", ["b", {}, "b"]]),
        ("<p>a<!-- b -->c</p>", ["p", {}, "a", "c"]),
        ("<script>if (a < b && c) '&amp;'</script>", ["script", {}, "if (a < b && c) '&amp;'"]),
        (
            '<svg viewBox="0 0 1 1"><linearGradient/></svg>',
            ["svg", {"viewBox": "0 0 1 1"}, ["linearGradient", {}]],
        ),
        (
            '<svg><clipPath clipPathUnits="userSpaceOnUse"></clipPath></svg>',
            ["svg", {}, ["clipPath", {"clipPathUnits": "userSpaceOnUse"}]],
        ),
        (
            "<p><template><i>a</i></template>b</p>",
            ["p", {}, ["template", {}, ["i", {}, "a"]], "b"],
        ),
        ("<p>ก ไก่</p>", ["p", {}, "ก ไก่"]),
    ],
)
def test_markup_becomes_a_tree(markup: str, tree: Tree):
    assert tree == markup_tree(markup)


def test_classes_that_are_parts_are_named_so_as_well():
    tree = markup_tree('<p class="cx-name a cx-more"><b class="cx-other">x</b></p>', PARTS)

    assert [
        "p",
        {"class": "cx-name a cx-more", "part": "more name"},
        ["b", {"class": "cx-other"}, "x"],
    ] == tree


PARTS = frozenset({"cx-name", "cx-more"})


@pytest.mark.parametrize("markup", ["", "text", "<p></p><p></p>"])
def test_what_is_not_one_element_is_refused(markup: str):
    with pytest.raises((ValueError, AssertionError)):
        markup_tree(markup)


@pytest.mark.parametrize("name", built_in_metrics())
def test_the_tree_of_a_calculator_is_its_markup(name: str):
    metric = built_in_metrics()[name]
    inputs = metric.shape.examples[0].inputs
    markup = calculator_html(
        metric, inputs, calculate(metric, inputs), Texts(ENGLISH), element_id="a", publisher="Guide"
    ).strip()

    expected, actual = (
        [
            (element.tag, dict(element.attrib), "".join(element.xpath("string()").split()))
            for element in html.fragment_fromstring(text).iter(html.etree.Element)
        ]
        for text in (markup, written(markup_tree(markup)))
    )

    assert expected == actual
