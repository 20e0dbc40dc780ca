"""What stands in a page is read as Python-Markdown shows it, with its lines and columns."""

from __future__ import annotations

import pytest

from cxguide.translations.contents import Contents, read_contents


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_contents(text).blocks]


def places(contents: Contents) -> list[tuple[str, int, int]]:
    found = [*contents.links, *contents.images, *contents.codes]
    return [(one.what, one.line, one.column) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.\n\nB.\n", ["paragraph", "paragraph"]),
        ("- a\n- b\n", ["list"]),
        ("- a\n\n- b\n\n    More of b.\n", ["list", "paragraph"]),
        ("1. a\n    - b\n", ["list", "list"]),
        ("> A.\n", ["quote", "paragraph"]),
        ('!!! note "A"\n    B.\n', ["admonition", "paragraph"]),
        ("??? tip\n\n    - c\n    - d\n\nE.\n", ["admonition", "list", "paragraph"]),
        ('=== "A"\n\n    B.\n\n=== "C"\n\n    D.\n', ["tab", "paragraph", "tab", "paragraph"]),
        ("| A |\n| --- |\n| b |\n", ["table"]),
        ("```text\nA\n\nB\n```\n", []),
        ("A.\n{ .cx-lead }\n", ["paragraph"]),
        ("{ .cx-lead }\n", []),
        ("[^a]: Note.\n", []),
        ("*[CX]: customer experience\n", []),
        ("![A](a.png)\n", ["image"]),
        ("## A { #a }\n", []),
        ("<!-- A -->\n", ["comment"]),
        ("<div markdown>\n\nA.\n\n</div>\n", ["html", "paragraph", "html"]),
    ],
)  # fmt: skip
def test_blocks_are_those_that_readers_see(text: str, expected: list[str]) -> None:
    assert expected == kinds(text)


def test_a_list_in_an_admonition_has_all_its_items() -> None:
    (found,) = [one for one in read_contents("!!! note\n\n    - a\n    - b\n").blocks if one.items]

    assert [3, 4] == [item.line for item in found.items]


def test_links_images_and_code_have_their_places() -> None:
    text = "See [a](a.md)\nand ![b](b.png).\n\n- `c` and `c`\n- <https://d.example>\n"

    assert [
        ("a.md", 1, 9), ("https://d.example", 5, 4), ("b.png", 2, 10), ("c", 4, 4), ("c", 4, 12),
    ] == places(read_contents(text))  # fmt: skip


def test_links_and_images_of_html_are_read_too() -> None:
    found = read_contents('<a href="a.md">a</a> and\n\n<img src="b.png" alt="B">\n')

    assert [("a.md", 1, 10), ("b.png", 3, 11)] == places(found)
    assert ["B"] == [image.words for image in found.images]


@pytest.mark.parametrize("text", ["`[a](b.md)`", "<!-- [a](b.md) -->", "```\n[a](b.md)\n```"])
def test_what_is_only_shown_or_hidden_is_no_link(text: str) -> None:
    assert [] == read_contents(text).links


def test_a_footnote_of_one_word_is_no_address_of_a_link() -> None:
    found = read_contents("A.[^a]\n\n[^a]: Bain\n")

    assert [("a", 1), ("a", 3)] == [
        (one.what, one.line) for one in (*found.references, *found.footnotes)
    ]
    assert [] == found.links


def test_addresses_that_stand_elsewhere_in_the_page_are_known() -> None:
    (link,) = read_contents("See [it][x].\n", "[x]: výklad.md").links

    assert ("výklad.md", "it", 1, 6) == (link.what, link.words, link.line, link.column)
