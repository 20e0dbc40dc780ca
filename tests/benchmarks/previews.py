"""From a save to the page over HTTP: run `python -m benchmarks.previews` in `tests`.

The pages of `benchmarks.builds` are served by `mkdocs serve` with our plugins. A word is added to a
page and the page asked for until it has it; then the whole site is waited for. Options: `--pages`
a language, `--saves`, `--during`, which saves while the whole site is being built as well.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from benchmarks.builds import address, write_project

ADDRESS = "127.0.0.1:8123"
WHOLE = "whole site is up to date"


@contextmanager
def served(root: Path) -> Iterator[Path]:
    """The project, served; what the server says is in the file."""
    log = root / "log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", ADDRESS],
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        while "Serving on" not in log.read_text("utf-8"):
            if server.poll() is not None:
                raise SystemExit(log.read_text("utf-8"))
            time.sleep(0.1)
        yield log
    finally:
        server.terminate()
        server.wait()


def saved(root: Path, number: int, word: str) -> float:
    """Seconds until a page is served with a word that was added to it."""
    name = address(number)
    with (root / "docs/en" / name).open("a", encoding="utf-8") as page:
        page.write(f"\n\n{word}\n")
    start = time.perf_counter()
    url = f"http://{ADDRESS}/{name.removesuffix('.md')}/"
    while True:
        with urlopen(url) as answer:
            if word in answer.read().decode():
                return time.perf_counter() - start


def main() -> None:
    """Print the median and the slowest."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--saves", type=int, default=15)
    options.add_argument("--during", action="store_true")
    given: Any = options.parse_args()
    with tempfile.TemporaryDirectory() as work:
        root = Path(work)
        write_project(root, "ours", given.pages)
        with served(root) as log:
            times = []
            for n in range(given.saves):
                whole = log.read_text("utf-8").count(WHOLE)
                times.append(saved(root, n % given.pages, f"saved-{n}"))
                while not given.during and log.read_text("utf-8").count(WHOLE) == whole:
                    time.sleep(0.1)
                time.sleep(2)
    milliseconds = sorted(1000 * one for one in times)
    print(f"{given.pages} pages a language, {given.saves} saves, milliseconds from save to page:")
    print(f"median {statistics.median(milliseconds):.0f}, slowest {milliseconds[-1]:.0f}")


if __name__ == "__main__":
    main()
