"""One search index per version, made from the one that MkDocs writes for all of them.

A reader finds pages in the own language only, and loads no other language's words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from cxguide.core.languages import ENGLISH
from cxguide.site.versions import SiteModel, SiteVersion

__all__ = ["INDEX", "split_search_index", "write_search_indexes"]

INDEX = "search/search_index.json"
"""The index of a version, relative to the version's root."""


def split_search_index(
    index: Mapping[str, Any], model: SiteModel, has_words: Callable[[str], bool]
) -> dict[str, dict[str, Any]]:
    """The index of each written version by its prefix, locations relative to its root.

    Pages that show another language's text are left out. An index is searched with the
    dictionary of its own language only, where there is one.

    Args:
        index: the content of MkDocs' index, with the pages of all versions.
        model: the site.
        has_words: whether the search engine has a dictionary for a language tag.
    """
    entries: dict[str, list[Any]] = {
        version.prefix: [] for version in model.versions if version.derived_from is None
    }
    for entry in index["docs"]:
        version = model.version_of(entry["location"])
        start = len(version.address(""))
        location = entry["location"][start:]
        path = location.partition("#")[0]
        if path not in model.translations or model.is_written(path, version):
            words = {name: _searched(text) for name, text in entry.items()}
            entries[version.prefix].append({**words, "location": location})
    return {
        prefix: {
            **index,
            "config": {**index["config"], "lang": [_dictionary(model, prefix, has_words)]},
            "docs": found,
        }
        for prefix, found in entries.items()
    }


def write_search_indexes(folder: Path, model: SiteModel) -> None:
    """Replace the one index of a built site by one per written version.

    Does nothing on a site without search or with a single written version.
    """
    merged = folder / INDEX
    if not merged.is_file() or _count(v for v in model.versions if v.derived_from is None) < 2:
        return
    dictionaries = folder / "assets/javascripts/lunr/min"
    indexes = split_search_index(
        json.loads(merged.read_text(encoding="utf-8")),
        model,
        lambda tag: (dictionaries / f"lunr.{tag}.min.js").is_file(),
    )
    for prefix, index in indexes.items():
        target = folder / model.version(prefix).address(INDEX)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        target.write_text(text, encoding="utf-8")


def _searched(text: Any) -> Any:
    """A text without the soft hyphens that editors have put into long words."""
    return text.replace("\N{SOFT HYPHEN}", "") if isinstance(text, str) else text


def _dictionary(model: SiteModel, prefix: str, has_words: Callable[[str], bool]) -> str:
    tag = model.version(prefix).language.tag
    return tag if has_words(tag) else ENGLISH.tag


def _count(versions: Iterable[SiteVersion]) -> int:
    return sum(1 for _ in versions)
