"""Every page in every language without JavaScript: a tour."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from access import ADDRESSES, looking, on_each
from guide_site import PREFIXES

pytestmark = pytest.mark.browser

MISSING = looking("""
const place = new URL(location).pathname
const many = (name, least, elements) => {
    const count = [...elements].filter(seen).length
    if (count < least) found.push(`${count} of ${name}, not ${least}`)
}
const all = selector => document.querySelectorAll(selector)
const isApart = !!document.querySelector('.cx-home') || /404\\.html$|\\/search\\/$/.test(place)
many('a heading', 1, all('main h1'))
many('a name of the site', 1, all('header .cx-brand'))
if (document.querySelector('main').innerText.length < 100) found.push('hardly a word')
if (!isApart) many('links of the menu', 6, all('.md-nav--primary a[href]'))
const parts = all('.md-sidebar--secondary:not([hidden]) a[href^="#"]')
many('links to parts of the page', parts.length, parts)
if (isApart) many('links to pages', 1, all('main a[href]'))
many('languages at the foot', 5, all('footer .cx-languages__row a[href]'))
const summary = document.querySelector('header .cx-languages summary')
summary.parentElement.open = true
many('languages at the head', 5, all('header .cx-languages a[href]'))
const search = document.querySelector('header a[data-cx-search=button]')
if (!search || !seen(search)) found.push('no way to the search')
else if (new URL(search.href).pathname !== expected) found.push(`the search is ${search.href}`)
for (const one of all('cx-calculator, [data-cx-metric]')) {
    const outputs = [...one.querySelectorAll('output')].filter(seen)
    if (!outputs.some(output => /[0-9]/.test(output.textContent)))
        found.push(`no result: ${named(one)}`)
}
for (const one of all('figure.cx-map')) {
    const cells = [...one.querySelectorAll('table :is(td, th)')].filter(seen)
    const filled = cells.filter(cell => cell.textContent.trim())
    if (filled.length < 8) found.push(`no table: ${named(one)}`)
}
for (const one of all('main svg')) {
    const box = one.getBoundingClientRect()
    const isKept = one.getAttribute('width') === '0' // holds what other drawings use
    if (!isKept && seen(one) && box.width * box.height === 0)
        found.push(`an empty drawing: ${named(one.parentElement)}`)
}
for (const one of all('main details')) one.open = true
for (const one of all('main button'))
    if (seen(one) && !one.closest('form')) found.push(`a button that can do nothing: ${named(one)}`)
if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the window')
""").replace("() =>", "expected =>", 1)


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_every_page_is_whole_without_javascript(plain: Page, guide_url: str, tag: str, prefix: str):
    search = f"/{prefix}search/"

    found = on_each(plain, guide_url, ADDRESSES[tag], lambda page: page.evaluate(MISSING, search))

    assert [] == found


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_the_search_page_leads_to_every_page_without_javascript(
    plain: Page, guide_url: str, tag: str, prefix: str
):
    plain.goto(f"{guide_url}/{prefix}search/")

    links = plain.locator("main a").evaluate_all(
        "all => all.map(one => new URL(one.href).pathname)"
    )

    assert set() == {*ADDRESSES[tag][:-2]} - {*links}
