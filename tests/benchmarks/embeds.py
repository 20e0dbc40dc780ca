"""How much main-thread time twenty frames and twenty elements on a partner's page cost.

By hand, in `tests`, with the folder of a built site:
`../.venv/bin/python -m benchmarks.embeds ../site`. It prints figures and judges nothing.
Frames are of the same site here, so that their work counts on the thread of the page.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.calculators import task_ms
from chromium import chromium_path
from cxguide.core.resources import CALCULATORS
from cxguide.metrics import read_metrics
from guide_site import ROOT, served

ON_PAGE = 20
RUNS = 7
_BEGIN = "<!doctype html><meta charset=utf-8><title>Partner</title>"


def page_of_frames(site: str, names: list[str]) -> str:
    """A page with a frame of each metric."""
    frames = "".join(
        f'<iframe data-cx src="{site}/embed/v1/{name}.en.html" height="800"></iframe>'
        for name in names
    )
    return f'{_BEGIN}{frames}<script src="{site}/embed/v1/loader.js"></script>'


def page_of_elements(site: str, names: list[str]) -> str:
    """A page with an element of each metric."""
    elements = "".join(
        f'<cx-calculator metric="{name}" lang="en"></cx-calculator>'
        f'<script src="{site}/embed/v1/{name}.en.js" async></script>'
        for name in names
    )
    return _BEGIN + elements


def main(site: Path) -> None:
    """Print the figures."""
    names = [*read_metrics(CALCULATORS / "metrics", ROOT)][:ON_PAGE]
    with sync_playwright() as playwright, contextmanager(served)(site) as address:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        empty = median_ms(browser, site, address, _BEGIN)
        for what, page in (("frames", page_of_frames), ("elements", page_of_elements)):
            cost = median_ms(browser, site, address, page(address, names)) - empty
            print(f"{ON_PAGE} {what}: {cost:.0f} ms of tasks, median of {RUNS}")
        browser.close()


def median_ms(browser: Browser, site: Path, address: str, html: str) -> float:
    """Of all runs but the first."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", dir=site, encoding="utf-8") as page:
        page.write(html)
        page.flush()
        at = f"{address}/{Path(page.name).name}"
        return statistics.median([task_ms(browser, at) for _ in range(RUNS + 1)][1:])


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
