"""Which part of a page says something."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxguide.core.built_pages import from_main_part, main_part

MENU = "<body><nav><h1>Site</h1></nav>"
PAGES = {
    "the article": (f"{MENU}<main>", "<article><h1>A</h1>b</article>", "<p>c</main>"),
    "an article with others in it": (
        f"{MENU}<main>",
        "<article><article>a</article><article>b</article></article>",
        "</main>",
    ),
    "what holds all articles": (
        f"{MENU}<div role=main><div>Menu</div>",
        "<div><article>a</article><p>b</p><article>c</article></div>",
        "</div>",
    ),
    "what holds the heading as well": (
        MENU,
        "<main><h1>Home</h1><article>a</article><p>b</p></main>",
        "<footer>c",
    ),
    "articles with a lead between them": (
        MENU,
        "<main><h1>Home</h1><article>one</article><article>two</article><p>rest</p></main>",
        "",
    ),
    "articles where no main part is told": (
        MENU,
        "<div><article>a</article><article>b</article></div>",
        "",
    ),
    "the main part beside which another article stands": (
        MENU,
        "<main>a</main>",
        "<aside><article>b</article></aside>",
    ),
    "the role": ("<body><main>", "<div role='main'>a<div>b</div></div>", "</main>"),
    "the main element": (MENU, "<MAIN class=a>a</MAIN>", "<footer>b</footer>"),
    "the body": ("<html><head><title>a</title></head>", "<body class=a>b</body>", "</html>"),
    "what is nowhere closed": (MENU, "<main>a<p>b", ""),
    "what is closed around a paragraph that is not": (
        MENU,
        "<main><p>a<article>b</article><article>c</article></main>",
        "",
    ),
    "an article behind a comment": (
        f"{MENU}<main><!-- <article> -->",
        "<article>a</article>",
        "</main>",
    ),
    "no article of a comment": (f"{MENU}<!-- <article> -->", "<main>a</main>", "b"),
    "no article of a script": (
        f"{MENU}<script>a = '<article>'</script>",
        "<main>a</main>",
        "b",
    ),
    "no article of a template": (
        f"{MENU}<template><article>a</article></template>",
        "<main>b</main>",
        "c",
    ),
    "what holds articles between which another element of its kind ends": (
        f"{MENU}<main>",
        "<div><article>a</article><div>b</div><article>c</article></div>",
        "</main>",
    ),
    "the main part before an article": ("<body>", "<main>a</main>", "<article>b</article>"),
    "what is closed around an open article": ("<body>", "<main><article>a</main>", "b"),
    "a text without tags": ("", "a", ""),
}


@pytest.mark.parametrize(("before", "expected", "behind"), PAGES.values(), ids=PAGES)
def test_the_main_part_is(before: str, expected: str, behind: str):
    page = before + expected + behind

    assert expected == page[main_part(page)]
    assert expected + behind == from_main_part(page)


TAGS = [
    *("<html>", "<body>", "<main>", "<div>", "<div role=main>", "<h1>", "<article>", "<p>", "<br>"),
    *("a", "</article>", "</main>"),
]
HIDING = ["<!--", "-->", "<script>", "</script>", "<template>", "</template>", "<title>"]


def some(tags: Sequence[str]) -> st.SearchStrategy[str]:
    """A few tags in any order."""
    return st.lists(st.sampled_from(tags), max_size=4).map("".join)


@settings(max_examples=400)
@given(some(TAGS + HIDING), some(TAGS), some(TAGS + HIDING))
def test_what_is_found_without_reading_every_tag_is_the_main_part(
    before: str, within: str, behind: str
):
    page = f"{before}<article>{within}</article>{behind}"

    assert page[main_part(page).start :] == from_main_part(page)
