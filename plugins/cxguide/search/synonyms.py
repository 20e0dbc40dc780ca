"""Words by which readers look for the same thing: a text with one of them is found by the others.

What a text says by other words is worked out here and stands in the index, so that a question
fetches nothing for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from cxguide.core.languages import Language
from cxguide.search.analyzer import Analyzer, Token, Written

__all__ = ["Synonyms", "same_words"]

_FOLDER = Path(__file__).with_name("synonyms")


@cache
def same_words(language: Language) -> tuple[tuple[str, ...], ...]:
    """The lines of a language; of a language that we do not know, none.

    >>> "client" in same_words(Language("en"))[0], same_words(Language("fr"))
    (True, ())
    """
    path = _FOLDER / f"{language.tag.partition('-')[0]}.yml"
    if not path.is_file():
        return ()
    return tuple(tuple(map(str, line)) for line in yaml.safe_load(path.read_text("utf-8")))


class Synonyms:
    """What stands for the words of a text.

    >>> from cxguide.search.analyzer import Rules
    >>> analyzer = Analyzer(Rules())
    >>> same = Synonyms([("bounce", "leave at once")], analyzer)
    >>> [term for term, _ in same.of(analyzer.tokens("bounce"))]
    ['leave', 'at', 'once']
    >>> [[*same.of(analyzer.tokens(one))] for one in ("visitors leave at once", "leave it")]
    [[('bounce', 'bounce')], []]
    """

    def __init__(self, lines: Iterable[Sequence[str]], analyzer: Analyzer) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], dict[str, str]]] = defaultdict(dict)
        for line in lines:
            words = [tuple(one.term for one in analyzer.tokens(word)) for word in line]
            shown = {
                one.term: word[one.start : one.end].lower()
                for word in line
                for one in analyzer.tokens(word)
            }
            for terms in words:
                others = {term: shown[term] for word in words for term in word if term not in terms}
                self._by_first[terms[0]].setdefault(terms, {}).update(others)

    def of(self, tokens: Iterable[Token | Written]) -> Iterator[tuple[str, str]]:
        """For each word of a text that has others: their terms, and how each is written.

        A compound counts as one word and as those that it joins, so "first contact resolution"
        stands in "first-contact resolution", and "dropoff rate" in "drop-off rate".
        """
        words = _words(tokens)
        known = [at for at, term in enumerate(words.terms) if term in self._by_first]
        places = sorted({*known, *words.compounds}) if words.compounds else known
        for at in places:
            for first in words.at(at):
                for word, others in self._by_first.get(first, {}).items():
                    if words.has(word, at):
                        yield from others.items()


@dataclass(frozen=True, slots=True)
class _Words:
    """The terms of a text, and its compounds by the place of the first term that they join."""

    terms: Sequence[str]
    compounds: Mapping[int, Token | Written]

    def at(self, place: int) -> Mapping[str, int]:
        """Each term that begins at a place, and where the next one stands."""
        if place >= len(self.terms):
            return {}
        whole = self.compounds.get(place)
        joined = {whole.term: place + whole.joins} if whole is not None else {}
        return {self.terms[place]: place + 1, **joined}

    def has(self, word: Sequence[str], place: int) -> bool:
        """Whether the terms of a word follow each other from a place on."""
        if not word:
            return True
        behind = self.at(place).get(word[0])
        return behind is not None and self.has(word[1:], behind)


def _words(tokens: Iterable[Token | Written]) -> _Words:
    every = [*tokens]
    terms = [one.term for one in every if not one.joins]
    compounds: dict[int, Token | Written] = {}
    if len(terms) == len(every):
        return _Words(terms, compounds)
    before = 0
    for place, one in enumerate(every):
        if one.joins:
            compounds[place - before - one.joins] = one
            before += 1
    return _Words(terms, compounds)
