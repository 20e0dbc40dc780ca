"""English on pages of other languages says that it is English, so that it is read aloud as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html

from guide_site import PAGES, Guide
from guide_sources import glossary

NOT_READ = {"code", "kbd", "math", "option", "output", "pre", "script", "style", "svg", "textarea"}
NOT_READ |= {"head", "title", "button"}
KEPT = re.compile(r"(?<=[(（])[^()（）]+(?=[)）])")
"""What stands in brackets."""
BORROWED = {"persona", "benchmark", "median", "feedback"}
"""Terms that Czech and Serbian have taken over, in the same letters."""


def words(element: html.HtmlElement, language: str) -> Iterator[tuple[str, str]]:
    """The words of a page piece by piece, each with its language."""
    own = element.get("lang", language)
    if element.tag in NOT_READ or element.get("translate") == "no":
        return
    if element.text:
        yield own, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from words(child, own)
        if child.tail:
            yield own, child.tail


def said(guide: Guide, tag: str) -> list[tuple[str, str, str]]:
    """Address, language and words of every piece of text on the pages of a version."""
    return [
        (address, language, text.replace("\xa0", " "))
        for other, _, address in PAGES
        if other == tag
        for language, text in words(guide.page(address).find("body"), tag)
    ]


def english_terms() -> set[str]:
    """The terms of the glossary and their other names, singular and plural."""
    names = {term.name.english.lower() for term in glossary().terms}
    return {*names, *(f"{name}s" for name in names)} - BORROWED


@pytest.mark.parametrize("tag", ["sr", "sr-Latn", "th", "cs"])
def test_an_english_term_beside_the_translated_one_is_marked(guide: Guide, tag: str):
    terms = english_terms()

    found = [
        (address, told)
        for address, language, text in said(guide, tag)
        if language != "en"
        for told in KEPT.findall(text)
        if told.lower() in terms and not told.isupper()
    ]

    assert [] == found


@pytest.mark.parametrize("tag", ["sr", "th"])
def test_no_two_english_words_stand_among_other_letters_unmarked(guide: Guide, tag: str):
    phrase = re.compile(r"(?<![\w./@-])[a-z]{3,}(?: [a-z]{2,})+(?![\w./@-])")

    found = [
        (address, told)
        for address, language, text in said(guide, tag)
        if language == tag
        for told in phrase.findall(text)
    ]

    assert [] == found


@pytest.mark.parametrize("tag", ["sr", "sr-Latn", "th", "cs"])
def test_the_pages_have_english_and_it_is_english(guide: Guide, tag: str):
    english = [text for _, language, text in said(guide, tag) if language == "en"]
    letters = re.compile(r"[\u0400-\u04ff\u0e00-\u0e7fěščřžýáíéúůďťňćđ]")

    assert len(english) > 250
    assert [] == [text for text in english if letters.search(text)]


def test_both_scripts_of_serbian_mark_the_same(guide: Guide):
    marked = {
        tag: [text for _, language, text in said(guide, tag) if language == "en"]
        for tag in ("sr", "sr-Latn")
    }

    assert sorted(marked["sr"]) == sorted(marked["sr-Latn"])
