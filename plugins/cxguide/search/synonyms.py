"""Words by which readers look for the same thing: a text with one of them is found by the others.

What a text says by other words is worked out here and stands in the index, so that a question
fetches nothing for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from cxguide.core.languages import Language
from cxguide.search.analyzer import Analyzer

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
    """What stands for the terms of a text.

    >>> from cxguide.search.analyzer import Rules
    >>> same = Synonyms([("bounce", "leave at once")], Analyzer(Rules()))
    >>> [term for term, _ in same.of(["bounce"])]
    ['leave', 'at', 'once']
    >>> [*same.of(["visitors", "leave", "at", "once"])], [*same.of(["leave", "it"])]
    ([('bounce', 'bounce')], [])
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

    def of(self, terms: Sequence[str]) -> Iterator[tuple[str, str]]:
        """For each word among the terms that has others: their terms, and how each is written."""
        for at, first in enumerate(terms):
            for word, others in self._by_first.get(first, {}).items():
                if tuple(terms[at : at + len(word)]) == word:
                    yield from others.items()
