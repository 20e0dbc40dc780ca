"""Headings are read as Markdown reads them."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from cxguide.translations.page_source import read_page


def rendered(text: str) -> list[tuple[int, str, str | None]]:
    """The headings that Markdown itself makes of a text."""
    extensions = ["attr_list", "admonition", "tables", "pymdownx.superfences"]
    page = html.fromstring(f"<div>{markdown.markdown(text, extensions=extensions)}</div>")
    found = page.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4]")
    return [(int(h.tag[1]), h.text_content(), h.get("id")) for h in found]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# comment\n```\n",
        "~~~python\n# comment\n~~~\n",
        "````md\n```\n# comment\n```\n````\n",
        "    # indented code\n",
        "<!-- # hidden -->\n",
        "<!--\n# hidden\n-->\n",
        "---\ntitle: a\n# a comment of YAML\n---\n",
        "- item\n\n    ```\n    # comment\n    ```\n",
        "| a | b |\n| --- | --- |\n",
        "text\n\n---\n\nmore\n",
    ],
    ids=lambda text: text.splitlines()[0][:20],
)
def test_what_markdown_takes_for_something_else_is_no_heading(text: str) -> None:
    assert rendered(text.removeprefix("---\ntitle: a\n# a comment of YAML\n---")) == []
    assert read_page(text, "a.md").headings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#no blank\n", (1, "no blank", None)),
        ("text\n## after text { #x }\n", (2, "after text", "x")),
        ("## closed ##\n", (2, "closed", None)),
        ("## C# code {: #csharp .x }\n", (2, "C# code", "csharp")),
        ("### with id { id=y }\n", (3, "with id", "y")),
        ("!!! note\n\n    ## inside { #in }\n", (2, "inside", "in")),
        ("1. item\n\n    #### in a list\n", (4, "in a list", None)),
        ("> ## quoted { #q }\n", (2, "quoted", "q")),
        ('<h2 id="raw">Raw</h2>\n', (2, "Raw", "raw")),
        ("```\nnever closed\n\n## after { #z }\n", (2, "after", "z")),
        ("`` `x` ``\n\n```not a fence``` here\n\n## code { #c }\n", (2, "code", "c")),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)
def test_headings_are_read_as_markdown_reads_them(
    text: str, expected: tuple[int, str, str | None]
) -> None:
    (heading,) = read_page(text, "a.md").headings
    assert rendered(text) == [expected]
    assert (heading.level, heading.text, heading.id) == expected
