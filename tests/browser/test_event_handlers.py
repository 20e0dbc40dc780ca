"""The attributes that a browser runs as scripts are those that a policy is said to stop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from cxguide.site.event_handlers import EVENT_HANDLERS

pytestmark = pytest.mark.browser

RUN = """() => {
    const html = ['a', 'body', 'details', 'dialog', 'form', 'img', 'input', 'slot', 'video', 'x-y']
    const svg = ['svg', 'a', 'animate', 'image'].map(
        name => document.createElementNS('http://www.w3.org/2000/svg', name))
    const found = new Set()
    for (const element of [...html.map(name => document.createElement(name)), ...svg])
        for (const name in element) {
            if (!name.startsWith('on')) continue
            element.setAttribute(name, 'only()')
            if (typeof element[name] === 'function') found.add(name)
        }
    return [...found]
}"""


def test_every_attribute_that_chromium_runs_is_known(chromium: Browser):
    page = chromium.new_page()

    found = page.evaluate(RUN)

    page.close()
    assert len(found) > 100
    assert [] == [name for name in found if name not in EVENT_HANDLERS]
