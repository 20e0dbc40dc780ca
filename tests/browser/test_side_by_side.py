"""Translators see English and translation side by side; where one is read, the other goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from git_project import GitProject
from guide_site import served

pytestmark = pytest.mark.browser

CX = "from cxguide.cli import main; main()"
LONG = "\n\n".join(["A paragraph that takes some room on the screen."] * 40)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = GitProject.begun(tmp_path_factory.mktemp("side"))
    for tag in ("en", "cs"):
        path = f"docs/{tag}/score.md"
        project.write(path, project.read(path).replace("\n\n## ", f"\n\n{LONG}\n\n## "))
    subprocess.run([sys.executable, "-c", CX, "i18n", "preview"], cwd=project.root, check=True)
    yield from served(Path(project.root, "preview"))


def test_the_page_that_was_asked_for_is_shown_in_both_languages(page: Page, preview: str):
    page.goto(f"{preview}/cs/side-by-side.html#score.md")

    page.frame_locator("#original").get_by_text("Promoters minus").wait_for()
    page.frame_locator("#translation").get_by_text("Promotéři minus").wait_for()


def test_a_page_is_chosen_by_keyboard(page: Page, preview: str):
    page.goto(f"{preview}/cs/side-by-side.html#index.md")
    page.get_by_label("Stránka").press("ArrowDown")

    page.frame_locator("#translation").get_by_text("Promotéři minus").wait_for()
    assert page.url.endswith("#score.md")


def test_the_other_page_follows_to_the_same_section(page: Page, preview: str):
    page.goto(f"{preview}/cs/side-by-side.html#score.md")
    page.frame_locator("#original").get_by_text("Promoters minus").wait_for()
    page.frame_locator("#translation").get_by_text("Promotéři minus").wait_for()
    page.locator("#original").hover()

    page.mouse.wheel(0, 100_000)

    page.wait_for_function("document.querySelector('#translation').contentWindow.scrollY > 500")
