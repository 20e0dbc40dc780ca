"""Where the Chromium is that tests and benchmarks drive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO_GET_ONE = (
    "no Chromium found: install one (Debian: apt-get install chromium), set CHROMIUM to its path, "
    "or leave these tests out: pytest -m 'not browser'"
)


def chromium_path() -> str | None:
    """A Chromium: the one that CHROMIUM names, one on the path, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        return own if Path(own).exists() else None
