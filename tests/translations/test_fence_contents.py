"""A translated page has the fences of the English one, and they say the same."""

from __future__ import annotations

import pytest

from cxguide.translations.page_source import read_page
from cxguide.translations.structure import structure_faults
from translations.translated_page import CZECH, ENGLISH, faults, faults_after


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


def test_a_calculator_in_another_section_is_told_once_with_where_it_belongs() -> None:
    fence = "```calculator\nmetric: nps\n```\n"
    text = CZECH.replace(fence, "").replace("{ #steps }\n", "{ #steps }\n\n" + fence)

    assert faults(text, ENGLISH) == [
        (
            "docs/cs/nps.md:12:1: the calculator 'nps' stands in the section 'steps'; "
            "in docs/en/nps.md:9:1 it stands in 'formula'\n"
            "  fix: move the fence into the section 'formula'"
        )
    ]


def test_two_maps_of_one_name_are_told_apart_by_their_sections() -> None:
    page = "# A {{ #a }}\n\n{}\n## B {{ #b }}\n\n```journey\nmap: shop\nrows: [stages]\n```\n"
    fence = "```journey\nmap: shop\n```\n"

    (told,) = faults(page.format(""), page.format(fence))

    assert told.startswith(
        "docs/cs/nps.md:1:1: the journey 'shop' of docs/en/nps.md:3:1 is missing"
    )


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


def test_one_translation_that_differs_from_all_others_does_not_outvote_the_original() -> None:
    original, same, other = (FENCE.format(f"metric: nps\ninputs: {{a: {n}}}") for n in (54, 54, 55))
    twins = [(other, "docs/cs/nps.md"), (same, "docs/sr/nps.md"), (other, "docs/th/nps.md")]

    assert () == structure_faults(original, "docs/en/nps.md", translations=twins)
    assert ["docs/cs/nps.md:5:13: differs from docs/en/nps.md:5: a is 54 there, 55 here"] == [
        told.partition("\n")[0] for told in faults(other, original)
    ]


def test_amounts_of_money_suit_the_currency_of_each_language_and_none_may_be_lost() -> None:
    euros = FENCE.format("metric: clv_simple\ninputs: {years: 2}\nmoney: {value: 6.5}")
    dinars, lost = euros.replace("6.5", "650"), euros.replace("\nmoney: {value: 6.5}", "")

    assert [] == faults(dinars, euros)
    assert [
        "docs/cs/nps.md:4:1: differs from docs/en/nps.md:6: value is 6.5 there, missing here"
    ] == [told.partition("\n")[0] for told in faults(lost, euros)]


def test_fences_are_known_by_what_they_show() -> None:
    calculator = '~~~ {.calculator}\ninputs: {a: 1}\nmetric: "nps"\n~~~\n'
    text = calculator + "\n- x\n\n    ```journey\n    map: shop\n    ```\n"
    assert [embed.names for embed in read_page(text, "a.md").embeds] == [
        ("calculator", "nps"),
        ("journey", "shop"),
    ]


def test_of_a_missing_section_the_calculators_are_not_told_too() -> None:
    section = "## Vzorec { #formula data-en=d00bd4e }\n\n```calculator\nmetric: nps\n```\n"
    assert len(faults_after(section, "")) == 1
