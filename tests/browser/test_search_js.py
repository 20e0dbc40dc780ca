"""The analyzer of the browser is that of the build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from benchmarks.search import guide_pages
from cxguide.core.languages import Language
from cxguide.core.resources import THEME
from cxguide.search.analyzer import Analyzer
from cxguide.search.rules import rules_data, rules_for
from guide_site import PREFIXES, Guide, served

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "cases/search"
NONSENSE = [
    *("", " ", "'", "’’", "a’", "\u0300", "\u200b", "\u0e31", "เ", "เเ", "ๆ", "x\u00adx", "İ", "ẞ"),
    *("ﬁ", "e-mail", "drop--off", "100%", "3,5", "٣", "😀 map", "👩‍👧", "日本語", "שלום", "Ⅳ"),
    *("_snake_case_", "A.B.C", "ＮＰＳ", "ｎｐｓ", "๒๕๖๙", "ปี๒๕๖๙แล้ว"),
    *("น\u0e4d\u0e32", "น้\u0e4d\u0e32", "น\u0e4d้\u0e32"),
]
TOKENS = """([texts, rules]) => import("/search-analyzer.js").then((m) => texts.map((text) =>
  m.tokens(text, rules).map((one) => [one.term, text.slice(one.start, one.end)])))"""


EXCERPT = """([section, rules, terms]) => import("/search-results.js").then(({Results}) =>
  new Results({rules, words: {}}, new URL("/", location.href))
    .excerpt(section, new Map(terms.map((one) => [one, "all"]))).innerHTML)"""

ITEM = """([page, rules]) => import("/search-results.js").then(({Results}) =>
  new Results({rules, words: {}}, new URL("/", location.href)).item(page, new Map()).innerHTML)"""


@pytest.fixture(scope="module")
def scripts_url() -> Iterator[str]:
    yield from served(THEME / "assets/cx")


def in_browser(page: Page, url: str, tag: str, texts: list[str]) -> list[Any]:
    page.goto(f"{url}/search.js")
    return page.evaluate(TOKENS, [texts, rules_data(Language(tag))])


def at_build(tag: str, texts: list[str]) -> list[Any]:
    analyzer = Analyzer(rules_for(Language(tag)))
    return [
        [[one.term, text[one.start : one.end]] for one in analyzer.tokens(text)] for text in texts
    ]


@pytest.mark.parametrize("tag", ["en", "sr", "th", "cs", "fr"])
def test_nonsense_has_the_same_terms(page: Page, scripts_url: str, tag: str):
    assert at_build(tag, NONSENSE) == in_browser(page, scripts_url, tag, NONSENSE)


@pytest.mark.parametrize("tag", ["en", "sr", "th", "cs"])
def test_listed_words_have_the_same_terms(page: Page, scripts_url: str, tag: str):
    kinds = yaml.safe_load((CASES / "same_words.yml").read_text("utf-8"))[tag]
    words = [str(word) for some in kinds.values() for group in some for word in group]

    assert at_build(tag, words) == in_browser(page, scripts_url, tag, words)


@pytest.mark.parametrize("tag", PREFIXES)
def test_every_text_of_the_guide_has_the_same_terms(
    page: Page, scripts_url: str, guide: Guide, tag: str
):
    sections = [one for each in guide_pages(guide.folder, tag) for one in each.sections]
    texts = [text for one in sections for text in (one.title, one.text)]

    assert len(texts) > 1000
    assert at_build(tag, texts) == in_browser(page, scripts_url, tag, texts)


@pytest.mark.parametrize(
    ("tag", "question", "words"),
    [
        ("en", "what is the churn rate", [["churn"], ["rat"]]),
        ("en", "how to", [["how"], ["to"]]),
        ("th", "ลูกค้าคืออะไร", [["ลูก", "กคา"]]),
        ("th", "คำศัพท์ NPS", [["คำศั", "ศัพ", "พท"], ["nps"]]),
        ("th", "ลูกค้าด่า", [["ลูก", "กคา", "คาดา"]]),
    ],
)
def test_a_question_is_its_telling_words(
    page: Page, scripts_url: str, tag: str, question: str, words: list[list[str]]
):
    page.goto(f"{scripts_url}/search.js")
    found = page.evaluate(
        """([text, rules]) => import("/search-analyzer.js").then((m) =>
          m.asked(text, rules).map((word) => word.map((one) => one.term)))""",
        [question, rules_data(Language(tag))],
    )

    assert words == found


@pytest.mark.parametrize(
    ("one", "two", "slips"),
    [("churn", "churn", 0), ("chrun", "churn", 1), ("churm", "churn", 1), ("chrn", "churn", 1),
     ("cchurn", "churn", 1), ("chrum", "churn", 2), ("abc", "xyz", 3)],
)  # fmt: skip
def test_slips_are_counted(page: Page, scripts_url: str, one: str, two: str, slips: int):
    page.goto(f"{scripts_url}/search.js")
    found = page.evaluate(
        '([one, two]) => import("/search-words.js").then((m) => m.distance(one, two, 2))',
        [one, two],
    )

    assert slips == found


def test_words_of_another_language_say_so_in_titles(page: Page, scripts_url: str):
    section = {"id": "a", "kind": "section", "title": "Co je churn", "text": ""}
    section |= {"foreignTitle": {"en": [6, 11]}}
    found = {"address": "a/", "title": "Míra churn", "foreignTitle": {"en": [5, 10]}}
    page.goto(f"{scripts_url}/search.js")

    html = page.evaluate(ITEM, [found | {"sections": [section]}, rules_data(Language("cs"))])

    assert 'Míra <span lang="en">churn</span></a>' in html
    assert 'Co je <span lang="en">churn</span></a>' in html


def excerpt(page: Page, url: str, text: str, foreign: dict[str, list[str]], *terms: str) -> str:
    """What is shown of a text; `foreign` by language, each as its first and its last word."""
    places = {
        tag: [at for one, two in pairs for at in (text.index(one), text.index(two) + len(two))]
        for tag, pairs in foreign.items()
    }
    page.goto(f"{url}/search.js")
    section = {"text": text, "foreign": places}
    return page.evaluate(EXCERPT, [section, rules_data(Language("cs")), terms])


@pytest.mark.parametrize(
    ("text", "foreign", "expected"),
    [
        ("A\nB\nchurn rate a c", {"en": [("churn", "rate")]}, "A · B · [en|*churn* rate] a c"),
        ("Ten churn", {"en": [("churn", "churn")]}, "Ten [en|*churn*]"),
        (
            "churn\nist\nA",
            {"en": [("churn", "churn")], "de": [("ist", "ist")]},
            "[en|*churn*] · [de|ist] · A",
        ),
        ("a churn-b", {"en": [("b", "b")]}, "a *churn*-[en|b]"),
        ("slovo " * 60 + "churn", {"en": [("churn", "churn")]}, f"… {'slovo ' * 8}[en|*churn*]"),
        ("w " * 60 + "churn" + "\nslovo" * 60, {"en": [("w", "churn")]}, None),
        ("churn " + "w " * 120 + "a", {"en": [("churn", "a")]}, None),
    ],
)
def test_words_of_another_language_say_so_in_an_excerpt(
    page: Page, scripts_url: str, text: str, foreign: dict[str, list[str]], expected: str | None
):
    html = excerpt(page, scripts_url, text, foreign, "churn")

    for old, new in {
        "<mark>": "*",
        "</mark>": "*",
        '<span lang="': "[",
        '">': "|",
        "</span>": "]",
    }.items():
        html = html.replace(old, new)
    if expected is not None:
        assert expected == html
    else:  # cut within the words of the other language
        (inside,) = re.findall(r"\[en\|(.*)\]", html)
        outside = re.sub(r"\[en\|.*\]", "", html)
        assert {"churn", "w"} == {*inside.replace("*", "").split()}
        assert {*outside.split()} <= {"…", "·", "slovo"}
