"""Pages and catalogs are written in their language, set and spelt right, and say the right words.

What is right although a check tells it is silenced where it stands, with the reason.
"""

from __future__ import annotations

from functools import partial

import pytest

from cxguide.core.languages import Language
from cxguide.core.source_text import SourceText
from cxguide.glossary import CHECK, term_faults, term_words
from cxguide.language import can_spell, language_faults, listed_words, passages_of, words_in
from guide_site import ROOT
from guide_sources import CATALOGS, LANGUAGES, glossary, texts_of
from system_tools import required

TRANSLATIONS = pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
HOW_TO_GET_IT = "hunspell is missing: apt-get install hunspell hunspell-cs hunspell-sr"


def sources(tag: str) -> list[SourceText]:
    """The pages and catalogs of a language."""
    catalogs = [] if tag == "en" else [folder / f"{tag}.po" for folder in CATALOGS]
    paths = [*sorted((ROOT / "docs" / tag).rglob("*.md")), *catalogs]
    return [SourceText.of(path, ROOT) for path in paths]


def allowed(tag: str) -> tuple[str, ...]:
    """The words that somebody has looked at and found right."""
    return listed_words(ROOT / "docs" / "spelling" / f"{tag}.txt")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_check_of_the_language_tells_anything(tag: str):
    terms = partial(term_faults, wrong=glossary().wrong.get(tag, ()))

    assert [] == [*map(str, language_faults(sources(tag), Language(tag), also={CHECK: terms}))]


@TRANSLATIONS
def test_every_word_is_known_or_was_looked_at(tag: str):
    required(can_spell(Language(tag)), HOW_TO_GET_IT)
    right = {*allowed(tag), *term_words(glossary(), texts_of(tag))}

    faults = language_faults(sources(tag), Language(tag), allowed_words=right)

    assert [] == [str(fault) for fault in faults if fault.check == "spelling"]


@TRANSLATIONS
def test_the_list_of_allowed_words_has_no_more_than_are_used(tag: str):
    language, listed = Language(tag), allowed(tag)
    passages = [passage for source in sources(tag) for passage in passages_of(source, language)]
    text = "\n".join(passage.text for passage in passages)
    used = {word for passage in passages for _, word in words_in(passage, language)}

    known = used | {word.lower() for word in used}
    assert sorted(set(listed)) == sorted(listed)
    assert [] == [word for word in listed if word not in (text if tag == "th" else known)]
