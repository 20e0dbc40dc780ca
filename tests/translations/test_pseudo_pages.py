"""A page in the pseudo-language has other words and the same Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.translations.contents import read_contents
from cxguide.translations.pseudo_pages import pseudo_page
from cxguide.translations.structure import structure_faults

ENGLISH = Path(__file__).parents[2] / "docs" / "en"
PAGES = sorted(path.relative_to(ENGLISH).as_posix() for path in ENGLISH.rglob("*.md"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("## A name { #name .cx-sheet }", "## «Á ñááméé» { #name .cx-sheet }"),
        ("A **bold** word, `code`.", "«Á **bóóļď** ŵóóřď, `code`.»"),
        ("[A](a.md) and [b](b.md#see)", "«[Á](a.md) ááñď [b](b.md#see)»"),
        ("[A](a.md)", "«[Á](a.md)»"),
        ("![A score](a.png){ .wide }", "![«Á ščóóřéé»](a.png){ .wide }"),
        ("- Go\n- 5\n1. Go", "- «Ğóó»\n- 5\n1. «Ğóó»"),
        ("> Go", "> «Ğóó»"),
        ("| A | 5 |\n| --- | --- |\n| `x` | no |", "| «Á» | 5 |\n| --- | --- |\n| `x` | «ñóó» |"),
        ('!!! note "Go"\n    Go', '!!! note "«Ğóó»"\n    «Ğóó»'),
        ('=== "Go"', '=== "«Ğóó»"'),
        ("??? tip", "??? tip"),
        ("Go[^one].\n\n[^one]: Go", "«Ğóó[^one].»\n\n[^one]: «Ğóó»"),
        ("*[CX]: Go", "*[ČX]: «Ğóó»"),
        ("[Go][to], [to]\n\n[to]: to.md", "«[Ğóó][to], [ťóó][to]»\n\n[to]: to.md"),
        ("Go\n{ .cx-lead }", "«Ğóó»\n{ .cx-lead }"),
        ('<div class="go" markdown>\nGo\n</div>', '<div class="go" markdown>\n«Ğóó»\n</div>'),
        ("| Czech | <span lang='cs'>Jak</span> |", "| «Čžééčĥ» | <span lang='cs'>Jak</span> |"),
        ("<!-- go -->\nGo<br>", "<!-- go -->\n«Ğóó»<br>"),
        ("```calculator\nmetric: nps\n```", "```calculator\nmetric: nps\n```"),
        ("  ~~~\n  go\n  ~~~\nGo", "  ~~~\n  go\n  ~~~\n«Ğóó»"),
        ("Go to https://a.example/b &amp; <c@d.e>", "«Ğóó ťóó» https://a.example/b &amp; <c@d.e>"),
        ("- [x] Go", "- [x] «Ğóó»"),
        ("{{ go }} --", "{{ go }} --"),
        (
            '---\ntitle: Go\ndescription: "Go"\ntemplate: go.html\n---\nGo',
            '---\ntitle: «Ğóó»\ndescription: "«Ğóó»"\ntemplate: go.html\n---\n«Ğóó»',
        ),
    ],
)
def test_words_change_and_markdown_stays(written: str, expected: str):
    assert expected == pseudo_page(written)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_guide_keeps_its_shape(path: str):
    english = (ENGLISH / path).read_text("utf-8")

    page = pseudo_page(english)

    faults = structure_faults(page, "qps.md", original=english, original_file="en.md")
    assert [] == [str(fault) for fault in faults]
    assert english.count("\n") == page.count("\n")
    actual, expected = (read_contents(text.split("---\n", 2)[2]) for text in (page, english))
    assert [one.kind for one in expected.blocks] == [one.kind for one in actual.blocks]
    for kind in ("links", "images", "codes", "references", "footnotes"):
        wanted = [one.what for one in getattr(expected, kind)]
        assert wanted == [one.what for one in getattr(actual, kind)]
