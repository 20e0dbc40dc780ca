"""Pages whose lines cannot end where none may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.languages import Language
from cxguide.site.no_break import with_no_break_spaces_in

CZECH = Language("cs")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Jde o nás</p>", "<p>Jde o~nás</p>"),
        ("<p>v\n<b>Praze</b></p>", "<p>v~<b>Praze</b></p>"),
        ("<p><em>S</em> ním</p>", "<p><em>S</em>~ním</p>"),
        ("<p>a <a href='k n'>i <b>to</b></a></p>", "<p>a~<a href='k n'>i~<b>to</b></a></p>"),
        ("<p>v <code>a i b</code> i <img alt='a b'></p>",
         "<p>v~<code>a i b</code> i~<img alt='a b'></p>"),
        ("<p>5\n   <abbr>%</abbr></p>", "<p>5~<abbr>%</abbr></p>"),
        ("<p>o<cx-h></cx-h>kno v<cx-w> x</cx-w></p>", "<p>o<cx-h></cx-h>kno v<cx-w>~x</cx-w></p>"),
        ("<li>v</li> <li>lese</li>", "<li>v</li> <li>lese</li>"),
        ("<p>v<br> lese</p>", "<p>v<br> lese</p>"),
        ("<p>v&nbsp;lese &amp; u ní</p>", "<p>v&nbsp;lese &amp; u~ní</p>"),
        ("<p><img alt='a b'> v lese</p>", "<p><img alt='a b'> v~lese</p>"),
        ("<p>v <svg><g><path/></g></svg> i <math><mn>5</mn></math> lese</p>",
         "<p>v~<svg><g><path/></g></svg> i~<math><mn>5</mn></math> lese</p>"),
        ("<pre>v lese</pre>", "<pre>v lese</pre>"),
        ("<button>v lese</button>", "<button>v~lese</button>"),
        ("<option>v lese</option>", "<option>v~lese</option>"),
        ("<p translate=no>v lese</p>", "<p translate=no>v~lese</p>"),
        ("<cx-calculator>v lese</cx-calculator>", "<cx-calculator>v lese</cx-calculator>"),
        ("<p>a <code>b</code></p><p>v</p> lese", "<p>a~<code>b</code></p><p>v</p> lese"),
        ("<script>v lese</script><style>a b</style>", "<script>v lese</script><style>a b</style>"),
        ("<!-- v lese -->", "<!-- v lese -->"),
    ],
)  # fmt: skip
def test_sentences_are_read_as_readers_see_them(html: str, expected: str):
    assert expected == with_no_break_spaces_in(html, CZECH).replace("\xa0", "~")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <i lang='en'>a good one</i></p>", "<p>a~<i lang='en'>a good one</i></p>"),
        ("<div lang='en'><p>a good one</p></div><p>a i</p>",
         "<div lang='en'><p>a good one</p></div><p>a~i</p>"),
        ("<div lang='th'>ต่าง ๆ <b>a b</b></div>", "<div lang='th'>ต่าง~ๆ <b>a b</b></div>"),
        ("<div lang='qq'>a b</div>", "<div lang='qq'>a b</div>"),
    ],
)  # fmt: skip
def test_words_are_looked_at_in_their_own_language(html: str, expected: str):
    assert expected == with_no_break_spaces_in(html, CZECH).replace("\xa0", "~")


def test_a_page_in_another_language_has_its_czech_parts_set():
    html = "<p>a b</p><section lang='cs'><p>a b</p></section>"

    actual = with_no_break_spaces_in(html, Language("en"))

    assert "<p>a b</p><section lang='cs'><p>a\xa0b</p></section>" == actual


def test_a_calculator_keeps_its_words_because_the_browser_says_the_same():
    html = "<cx-calculator><p>v lese</p></cx-calculator><p>v lese</p>"

    actual = with_no_break_spaces_in(html, CZECH)

    assert "<cx-calculator><p>v lese</p></cx-calculator><p>v\xa0lese</p>" == actual


@given(st.text(st.sampled_from("<p></p><b> v5%a&;\n'\"/!-"), max_size=40))
def test_nothing_but_spaces_changes(html: str):
    actual = with_no_break_spaces_in(html, CZECH)

    assert html.split() == actual.split()
    assert actual == with_no_break_spaces_in(actual, CZECH)
