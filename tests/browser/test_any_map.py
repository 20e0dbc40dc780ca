"""Whatever an editor writes, nothing of a map is cut off, covered or wider than its page."""

from __future__ import annotations

import json
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.sources import SourceText
from cxguide.journeys import journey_styles, read_journey, render_journey
from cxguide.journeys.icons import ICONS

pytestmark = pytest.mark.browser

WIDTHS = [320, 360, 412, 500, 690, 820, 1024, 1280, 1600, 1920]
TEXT_SIZES_PERCENT = [100, 200]

# Texts that editors write, and those that break layouts.
TEXTS = st.one_of(
    st.text("abcdefghijklmnopqrstuvwxyz     ", min_size=1, max_size=300).filter(str.strip),
    st.text("bcdefghijklmnopqrstuvwxyz", min_size=40, max_size=40),
    st.text("กขคงจชซดตถทนบปผพมยรลวสหอะาิีุูเแโใไ่้", min_size=1, max_size=120),
    st.sampled_from(
        [
            "👩🏽‍🚀 launches 🚀🚀🚀",
            "مرحبا بالعالم",
            "שלום עולם and back",
            "E-mail@example.org/with/a/very/long/address?and=query&more=1",
            "Nejneobhospodařovávatelnějšími",
            "Најнепријатељскије преиспитивање одговорности",
        ]
    ),
)
SCORES = st.integers(-2, 2)


def lists(most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(TEXTS, max_size=most)


@st.composite
def maps(draw: st.DrawFn) -> dict[str, object]:
    """A map file: 2 to 9 stages, each with some of the parts that a stage can have."""
    personas = draw(st.sampled_from([[], ["a", "b"], ["a", "b", "c"]]))
    emotion = SCORES
    if personas:
        emotion = st.dictionaries(st.sampled_from(personas), SCORES, min_size=1)
    parts = {
        "goal": TEXTS,
        "actions": lists(),
        "touchpoints": st.sampled_from([[], ["one"], ["one", "two"]]),
        "thought": TEXTS,
        "emotion": emotion,
        "target_emotion": SCORES,
        "evidence": st.fixed_dictionaries(
            {"confidence": st.sampled_from(["researched", "assumed"]), "source": TEXTS}
        ),
        "pain_points": st.lists(
            st.fixed_dictionaries({"text": TEXTS, "severity": st.integers(1, 3)}), max_size=2
        ),
        "opportunities": st.lists(
            st.fixed_dictionaries({"text": TEXTS}, optional={"owner": TEXTS}), max_size=2
        ),
        "owner": TEXTS,
        "moment_of_truth": st.booleans(),
        "physical_evidence": lists(1),
        "frontstage": lists(2),
        "backstage": lists(1),
        "support": lists(1),
    }
    stage = st.fixed_dictionaries(
        {"name": TEXTS, "standard_stage": st.sampled_from(["awareness", "purchase"])},
        optional=parts,
    )
    stages = draw(st.lists(stage, min_size=2, max_size=9))
    return {
        "id": "any",
        "title": draw(TEXTS),
        "lens": {"persona": draw(TEXTS), "scenario": draw(TEXTS), "goals": [draw(TEXTS)]},
        "personas": {name: {"name": draw(TEXTS)} for name in personas},
        "channels": {
            name: {"label": draw(TEXTS), "icon": draw(st.sampled_from(sorted(ICONS)))}
            for name in ("one", "two")
        },
        "stages": [{"id": f"s{index}", **stage} for index, stage in enumerate(stages)],
    }


# What is wrong with a map as it is laid out now: boxes that are too small for their content, and
# texts that leave their cell or share a point with a text of another cell.
TROUBLE = """() => {
    const found = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth}`)
    const map = document.querySelector('.cx-map')
    const isClipped = head => getComputedStyle(head).position === 'absolute'
    const heads = [...map.querySelectorAll('thead')].some(isClipped) ? '' : ', thead th'
    const boxes = []
    for (const cell of map.querySelectorAll('tbody th, td' + heads)) {
        if (getComputedStyle(cell).clipPath !== 'none' || !cell.textContent) continue
        const name = cell.textContent.slice(0, 20)
        if (cell.scrollWidth > cell.clientWidth + 1) found.push(`wide: ${name}`)
        if (cell.scrollHeight > cell.clientHeight + 1) found.push(`high: ${name}`)
        const own = cell.getBoundingClientRect()
        const range = document.createRange()
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) {
            if (texts.currentNode.parentElement.closest('.cx-map-scale')) continue
            range.selectNodeContents(texts.currentNode)
            for (const rect of range.getClientRects()) {
                if (rect.width < 1) continue
                if (rect.left < own.left - 1 || rect.right > own.right + 1
                    || rect.bottom > own.bottom + 2) found.push(`outside: ${name}`)
                boxes.push([cell, rect, name])
            }
        }
    }
    boxes.sort(([, a], [, b]) => a.left - b.left)
    boxes.forEach(([cell, rect, name], index) => {
        for (let at = index + 1; at < boxes.length && boxes[at][1].left < rect.right - 1; at += 1) {
            const [other, its] = boxes[at]
            if (other !== cell && its.top < rect.bottom - 2 && rect.top < its.bottom - 2)
                found.push(`covered: ${name}`)
        }
    })
    const tree = map.querySelectorAll('[role=columnheader], [role=rowheader]')
    if ([...tree].some(head => getComputedStyle(head).display === 'none')) found.push('lost head')
    return [...new Set(found)]
}"""


@given(maps())
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def check_map(chromium: Browser, written: dict[str, object]) -> None:
    journey = read_journey(SourceText("any.yml", json.dumps(written, ensure_ascii=False)))
    figure = render_journey(journey, Texts(ENGLISH))
    page = chromium.new_page()
    try:
        page.set_content(
            "<!doctype html><html lang='en'><title>Map</title><style>html { color-scheme: light }"
            f"body {{ margin: 0 }}{journey_styles()}</style>{figure}"
        )
        told = {}
        for size in TEXT_SIZES_PERCENT:
            page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                if trouble := page.evaluate(TROUBLE):
                    told[f"{width} px, {size} %"] = trouble
        assert {} == told
    finally:
        page.close()


def test_any_map_that_can_be_written_can_be_read(chromium: Browser) -> None:
    partial(check_map, chromium)()
