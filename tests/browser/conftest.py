"""A real Chromium for tests marked `browser`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import HOW_TO_GET_ONE, chromium_path
from guide_site import Guide, served


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def guide_url(guide: Guide) -> Iterator[str]:
    """The built guide on a server that behaves like a static host."""
    yield from served(guide.folder)


@pytest.fixture(scope="session")
def modules_url(root: Path) -> Iterator[str]:
    """The browser modules as they are written, on a server."""
    yield from served(root / "calculators" / "element")


@pytest.fixture(scope="module")
def modules_page(chromium: Browser, modules_url: str) -> Iterator[Page]:
    """An empty page that can import the browser modules."""
    page = chromium.new_page()
    page.goto(f"{modules_url}/numbers.js")  # any address of the same origin
    yield page
    page.close()
