"""Amounts of money in a calculator's fence: those of a language instead of the original's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.source_text import SourceText
from cxguide.core.yaml_reading import read_yaml

__all__ = ["with_own_money"]

_MONEY = re.compile(r"money[ ]*:")


def with_own_money(lines: Sequence[str], original: SourceText, own: SourceText | None) -> list[str]:
    r"""The lines inside a fence of the original, with the amounts of the translation.

    >>> english = SourceText("en.md", "metric: clv\nmoney: {value: 740, cost: 310}")
    >>> czech = SourceText("cs.md", "metric: clv\nmoney: {value: 14800}")
    >>> with_own_money(english.text.split("\n"), english, czech)
    ['metric: clv', 'money: {value: 14800, cost: 310}']
    """
    theirs, ours = _amounts(original), _amounts(own) if own else {}
    if not theirs or not ours:
        return list(lines)
    merged = ", ".join(f"{name}: {ours.get(name, amount)}" for name, amount in theirs.items())
    kept: list[str] = []
    is_money = False
    for line in lines:
        if _MONEY.match(line):
            is_money = True
            kept.append(f"money: {{{merged}}}")
            continue
        is_money = is_money and line.startswith((" ", "\t"))
        if not is_money:
            kept.append(line)
    return kept


def _amounts(content: SourceText) -> Mapping[str, object]:
    try:
        value = read_yaml(content).value
    except (SourceError, SourceFaults):
        return {}
    money = value.get("money") if isinstance(value, Mapping) else None
    return money if isinstance(money, Mapping) else {}
