"""What readers feel, in tables: bytes and requests, axe, search, Lighthouse.

By hand, in `tests`: `../.venv/bin/python -m benchmarks.readers`. Options: `--site FOLDER` for a
guide that is built already, `--lighthouse PROGRAM` for the last table (npm has it: `lighthouse`),
`--runs` of it for each page, `--half seen|unseen` of the judged queries, `--pages` for among
how many pages a language the search is asked besides (2500; `--pages 2500 10000` gives a table for
both, the second one in a quarter of an hour; without a number, none), `--write` to keep the tables
in `benchmarks/readers.md`. Larger sites need `pip install wordfreq` (see `benchmarks.search`).

Bytes are those of the wire (gzip; fonts as they are) and are counted in the files. Lighthouse looks
at a phone with its usual slow line, and at a server on this machine that packs what it sends.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import platform
import statistics
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, Literal

from playwright.sync_api import Browser

from axe import violations
from benchmarks.search import (
    asked,
    judged_queries,
    larger,
    mean_reciprocal_rank,
    recall,
    searching,
)
from chromium import chromium_path
from cxguide.core.plain_tables import markdown_row
from first_view import LARGEST_BYTES, first_view
from guide_site import PATHS, PREFIXES, StaticHost, built, served
from openings import open_languages, open_menu, open_search

KEPT = Path(__file__).with_suffix(".md")
SAMPLE = ("", "metrics/nps/", "maps/retailer/")
"""Pages that are looked at by axe and Lighthouse: home, a long page with calculators, a map."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = [(width, scheme) for width in (360, 1280) for scheme in SCHEMES]
OPENINGS = (
    *((open_search, width) for width in (360, 1280)),
    *((open_languages, width) for width in (360, 1280)),
    (open_menu, 360),
)
"""What opens over a page, and how wide the screen is then."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})


class PackingHost(StaticHost):
    """A static host that packs texts, as nearly all do."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in TEXTS or not file.is_file():
            return super().send_head()
        packed = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return BytesIO(packed)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [markdown_row(head), markdown_row(["---"] * len(head))]
    return "\n".join([*lines, *(markdown_row(map(str, row)) for row in rows)])


def weights(site: Path) -> Iterator[Sequence[object]]:
    """For each version: bytes of the first views of all its pages, scripts in them, requests."""
    for tag, prefix in PREFIXES.items():
        views = {path: first_view(site, f"/{prefix}{path}/".replace("//", "/")) for path in PATHS}
        totals = {path: view.total_bytes for path, view in views.items()}
        too_heavy = [f"`{path or '/'}`" for path in PATHS if totals[path] > LARGEST_BYTES]
        scripts = max(sum(view.scripts.values()) for view in views.values())
        requests = max(len(view.files) for view in views.values())
        median = statistics.median(totals.values())
        yield (
            *(tag, kilobytes(median), kilobytes(max(totals.values())), ", ".join(too_heavy)),
            *(kilobytes(scripts), requests),
        )


def kilobytes(count: float) -> str:
    return f"{count / 1000:.1f}"


def kept_out(browser: Browser, address: str) -> Iterator[Sequence[object]]:
    """For each version: what axe finds in the sample on four screens, and with something open."""
    for tag, prefix in PREFIXES.items():
        page = browser.new_page(reduced_motion="reduce", locale=tag)
        found = []
        for path in SAMPLE:
            page.goto(f"{address}/{prefix}{path}", wait_until="networkidle")
            for width, scheme in SCREENS:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                found += violations(page)
        for opening, width in OPENINGS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{address}/{prefix}{SAMPLE[1]}", wait_until="networkidle")
            opening(page)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                found += violations(page)
        page.close()
        views = len(SAMPLE) * len(SCREENS)
        yield tag, views, len(OPENINGS) * len(SCHEMES), len(found)


def judged_by_lighthouse(program: str, site: Path, runs: int) -> Iterator[Sequence[object]]:
    """For each version and page of the sample the median of each category, in points of 100."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(PackingHost, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    for tag, prefix in PREFIXES.items():
        for path in SAMPLE:
            address = f"http://127.0.0.1:{server.server_port}/{prefix}{path}"
            points = [lighthouse(program, address, tag) for _ in range(runs)]
            medians = [statistics.median(run[one] for run in points) for one in CATEGORIES]
            yield (tag, f"`{path or '/'}`", *(f"{100 * one:.0f}" for one in medians))
    server.shutdown()
    server.server_close()


def lighthouse(program: str, address: str, tag: str) -> dict[str, float]:
    """One run, with a fresh profile, of a reader whose browser is in the language of the page."""
    command = [program, address, "--quiet", "--output=json"]
    command.append(f"--chrome-flags=--headless=new --no-sandbox --lang={tag} --accept-lang={tag}")
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": chromium_path() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)["categories"]
    return {name: found[name]["score"] for name in CATEGORIES}


def searches(browser: Browser, site: Path, half: str) -> Iterator[Sequence[object]]:
    """For each version: how well the judged queries are answered, and what they fetch."""
    for tag, prefix in PREFIXES.items():
        found = asked(browser, site, f"{prefix}search/", judged_queries(half, tag))
        sizes = [one.bytes for one in found]
        yield (
            *(tag, len(found), f"{recall(found):.3f}", f"{mean_reciprocal_rank(found):.3f}"),
            *(kilobytes(sum(sizes) / len(sizes)), kilobytes(max(sizes))),
        )


def large_searches(
    browser: Browser, site: Path, half: str, pages: int
) -> Iterator[Sequence[object]]:
    """The same where the guide stands among pages of random words."""
    with tempfile.TemporaryDirectory() as temporary:
        for tag in PREFIXES:
            larger(site, tag, pages, 0.0, Path(temporary))
        yield from searches(browser, Path(temporary), half)


def report(
    site: Path, half: str, larger_sites: Sequence[int], program: str, runs: int
) -> Iterator[str]:
    """The tables with their conditions, as Markdown."""
    yield "# What readers feel"
    with searching() as browser, contextlib.contextmanager(served)(site) as address:
        day = datetime.now(UTC).date()
        yield (
            f"Measured on {day} by `python -m benchmarks.readers`: {len(PATHS)} pages a language,"
            f" Chromium {browser.version}, {os.cpu_count()} cores, {platform.system()}."
        )
        yield "## Bytes and requests of a first view"
        limit = f"above {LARGEST_BYTES // 1000} kB"
        head = ["version", "median kB", "most kB", limit, "script, most kB", "requests, most"]
        yield table(head, weights(site))
        yield "## axe"
        yield (
            "Home, a metric and a map, at 360 and 1280 px, light and dark. Open over a metric,"
            " light and dark: the search with what it found and the list of languages at both"
            " widths, the menu at 360 px."
        )
        head = ["version", "views", "views with something open", "violations"]
        yield table(head, kept_out(browser, address))
        yield "## Search"
        yield f"Judged queries, the {half} half; bytes of a first query."
        head = ["version", "queries", "recall@3", "MRR", "mean kB", "most kB"]
        yield table(head, searches(browser, site, half))
        for pages in larger_sites:
            yield f"### Among {pages:,} pages a language"
            yield "The same queries; all other pages have random words of the language."
            yield table(head, large_searches(browser, site, half, pages))
    if program:
        yield "## Lighthouse"
        yield f"On a phone; the median of {runs} runs."
        yield table(["version", "page", *CATEGORIES], judged_by_lighthouse(program, site, runs))


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--site", type=Path, help="a built guide, instead of building one")
    options.add_argument("--half", choices=["seen", "unseen"], default="seen")
    options.add_argument("--pages", type=int, nargs="*", default=[2500])
    options.add_argument("--lighthouse", default="", metavar="PROGRAM")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--write", action="store_true")
    given: Any = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        site = given.site or built(Path(temporary, "site")).folder
        blocks = []
        for block in report(site.resolve(), given.half, given.pages, given.lighthouse, given.runs):
            print(block, end="\n\n", flush=True)
            blocks.append(block)
    if given.write:
        KEPT.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
