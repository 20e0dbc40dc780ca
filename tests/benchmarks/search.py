"""How well the search finds and what it fetches: run `python -m benchmarks.search` in `tests`.

Judged queries are asked in a real browser: a set made for tuning, a half that was looked at now and
then, and a half that nobody looks at. They are asked in the guide as it is, and in the guide among
pages of random words up to `--pages` a language: words by their frequency in the language, and a
share of them (`--own`) from the guide itself, so that what is asked for stands on many pages.
Options besides: `--half tuning|seen|unseen|all`, `--only TAG`, `--misses` to list what is not among
the first three (not for the unseen half), `--site FOLDER`. It needs `pip install wordfreq`, which
is large and wanted for nothing else; Thai frequencies come with PyThaiNLP.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright
from pythainlp.corpus import ttc

from chromium import chromium_path
from cxguide.core.languages import Language
from cxguide.core.thai import thai_word_ends
from cxguide.search.analyzer import Analyzer
from cxguide.search.index import index_files
from cxguide.search.reading import read_page_text
from cxguide.search.rules import rules_data, rules_for
from cxguide.search.sections import PageText, Section
from cxguide.search.synonyms import same_words
from guide_site import PATHS, PREFIXES, built, served

CASES = Path(__file__).parents[1] / "cases" / "search"
HALVES = ("tuning", "seen", "unseen")
ASK = """async ([folder, queries]) => {
  const { SearchIndex } = await import("/assets/cx/search-index.js")
  const answers = []
  for (const query of queries) {
    const index = new SearchIndex(new URL(folder, location.href))
    const { pages } = await index.ask(query)
    answers.push([pages.map((page) => page.address), [...index.files.kept.keys()]])
  }
  return answers
}"""


@dataclass(frozen=True)
class Judged:
    """A query, and the pages any of which answers it."""

    query: str
    pages: frozenset[str]
    kind: str


@dataclass(frozen=True)
class Found:
    """At which place the first right page stands, 0 for none; and the bytes that came (gzip).

    They are those of a first question on a site, with the code and styles that come for it.
    """

    judged: Judged
    place: int
    bytes: int


def judged_queries(half: str, tag: str) -> tuple[Judged, ...]:
    """The queries of one set in a language; Serbian in Latin letters has those of Serbian."""
    text = (CASES / half / f"{tag.partition('-')[0]}.yml").read_text("utf-8")
    return tuple(
        Judged(
            one["query"],
            frozenset("" if path == "index" else f"{path}/" for path in one["page"]),
            one["kind"],
        )
        for one in yaml.safe_load(text)
    )


@contextmanager
def searching() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        yield browser
        browser.close()


def asked(browser: Browser, site: Path, folder: str, queries: Sequence[Judged]) -> list[Found]:
    """What the index in a folder of a site answers, each query as the first of a visit."""

    @cache
    def size(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), mtime=0))

    code = sum(map(size, code_at_focus(site)))
    page = browser.new_page()
    for url in served(site):
        page.goto(f"{url}/404.html")
        answers = page.evaluate(ASK, [f"/{folder}", [one.query for one in queries]])
    page.close()
    found = []
    for judged, (addresses, files) in zip(queries, answers, strict=True):
        places = (n for n, one in enumerate(addresses, 1) if one in judged.pages)
        index = sum(size(site / folder / name) for name in files)
        found.append(Found(judged, next(places, 0), code + index))
    return found


def code_at_focus(site: Path) -> list[Path]:
    """What comes when the field of the search gets the focus, before anything is asked."""
    folder = site / "assets/cx"
    return [*folder.glob("search-*.js"), folder / "search.css"]


def recall(found: Sequence[Found], most: int = 3) -> float:
    """The share of queries with a right page among the first."""
    return sum(0 < one.place <= most for one in found) / len(found)


def mean_reciprocal_rank(found: Sequence[Found]) -> float:
    """1 when the first page is always right, 1/2 when the second one is, and so on."""
    return sum(1 / one.place for one in found if one.place) / len(found)


def guide_pages(site: Path, tag: str) -> list[PageText]:
    """The pages of a built guide in a version, as the search reads them."""
    pages = []
    for path in PATHS:
        address = f"{path}/" if path else ""
        html = (site / PREFIXES[tag] / address / "index.html").read_text("utf-8")
        page = read_page_text(html, address)
        assert page is not None
        pages.append(page)
    return pages


def random_pages(pages: Sequence[PageText], tag: str, count: int, own: float) -> Iterator[PageText]:
    """Pages of five sections of random words.

    Args:
        pages: of the guide.
        tag: language of the words.
        count: how many.
        own: which share of the words is drawn from the pages, the rest from the language.
    """
    words = [word for page in pages for one in page.sections for word in _words(one.text)]
    general, weights = zip(*frequencies(tag).items(), strict=True)
    draw = random.Random(f"{tag} {count} {own}")
    joint = "" if tag == "th" else " "

    def drawn(most: int) -> str:
        some = draw.choices(general, weights, k=most)
        return joint.join(draw.choice(words) if draw.random() < own else one for one in some)

    for number in range(count):
        sections = [
            Section(f"section-{n}" if n else "", "section" if n else "page", drawn(3), drawn(60))
            for n in range(5)
        ]
        yield PageText(f"random/{number}/", tuple(sections))


def frequencies(tag: str) -> Mapping[str, float]:
    """How often each word stands in texts of a language; the 20,000 most frequent ones."""
    if tag == "th":
        return dict(sorted(ttc.word_freqs()))  # which come in another order each time
    wordfreq: Any = import_module("wordfreq")
    name = {"sr": "sh", "sr-Latn": "sh"}.get(tag, tag)
    return dict([*wordfreq.get_frequency_dict(name).items()][:20_000])


def _words(text: str) -> list[str]:
    if re.search("[\u0e01-\u0e4e]", text):
        ends = [0, *thai_word_ends(text)]
        return [word for a, b in pairwise(ends) if (word := text[a:b].strip())]
    return text.split()


def write_index(folder: Path, pages: Sequence[PageText], tag: str) -> None:
    """An index of these pages alone."""
    language = Language(tag)
    files = index_files(
        pages,
        Analyzer(rules_for(language)),
        labels={},
        settings={"rules": rules_data(language), "words": {}},
        same=same_words(language),
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def larger(site: Path, tag: str, count: int, own: float, target: Path) -> Path:
    """A site with nothing but the search of the guide among random pages."""
    pages = guide_pages(site, tag)
    pages += random_pages(pages, tag, count - len(pages), own)
    write_index(target / PREFIXES[tag] / "search", pages, tag)
    scripts = target / "assets/cx"
    scripts.mkdir(parents=True, exist_ok=True)
    for file in code_at_focus(site):
        (scripts / file.name).write_bytes(file.read_bytes())
    (target / "404.html").write_text("<!doctype html><title>.</title>", encoding="utf-8")
    return target


def table(results: Mapping[str, Sequence[Found]]) -> str:
    """The figures of each language, and the recall by kind of query."""
    lines = [f"{'':9}{'n':>4}{'recall@3':>10}{'MRR':>7}{'mean B':>9}{'most B':>9}"]
    for name, found in results.items():
        sizes = [one.bytes for one in found]
        lines.append(
            f"{name:9}{len(found):4}{recall(found):10.3f}{mean_reciprocal_rank(found):7.3f}"
            f"{sum(sizes) // len(sizes):9,}{max(sizes):9,}"
        )
        kinds: dict[str, list[Found]] = defaultdict(list)
        for one in found:
            kinds[one.judged.kind].append(one)
        shares = (f"{kind} {recall(some):.2f}" for kind, some in sorted(kinds.items()))
        lines.append(f"{'':9}{', '.join(shares)}")
    return "\n".join(lines)


def misses(results: Mapping[str, Sequence[Found]]) -> str:
    """The queries without a right page among the first three, and where it stands."""
    lost = [
        f"{tag:9}{one.place or '-':>3}  {one.judged.query}"
        for tag, found in results.items()
        for one in found
        if not 0 < one.place <= 3
    ]
    return "\n".join(lost)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", choices=[*HALVES, "all"], default="all")
    options.add_argument("--pages", type=int, default=2500)
    options.add_argument("--own", type=float, default=0.0)
    options.add_argument("--only", choices=[*PREFIXES])
    options.add_argument("--misses", action="store_true")
    options.add_argument("--site", type=Path, help="a built guide, instead of building one")
    given: Any = options.parse_args()
    tags = [given.only] if given.only else [*PREFIXES]
    halves = HALVES if given.half == "all" else [given.half]
    with tempfile.TemporaryDirectory() as temporary, searching() as browser:
        site = given.site or built(Path(temporary, "site")).folder
        large = Path(temporary, "large")
        for tag in tags if given.pages else ():
            larger(site, tag, given.pages, given.own, large)
        for name, root in ((f"{len(PATHS)} pages", site), (f"{given.pages} pages", large)):
            for half in halves if root.exists() else ():
                results = {
                    tag: asked(browser, root, f"{PREFIXES[tag]}search/", judged_queries(half, tag))
                    for tag in tags
                }
                print(f"\n{name} a language, {half}\n{table(results)}")
                if given.misses and half != "unseen":
                    print(misses(results))


if __name__ == "__main__":
    main()
