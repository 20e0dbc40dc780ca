"""Pages that say what they may load and run."""

from __future__ import annotations

import pytest

from cxguide.core.policy import joined, policy_hash
from cxguide.site.policy import policy_of, refused, with_policy
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


@pytest.mark.parametrize(
    "meta",
    [
        '<meta content="default-src *" http-equiv="content-security-policy">',
        "<META HTTP-EQUIV=Content-Security-Policy CONTENT='default-src *'/>",
        '<meta name="a" http-equiv="Content-Security-Policy" content="default-src&#32;*">',
    ],
)
def test_a_policy_of_the_page_itself_stays_however_it_is_written(meta: str):
    assert HEAD + meta == with_policy(HEAD + meta)
    assert "default-src *" == policy_of(HEAD + meta)


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <meta http-equiv="Content-Security-Policy" content="img-src *"> -->',
        '<meta http-equiv="Content-Security-Policy" content=" ">',
        '<meta http-equiv="Content-Security-Policy">',
        '<meta name="Content-Security-Policy" content="img-src *">',
        '<body><meta http-equiv="Content-Security-Policy" content="img-src *">',
        "<body>Content-Security-Policy",
    ],
)
def test_what_browsers_do_not_take_as_a_policy_is_none(text: str):
    assert "" == policy_of(HEAD + text)
    assert ["'none'"] == rules(HEAD + text)["base-uri"]


def test_what_is_no_page_stays():
    assert "<p>Text</p>" == with_policy("<p>Text</p>")
    assert "" == policy_of("<p>Text</p>") == joined(["", ""])


def test_a_policy_for_all_pages_allows_what_each_of_them_needs():
    both = [f"{HEAD}<script>{text}</script>" for text in "ab"]

    found = joined(policy_of(with_policy(page)) for page in both)

    assert f"script-src 'self' {policy_hash('a')} {policy_hash('b')};" in found


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        (["default-src 'self'; "], "default-src 'self'"),
        ([";; Default-SRC  'self' ;", ""], "default-src 'self'"),
        (["img-src a; img-src b"], "img-src a"),
        # What one does not say means its default.
        (["default-src a; img-src b", "default-src c"], "default-src a c; img-src b c"),
        (["default-src a; script-src-elem b", "script-src c; default-src d"],
         "default-src a d; script-src-elem b c; script-src a c"),
        (["default-src a; worker-src b", "default-src c; script-src d"],
         "default-src a c; worker-src b d; script-src a d"),
        (["default-src a; child-src b", "default-src c; script-src d"],
         "default-src a c; child-src b c; script-src a d; worker-src b d"),
        # What one does not speak of is allowed by it.
        (["img-src a", "script-src b"], ""),
        (["default-src a; base-uri 'none'", "default-src a; form-action b"], "default-src a"),
        (["img-src a; upgrade-insecure-requests", "img-src b; upgrade-insecure-requests"],
         "img-src a b; upgrade-insecure-requests"),
        # Some sources make browsers overlook others.
        (["object-src 'none'", "object-src 'self'"], "object-src 'self'"),
        (["object-src 'none'", "object-src"], "object-src 'none'"),
        (["script-src 'unsafe-inline'", "script-src 'sha256-a='"], "script-src 'unsafe-inline'"),
        (["script-src 'unsafe-inline' 'nonce-a'", "script-src b"],
         "script-src 'unsafe-inline' 'nonce-a' b"),
        (["script-src 'nonce-a' 'strict-dynamic'", "script-src b"], "script-src 'nonce-a' * b"),
        (["script-src 'nonce-a' 'strict-dynamic'", "script-src 'nonce-b' 'strict-dynamic'"],
         "script-src 'nonce-a' 'strict-dynamic' 'nonce-b'"),
    ],
)  # fmt: skip
def test_policies_together_allow_what_any_of_them_allows(policies: list[str], expected: str):
    assert expected == joined(policies)


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
        '<img srcset="a.png 1x,https://other.example/b.png 2x">',
        "<img srcset=//other.example/b.png>",
        '<x-y onclick="a()">',
        '<body ONLOAD="a()">',
        '<animate onbegin="a()">',
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
        '<img srcset="a,https://b.png 1x">',
        '<x-y only="1">',
        '<div onward="x" on="y" once="z">',
        "<p onclick>",
        '<p data-one="a" data-on="b">style = https://other.example</p>',
    ],
)
def test_what_works_is_not_told(tag: str):
    assert [] == [*refused(HEAD + tag, SITE)]
