from __future__ import annotations

from textwrap import dedent

import markdown
import pytest
from lxml import html

from cxguide.translations.page_source import read_page
from cxguide.translations.structure import structure_faults

ENGLISH = """\
---
title: Score
---

# Score { #nps }

## Formula { #formula }

```calculator
metric: nps
```

### Steps { #steps }

## Map { #map }

```journey
map: retailer
rows: [emotion]
```
"""

CZECH = """\
---
title: Skóre
---

# Skóre { #nps data-en=1a2b3c4 }

## Vzorec { #formula data-en=4f2a91c }

```calculator
metric: nps
```

### Kroky { #steps }

## Mapa { #map .wide }

```journey
rows: [emotion]
map: retailer
```
"""


def rendered(text: str) -> list[tuple[int, str, str | None]]:
    """The headings that Markdown itself makes of a text."""
    extensions = ["attr_list", "admonition", "tables", "pymdownx.superfences"]
    page = html.fromstring(f"<div>{markdown.markdown(text, extensions=extensions)}</div>")
    found = page.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4]")
    return [(int(h.tag[1]), h.text_content(), h.get("id")) for h in found]


def faults(text: str, original: str | None = None) -> list[str]:
    found = structure_faults(
        dedent(text), "docs/cs/nps.md", original=original, original_file="docs/en/nps.md"
    )
    return [str(fault) for fault in found]


def faults_after(old: str, new: str) -> list[str]:
    assert old in CZECH
    return faults(CZECH.replace(old, new), ENGLISH)


def test_a_translation_with_the_same_shape_has_no_faults() -> None:
    assert faults(CZECH, ENGLISH) == []


def test_an_original_with_ids_has_no_faults() -> None:
    assert faults(ENGLISH) == []


def test_a_heading_needs_an_id() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the heading 'What it tells' has no id\n"
            "  fix: write '## What it tells { #what-it-tells }'"
        )
    ]
    assert faults("# NPS { #nps }\n\n## What it tells\n") == expected


def test_the_fix_of_a_translated_heading_has_the_english_id_and_keeps_the_rest() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the heading 'Vzorec' has no id\n"
            "  fix: write '## Vzorec { #formula data-en=4f2a91c }'"
        )
    ]
    assert faults_after("{ #formula data-en=4f2a91c }", "{ data-en=4f2a91c }") == expected


def test_without_a_blank_before_the_brace_there_is_no_id() -> None:
    expected = [("docs/cs/nps.md:1:1: the heading 'NPS' has no id\n  fix: write '# NPS { #nps }'")]
    assert faults("# NPS{#nps}\n") == expected


def test_an_id_is_made_of_letters_that_all_can_type() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the id 'výpočet' is not made of small Latin letters, "
            "digits and hyphens\n"
            "  fix: write '## Vzorec { #formula data-en=4f2a91c }'"
        )
    ]
    assert faults_after("#formula", "#výpočet") == expected


def test_an_id_stands_once_in_a_page() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the id 'a' stands on line 1 already\n"
            "  fix: give one of the two headings another id, in every language"
        )
    ]
    assert faults("# A { #a }\n\n## B { #a }\n") == expected


def test_an_underlined_heading_is_told_how_to_be_written() -> None:
    expected = [
        (
            "docs/cs/nps.md:1:1: the heading 'Title' is underlined; its id cannot be read\n"
            "  fix: write '# Title { #title }'"
        ),
        (
            "docs/cs/nps.md:4:1: the heading 'Part' is underlined; its id cannot be read\n"
            "  fix: write '## Part { #part }'"
        ),
    ]
    assert faults("Title\n=====\n\nPart\n----\n") == expected


def test_another_id_than_in_english_is_a_fault_with_the_line_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the heading 'Vzorec' has the id 'vzorec'; "
            "at this place docs/en/nps.md has 'formula'\n"
            "  fix: write '## Vzorec { #formula data-en=4f2a91c }'"
        )
    ]
    assert faults_after("#formula", "#vzorec") == expected


def test_another_level_than_in_english_is_a_fault_with_the_line_to_write() -> None:
    expected = [
        (
            "docs/cs/nps.md:13:1: the heading 'Kroky' has level 2; "
            "in docs/en/nps.md:13:1 it has level 3\n"
            "  fix: write '### Kroky { #steps }'"
        )
    ]
    assert faults_after("### Kroky", "## Kroky") == expected


def test_a_missing_section_is_told_where_it_belongs() -> None:
    expected = [
        (
            "docs/cs/nps.md:15:1: the section 'steps' of docs/en/nps.md:13 is missing here\n"
            "  fix: write '### (translate: Steps) { #steps }' before this line"
        )
    ]
    assert faults_after("### Kroky { #steps }\n", "\n") == expected


def test_a_missing_section_at_the_end_is_told_after_the_last_line() -> None:
    found = faults("# A { #a }\n", "# A { #a }\n\n## B { #b }\n")
    assert found[0].startswith("docs/cs/nps.md:2:1: the section 'b'")


def test_a_section_that_english_lacks_is_a_fault() -> None:
    expected = [
        (
            "docs/cs/nps.md:15:1: the section 'more' does not exist in docs/en/nps.md\n"
            "  fix: remove it, correct its id, or add the section there first"
        )
    ]
    assert faults_after("## Mapa", "## Více { #more }\n\n## Mapa") == expected


def test_a_section_in_another_place_is_told_once() -> None:
    found = faults(
        "# A { #a }\n\n## C { #c }\n\n## B { #b }\n", "# A { #a }\n## B { #b }\n## C { #c }\n"
    )
    assert len(found) == 1
    assert "another order" in found[0]


def test_a_missing_calculator_is_told_in_its_section() -> None:
    expected = [
        (
            "docs/cs/nps.md:7:1: the calculator 'nps' of docs/en/nps.md:9:1 is missing here\n"
            "  fix: copy the fence from line 9 of that page into this section"
        )
    ]
    assert faults_after("```calculator\nmetric: nps\n```\n", "") == expected


def test_another_metric_than_in_english_is_one_fault() -> None:
    found = faults_after("metric: nps", "metric: csat")
    assert [line.split(": ")[1].split("\n")[0] for line in found] == [
        "the calculator 'csat' stands where docs/en/nps.md:9:1 has the calculator 'nps'",
    ]


FENCE = "# Score {{ #nps }}\n\n```calculator\n{}\n```\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "fix"),
    [
        (
            "metric: nps\ninputs: {a: 45, b: 1}",
            "metric: nps\ninputs: {b: 1, a: 54}",
            "docs/cs/nps.md:5:13: differs from docs/en/nps.md:5: a is 54 there, 45 here",
            "write 54",
        ),
        (
            "metric: nps\nform: short",
            "form: compact\nmetric: nps",
            "docs/cs/nps.md:5:7: differs from docs/en/nps.md:4: form is compact there, short here",
            "write compact",
        ),
        (
            "metric: nps",
            "metric: nps\nform: short",
            "docs/cs/nps.md:4:1: differs from docs/en/nps.md:5: form is short there, missing here",
            "write 'form: short'",
        ),
        (
            "metric: nps\nform: short",
            "metric: nps",
            "docs/cs/nps.md:5:1: differs from docs/en/nps.md:4: form is missing there, short here",
            "remove 'form'",
        ),
        (
            "metric: nps\ninputs: {a: [1, 2]}",
            "metric: nps\ninputs: {a: [2, 1]}",
            "docs/cs/nps.md:5:13: differs from docs/en/nps.md:5: a is [2, 1] there, [1, 2] here",
            "write [2, 1]",
        ),
    ],
)
def test_a_fence_that_says_something_else_than_in_english_is_told_at_its_value(
    ours: str, theirs: str, told: str, fix: str
) -> None:
    expected = [f"{told}\n  fix: {fix}, or change it in every language"]

    assert expected == faults(FENCE.format(ours), FENCE.format(theirs))


def test_layout_and_order_of_a_fence_do_not_matter() -> None:
    ours = "metric: nps\ninputs:\n  a: 54 # as in English\n  b: 1.0"

    assert [] == faults(FENCE.format(ours), FENCE.format("inputs: {b: 1, a: 54}\nmetric: 'nps'"))


def test_a_fence_that_says_something_else_than_all_translations_is_told_once() -> None:
    right, wrong = (FENCE.format(f"metric: nps\ninputs: {{a: {n}}}") for n in (54, 45))
    twins = [(right, "docs/cs/nps.md"), (right, "docs/th/nps.md")]

    (told,) = structure_faults(wrong, "docs/en/nps.md", translations=twins)

    assert (
        "docs/en/nps.md:5:13: a is 45 here, 54 in all translations\n"
        "  fix: write 54, or change it in every language"
    ) == str(told)
    assert () == structure_faults(wrong, "docs/en/nps.md", translations=twins[:1])


def test_all_faults_of_a_page_are_told_together() -> None:
    found = faults_after("{ #formula data-en=4f2a91c }\n\n```calculator\nmetric: nps\n```", "")
    assert len(found) == 2


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


def test_fences_are_known_by_what_they_show() -> None:
    calculator = '~~~ {.calculator}\ninputs: {a: 1}\nmetric: "nps"\n~~~\n'
    text = calculator + "\n- x\n\n    ```journey\n    map: shop\n    ```\n"
    assert [embed.names for embed in read_page(text, "a.md").embeds] == [
        ("calculator", "nps"),
        ("journey", "shop"),
    ]
