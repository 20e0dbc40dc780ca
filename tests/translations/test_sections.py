"""A fingerprint stands for the words of a section, whatever the markup around them."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.translations.sections import META, read_sections

PAGE = """\
---
title: Score
description: How to read it.
reviewed: 2026-03-31
---

# Score { #score }

A survey of [200 answers](sampling.md#size) gives **37** points.

## Formula { #formula }

Promoters minus detractors,
in per cent[^1]: see `cx calc`.

```calculator
metric: nps
```

![The scale](scale.svg)

| Group | Share |
| --- | --- |
| Promoters | 55 % |

<div class="aside" markdown>
Words in *HTML* count, see [there](b.md).
</div>

!!! note "Take care"
    It is −6.8 to 49.6.

[^1]: Of all answers.
"""


def marks(text: str) -> dict[str, str]:
    return {one.id: one.fingerprint for one in read_sections(text, "a.md").sections}


def changed(old: str, new: str) -> set[str]:
    """The sections that a change of the page makes others."""
    assert old in PAGE
    before, after = marks(PAGE), marks(PAGE.replace(old, new))
    return {name for name in before if after.get(name) != before[name]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Promoters minus detractors,\nin per", "Promoters minus\ndetractors, in per"),
        ("**37** points", "*37* points"),
        ("sampling.md#size", "other.md#elsewhere"),
        ("[200 answers](sampling.md#size)", "200 answers"),
        ("scale.svg", "other.svg"),
        ("metric: nps", "metric: csat"),
        ("| --- | --- |", "| :-- | --: |"),
        ("A survey", "<!-- To be checked. -->\n\nA survey"),
        ("A survey", '<span class="x">A</span> survey'),
        ("points.", "points. { .wide }"),
        ("{ #formula }", "{ #formula .cx-sheet }"),
        ("!!! note", "??? warning"),
        ("detractors,", "detractors;"),
        ("reviewed: 2026-03-31", "reviewed: 2026-04-30"),
        ("[^1]", "[^one]"),
        ('class="aside"', 'class="other"'),
        ("[there](b.md)", "[there](c.md)"),
        ("*HTML*", "HTML"),
    ],
)
def test_what_is_not_a_word_leaves_the_fingerprint_as_it_is(old: str, new: str):
    assert set() == changed(old, new)


@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        ("A survey", "One survey", "score"),
        ("# Score {", "# Points {", "score"),
        ("200 answers", "20 answers", "score"),
        ("37", "37.0", "score"),
        ("minus detractors", "detractors minus", "formula"),
        ("cx calc", "cx check", "formula"),
        ("The scale", "Its scale", "formula"),
        ("55 %", "55 ‰", "formula"),
        ("Take care", "Beware", "formula"),
        ("−6.8", "6.8", "formula"),
        ("Of all answers", "Of most answers", "formula"),
        ("Words in", "All words in", "formula"),
        ("| Promoters", "| Detractors", "formula"),
        ("title: Score", "title: Points", META),
        ("How to read it", "How to use it", META),
    ],
)
def test_another_word_changes_the_fingerprint_of_its_section_alone(
    old: str, new: str, section: str
):
    assert {section} == changed(old, new)


def test_a_section_ends_where_the_next_of_any_level_begins():
    text = dedent("""\
        # One { #one }

        First.

        ### Two { #two }

        Second.
    """)

    one, two = read_sections(text, "a.md").sections

    assert (("One", "First"), 1, 4) == (one.words, one.place.line, one.last_line)
    assert (("Two", "Second"), 5, 7) == (two.words, two.place.line, two.last_line)


def test_marks_on_thai_letters_are_part_of_words():
    """Vowels and tones are marks to Unicode; two words may differ by them alone."""
    assert marks("# ไม้ { #one }") != marks("# ไม { #one }")


def test_a_page_without_front_matter_has_no_section_for_it():
    assert ["one"] == [one.id for one in read_sections("# One { #one }\n", "a.md").sections]


WORDS = st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=30)


@given(WORDS, st.data())
def test_words_may_be_wrapped_in_any_way(words: list[str], data: st.DataObject):
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "  "]), min_size=len(words)))
    wrapped = "".join(word + gap for word, gap in zip(words, gaps, strict=False))

    assert marks(f"# A {{ #a }}\n\n{' '.join(words)}\n") == marks(f"# A {{ #a }}\n\n{wrapped}\n")
