"""What axe finds on a page: what keeps people out."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page, *rules: str, within: str = "html") -> list[str]:
    """What axe finds, as rule and element; only by these rules, if any are named.

    Args:
        page: as it is now.
        rules: names of axe's rules, such as `color-contrast`.
        within: a selector of the part that is looked at.
    """
    return _found(page, "violations", rules, within)


def undecided(page: Page, *rules: str, within: str = "html") -> list[str]:
    """What axe cannot judge, as rule and element; arguments as for `violations`."""
    return _found(page, "incomplete", rules, within)


def _found(page: Page, kind: str, rules: tuple[str, ...], within: str) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": [kind]} | ({"runOnly": [*rules]} if rules else {})
    found = page.evaluate("([part, options]) => axe.run(part, options)", [within, options])
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found[kind]
        for node in rule["nodes"]
    ]
