"""An inverted index in small files: a question fetches those with its terms and no others.

Every posting holds how much a term says about a section (BM25 over weighted fields), worked out
here, so that the browser only adds. Terms are sorted and cut into files of about equal size.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any
from urllib.parse import urljoin

from cxguide.search.analyzer import Analyzer, Token
from cxguide.search.sections import PageText, Section

__all__ = ["INDEX", "index_files"]

INDEX = "index.json"
"""The file that a search fetches first; it names the others."""

SHARD_CHARS = 12_000
"""Of one file of terms; a term with more sections than that has its own."""
MOST_SECTIONS = 1500
"""Of a term, those about which it says most; more would be much to fetch and little to find."""
SATURATION = 1.2
LENGTH_SHARE = 0.6
SCALE = 8
"""Impacts are whole numbers of eighths."""

TITLE = {"page": 6.0, "section": 3.0, "calculator": 3.5, "map": 3.5, "term": 3.0}
"""How much a word in the name of a section counts, in words of its text."""
PAGE_TITLE = 1.2
DESCRIPTION = 1.5
KEYWORDS = 4.0
TERMS = 4.0
"""Names in the glossary, for the page that explains them."""
LABEL = 1.0


@dataclass(frozen=True, slots=True)
class _Weighed:
    """How often each term stands in a section, by weight; and how long its text is."""

    fixed: Mapping[str, float]
    counted: Mapping[str, int]
    length: int
    boost: float


def index_files(
    pages: Sequence[PageText],
    analyzer: Analyzer,
    *,
    labels: Mapping[str, str],
    settings: Mapping[str, Any],
) -> dict[str, str]:
    """The files of the index of one version, by their name.

    Args:
        pages: of one language, in the order in which equal results are shown.
        analyzer: of that language.
        labels: what each kind of section is called, for questions such as "nps calculator".
        settings: what the browser needs besides, put into the first file.
    """
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    weighed = [*_weighed(pages, analyzer, labels, shown)]
    postings = _postings(weighed)
    shards = [*_shards(postings, shown)]
    texts = {f"terms-{{}}-{n}.json": _json(shard) for n, shard in enumerate(shards)}
    texts |= {f"page-{{}}-{n}.json": _json(_record(page)) for n, page in enumerate(pages)}
    starts, first = [], 0
    for page in pages:
        starts.append(first)
        first += len(page.sections)
    # In the names, so that no browser takes a file of another index for one of this.
    edition = hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:8]
    files = {name.format(edition): text for name, text in texts.items()}
    head = {
        **settings,
        "edition": edition,
        "sections": len(weighed),
        "most": MOST_SECTIONS,
        "pages": starts,
        "kinds": "".join(one.kind[0] for page in pages for one in page.sections),
        "shards": [shard["terms"][0] for shard in shards],
    }
    return {INDEX: _json(head), **files}


def _weighed(
    pages: Iterable[PageText],
    analyzer: Analyzer,
    labels: Mapping[str, str],
    shown: dict[str, Counter[str]],
) -> Iterator[_Weighed]:
    pages = tuple(pages)
    descriptions = Counter(page.sections[0].description for page in pages)
    explained = _explained(pages)
    for page in pages:
        for section in page.sections:
            fixed: dict[str, float] = defaultdict(float)
            fields = [(section.title, TITLE[section.kind]), (section.keywords, KEYWORDS)]
            if section.kind == "page":
                # What several pages say of themselves is what the site says of all.
                own = section.description if descriptions[section.description] == 1 else ""
                names = explained.get(_place(page.address), ())
                fields += [(own, DESCRIPTION), *((name, TERMS) for name in names)]
            else:
                fields += [(page.title, PAGE_TITLE), (labels.get(section.kind, ""), LABEL)]
            for text, weight in fields:
                for term in {one.term for one in _noted(text, analyzer, shown)}:
                    fixed[term] += weight
            counted = Counter(one.term for one in _noted(section.text, analyzer, shown))
            yield _Weighed(fixed, counted, counted.total(), page.boost)


def _noted(text: str, analyzer: Analyzer, shown: dict[str, Counter[str]]) -> Iterator[Token]:
    """The terms of a text, and the words by which they are shown to people."""
    for token in analyzer.tokens(text, compounds=True):
        shown[token.term][text[token.start : token.end].lower()] += 1
        yield token


def _explained(pages: Iterable[PageText]) -> dict[str, list[str]]:
    """The names of terms by the page that explains them."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for section in page.sections:
            for link in section.leads_to if section.kind == "term" else ():
                name = f"{section.title} {section.keywords}"
                found[_place(urljoin(_place(page.address), link))].append(name)
    return found


def _place(address: str) -> str:
    """An address as a path that is the same however a link says it.

    >>> _place("metrics/nps/index.html#limits"), _place("metrics/nps.html")
    ('/metrics/nps/', '/metrics/nps.html')
    """
    return "/" + address.partition("#")[0].removesuffix("index.html").lstrip("/")


def _postings(weighed: Sequence[_Weighed]) -> dict[str, list[tuple[int, int]]]:
    average = sum(one.length for one in weighed) / max(len(weighed), 1) or 1
    frequency = Counter(term for one in weighed for term in {*one.fixed, *one.counted})
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, one in enumerate(weighed):
        length = 1 - LENGTH_SHARE + LENGTH_SHARE * one.length / average
        for term in {*one.fixed, *one.counted}:
            weight = one.fixed.get(term, 0) + one.boost * one.counted.get(term, 0) / length
            rarity = log(1 + (len(weighed) - frequency[term] + 0.5) / (frequency[term] + 0.5))
            impact = rarity * weight / (weight + SATURATION)
            postings[term].append((number, SCALE * impact))
    return {term: _most(found) for term, found in postings.items()}


def _most(found: list[tuple[int, float]]) -> list[tuple[int, int]]:
    best = sorted(found, key=lambda one: (-one[1], one[0]))[:MOST_SECTIONS]
    return sorted((number, max(1, round(impact))) for number, impact in best)


def _shards(
    postings: Mapping[str, list[tuple[int, int]]], shown: Mapping[str, Counter[str]]
) -> Iterator[dict[str, list[Any]]]:
    shard: dict[str, list[Any]] = {"terms": [], "shown": [], "sections": []}
    chars = 0
    for term in sorted(postings, key=lambda one: one.encode("utf-16-be")):  # as JavaScript sorts
        numbers: list[int] = []
        last = 0
        for number, impact in postings[term]:
            numbers += (number - last, impact)
            last = number
        size = len(str(numbers)) + 2 * len(term)
        if shard["terms"] and chars + size > SHARD_CHARS:
            yield shard
            shard, chars = {"terms": [], "shown": [], "sections": []}, 0
        word = min(shown[term].items(), key=lambda one: (-one[1], one[0]))[0]
        shard["terms"].append(term)
        shard["shown"].append("" if word == term else word)
        shard["sections"].append(numbers)
        chars += size
    if shard["terms"]:
        yield shard


def _record(page: PageText) -> dict[str, Any]:
    return {"address": page.address, "sections": [_shown(one) for one in page.sections]}


def _shown(section: Section) -> list[str]:
    return [section.id, section.kind, section.title, section.text]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
