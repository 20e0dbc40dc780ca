"""What tests of access share: the pages, and how a script in a page names what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from playwright.sync_api import Page

from guide_site import PAGES, PREFIXES

ADDRESSES = {
    tag: [
        *(address for other, _, address in PAGES if other == tag),
        f"/{prefix}404.html",
        f"/{prefix}search/",
    ]
    for tag, prefix in PREFIXES.items()
}
"""All pages of a language, with those that no menu has."""

NAMED = """const named = element => {
    const words = (element.getAttribute('aria-label') || element.textContent || '').trim()
    const name = element.localName + (element.id ? '#' + element.id : '')
    return `${name}${[...element.classList].map(one => '.' + one).join('')} “${words.slice(0, 30)}”`
}
const seen = element => element.checkVisibility({visibilityProperty: true})
const reached = () => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(one => one.tabIndex >= 0 && !one.disabled && seen(one))
const outlines = element => [element, element.nextElementSibling].filter(Boolean).flatMap(one => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(one)
    const isThick = outlineStyle === 'auto' || parseFloat(outlineWidth) >= 2
    const isThere = outlineStyle !== 'none' && !/^rgba.*, 0\\)$/.test(outlineColor)
    return isThick && isThere ? [outlineColor] : []
})
const openAll = () => {
    for (const one of document.querySelectorAll('main details')) one.open = true
}
const found = []"""
"""Names an element, tells whether it is seen, lists what the keyboard reaches.

`outlines` has the colours of the outlines at an element, or at what is drawn in its place: of two
pixels or more, or the browser's own ("auto"), which is as thick whatever its width says.
"""


def looking(script: str) -> str:
    """A script that puts what it finds into the list `found`."""
    return f"() => {{ {NAMED}\n{script}\nreturn found }}"


def on_each(
    page: Page, url: str, addresses: Iterable[str], look: Callable[[Page], list[str]]
) -> list[str]:
    """What is found on pages, each with the address."""
    found = []
    for address in addresses:
        page.goto(url + address)
        found += [f"{address} {told}" for told in look(page)]
    return found
