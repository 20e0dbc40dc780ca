"""The guide calls things by one name in each language."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import CALCULATORS, LOCALE
from cxguide.glossary import Glossary, read_glossary, term_finder, wrong_uses
from guide_site import ROOT
from guide_sources import LANGUAGES, prose, source_page

CATALOGS = (CALCULATORS / "locale", LOCALE, ROOT / "docs" / "locale")
TEXTS = [
    (tag, path)
    for tag in ("sr", "th", "cs")
    for path in (
        *sorted((ROOT / "docs" / tag).rglob("*.md")),
        *(folder / f"{tag}.po" for folder in CATALOGS),
    )
]


@lru_cache
def glossary() -> Glossary:
    return read_glossary(ROOT / "docs" / "glossary.yml", ROOT)


@pytest.mark.parametrize(
    ("tag", "path"), TEXTS, ids=[path.relative_to(ROOT).as_posix() for _, path in TEXTS]
)
def test_no_text_says_what_its_language_must_not_say_here(tag: str, path: Path):
    text = path.read_text("utf-8")

    found = [
        f"line {text.count(chr(10), 0, use.start) + 1}: {text[use.start : use.end]} "
        f"(say: {wrong.instead})"
        for use, wrong in wrong_uses(text, glossary().wrong[tag], Language(tag))
    ]

    assert [] == found


@pytest.mark.parametrize("tag", ["sr", "th", "cs"])
def test_what_is_said_instead_of_a_wrong_form_is_not_wrong_itself(tag: str):
    instead = "; ".join(one.instead for one in glossary().wrong[tag])

    assert [] == list(wrong_uses(instead, glossary().wrong[tag], Language(tag)))


def test_definitions_are_sentences_of_their_own():
    wrong = [
        term.id
        for term in glossary().terms
        if not re.fullmatch(r"[A-Z0-9].*\.", term.definition.english)
    ]

    assert [] == wrong


@lru_cache
def texts_of(tag: str) -> Texts:
    if tag == "en":
        return Texts(ENGLISH)
    language = Language(tag)
    translations = Translations(language)
    for path in (folder / f"{tag}.po" for folder in CATALOGS):
        catalog = read_catalog(path, language, ROOT)
        translations = translations.joined(translations_of(catalog, language, path.name))
    return Texts(language, translations)


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
