"""Lines as readers see them: where they end, and whether Thai has room above and below them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from cxguide.drawing.together import THAI_COMPOUNDS
from guide_site import PATHS

pytestmark = pytest.mark.browser

WORDS = Path(__file__).parents[1] / "cases" / "typography" / "whole.th.txt"
KEPT = {
    "reference/glossary/": ("article", WORDS, 60),
    "maps/retailer/": (".cx-map-grid", THAI_COMPOUNDS, 20),
    "maps/clinic/": (".cx-map-grid", THAI_COMPOUNDS, 20),
}
"""Pages with words that stay whole: where, a list of them, and how many are there at least."""
PHONE = {"width": 360, "height": 800}
MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
NEVER_FIRST = re.compile(rf"[{MARKS}\u0e30\u0e32\u0e33\u0e45ๆฯ%)”’,;!?]")
"""Thai marks, vowels behind their consonant, signs of repetition and abbreviation."""
NEVER_LAST = {
    "cs": re.compile(r"(?:^|[\s(„])[KkSsVvZzOoUuAaIi]$|(?:^|\s)(?:č|s|str|tj|tzv|např)\.$"),
    "th": re.compile(r"[เแโใไ(“‘]$"),
}

BROKEN = """([words, within]) => {
    for (const one of document.querySelectorAll('details')) one.open = true
    const any = new RegExp(words.join('|'), 'gu')
    const found = [], range = document.createRange()
    const part = document.querySelector(within)
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const node = walker.currentNode
        // On a phone the head of a map is there for screen readers alone.
        if (node.parentElement.closest('[hidden], thead, script, style, svg, option')) continue
        for (const {0: word, index} of node.data.matchAll(any)) {
            range.setStart(node, index)
            range.setEnd(node, index + word.length)
            const boxes = [...range.getClientRects()].filter(box => box.width)
            const height = boxes[0]?.height ?? 0
            found.push([word, boxes.some(box => box.top > boxes[0].top + height / 2)])
        }
    }
    return found
}"""
LINES = """() => {
    const blocks = 'p, li, td, th, dd, dt, h1, h2, h3, h4, figcaption, summary, div'
    const hidden = '[hidden], [data-cx-wide] thead' // on a phone, cells say their own head
    const unread = `${hidden}, script, style, template, svg, math, pre, cx-calculator, .cx-map`
    for (const one of document.querySelectorAll('article details')) one.open = true
    const article = document.querySelector('article')
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const found = [], range = document.createRange()
    let block, last
    while (walker.nextNode()) {
        const node = walker.currentNode
        const own = node.parentElement.closest(blocks)
        if (node.parentElement.closest(unread)) continue
        if (own !== block) {
            block = own
            last = undefined
            found.push([''])
        }
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getClientRects()[0]
            if (!box || !box.width && !/\\p{M}/u.test(node.data[at])) continue
            const lines = found.at(-1)
            if (last && box.left < last.left && box.top > last.top + last.height / 2) lines.push('')
            lines[lines.length - 1] += node.data[at]
            last = box
        }
    }
    return found.filter(lines => lines.length > 1).map(lines => lines.map(line => line.trim()))
}"""

ROOM = """async () => {
    await document.fonts.ready
    const canvas = document.createElement('canvas').getContext('2d')
    const inks = {}
    // The shorthand is empty where a style says more than it can hold.
    const fontOf = ({fontWeight, fontSize, fontFamily}) =>
        `${fontWeight} ${fontSize} ${fontFamily}`
    const inkOf = font => inks[font] ??= (() => {
        canvas.font = font
        const ink = canvas.measureText('ปั้นที่ผู้กี่')
        return ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent
    })()
    for (const one of document.querySelectorAll('details')) one.open = true
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement
        if (!/[\\u0e00-\\u0e7f]/.test(walker.currentNode.data)) continue
        if (element.closest('script, style, template, svg, math, option, noscript')) continue
        const style = getComputedStyle(element)
        found.push({
            text: walker.currentNode.data.trim().slice(0, 30),
            isProse: element.matches('article :is(p, li, td, dd):not([class*=cx-] *)'),
            ink: element.matches('.cx-unit') ? 0 : inkOf(fontOf(style)), // in one line
            line: parseFloat(style.lineHeight) || null,
            room: parseFloat(style.lineHeight) / parseFloat(style.fontSize) || null,
            slant: style.fontStyle,
            spacing: style.letterSpacing,
            align: style.textAlign,
            breaks: style.wordBreak,
        })
    }
    return found
}"""


def visual_lines(page: Page) -> list[list[str]]:
    """The lines of each block of the article that has more than one."""
    found: list[list[str]] = page.evaluate(LINES)
    return found


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("tag", ["cs", "th"])
def test_no_line_ends_or_begins_where_none_may(page: Page, guide_url: str, tag: str, path: str):
    page.set_viewport_size(PHONE)
    page.goto(f"{guide_url}/{tag}/{path}", wait_until="networkidle")

    blocks = visual_lines(page)

    assert blocks
    assert [] == [line for lines in blocks for line in lines[:-1] if NEVER_LAST[tag].search(line)]
    assert [] == [line for lines in blocks for line in lines[1:] if NEVER_FIRST.match(line)]


@pytest.mark.parametrize("path", PATHS)
def test_thai_has_room_for_its_marks(page: Page, guide_url: str, path: str):
    page.goto(f"{guide_url}/th/{path}", wait_until="networkidle")

    texts: list[dict[str, Any]] = page.evaluate(ROOM)

    assert len(texts) > 20
    assert [] == [one for one in texts if one["isProse"] and (one["room"] or 0) < 1.7]
    assert [] == [one for one in texts if one["room"] and one["room"] < 1.49]
    assert [] == [one for one in texts if one["line"] and one["ink"] > one["line"]]
    assert {"normal"} == {one["slant"] for one in texts}
    assert {"normal"} >= {one["spacing"] for one in texts} - {"0px"}
    assert not {"justify"} & {one["align"] for one in texts}
    assert not {"break-all"} & {one["breaks"] for one in texts}


@pytest.mark.parametrize("path", KEPT)
def test_no_thai_word_of_a_list_is_broken_at_any_width_of_a_phone(
    page: Page, guide_url: str, path: str
):
    within, file, least = KEPT[path]
    words = [line for line in file.read_text("utf-8").split("\n") if line and line[0] != "#"]
    page.goto(f"{guide_url}/th/{path}", wait_until="networkidle")

    broken, met = set(), set()
    for width in range(200, 401, 7):
        page.set_viewport_size({"width": width, "height": 800})
        told = page.evaluate(BROKEN, [sorted(words, key=len, reverse=True), within])
        met |= {word for word, _ in told}
        broken |= {(width, word) for word, is_broken in told if is_broken}

    assert len(met) >= least
    assert set() == broken
