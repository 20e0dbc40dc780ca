"""Pages that say what they may load and run."""

from __future__ import annotations

import pytest

from cxguide.core.policy import policy_hash
from cxguide.site.policy import joined, policy_of, refused, with_policy
from site_facts import SITE

HEAD = '<!doctype html><head><meta charset="utf-8"><title>A</title>'


def rules(page: str) -> dict[str, list[str]]:
    found = (rule.split() for rule in policy_of(with_policy(page)).split("; "))
    return {name: sources for name, *sources in found}


def test_a_page_may_use_the_files_of_its_site_alone():
    found = rules(HEAD)

    assert ["'self'"] == found["default-src"] == found["script-src"] == found["style-src"]
    assert ["'none'"] == found["base-uri"] == found["object-src"]
    assert not [name for name, sources in found.items() if "'unsafe-inline'" in sources]


def test_the_policy_stands_before_what_it_is_about():
    assert with_policy(HEAD).startswith(
        '<!doctype html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
    )
    assert with_policy(HEAD).endswith("<title>A</title>")


@pytest.mark.parametrize(
    ("inline", "rule", "text"),
    [
        ("<SCRIPT Type='Module'>a()</SCRIPT>", "script-src", "a()"),
        ("<script>a()\r\nb()\rc()</script>", "script-src", "a()\nb()\nc()"),
        ("<script>a()</script>", "script-src", "a()"),
        ("<script type=module>\na()\n</script>", "script-src", "\na()\n"),
        ('<script data-a="b" type="text/javascript">a</script>', "script-src", "a"),
        ("<style>p{}</style>", "style-src", "p{}"),
    ],
)
def test_what_stands_in_the_page_is_allowed_by_its_hash(inline: str, rule: str, text: str):
    assert ["'self'", policy_hash(text)] == rules(f"{HEAD}{inline}{inline}")[rule]


@pytest.mark.parametrize(
    "inline",
    ['<script type="application/json">{}</script>', '<script src="a.js"></script>', "<b>a</b>"],
)
def test_data_and_files_need_no_hash(inline: str):
    assert ["'self'"] == rules(HEAD + inline)["script-src"]


def test_a_policy_of_the_page_itself_stays():
    own = HEAD + '<meta http-equiv="Content-Security-Policy" content="img-src *">'

    assert own == with_policy(own)
    assert "img-src *" == policy_of(own)


def test_what_is_no_page_stays():
    assert "<p>Text</p>" == with_policy("<p>Text</p>")
    assert "" == policy_of("<p>Text</p>") == joined(["", ""])


def test_a_policy_for_all_pages_allows_what_each_of_them_needs():
    both = [f"{HEAD}<script>{text}</script>" for text in "ab"]

    found = joined(policy_of(with_policy(page)) for page in both)

    assert f"script-src 'self' {policy_hash('a')} {policy_hash('b')};" in found


@pytest.mark.parametrize(
    "tag",
    [
        "<td style='text-align: right'>",
        '<a href="a" onclick="b()">',
        '<script defer src="https://other.example/a.js">',
        "<img alt='' src=//other.example/a.png>",
        '<link rel="stylesheet" href="https://other.example/a.css">',
        '<form action="https://other.example/">',
        '<form action="mailto:a@other.example">',
        '<button formaction="//other.example/">',
        '<IMG SRC="HTTPS://other.example/a.png">',
        '<img src="a.png" srcset="a.png 1x, https://other.example/b.png 2x">',
        '<video src="a.mp4" poster="https://other.example/a.png">',
        '<iframe src="data:text/html,a">',
        '<img title="a > b" src="https://other.example/a.png">',
        '<a href="java&#115;cript:a()" title="javascript:">',
        '<object data="a.svg">',
        '<embed src="a.pdf">',
        '<base href="/">',
        '<iframe src="https://[other/">',
    ],
)
def test_what_would_not_work_is_told(tag: str):
    assert [tag] == [found.raw for found in refused(HEAD + tag, SITE)]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://other.example/">',
        f'<link rel="canonical" href="{SITE}">',
        '<link rel="alternate" href="https://other.example/">',
        f'<script src="{SITE}a.js">',
        '<img src="a.png" alt="one, style=none">',
        '<pre data-code="&lt;b style=&quot;&quot;&gt;">',
        '<!-- <p style="top: 0"> --><p>a</p>',
        "<script>a = '<p style=>'</script>",
        "<textarea><p style=''></textarea>",
        '<img src="data:image/png;base64,AA==" srcset="data:image/png;base64,AA== 2x">',
        '<link rel="icon" href="data:,">',
        '<p data-one="a" data-on="b">style = https://other.example</p>',
    ],
)
def test_what_works_is_not_told(tag: str):
    assert [] == [*refused(HEAD + tag, SITE)]
