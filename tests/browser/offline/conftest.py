"""A host of the guide, and a reader with a device of their own, new for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guide_site import Guide
from offline_host import Host


@pytest.fixture
def host(guide: Guide, tmp_path: Path) -> Iterator[Host]:
    copy = Path(shutil.copytree(guide.folder, tmp_path / "site", copy_function=os.link))
    host = Host(copy)
    yield host
    host.switch_off()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="en")
    yield context.new_page()
    context.close()
