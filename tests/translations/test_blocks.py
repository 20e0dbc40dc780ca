"""A translated section has the paragraphs, lists and items of the English one."""

from __future__ import annotations

import pytest

from cxguide.translations.twins import without_twin
from translations.translated_page import remarks

PAGE = """\
# A { #a }

You ask how likely customers are to recommend us, from 0 to 10.

Short one.

- Promoters: 110 of 200.
- Passives.
- Detractors: 36 of 200, as [said](b.md).

> A quote.
"""


@pytest.mark.parametrize(
    ("english", "czech"),
    [
        ("- Passives.", "\n- Pasivní."),
        ("- Passives.", "- Pasivní\n  jsou mezi nimi."),
        ("Short one.", "Krátký\nodstavec."),
        ("Short one.\n", "Krátký.\n{ .cx-lead }\n<!-- Poznámka. -->\n"),
    ],
)
def test_layout_does_not_matter(english: str, czech: str) -> None:
    assert [] == remarks(PAGE.replace(english, czech), PAGE)


@pytest.mark.parametrize(
    ("lost", "told", "fix"),
    [
        (
            "You ask how likely customers are to recommend us, from 0 to 10.\n\n",
            "3:1: warning: the paragraph of docs/en/nps.md:3 is missing before this one [blocks]",
            "You ask how likely customers are to recommend us, from 0 ...",
        ),
        (
            "Short one.\n\n",
            "3:1: warning: the paragraph of docs/en/nps.md:5 is missing below [blocks]",
            "Short one.",
        ),
        (
            "- Passives.\n",
            "7:1: warning: the item of docs/en/nps.md:8 is missing below [lists]",
            "- Passives.",
        ),
        (
            "- Detractors: 36 of 200, as [said](b.md).\n",
            "8:1: warning: the item of docs/en/nps.md:9 is missing below [lists]",
            "- Detractors: 36 of 200, as [said](b.md).",
        ),
    ],
)
def test_what_is_lost_is_told_where_it_belongs(lost: str, told: str, fix: str) -> None:
    found = [one for one in remarks(PAGE.replace(lost, ""), PAGE) if "[links]" not in one]

    assert [f"docs/cs/nps.md:{told}\n  fix: translate it into this place: {fix!r}"] == found


def test_a_paragraph_that_english_lacks_is_told() -> None:
    (told,) = remarks(PAGE.replace("Short one.", "Short one.\n\nMore."), PAGE)

    assert told.startswith("docs/cs/nps.md:7:1: warning: this paragraph does not stand in this")


@pytest.mark.parametrize(
    ("line", "name"), [("> A quote.", "quote"), ("!!! note", "admonition"), ('=== "B"', "tab")]
)
def test_a_lost_block_is_told_by_its_kind(line: str, name: str) -> None:
    page = PAGE.replace("> A quote.", f"{line}\n\n    Text.")

    assert f"the {name} of docs/en/nps.md:11 is missing" in "\n".join(
        remarks(page.replace(line, ""), page)
    )


def test_a_lost_list_is_told_once_and_not_item_by_item() -> None:
    (told,) = remarks("# A { #a }\n\nText.\n", "# A { #a }\n\nText.\n\n- a\n- b\n")

    assert "the list of docs/en/nps.md:5 is missing below [blocks]" in told


def test_who_has_no_twin_is_known_by_numbers_links_and_length() -> None:
    english = [
        "One.",
        "In 2026 there were 12.",
        "A long sentence of many words.",
        "See [it](a.md).",
    ]
    thai = ["หนึ่ง", "ประโยคยาวที่มีหลายคำ", "ดู [ที่นี่](a.md)"]

    assert (1,) == without_twin(thai, english)
