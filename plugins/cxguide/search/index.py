"""An inverted index in small files: a question fetches those with its terms and no others.

Every posting holds how much a term says about a section (BM25 over weighted fields), worked out
here, so that the browser only adds. Terms are sorted and cut into files of about equal size.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import Any

from cxguide.search.analyzer import Analyzer
from cxguide.search.sections import Foreign, PageText, Section
from cxguide.search.weights import Weighed, Weigher

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


def index_files(
    pages: Sequence[PageText],
    analyzer: Analyzer,
    *,
    labels: Mapping[str, str],
    settings: Mapping[str, Any],
    same: Iterable[Sequence[str]] = (),
) -> dict[str, str]:
    """The files of the index of one version, by their name.

    Args:
        pages: of one language, in the order in which equal results are shown.
        analyzer: of that language.
        labels: what each kind of section is called, for questions such as "nps calculator".
        settings: what the browser needs besides, put into the first file.
        same: lines of words that say the same.
    """
    weigher = Weigher(pages, analyzer, labels=labels, same=same)
    weighed = weigher.sections()
    postings = _postings(weighed)
    shards = [*_shards(postings, weigher.shown)]
    texts = {f"terms-{{}}-{n}.json": _json(shard) for n, shard in enumerate(shards)}
    texts |= {f"page-{{}}-{n}.json": _json(_record(page, weigher)) for n, page in enumerate(pages)}
    # In the names, so that no browser takes a file of another index for one of this.
    edition = hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:8]
    files = {name.format(edition): text for name, text in texts.items()}
    head = {
        **settings,
        "edition": edition,
        "sections": len(weighed),
        "most": MOST_SECTIONS,
        "lengths": [len(page.sections) for page in pages],
        "kinds": "".join(one.kind[0] for page in pages for one in page.sections),
        "shards": [shard["terms"][0] for shard in shards],
    }
    return {INDEX: _json(head), **files}


def _postings(weighed: Sequence[Weighed]) -> dict[str, list[tuple[int, int]]]:
    average = sum(one.length for one in weighed) / max(len(weighed), 1) or 1
    weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, one in enumerate(weighed):
        length = 1 - LENGTH_SHARE + LENGTH_SHARE * one.length / average
        for term in one.fixed.keys() | one.counted.keys():
            weight = one.fixed.get(term, 0) + one.boost * one.counted.get(term, 0) / length
            weights[term].append((number, weight))
    return {term: _impacts(found, len(weighed)) for term, found in weights.items()}


def _impacts(found: list[tuple[int, float]], sections: int) -> list[tuple[int, int]]:
    """How much a term says about each section that has it, in their order.

    Args:
        found: the numbers of the sections, and the weight of the term in each.
        sections: how many there are.
    """
    rarity = log(1 + (sections - len(found) + 0.5) / (len(found) + 0.5))
    impacts = [
        (number, SCALE * (rarity * weight / (weight + SATURATION))) for number, weight in found
    ]
    if len(impacts) > MOST_SECTIONS:
        impacts = sorted(sorted(impacts, key=lambda one: (-one[1], one[0]))[:MOST_SECTIONS])
    return [(number, max(1, round(impact))) for number, impact in impacts]


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


def _record(page: PageText, weigher: Weigher) -> dict[str, Any]:
    sections = [_shown(one) for one in page.sections]
    return {"address": page.address, "names": weigher.names(page), "sections": sections}


def _shown(section: Section) -> list[Any]:
    """What is shown of a section; and where words of other languages stand, if there are any."""
    foreign = [
        _places(section.text, section.foreign),
        _places(section.title, section.foreign_title),
    ]
    while foreign and not foreign[-1]:
        foreign.pop()
    return [section.id, section.kind, section.title, section.text, *foreign]


def _places(text: str, foreign: Iterable[Foreign]) -> dict[str, list[int]]:
    """By language, where words begin and end, in turn: as JavaScript counts signs."""
    found: dict[str, list[int]] = defaultdict(list)
    for start, end, tag in foreign:
        found[tag] += (at + sum(sign > "\uffff" for sign in text[:at]) for at in (start, end))
    return found


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
