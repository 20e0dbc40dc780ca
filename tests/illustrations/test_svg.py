"""Pictures as they stand in a page."""

from __future__ import annotations

import re

import pytest
from lxml import html

from cxguide.core.catalogs import Texts, Translations
from cxguide.core.languages import ENGLISH, Language
from cxguide.illustrations import picture_messages
from cxguide.illustrations.html import render_picture
from guide_site import ROOT
from map_texts import texts_in
from picture_texts import PICTURES, picture_of, written

WRITTEN = [(name, tag) for name in PICTURES for tag in ("en", "sr", "th", "cs")]
CASES = ROOT / "tests" / "cases" / "pictures"


def figure(name: str, tag: str) -> html.HtmlElement:
    return html.fragment_fromstring(render_picture(picture_of(name), texts_in(tag)))


@pytest.mark.parametrize(("name", "tag"), WRITTEN)
def test_the_picture_is_as_reviewed(golden, name: str, tag: str):
    """Make it anew with: pytest --update-cases"""
    golden(CASES / f"{name}.{tag}.html", render_picture(picture_of(name), texts_in(tag)) + "\n")


@pytest.mark.parametrize(("name", "tag"), WRITTEN)
def test_the_same_picture_gives_the_same_bytes(name: str, tag: str):
    expected = render_picture(picture_of(name), texts_in(tag))

    assert expected == render_picture(picture_of(name), texts_in(tag))


@pytest.mark.parametrize(("name", "tag"), WRITTEN)
def test_copied_and_read_out_a_text_is_what_was_written(name: str, tag: str):
    texts, picture = texts_in(tag), picture_of(name)
    not_drawn = {picture.title.key, getattr(picture.caption, "key", "")}
    expected = {
        " ".join(texts(message.key, message.english).split(" "))
        for message in picture_messages(picture)
        if message.key not in not_drawn
    }

    for svg in figure(name, tag).iter("svg"):
        drawn = {text.text_content().strip("“”„") for text in svg.iter("text")}
        assert set() == {text.strip("“”„") for text in expected} - drawn


def test_each_drawing_says_what_it_is_and_how_it_is_built():
    svgs = list(figure("chain", "en").iter("svg"))

    labels = [(svg.find("title").text, svg.find("desc").text) for svg in svgs]
    ids = [f"{svg.find('title').get('id')} {svg.find('desc').get('id')}" for svg in svgs]
    named = [f"{svg.get('aria-labelledby')} {svg.get('aria-describedby')}" for svg in svgs]

    title = "The chain of experience, opinion and loyalty"
    names = "Experience, Customer opinion, and Customer loyalty"
    assert 2 * [(title, f"A chain; each link leads to the next: {names}.")] == labels
    assert ids == named


def test_what_belongs_together_is_read_as_one_entry_of_a_list():
    wide = next(figure("stages", "en").iter("svg"))

    items = [item.text_content().split() for item in wide.xpath(".//*[@role='listitem']")]

    assert ["2", "Consideration", "Is", "this", "the", "right", "one", "for", "me?"] == items[1]
    assert 5 == len(items)


def test_a_search_finds_whole_words():
    words = figure("stages", "en").text_content().split()

    assert {"each", "Steps", "Awareness", "Retention", "friend?", "back"} <= set(words)


def test_a_search_finds_each_word_once_and_pages_without_styles_show_one_drawing():
    wide, narrow = figure("persona", "en").iter("svg")

    assert (None, "none") == (wide.get("display"), narrow.get("display"))
    assert "data-search-exclude" in narrow.attrib
    assert "data-search-exclude" not in wide.attrib


def test_it_loads_nothing_and_has_no_styles_of_its_own():
    markup = "".join(render_picture(picture_of(name), texts_in("en")) for name in PICTURES)

    assert [] == re.findall(r"<(?:script|style|image|foreignObject)|href=|\sstyle=|url\(", markup)


def test_what_editors_write_is_text_and_no_markup():
    picture = written(
        'id: small\nkind: nested\ntitle: "<b>"\ncaption: "<i> & x"\n'
        'outer: {name: "<u>", text: "a & b", examples: ["</svg>"]}\n'
        "inner: {name: X, text: Y, examples: [Z]}\n"
    )

    markup = render_picture(picture, Texts(ENGLISH))

    assert [] == re.findall(r"<[biu]>", markup)
    assert 2 == markup.count("</svg>")


def test_two_of_a_page_have_different_ids():
    ids = iter(["a", "b"])

    both = "".join(
        render_picture(picture_of("chain"), texts_in("en"), lambda _: next(ids)) for _ in range(2)
    )

    found = re.findall(r'\bid="([^"]+)"', both)
    assert len(found) == len(set(found))


def test_a_draft_is_shown_in_english_and_says_so():
    czech = Language("cs")
    words = {key: text for key, text in texts_in("cs").translations.by_key.items() if "/" in key}
    own = {key: text for key, text in words.items() if not key.startswith("picture/")}
    texts = Texts(czech, Translations(czech, own), english_for=("picture/chain/",))

    drawn = html.fragment_fromstring(render_picture(picture_of("chain"), texts))

    assert "en" == drawn.get("lang")
    assert "Experience" in drawn.text_content()
