from __future__ import annotations

import pytest

from cxguide.search.reading import read_page_text
from cxguide.search.sections import PageText, page_text_from

GLOSSARY = """
<div id="term-churn-rate">
<dt><b>míra odchodu</b> (CR) <span lang="en">churn rate</span></dt>
<dd>Podíl odešlých.</dd>
<dd data-search-exclude>Více: <a href="../../metrics/churn/">Odchod</a></dd>
</div>
"""


def page(main: str, head: str = "") -> PageText:
    found = read_page_text(
        f"<html><head>{head}</head><body><nav>Menu</nav><article><h1 id=a>NPS</h1>{main}</article>"
        "<footer>End</footer></body></html>",
        "metrics/nps/",
    )
    assert found is not None
    return found


def test_a_heading_with_an_address_begins_a_section():
    sections = page("<p>One.</p><h2 id='b'>How<a class='headerlink'>¶</a></h2><p>Two.</p>").sections

    assert [("", "NPS", "One."), ("b", "How", "Two.")] == [
        (one.id, one.title, one.text) for one in sections
    ]


def test_what_is_not_read_is_not_found():
    (section,) = page(
        "<p>Seen</p><script>no()</script><template>no</template><button>no</button>"
        "<p hidden>no</p><div data-search-exclude>no <b>no</b></div><svg><text>no</text></svg>"
        "<label>no <input></label>"
    ).sections

    assert "Seen" == section.text


def test_blocks_are_lines_and_blanks_are_one():
    (section,) = page("<ul><li>a  b\n c<li>d</ul><p>e<br>f<p>&lt;g&gt;").sections

    assert "a b c\nd\ne\nf\n<g>" == section.text


def test_words_in_another_language_than_the_page_are_known():
    found = read_page_text(
        "<html lang=cs><body lang=cs><article><h1>Míra <span lang=en>churn</span></h1>"
        "<p>\n A  <i lang=en>first  contact</i> <b lang=en>reso&shy;lution</b>, <i lang=cs>ano</i>"
        "<p lang=en>Hi <i lang=cs>ne</i> you</p></article>",
        "a/",
    )

    assert found is not None
    (section,) = found.sections
    assert ("A first contact resolution, ano\nHi ne you", "Míra churn") == (
        section.text,
        section.title,
    )
    words = [(section.text[start:end], tag) for start, end, tag in section.foreign]
    assert [("first contact resolution", "en"), ("Hi", "en"), ("you", "en")] == words
    assert [(5, 10, "en")] == section.foreign_title
    assert found == page_text_from(found.as_json)


@pytest.mark.parametrize(
    "words", ["e<i lang=en>\u0301a</i>", "<i lang=en> </i>", "<i lang=cs>a</i>"]
)
def test_words_that_are_none_of_another_language_are_not_marked(words: str):
    found = read_page_text(f"<html lang=cs><article><h1>A</h1>{words} b</article>", "a/")

    assert found is not None
    assert [] == found.sections[0].foreign


def test_soft_hyphens_are_taken_out():
    (section,) = page("<p>kun\u00adden&shy;zufriedenheit</p>").sections

    assert "kundenzufriedenheit" == section.text


def test_a_calculator_has_its_own_name_and_the_text_goes_on_behind_it():
    main = (
        "<h2 id=b>Try</h2><p>Before.</p>"
        "<div id=c data-cx-metric=nps aria-labelledby=d><p id=d>Score</p><p>37</p></div>"
        "<p>After.</p>"
    )

    _, around, thing = page(main).sections

    assert ("b", "section", "Before.\nAfter.") == (around.id, around.kind, around.text)
    assert ("c", "calculator", "Score", "37") == (thing.id, thing.kind, thing.title, thing.text)


def test_a_map_is_a_thing_as_well():
    main = "<figure id=m data-cx-journey=clinic aria-labelledby=t><p id=t>Visit</p></figure>"
    found = page(main).sections[1]

    assert ("map", "Visit") == (found.kind, found.title)


def test_a_term_has_its_english_name_and_leads_to_the_pages_that_explain_it():
    _, term = page(GLOSSARY).sections

    assert ("term", "míra odchodu (CR)", "churn rate") == (term.kind, term.title, term.keywords)
    assert ("Podíl odešlých.", ["../../metrics/churn/"]) == (term.text, term.leads_to)


def test_links_are_read_with_their_words():
    (first,) = page('<p>See <a href="../b/#c">the <b>chain</b></a>.</p>').sections

    assert [("../b/#c", "the chain")] == first.links
    assert 0 == first.pointing


def test_an_item_that_begins_with_a_link_says_what_is_there():
    main = '<ul><li><a href="../b/">Who</a>: whose journey</li><li>Not <a href=x>so</a></li></ul>'
    (first,) = page(main).sections

    assert [("../b/", "Who: whose journey"), ("x", "so")] == first.links
    assert len("Who: whose journey") == first.pointing


def test_links_that_are_not_searched_say_nothing():
    main = '<ul data-search-exclude><li><a href="../b/">Personas</a></li></ul>'

    assert [] == page(main).sections[0].links


def test_head_tells_other_names_and_what_a_page_counts():
    head = (
        '<meta name="description" content="How &amp; why">'
        '<meta name="keywords" content="promoter score">'
        '<meta name="keywords" content="eNPS"><meta name="keywords" content="eNPS">'
        '<meta name="search-boost" content="0.5">'
    )
    found = page("", head)

    first = found.sections[0]
    assert ("How & why", "promoter score, eNPS") == (first.description, first.keywords)
    assert 0.5 == found.boost


def test_a_page_that_no_search_may_show_is_none():
    html = '<head><meta name="robots" content="noindex"></head><article><h1>A</h1></article>'

    assert read_page_text(html, "a/") is None
    assert read_page_text(html, "a/", is_preview=True) is not None


@pytest.mark.parametrize(
    "meta",
    [
        "<meta content='noindex, follow' name='robots'>",
        '<meta name="robots" content="follow"><meta name="robots" content="noindex">',
        '<meta name="search-boost" content="0">',
    ],
)
def test_it_does_not_matter_how_the_head_says_so(meta: str):
    assert read_page_text(f"<head>{meta}</head><article><h1>A</h1></article>", "a/") is None


def test_a_heading_that_is_left_out_takes_its_text_along():
    main = "<p>One.</p><h2 id=b data-search-exclude>No</h2><p>no</p><h2 id=c>Yes</h2><p>Two.</p>"

    assert [("", "One."), ("c", "Two.")] == [(one.id, one.text) for one in page(main).sections]


def test_what_stands_behind_the_main_part_is_not_read():
    html = "<div role=main><h1>A</h1><p>In.</p></div><div><h2 id=b>Out</h2></div>"
    found = read_page_text(html, "a/")

    assert found is not None
    assert ["In."] == [one.text for one in found.sections]


def test_a_page_without_a_title_is_none():
    assert read_page_text("<article><p>Words</p></article>", "a/") is None


def test_a_theme_without_article_is_read_by_its_main_part():
    found = read_page_text("<body><nav>Menu</nav><main><h1>A</h1><p>b</p></main></body>", "a/")

    assert found is not None
    assert "b" == found.sections[0].text
