"""What axe finds on a page: what keeps people out."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


# Of what axe cannot judge, only what is in maps: we promise that there is nothing.
FINDINGS = """async ([include, exclude, runOnly]) => {
    const options = {resultTypes: ['violations', 'incomplete'], elementRef: true}
    if (runOnly.length) options.runOnly = runOnly
    const found = await axe.run({include, exclude}, options)
    const told = ({id}, {target, failureSummary}) => `${id}: ${target} ${failureSummary ?? ''}`
    return [
        ...found.violations.flatMap(rule => rule.nodes.map(node => told(rule, node))),
        ...found.incomplete.flatMap(rule => rule.nodes
            .filter(({element}) => element.closest('.cx-map'))
            .map(node => `undecided ${told(rule, node)}`)),
    ]
}"""


def violations(
    page: Page, *rules: str, within: str = "html", without: str | None = None
) -> list[str]:
    """What axe finds, as rule and element; only by these rules, if any are named.

    Args:
        page: as it is now.
        rules: names of axe's rules, such as `color-contrast`.
        within: a selector of the part that is looked at.
        without: a selector of what is not looked at inside it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(FINDINGS, [within, without or [], rules])
    return found
