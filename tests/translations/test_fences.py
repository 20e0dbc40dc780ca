"""Fences are read as Markdown reads them: what it shows as text is told, what it renders is not."""

import markdown
import pytest

from cxguide.translations.page_source import fences_in, read_page

PLAIN = "```calculator\nmetric: nps\n```\n"
RENDERED = {
    "plain": PLAIN,
    "five signs": "`````calculator\nmetric: nps\n`````\n",
    "tildes": "~~~calculator\nmetric: nps\n~~~\n",
    "one space before every line": " ```calculator\n metric: nps\n ```\n",
    "in a list": "- a\n\n    ```calculator\n    metric: nps\n    ```\n",
    "in a list whose text goes on": "1. a\nlazy\n\n    ```calculator\n    metric: nps\n    ```\n",
    "in an admonition": "!!! note\n    ```calculator\n    metric: nps\n    ```\n",
    "in a quote": "> ```calculator\n> metric: nps\n> ```\n",
    "in a quote with an empty line": "> ```calculator\n> metric: nps\n>\n> form: short\n> ```\n",
    "after a heading": "# A\n```calculator\nmetric: nps\n```\n",
}
SHOWN_AS_TEXT = {
    "nobody closes it": ("```calculator\nmetric: nps\n", "end"),
    "other signs at the end": ("```calculator\nmetric: nps\n````\n", "end"),
    "space before the first line": (" ```calculator\nmetric: nps\n```\n", "columns"),
    "space before the last line": ("```calculator\nmetric: nps\n ```\n", "columns"),
    "indented like code": ("    ```calculator\n    metric: nps\n    ```\n", "columns"),
    "no list of Markdown": ("1) a\n\n    ```calculator\n    metric: nps\n    ```\n", "columns"),
    "words behind the name": ("```calculator, nps\nmetric: nps\n```\n", "beginning"),
    "a colon behind the name": ("```calculator:\nmetric: nps\n```\n", "beginning"),
    "two signs": ("``calculator\nmetric: nps\n``\n", "beginning"),
}


def is_rendered(text: str) -> bool:
    """Whether Markdown puts what the plugin makes of the fence into the page."""
    fence = {"name": "calculator", "class": "calculator", "format": lambda *_, **__: "<p>Here</p>"}
    page = markdown.markdown(
        text,
        extensions=["admonition", "pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": [fence]}},
    )
    return "<p>Here</p>" in page


@pytest.mark.parametrize("text", RENDERED.values(), ids=RENDERED)
def test_a_fence_that_markdown_renders_has_no_flaw(text: str):
    (fence,) = fences_in(text, "a.md")

    assert is_rendered(text)
    assert ("calculator", "") == (fence.name, fence.flaw)
    assert fence.content.text.startswith("metric: nps")


@pytest.mark.parametrize(("text", "flaw"), SHOWN_AS_TEXT.values(), ids=SHOWN_AS_TEXT)
def test_a_fence_that_markdown_shows_as_text_has_a_flaw(text: str, flaw: str):
    fence, *_ = fences_in(text, "a.md")

    assert not is_rendered(text)
    assert ("calculator", flaw) == (fence.name, fence.flaw)


@pytest.mark.parametrize(
    "text", [f"````md\n{PLAIN}````\n", f"<!--\n{PLAIN}-->\n"], ids=["example", "comment"]
)
def test_a_fence_that_is_only_shown_or_hidden_is_none(text: str):
    assert [] == [fence for fence in fences_in(text, "a.md") if fence.name == "calculator"]


def test_a_fence_is_still_open_where_the_next_one_begins() -> None:
    text = "```calculator\nmetric: nps\n````\n\n## B { #b }\n\n```calculator\nmetric: csat\n```\n"

    ours = [fence for fence in fences_in(text, "a.md") if fence.name]
    assert [("end", 1), ("", 7)] == [(fence.flaw, fence.place.line) for fence in ours]
    assert ["b"] == [heading.id for heading in read_page(text, "a.md").headings]
