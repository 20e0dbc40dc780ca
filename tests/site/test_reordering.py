from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.site.reordering import in_places

PARTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<li>",
        "</li>",
        '<li data-cx-place="2">',
        '<li data-cx-place="1">',
        "a",
        "<br>",
    ]
)


IN_A_LIST = """<dl>
<dt data-cx-place="3">v</dt>
<dt data-cx-place="1">a</dt>
<dt data-cx-place="2">c</dt>
</dl>"""
INSIDE = """<ul><li data-cx-place="2"><i data-cx-place="9">v</i><i data-cx-place="4">b</i></li>
<li data-cx-place="1">a</li></ul>"""
AMONG_OTHERS = """<p>first</p><p class="x" data-cx-place="2">v</p><hr>
<p data-cx-place="1">a</p>"""
JOINING = """<div data-cx-place="1"><dl aria-labelledby="ц"><dt data-cx-place="3">ч</dt>
<dt data-cx-place="1">ц</dt></dl></div>
<div data-cx-place="0"><b>C</b><dl aria-labelledby="c" data-cx-joins="ц">
<dt data-cx-place="2">CLV</dt></dl></div>"""
JOINED = """
<div><dl aria-labelledby="ц"><dt>ц</dt>
<dt>CLV</dt>
<dt>ч</dt></dl></div>"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (IN_A_LIST, "<dl>\n<dt>a</dt>\n<dt>c</dt>\n<dt>v</dt>\n</dl>"),
        (INSIDE, "<ul><li>a</li>\n<li><i>b</i><i>v</i></li></ul>"),
        (AMONG_OTHERS, '<p>first</p><p>a</p><hr>\n<p class="x">v</p>'),
        (JOINING, JOINED),
    ],
    ids=["in a list", "inside each other", "among others", "joining"],
)
def test_what_has_a_place_goes_there_and_all_else_stays(written: str, expected: str):
    assert expected == in_places(written)


@given(st.lists(PARTS).map("".join))
def test_nothing_is_lost_or_added_but_the_marks(page: str):
    unmarked = re.sub(r' data-cx-place="\d"', "", page)

    assert sorted(unmarked) == sorted(in_places(page))


@given(st.lists(PARTS).map("".join))
def test_a_page_without_marks_keeps_every_byte(page: str):
    unmarked = re.sub(r' data-cx-place="\d"', "", page)

    assert unmarked == in_places(unmarked)
    assert in_places(page) == in_places(in_places(page))
