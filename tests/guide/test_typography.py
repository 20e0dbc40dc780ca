"""The built pages are set as a typesetter of the country would set them.

The words are read from the pages themselves, so whatever wrote them: a Markdown file, a catalog,
a calculator, a list put together by a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html

from guide_site import PAGES, Guide

IN_A_SENTENCE = {
    *("a", "abbr", "b", "cite", "cx-h", "cx-w", "em", "i", "mark", "q", "small", "span", "strong"),
    *("sub", "sup", "time", "wbr"),
}
NO_WORDS = {"code", "kbd", "math", "pre", "script", "style", "svg", "textarea", "title", "var"}
A_WORD = "\ufffc"
NOT_AT_A_LINES_END = {
    "cs": re.compile(
        r"(?<![\w/’-])[KkSsVvZzOoUuAaIi] \S+"  # a word of one letter
        r"|\d (?:[%‰°€$£]|Kč|CZK|EUR|kg|km|ms|min|MB|lidí|let|dní|bodů|odpovědí)(?!\w)"
        r"|(?<!\d)\d{1,3} \d{3}(?!\d)"
        r"|(?<![\d.,])\d{1,2}\. (?:\d{1,2}\.|ledna|února|března|dubna|května|června|září|října)"
        r"|(?<!\w)(?:tj|tzv|např|č|s)\. \w+"
    ),
    "th": re.compile(r".{0,9} ๆ|[พค]\.ศ\. \d+"),
}
"""Ordinary spaces at which the browser may end a line and must not."""
STRAIGHT = re.compile(r"""(?<!\d)["'](?!\d)""")


def sentences(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The language and the words of each block; code and foreign words stand for one word."""
    parts: list[str] = []

    def read(element: html.HtmlElement, language: str) -> Iterator[tuple[str, str]]:
        nonlocal parts
        is_block = element.tag not in IN_A_SENTENCE | NO_WORDS
        own = element.get("lang", language)
        if is_block and parts:
            yield language, "".join(parts)
            parts = []
        if element.tag in NO_WORDS or (own != language and not is_block):
            parts.append(A_WORD)
        else:
            parts.append(element.text or "")
            for child in element:
                if isinstance(child.tag, str):
                    yield from read(child, own)
                parts.append(child.tail or "")
        if is_block and parts:
            yield own, "".join(parts)
            parts = []

    yield from read(page.find("body"), page.get("lang"))


def in_language(guide: Guide, tag: str, address: str) -> list[str]:
    """The sentences of a page in its own language, white space as readers see it."""
    found = sentences(guide.page(address))
    return [
        re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
        for language, text in found
        if language == tag and text.strip()
    ]


@pytest.mark.parametrize(
    ("tag", "address"), [(tag, address) for tag, _, address in PAGES if tag in NOT_AT_A_LINES_END]
)
def test_no_line_of_a_page_can_end_where_none_may(guide: Guide, tag: str, address: str):
    found = [NOT_AT_A_LINES_END[tag].findall(text) for text in in_language(guide, tag, address)]

    assert [] == [told for told in found if told]


@pytest.mark.parametrize(("tag", "address"), [(tag, address) for tag, _, address in PAGES])
def test_no_page_has_straight_quotation_marks(guide: Guide, tag: str, address: str):
    texts = in_language(guide, tag, address)

    assert [] == [text for text in texts if STRAIGHT.search(text)]


@pytest.mark.parametrize(
    ("tag", "foreign"),
    [("en", "„‚«»"), ("sr", "”‚«»"), ("sr-Latn", "”‚«»"), ("th", "„‚«»"), ("cs", "”«»")],
)
def test_no_page_has_the_quotation_marks_of_another_language(guide: Guide, tag: str, foreign: str):
    found = [
        f"{address} {text}"
        for other, _, address in PAGES
        if other == tag
        for text in in_language(guide, tag, address)
        if re.search(f"[{foreign}]", text)
    ]

    assert [] == found
