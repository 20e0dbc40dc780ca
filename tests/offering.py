"""What tests of languages at the door share: a site, and readers who prefer some."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tiny_site import Site, new_site

__all__ = ["offering_site", "opened", "reader"]

STYLES = ("tokens", "frame", "text", "site")
"""Of the guide's frame, in which the tiny site stands as well."""
PREFERS = "Object.defineProperty(Navigator.prototype, 'languages', {get: () => %s})"


def offering_site(folder: Path) -> Site:
    """The tiny site, built in the guide's frame, with a long page of links."""
    site = new_site(folder)
    site.write("docs/en/long.md", "# Long { #long }\n\n" + "[A line.](index.md)\n\n" * 90)
    site.write("docs/cs/long.md", "# Dlouhá { #long }\n\n" + "[Řádek.](index.md)\n\n" * 90)
    site.config["nav"] = [*site.config["nav"], "long.md"]
    site.config["extra_css"] = [f"assets/cx/{name}.css" for name in STYLES]
    return site.built()


@contextmanager
def reader(chromium: Browser, *languages: str, **options: object) -> Iterator[BrowserContext]:
    """A new visitor with these preferences, the first one first."""
    context = chromium.new_context(**options)
    context.set_default_timeout(10_000)
    context.add_init_script(PREFERS % json.dumps(languages))
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    """A page when everything that it loads is there."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page
