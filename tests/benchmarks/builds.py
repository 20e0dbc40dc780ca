"""What a build costs beside the stock stack: run `python -m benchmarks.builds` in `tests`.

Pages of random words in four languages are built by this software and by MkDocs with Material,
its search and static-i18n, in turns (A B A B), each in a process of its own: cold, with nothing
kept, and warm, after a line was added to one page. Options: `--pages 25 100 400` a language,
`--pairs` of runs, `--write` to keep the tables in `benchmarks/builds.md`. Ratios are of medians;
figures of one run are the machine's.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from cxguide.core.plain_tables import markdown_row
from cxguide.core.thai import thai_word_ends
from guide_site import ROOT

KEPT = Path(__file__).with_suffix(".md")
LANGUAGES = {"en": "English", "sr": "Српски", "th": "ไทย", "cs": "Čeština"}
SECTIONS = ("start", "metrics", "journeys", "practice", "reference")
EXTENSIONS = ["admonition", "attr_list", "footnotes", "def_list", "tables", "abbr", "md_in_html"]
I18N = {
    "docs_structure": "folder",
    "fallback_to_default": True,
    "languages": [
        {"locale": tag, "name": name, **({"default": True} if tag == "en" else {})}
        for tag, name in LANGUAGES.items()
    ],
}
STACKS: Mapping[str, Sequence[object]] = {
    "ours": ({"cx-site": {"search": True}}, "cx-pages", "search", {"i18n": I18N}),
    "stock": ("search", {"i18n": {**I18N, "reconfigure_search": True}}),
}
FEATURES = ["navigation.sections", "navigation.top", "navigation.footer", "toc.follow"]
EDITED = "docs/en/metrics/page-1.md"


@dataclass(frozen=True)
class Cost:
    """Of one build.

    Attributes:
        cpu_s: seconds of all processors, ours and the system's.
        wall_s: seconds that passed.
        memory_mb: of the largest process.
    """

    cpu_s: float
    wall_s: float
    memory_mb: float


@cache
def words(tag: str) -> tuple[str, ...]:
    """The words of the guide in a language."""
    files = sorted((ROOT / "docs" / tag).rglob("*.md"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    if tag != "th":
        return tuple(word for line in lines for word in re.findall(r"[^\W\d_]{2,}", line))
    cut = (line[start:end] for line in lines for start, end in pairwise([0, *thai_word_ends(line)]))
    return tuple(one for one in cut if re.fullmatch("[\u0e01-\u0e4e]+", one))


def page(tag: str, number: int, pages: int) -> str:
    """About 1,000 words: headings, lists, a table, admonitions and links to other pages."""
    draw = random.Random(f"{tag} {number}")

    def drawn(count: int) -> str:
        some = ("" if tag == "th" else " ").join(draw.choices(words(tag), k=count))
        return some[:1].upper() + some[1:]

    lines = [f"# {drawn(3)} {{ #page-{number} }}", drawn(40)]
    for part in range(5):
        link = f"[{drawn(2)}](../{address(draw.randrange(pages))})"
        lines += [f"## {drawn(3)} {{ #part-{part} }}", drawn(80), f"{drawn(30)} {link} {drawn(30)}"]
        lines.append("\n".join(f"- {drawn(8)}" for _ in range(4)))
    cells = (f"| {drawn(2)} | {drawn(5)} |" for _ in range(4))
    lines.append("\n".join(["| A | B |", "| --- | --- |", *cells]))
    lines += [f'!!! {kind} "{drawn(2)}"\n\n    {drawn(30)}' for kind in ("note", "tip")]
    return "\n\n".join(lines) + "\n"


def address(number: int) -> str:
    """Of a page, below its language."""
    return f"{SECTIONS[number % len(SECTIONS)]}/page-{number}.md"


def write_project(root: Path, stack: str, pages: int) -> None:
    """A site of so many pages a language."""
    numbers = range(pages)
    for tag in LANGUAGES:
        texts = {address(number): page(tag, number, pages) for number in numbers}
        texts["index.md"] = f"# {words(tag)[0]} {{ #home }}\n\n{words(tag)[1]}\n"
        for name, text in texts.items():
            path = root / "docs" / tag / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    nav = [
        {section: [address(number) for number in numbers if number % len(SECTIONS) == at]}
        for at, section in enumerate(SECTIONS)
    ]
    settings = {
        "site_name": "Benchmark",
        "site_url": "https://benchmark.example/",
        "theme": {"name": "material", "font": False, "features": FEATURES},
        "nav": ["index.md", *nav],
        "markdown_extensions": EXTENSIONS,
        "plugins": STACKS[stack],
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def build(root: Path) -> Cost:
    """One build in a process of its own, which says what it always says: to nobody."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    running = subprocess.Popen(command, cwd=root, env=environment, **silent)
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{root.name} cannot be built")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def costs(root: Path) -> tuple[Cost, Cost]:
    """Cold, then warm after one edit; the page is as before when this ends."""
    for kept in (root / "site", root / ".cache"):
        shutil.rmtree(kept, ignore_errors=True)
    cold = build(root)
    edited = root / EDITED
    before = edited.read_text("utf-8")
    edited.write_text(f"{before}\nOne line more.\n", encoding="utf-8")
    warm = build(root)
    edited.write_text(before, encoding="utf-8")
    return cold, warm


def rows(work: Path, pages: int, pairs: int) -> Iterator[Sequence[str]]:
    """The medians of each stack, and their ratios to stock."""
    found: dict[str, list[tuple[Cost, Cost]]] = {stack: [] for stack in STACKS}
    for stack in STACKS:
        write_project(work / f"{stack}-{pages}", stack, pages)
    for _ in range(pairs):
        for stack, some in found.items():
            some.append(costs(work / f"{stack}-{pages}"))
    for at, run in enumerate(("cold", "warm")):
        stock = [pair[at] for pair in found["stock"]]
        for stack, some in found.items():
            own = [pair[at] for pair in some]
            cpu, wall, memory = (
                statistics.median(getattr(one, name) for one in own)
                for name in ("cpu_s", "wall_s", "memory_mb")
            )
            ratio = cpu / statistics.median(one.cpu_s for one in stock)
            sizes = [one.stat().st_size for one in (work / f"{stack}-{pages}/site").rglob("*.html")]
            yield (
                *(str(pages), run, stack, f"{cpu:.1f}", f"{wall:.1f}", f"{memory:.0f}"),
                *(f"{ratio:.2f}", f"{statistics.mean(sizes) / 1000:.1f}"),
            )


def main() -> None:
    """Print the table, page counts one after the other."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, nargs="+", default=[25, 100])
    options.add_argument("--pairs", type=int, default=3)
    options.add_argument("--write", action="store_true")
    given: Any = options.parse_args()
    head = ["pages", "run", "stack", "CPU s", "wall s", "MB", "CPU ratio", "kB of HTML a page"]
    lines = [markdown_row(head), markdown_row(["---"] * len(head))]
    print(*lines, sep="\n")
    with tempfile.TemporaryDirectory() as work:
        for pages in given.pages:
            for row in rows(Path(work), pages, given.pairs):
                lines.append(markdown_row(row))
                print(lines[-1], flush=True)
    if given.write:
        made = ", ".join(
            [
                *(datetime.now(UTC).date().isoformat(), platform.machine()),
                *(f"{os.cpu_count()} cores", f"Python {platform.python_version()}"),
                f"medians of {given.pairs} pairs",
            ]
        )
        KEPT.write_text(f"# Builds\n\n{made}.\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
