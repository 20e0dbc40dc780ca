"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

__all__ = ["Run", "changed_words", "lines_of_runs", "word_runs"]

CONTEXT = 8
"""Words that stay, shown on each side of a change."""

_TOKEN = re.compile(r"\S+|\n+")
"""Words, and ends of lines, so that a text keeps its paragraphs and lists."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that share their fate.

    Attributes:
        kind: `same`, `removed` or `added`; `left_out` stands for words that stay and are not shown.
        text: the words, with a blank or an end of a line between.
    """

    kind: Literal["same", "removed", "added", "left_out"]
    text: str


def word_runs(old: str, new: str) -> Iterator[Run]:
    """The way from one text to another, in reading order.

    >>> [(run.kind, run.text) for run in word_runs("It is a share", "It is the share")]
    [('same', 'It is'), ('removed', 'a'), ('added', 'the'), ('same', 'share')]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (kind, start, end, new_start, new_end) in enumerate(steps):
        if kind == "equal":
            is_last = number == len(steps) - 1
            yield from _context(before[start:end], is_first=number == 0, is_last=is_last)
            continue
        yield from _changed("removed", before[start:end])
        yield from _changed("added", after[new_start:new_end])


def _changed(kind: Literal["removed", "added"], tokens: list[str]) -> Iterator[Run]:
    """Words in a row; ends of lines around them stay outside, where a reader sees them as such."""
    words = [number for number, token in enumerate(tokens) if token.strip()]
    if not words:
        return
    first, last = words[0], words[-1] + 1
    if kind == "added" and first:
        yield Run("same", _joined(tokens[:first]))
    yield Run(kind, _joined(tokens[first:last]))
    if kind == "added" and tokens[last:]:
        yield Run("same", _joined(tokens[last:]))


def lines_of_runs(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    r"""The runs of each line of a text that has any, so that paragraphs do not run together.

    >>> runs = [Run("same", "One\n\ntwo"), Run("added", "three")]
    >>> [[run.text for run in line] for line in lines_of_runs(runs)]
    [['One'], ['two', 'three']]
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(run.kind, first))
        lines += [[Run(run.kind, text)] for text in others]
    shown = (tuple(run for run in line if run.text.strip()) for line in lines)
    return tuple(line for line in shown if line)


def changed_words(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    """How many words a reader would call changed: of each change the longer side.

    >>> changed_words(("a", "b", "c"), ("a", "x", "y", "c"))
    2
    """
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(end - start, to - at) for kind, start, end, at, to in steps if kind != "equal")


def _joined(tokens: list[str]) -> str:
    return re.sub(r"[ ]*(\n+)[ ]*", r"\1", " ".join(tokens))


def _context(words: list[str], *, is_first: bool, is_last: bool) -> Iterator[Run]:
    head = [] if is_first else words[:CONTEXT]
    tail = [] if is_last else words[-CONTEXT:]
    if len(head) + len(tail) >= len(words):
        yield Run("same", _joined(words))
        return
    if head:
        yield Run("same", _joined(head))
    yield Run("left_out", "…")
    if tail:
        yield Run("same", _joined(tail))
