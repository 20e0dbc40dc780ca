"""Pages are written in their language, and spelt right."""

from __future__ import annotations

import re
from functools import cache

import pytest

import spelling
from guide_site import PATHS
from guide_sources import SOURCES, prose, source_page, without_fences
from system_tools import required

TRANSLATIONS = pytest.mark.parametrize(
    ("tag", "path"), [(tag, path) for tag, path in SOURCES if tag != "en"]
)
CHECKED = pytest.mark.parametrize("tag", spelling.DICTIONARIES)
LONGEST_RUN = 5
"""English words in a row: a name, a term and what it stands for."""

_LATIN_RUN = re.compile(r"(?:[A-Za-z][A-Za-z'’-]*[ \n]+){5,}[A-Za-z][A-Za-z'’-]*")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|with|for|you|your|not|as|that|it|from|this)\b", re.I)
_FOREIGN = re.compile(r"<(?P<tag>\w+) lang=.*?</(?P=tag)>", re.S)
_CODE = re.compile(r"`[^`\n]*`")


def in_own_words(tag: str, path: str) -> str:
    """The prose of a page without code, texts marked as foreign, and titles of sources."""
    page = source_page(tag, path)
    text = _CODE.sub("", _FOREIGN.sub("", without_fences(page.text)))
    parts = re.split(r"^(?=## )", text, flags=re.M)
    own = [part for part in parts if "{ #sources" not in part.partition("\n")[0]]
    settings = (str(page.settings[name]) for name in ("title", "description"))
    return "\n".join([*settings, prose("\n".join(own))])


@TRANSLATIONS
def test_no_passage_is_left_in_english(tag: str, path: str):
    runs = [run[0] for run in _LATIN_RUN.finditer(in_own_words(tag, path))]

    english = [run for run in runs if tag != "cs" or len(_ENGLISH.findall(run)) > 1]
    assert [] == english


@cache
def words_of(tag: str) -> dict[str, str]:
    """Every word of the guide in a language, and a page that has it."""
    found: dict[str, str] = {}
    for path in PATHS:
        for word in spelling.words_in(in_own_words(tag, path), tag):
            found.setdefault(word, path or "index")
    return found


@CHECKED
def test_every_word_is_known_or_was_looked_at(tag: str):
    required(spelling.is_installed(), spelling.HOW_TO_GET_IT)
    words = words_of(tag)

    unknown = spelling.unknown(words, tag) - set(spelling.allowed(tag))
    assert [] == sorted(f"{word} ({words[word]})" for word in unknown)


@CHECKED
def test_the_list_of_allowed_words_has_no_more_than_are_used(tag: str):
    listed = spelling.allowed(tag)

    assert sorted(set(listed)) == sorted(listed)
    assert [] == [word for word in listed if word not in words_of(tag)]
