"""Every page for readers who zoom, choose their own colours, or want nothing to move."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from access import ADDRESSES, looking, on_each
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

EVERY_LANGUAGE = pytest.mark.parametrize("tag", PREFIXES)
ZOOMED = {"width": 320, "height": 256}
"""What a window of 1280 by 1024 pixels has at 400 %."""
SHARED_OUT = {tag: ADDRESSES[tag][at :: len(PREFIXES)] for at, tag in enumerate(PREFIXES)}
"""Each page in one of its languages: styles are the same in all of them."""

HIDDEN_OR_WIDE = looking("""
    openAll()
    const {scrollWidth} = document.documentElement
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`)
    const header = document.querySelector('.md-header')
    const sticks = ['sticky', 'fixed'].includes(getComputedStyle(header).position)
    const covered = sticks ? header.offsetHeight : 0
    if (covered > innerHeight / 3) found.push(`the bar covers ${covered} px`)
    const hidden = (element, way) => {
        element.focus({focusVisible: true})
        if (header.contains(element) || getComputedStyle(element).position === 'fixed') return
        const boxes = [...element.getClientRects()]
        const top = sticks ? header.getBoundingClientRect().bottom : 0
        if (!boxes.some(box => box.bottom > top + 1 && box.top < innerHeight - 1))
            found.push(`behind the bar ${way}: ${named(element)}`)
    }
    const all = reached().filter(one => !one.closest('.md-sidebar'))
    for (const element of all) hidden(element, 'forwards')
    for (const element of all.reverse()) hidden(element, 'backwards')
""")

MOVES = looking("""
    openAll()
    const longest = text => Math.max(...text.split(',').map(one =>
        parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)))
    for (const element of document.querySelectorAll('*'))
        for (const part of ['', '::before', '::after']) {
            const style = getComputedStyle(element, part || undefined)
            for (const kind of ['transitionDuration', 'animationDuration'])
                if (longest(style[kind]) > 0.01)
                    found.push(`${kind} ${style[kind]}: ${named(element)}${part}`)
            if (style.scrollBehavior === 'smooth') found.push(`smooth: ${named(element)}`)
        }
    found.push(...document.getAnimations().map(one => `runs: ${named(one.effect.target)}`))
""")

NOT_SEEN = looking("""
    openAll()
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
    const light = colour => {
        canvas.clearRect(0, 0, 1, 1)
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
        if (!a) return null
        const [x, y, z] = [r, g, b].map(one => {
            const part = one / 255
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * x + 0.7152 * y + 0.0722 * z
    }
    const paper = light(getComputedStyle(document.body).backgroundColor)
    const contrast = colour => {
        const own = light(colour)
        if (own === null) return 1
        return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05)
    }
    for (const element of reached()) {
        element.focus({focusVisible: true})
        if (!outlines(element).some(colour => contrast(colour) >= 3))
            found.push(`focus cannot be seen: ${named(element)}`)
    }
    document.activeElement.blur()
    for (const button of document.querySelectorAll('button, [type=submit], summary.cx-button')) {
        if (!seen(button) || button.matches('.md-header *')) continue
        const style = getComputedStyle(button)
        const sides = ['Top', 'Bottom'].some(side => style[`border${side}Style`] !== 'none'
            && parseFloat(style[`border${side}Width`]) >= 1
            && contrast(style[`border${side}Color`]) >= 3)
        if (!sides && !style.textDecorationLine.includes('underline'))
            found.push(`a button without border: ${named(button)}`)
    }
    const links = [...document.querySelectorAll('.md-nav--primary a.md-nav__link')].filter(seen)
    const isCurrent = one => one.matches('.md-nav__link--active')
    for (const link of links.filter(isCurrent)) {
        const other = links.find(one => !isCurrent(one))
        const told = one => {
            const {textDecorationLine, borderInlineStartStyle, outlineStyle} = getComputedStyle(one)
            return textDecorationLine + borderInlineStartStyle + outlineStyle
        }
        if (other && told(link) === told(other)) found.push(`looks like any other: ${named(link)}`)
    }
    for (const svg of document.querySelectorAll('main svg, header svg')) {
        if (!seen(svg)) continue
        const kinds = 'path, line, circle, rect, polyline, polygon, text'
        const shapes = [...svg.querySelectorAll(kinds)]
            .filter(one => seen(one) && getComputedStyle(one).opacity > 0.1)
        const marks = shapes.filter(one => {
            const {fill, stroke, fillOpacity} = getComputedStyle(one)
            return (fill !== 'none' && fillOpacity > 0.3 && contrast(fill) >= 3)
                || (stroke !== 'none' && contrast(stroke) >= 3)
        })
        if (shapes.length && !marks.length)
            found.push(`a drawing in no colour: ${named(svg)} in ${named(svg.parentElement)}`)
        for (const text of svg.querySelectorAll('text'))
            if (seen(text) && contrast(getComputedStyle(text).fill) < 4.5)
                found.push(`letters in no colour: ${named(text)}`)
    }
""")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


@EVERY_LANGUAGE
def test_every_page_can_be_read_at_400_percent(page: Page, guide_url: str, tag: str):
    page.set_viewport_size(ZOOMED)

    found = on_each(page, guide_url, ADDRESSES[tag], lambda page: page.evaluate(HIDDEN_OR_WIDE))

    assert [] == found


@EVERY_LANGUAGE
def test_nothing_moves_where_a_reader_wants_no_motion(page: Page, guide_url: str, tag: str):
    found = on_each(page, guide_url, SHARED_OUT[tag], lambda page: page.evaluate(MOVES))

    assert [] == found


@EVERY_LANGUAGE
def test_everything_can_be_seen_in_the_colours_of_the_reader(page: Page, guide_url: str, tag: str):
    def look(page: Page) -> list[str]:
        found = []
        for scheme in ("light", "dark"):
            page.emulate_media(forced_colors="active", color_scheme=scheme)
            found += [f"{scheme} {told}" for told in page.evaluate(NOT_SEEN)]
        return found

    assert [] == on_each(page, guide_url, SHARED_OUT[tag], look)
