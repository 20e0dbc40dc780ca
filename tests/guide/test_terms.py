"""The guide calls things by one name in each language."""

from __future__ import annotations

import re

import pytest

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.source_text import SourceText
from cxguide.glossary import term_faults, term_finder
from guide_sources import LANGUAGES, glossary, prose, source_page, texts_of


@pytest.mark.parametrize("tag", ["sr", "th", "cs"])
def test_what_is_said_instead_of_a_wrong_form_is_not_wrong_itself(tag: str):
    instead = "; ".join(one.instead for one in glossary().wrong[tag])
    passages = [Passage.whole(SourceText("glossary.yml", instead))]

    assert [] == list(term_faults(passages, Language(tag), wrong=glossary().wrong[tag]))


def test_definitions_are_sentences_of_their_own():
    wrong = [
        term.id
        for term in glossary().terms
        if not re.fullmatch(r"[A-Z0-9].*\.", term.definition.english)
    ]

    assert [] == wrong


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_pages_that_introduce_a_term_use_it(tag: str):
    """The glossary links them, so a reader looks for the term there."""
    find = term_finder(glossary(), texts_of(tag), Language(tag))
    introduced = [(page.path, term.id) for term in glossary().terms for page in term.pages]
    used = {}
    for path in {path for path, _ in introduced}:
        page = source_page(tag, path)
        used[path] = {found.term for found in find(f"{page.settings['title']}. {prose(page.text)}")}

    assert [] == sorted(f"{path}: {term}" for path, term in introduced if term not in used[path])
