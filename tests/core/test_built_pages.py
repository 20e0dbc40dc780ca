"""Which part of a page says something."""

from __future__ import annotations

import pytest
from hypothesis import given
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
    "a text without tags": ("", "a", ""),
}


@pytest.mark.parametrize(("before", "expected", "behind"), PAGES.values(), ids=PAGES)
def test_the_main_part_is(before: str, expected: str, behind: str):
    page = before + expected + behind

    assert expected == page[main_part(page)]
    assert expected + behind == from_main_part(page)


TAGS = [
    *("<html>", "<body>", "<main>", "<div>", "<div role=main>", "<h1>", "<article>", "</main>"),
    *("</div>", "</h1>", "</article>", "<p>", "a", "<!--", "-->", "<script>", "</script>", "<br>"),
    *("<template>", "</template>", "<title>", "</title>", "</body>"),
]


@given(st.lists(st.sampled_from(TAGS), max_size=14).map("".join))
def test_what_is_found_without_reading_every_tag_is_the_main_part(page: str):
    assert page[main_part(page).start :] == from_main_part(page)
