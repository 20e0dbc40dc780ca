"""Where the Chromium is that tests and benchmarks drive."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from cxguide.site.book import NoBrowser, chromium_on_path

HOW_TO_GET_ONE = (
    "no Chromium found: install one (Debian: apt-get install chromium), set CHROMIUM to its path, "
    "or leave these tests out: pytest -m 'not browser'"
)


def chromium_path() -> str | None:
    """A Chromium: the one that CHROMIUM names, one on the path, or Playwright's own."""
    try:
        return chromium_on_path()
    except NoBrowser:
        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
            return own if Path(own).exists() else None
