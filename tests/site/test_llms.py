"""The list of a version's pages for programs that read."""

from __future__ import annotations

from dataclasses import replace

from cxguide.site.llms import llms_text
from cxguide.site.page_facts import PageFacts, Section
from site_facts import ENGLISH, LATIN, SITE

WORDS = {"pages": "Pages", "languages": "Other languages"}


def test_the_list_has_every_page_under_its_section_with_what_it_is_about() -> None:
    expected = """\
# CX & guide

> A &lt;guide>.

The authors · CC BY 4.0 · https://licence.example/by/

## Pages

- [Customer experience](https://cx.example/index.md): Where to begin.

## Basics

- [Five &lt;Cs>](https://cx.example/five/index.md): Principles.

## Metrics

- [Score & interval](https://cx.example/nps/index.md): How to \\[calculate\\] it.

## Other languages

- [Srpski](https://cx.example/sr-latn/llms.txt): Vodič
"""
    actual = llms_text(ENGLISH, [LATIN], SITE, WORDS)
    assert expected == actual


def test_a_section_that_goes_on_after_another_one_stands_once() -> None:
    outer, inner = Section("Strategy", "a/"), Section("Maps", "b/")
    pages = [PageFacts("a/", "A", "", (outer,)), PageFacts("b/", "B", "", (outer, inner)),
             PageFacts("c/", "C", "", (outer,))]  # fmt: skip

    lines = llms_text(replace(ENGLISH, pages=tuple(pages)), [], SITE, WORDS).splitlines()

    listed = [line.split("(")[0] for line in lines if line.startswith(("#", "-"))]
    assert [
        "# CX & guide",
        "## Strategy",
        "- [A]",
        "- [C]",
        "## Strategy: Maps",
        "- [B]",
    ] == listed
