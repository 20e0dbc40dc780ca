"""Pages as Markdown: one case a file, the page and its copy side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cxguide.site.copies import page_copy

CASES = Path(__file__).parents[1] / "cases" / "markdown_copies"
ADDRESS = "https://cx.example/guide/a/"


def copied(html: str, tag: str = "en") -> str:
    return page_copy(html, {}, address=ADDRESS, title="A title", tag=tag).removeprefix(
        "---\n---\n\n"
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.html")))
def test_a_page_is_copied_as_its_readers_see_it(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    html = (CASES / f"{name}.html").read_text("utf-8")

    golden(CASES / f"{name}.md", copied(html))


def test_a_copy_begins_with_what_is_known_of_the_page() -> None:
    known = {"title": 'The "NPS": คะแนน', "description": "", "reviewed": date(2026, 3, 31)}

    text = page_copy("<article><h1>NPS</h1></article>", known, address=ADDRESS, title="", tag="th")

    expected = '---\ntitle: "The \\"NPS\\": คะแนน"\nreviewed: 2026-03-31\n---\n\n# NPS\n'
    assert expected == text


@pytest.mark.parametrize(
    ("tag", "quoted"),
    [("en", "“a”"), ("cs", "„a“"), ("sr-Latn", "„a“"), ("th", "“a”"), ("qq", "“a”")],
)
def test_a_quotation_has_the_marks_of_its_language(tag: str, quoted: str) -> None:
    assert f"# H\n\n{quoted}\n" == copied("<article><h1>H</h1><p><q>a</q></p></article>", tag)


@pytest.mark.parametrize(
    "broken",
    [
        "<article><h1>A<p>b<svg",
        "<article><h1>A</h1><template></template ",
        "<article",
        "",
        "</p>",
        "<article>",
    ],
)
def test_a_broken_page_is_copied_as_far_as_it_goes(broken: str) -> None:
    assert copied(broken).startswith("# A")
