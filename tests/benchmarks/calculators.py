"""How much main-thread time twenty calculators on one page cost, and a thousand batch lines.

By hand, in `tests`: `../.venv/bin/python -m benchmarks.calculators`. It prints figures and
judges nothing: the same work takes another time on another machine.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import chromium_path
from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.resources import CALCULATORS
from cxguide.metrics import calculate, read_metrics
from cxguide.metrics.batch import answer_lines
from cxguide.metrics.bundle import bundled
from cxguide.metrics.writing import calculator_html
from guide_site import ROOT

CALCULATORS_ON_PAGE = 20
RUNS = 7


def page_of_calculators(folder: Path, *, with_script: bool) -> Path:
    """A page with twenty calculators, with or without the script that upgrades them."""
    metrics = [*read_metrics(CALCULATORS / "metrics", ROOT).values()][:CALCULATORS_ON_PAGE]
    body = "".join(
        calculator_html(
            metric,
            metric.shape.examples[0].inputs,
            calculate(metric, metric.shape.examples[0].inputs),
            Texts(ENGLISH),
            element_id=f"{metric.id}-calculator",
            publisher="CX Guide",
        )
        for metric in metrics
    )
    styles = (CALCULATORS / "element" / "cx-calculator.css").read_text(encoding="utf-8")
    scripts = bundled(CALCULATORS / "element", later="./later.js")
    script = f"<script>{scripts.first}</script>" if with_script else ""
    path = folder / f"page-{with_script}.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><style>{styles}</style>{body}{script}")
    return path


def task_ms(browser: Browser, address: str) -> float:
    """Time of all tasks of the main thread until the page is quiet."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address, wait_until="networkidle")
    metrics = session.send("Performance.getMetrics")["metrics"]
    page.close()
    return 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        pages = {
            on: page_of_calculators(Path(work), with_script=on).as_uri() for on in (False, True)
        }
        task_ms(browser, pages[True])
        times = {
            on: statistics.median(task_ms(browser, page) for _ in range(RUNS))
            for on, page in pages.items()
        }
        browser.close()
        print(f"{CALCULATORS_ON_PAGE} calculators, median of {RUNS}:")
        print(f"  whole page {times[True]:.0f} ms of tasks, {times[False]:.0f} ms without script,")
        print(f"  so the calculators cost {times[True] - times[False]:.0f} ms")

        metrics = read_metrics(CALCULATORS / "metrics", ROOT)
        examples = [
            json.dumps({"metric": metric.id, "inputs": example.inputs})
            for metric in metrics.values()
            for example in metric.shape.examples
        ]
        lines = (examples * (1000 // len(examples) + 1))[:1000]
        batch = Path(work, "batch.jsonl")
        batch.write_text("\n".join(lines), encoding="utf-8")
        started = time.perf_counter()
        with batch.open("rb") as queries:
            answered = sum(1 for _ in answer_lines(queries, metrics))
        print(f"{answered} batch lines: {time.perf_counter() - started:.3f} s")

        started = time.perf_counter()
        read_metrics(CALCULATORS / "metrics", ROOT)
        print(f"{len(metrics)} metrics read and compiled: {time.perf_counter() - started:.3f} s")


if __name__ == "__main__":
    main()
