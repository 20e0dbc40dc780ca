"""What axe finds on a page: what keeps people out."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page, *rules: str, within: str = "html", undecided: bool = False) -> list[str]:
    """What axe finds, as rule and element; only by these rules, if any are named.

    Args:
        page: as it is now.
        rules: names of axe's rules, such as `color-contrast`.
        within: a selector of the part that is looked at.
        undecided: tell also what axe cannot judge.
    """
    kinds = ["violations", "incomplete"] if undecided else ["violations"]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": kinds} | ({"runOnly": [*rules]} if rules else {})
    found = page.evaluate("([part, options]) => axe.run(part, options)", [within, options])
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for kind in kinds
        for rule in found[kind]
        for node in rule["nodes"]
    ]
