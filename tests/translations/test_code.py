"""A translated page shows the code of the English one; its comments and texts are translated."""

from __future__ import annotations

import pytest

from translations.translated_page import faults, remarks

PAGE = """\
# A { #a }

Write `lang` or `docs/en/a.md`.

```python
price = 100  # in euros
print("price", price)
```

## B { #b }
"""


def test_lost_code_is_told_in_its_section() -> None:
    text = PAGE[: PAGE.index("```")] + PAGE[PAGE.index("## B") :]
    expected = [
        (
            "docs/cs/nps.md:1:1: the code of docs/en/nps.md:5, named 'python', is missing here\n"
            "  fix: copy it from line 5 of that page into this section"
        )
    ]
    assert expected == faults(text, PAGE)


def test_code_that_english_lacks_is_told() -> None:
    (told,) = faults(f"{PAGE}\n```\nx\n```\n", PAGE)

    assert "docs/cs/nps.md:12:1: this code, without a name, does not stand in this section" in told


def test_another_name_of_code_is_told_with_what_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:5:1: the code here is named 'pyton'; "
            "in docs/en/nps.md:5 it is named 'python'\n"
            "  fix: write '```python'"
        )
    ]
    assert expected == faults(PAGE.replace("python", "pyton"), PAGE)


def test_a_calculator_whose_name_is_mistyped_is_told_once() -> None:
    page = "# A { #a }\n\n```calculator\nmetric: nps\n```\n"

    assert 1 == len(faults(page.replace("calculator", "calc"), page))


@pytest.mark.parametrize(
    ("english", "czech"),
    [
        ("in euros", "v eurech"),
        ('"price"', '"cena"'),
        ("docs/en/", "docs/cs/"),
        ("or `docs", "nebo také `lang`, případně `docs"),
    ],
)
def test_words_in_code_are_translated(english: str, czech: str) -> None:
    assert [] == remarks(PAGE.replace(english, czech), PAGE)


def test_an_example_in_other_words_is_the_same_example() -> None:
    page = "# A { #a }\n\nWrite `## Formula { #formula }`.\n"

    assert [] == remarks(page.replace("Formula", "Vzorec"), page)


def test_lost_inline_code_is_a_notice() -> None:
    expected = [
        (
            "docs/cs/nps.md:1:1: notice: the code 'lang' of docs/en/nps.md:3 "
            "is missing in this section [code]\n"
            "  fix: write '`lang`'"
        )
    ]
    assert expected == remarks(PAGE.replace("`lang`", "jazyk"), PAGE)


def test_mistyped_inline_code_is_told_where_it_stands() -> None:
    (told,) = remarks(PAGE.replace("`lang`", "`lnag`"), PAGE)

    assert told.startswith("docs/cs/nps.md:3:8: notice: ")
    assert told.endswith("fix: write '`lang`' for '`lnag`'")


def test_a_changed_line_of_code_is_a_notice() -> None:
    expected = [
        (
            "docs/cs/nps.md:6:1: notice: this line of code differs from docs/en/nps.md:6 "
            "in more than words [code]\n"
            "  fix: write 'price = 100  # in euros'"
        )
    ]
    assert expected == remarks(PAGE.replace("price = 100", "price = 10"), PAGE)


def test_a_lost_line_of_code_is_a_notice() -> None:
    (told,) = remarks(PAGE.replace('print("price", price)\n', ""), PAGE)

    assert (
        "docs/cs/nps.md:5:1: notice: this code has 1 lines, that of docs/en/nps.md:5 has 2" in told
    )
