from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from cxguide.core.languages import Language
from cxguide.glossary import Tooltip, with_tooltips
from cxguide.glossary.finding import finder

FIND = finder(
    [("pain point", "pain-point"), ("persona", "persona"), ("customer persona", "known")],
    Language("en"),
)
TOOLTIPS = {
    "pain-point": Tooltip("../glossary/#term-pain-point", 'What "costs" time & money'),
    "persona": Tooltip("../glossary/#term-persona"),
}
NOT_RUNNING_TEXT = [
    "<h2 id='a'>Persona</h2>",
    "<p><a href='#'>the <em>persona</em></a></p>",
    "<p><code>persona</code></p>",
    "<pre><code>persona</code></pre>",
    "<blockquote><p>persona</p></blockquote>",
    "<p>as “a persona of ours” says</p>",
    "<p>jak říká „naše persona“</p>",
    "<table><thead><tr><th>Persona</th></tr></thead></table>",
    "<table><tr><th>Persona</th></tr></table>",
    "<figure class='cx-map'><p>persona</p></figure>",
    "<cx-calculator><p>persona</p></cx-calculator>",
    "<td>per<cx-h></cx-h>sona</td>",
    "<p translate='no'>persona</p>",
    "<p><span lang='la'>persona</span></p>",
    "<svg><text>persona</text></svg>",
    "<button>persona</button>",
    "<label>persona</label>",
    "<script>persona</script>",
    "<!-- persona -->",
    "<div data-cx-list>persona</div>",
    "<img alt='persona'>",
    "<details><summary>Persona</summary></details>",
]
PARTS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<h2>", "</h2>", "<", "&amp;", "persona", " pain points ", ">"]
)


def explained(page: str) -> str:
    return with_tooltips(page, FIND, TOOLTIPS)


def test_the_first_use_leads_to_the_glossary_and_says_the_definition():
    [link] = html.fromstring(explained("<p>Three pain points, and a pain point.</p>")).cssselect(
        "a"
    )

    assert ("pain points", "cx-term") == (link.text, link.get("class"))
    assert "../glossary/#term-pain-point" == link.get("href")
    assert 'What "costs" time & money' == link.get("title")


def test_a_term_without_a_definition_in_the_language_has_a_link_only():
    expected = '<p>A <a class="cx-term" href="../glossary/#term-persona">persona</a></p>'

    assert expected == explained("<p>A persona</p>")


@pytest.mark.parametrize("page", NOT_RUNNING_TEXT)
def test_what_is_no_running_text_stays_as_it_is(page: str):
    assert page == explained(page)


@pytest.mark.parametrize("page", NOT_RUNNING_TEXT)
def test_the_first_use_is_the_first_in_running_text(page: str):
    assert f"{page}<p>A " == explained(f"{page}<p>A persona</p>")[: len(page) + 5]
    assert 'href="../glossary/#term-persona"' in explained(f"{page}<p>A persona</p>")


def test_titles_among_the_sources_of_a_page_are_not_explained():
    page = "<h2 id='sources'>S</h2><ul><li>A persona</li></ul><h2 id='x'>X</h2><p>persona</p>"

    assert page.partition("<h2 id='x'>")[0] == explained(page).partition("<h2 id='x'>")[0]
    assert 1 == explained(page).count("cx-term")


def test_inside_a_term_that_everybody_knows_no_shorter_one_is_explained():
    page = "<p>A customer persona.</p>"

    assert page == explained(page)


@given(st.lists(PARTS).map("".join))
def test_every_other_byte_of_a_page_stays(page: str):
    assert page == re.sub(r'<a class="cx-term"[^>]*>(.*?)</a>', r"\1", explained(page))


@given(st.lists(PARTS).map("".join))
def test_each_term_is_explained_once_at_most(page: str):
    assert explained(page).count("#term-persona") in {0, 1}
    assert explained(page) == explained(page)
