"""What axe cannot judge is told inside maps, and only there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from axe import violations

pytestmark = pytest.mark.browser

TEXT = "<p style='background: linear-gradient(#fff, #000)'>Words</p>"


@pytest.mark.parametrize(("name", "expected"), [("cx-map", 1), ("other", 0)])
def test_text_on_a_gradient_is_told_inside_a_map_only(page: Page, name: str, expected: int) -> None:
    page.set_content(f"<!doctype html><html lang='en'><div class='{name}'>{TEXT}</div></html>")

    told = violations(page, "color-contrast")

    assert expected == len(told)
    assert all(one.startswith("undecided color-contrast: ") for one in told)
