"""Our order of words beside that of a browser, which has ICU."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from collation_lists import LISTS, TAGS, collated
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

IN_ORDER = """([tag, lines]) => {
    const collator = new Intl.Collator(tag)
    return lines.sort((a, b) => collator.compare(a.split('\\t').at(-1), b.split('\\t').at(-1)))
}"""
NAMES = "terms => terms.map(term => term.textContent.replaceAll('\\u00a0', ' '))"


@pytest.mark.parametrize("tag", TAGS)
def test_the_lists_are_in_the_order_of_icu(page: Page, golden: Callable[[Path, str], None], tag):
    comments, lines = collated(tag)

    in_order = page.evaluate(IN_ORDER, [tag, lines])

    golden(LISTS / f"{tag}.txt", "".join(f"{line}\n" for line in (*comments, *in_order)))


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_the_glossary_stands_in_the_order_of_icu(page: Page, guide_url: str, tag: str, prefix: str):
    page.goto(f"{guide_url}/{prefix}reference/glossary/")
    names: list[str] = page.locator(".cx-glossary dt > b").evaluate_all(NAMES)
    letters: list[str] = page.locator(".cx-glossary nav a").all_inner_texts()

    assert len(names) > 200
    assert page.evaluate(IN_ORDER, [tag, [*names]]) == names
    assert page.evaluate(IN_ORDER, [tag, [*letters]]) == letters
