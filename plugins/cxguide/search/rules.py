"""The rules of the languages that we know; files beside this one, a language each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from cxguide.core.languages import Language
from cxguide.search.analyzer import Rules

__all__ = ["rules_data", "rules_for"]

_FOLDER = Path(__file__).with_name("rules")
_LISTS = ("endings", "alike", "common", "faint")
_NONE: dict[str, Any] = {"shortest": 3, "rounds": 0, **{name: [] for name in _LISTS}}


@cache
def rules_data(language: Language) -> dict[str, Any]:
    """The rules as the browser gets them; of a language that we do not know, none.

    >>> rules_data(Language("sr-Latn")) == rules_data(Language("sr"))
    True
    >>> rules_data(Language("fr"))["rounds"]
    0
    """
    path = _FOLDER / f"{language.tag.partition('-')[0]}.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else _NONE
    return data


@cache
def rules_for(language: Language) -> Rules:
    """The rules of a language."""
    data = rules_data(language)
    alike = tuple((end, counts) for end, counts in data["alike"])
    return Rules(data["shortest"], data["rounds"], frozenset(data["endings"]), alike)
