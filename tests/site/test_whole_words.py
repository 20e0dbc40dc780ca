from __future__ import annotations

import pytest

from cxguide.core.languages import Language
from cxguide.site.whole_words import whole_words, with_whole_words_in


@pytest.mark.parametrize("word", whole_words(Language("th")))
def test_a_word_of_the_list_stays_whole(word: str) -> None:
    actual = with_whole_words_in(f"<p>ใน{word}นี้</p>", Language("th"))

    assert f"<p>ใน<cx-w>{word}</cx-w>นี้</p>" == actual


def test_a_word_that_stays_whole_already_is_left_alone() -> None:
    once = with_whole_words_in("<p>ตารางโคฮอร์ต</p>", Language("th"))

    assert once == with_whole_words_in(once, Language("th"))


@pytest.mark.parametrize("tag", ["en", "sr", "cs", "sr-Latn", "de"])
def test_a_language_without_a_list_keeps_every_byte(tag: str) -> None:
    assert "<p>โคฮอร์ต" == with_whole_words_in("<p>โคฮอร์ต", Language(tag))


def test_words_in_code_and_in_other_languages_stay() -> None:
    html = '<code>โคฮอร์ต</code><b lang="en">โคฮอร์ต</b><pre>โคฮอร์ต</pre>'

    assert html == with_whole_words_in(html, Language("th"))


@pytest.mark.parametrize("name", ["button", "option", "output", "title", "p translate=no"])
def test_nothing_is_added_where_only_text_may_be(name: str) -> None:
    html = f"<{name}>โคฮอร์ต</{name.split(maxsplit=1)[0]}>"

    assert html == with_whole_words_in(html, Language("th"))


def test_words_in_a_calculator_stay_whole() -> None:
    html = "<cx-calculator><p>โคฮอร์ต</p></cx-calculator>"

    expected = html.replace("โคฮอร์ต", "<cx-w>โคฮอร์ต</cx-w>")
    assert expected == with_whole_words_in(html, Language("th"))
