"""Which of the texts that came back may be taken: those that a pull request could bring as well."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.entities import html5
from itertools import islice

from cxguide.core.catalogs import Message
from cxguide.core.languages import Language
from cxguide.core.markup import Words, pieces
from cxguide.core.places import SourceError, nearest, short
from cxguide.translations.completeness import placeholder_faults
from cxguide.translations.exchange.units import Unit

__all__ = ["Accepted", "accepted"]

_ENTITY = re.compile(r"&(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);")
_UNWANTED = frozenset("\u2028\u2029\x85\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Ends of lines, which catalogs cannot have, and what shows a text in another order than it has."""
_MOST_LIKENED = 50
"""Unknown keys for which a known one is looked for: that takes time, and more are another file."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is left after a look at every text.

    Attributes:
        units: that may be taken, each key once.
        refused: why others may not, in the order of the file.
        empty: how many have no translation.
    """

    units: tuple[Unit, ...]
    refused: tuple[SourceError, ...]
    empty: int


def accepted(
    units: Sequence[Unit],
    messages: Iterable[Message],
    language: Language,
    *,
    translated: Collection[str],
) -> Accepted:
    """The texts of a file that may be taken.

    Args:
        units: as they came back.
        messages: all English texts of now.
        language: of the translations.
        translated: keys that have a translation already.
    """
    needed: dict[str, list[Message]] = {}
    for message in messages:
        for key in message.keys(language):
            needed.setdefault(key, []).append(message)
    unknown = (unit.key for unit in units if unit.key not in needed)
    close = {key: nearest(key, needed) for key in islice(dict.fromkeys(unknown), _MOST_LIKENED)}
    refused: list[SourceError] = []
    good: dict[str, Unit] = {}
    for unit, fault in _without_doubles(units):
        faults = [fault] if fault else list(_faults(unit, needed, close))
        refused += faults
        if not faults:
            good[unit.key] = unit
    halves = list(_halves(good, needed, language, translated))
    for key, fault in halves:
        del good[key]
        refused.append(fault)
    empty = sum(not unit.translation.strip() for unit in good.values())
    refused.sort(key=lambda fault: fault.place)
    return Accepted(tuple(good.values()), tuple(refused), empty)


def _without_doubles(units: Iterable[Unit]) -> Iterator[tuple[Unit, SourceError | None]]:
    """Every text, and the fault of those whose key has another translation as well."""
    by_key: dict[str, list[Unit]] = {}
    for unit in units:
        by_key.setdefault(unit.key, []).append(unit)
    for several in by_key.values():
        first = several[0]
        if len({(one.english, one.translation) for one in several}) == 1:
            yield first, None
            continue
        for one in several:
            yield (
                one,
                SourceError(
                    one.place,
                    f"the file has {len(several)} different texts for {one.key!r}",
                    fix="keep the better one",
                ),
            )


def _faults(
    unit: Unit, needed: Mapping[str, Sequence[Message]], close: Mapping[str, str | None]
) -> Iterator[SourceError]:
    """What is wrong with a text."""
    if (messages := needed.get(unit.key)) is None:
        likely = close.get(unit.key)
        yield SourceError(
            unit.place,
            f"no text has the key {short(repr(unit.key))}; "
            f"its translation is {short(repr(unit.translation))}",
            fix=f"write {likely!r} if that is meant" if likely else "export again",
        )
        return
    if all(unit.english != message.english for message in messages):
        yield SourceError(
            unit.place,
            f"the English of {unit.key!r} is another one now: was {short(repr(unit.english))}, "
            f"is {short(repr(messages[-1].english))}",
            fix="export again, and look at the translation",
        )
        return
    yield from _sign_faults(unit)
    if unit.translation.strip():
        yield from placeholder_faults(unit.place, unit.key, unit.translation, unit.english)
        yield from _markup_faults(unit)


def _sign_faults(unit: Unit) -> Iterator[SourceError]:
    for text in (unit.translation, *unit.comments):
        for sign in text:
            if (unicodedata.category(sign) == "Cc" and sign not in "\n\t") or sign in _UNWANTED:
                yield SourceError(
                    unit.place,
                    f"the translation of {unit.key!r} has the sign U+{ord(sign):04X}, "
                    "which nobody sees",
                    fix="remove it",
                )
                return


def _markup_faults(unit: Unit) -> Iterator[SourceError]:
    ours, theirs = _markup(unit.translation), _markup(unit.english)
    for added in (ours - theirs).elements():
        yield SourceError(
            unit.place,
            f"the translation of {unit.key!r} has {short(added)}, which the English has not",
            fix="write the text without it; a sign stands for itself, & is not &amp;",
        )
    for lost in (theirs - ours).elements():
        yield SourceError(
            unit.place,
            f"the translation of {unit.key!r} has lost {short(lost)}",
            fix=f"write {short(lost)} as the English has it",
        )


def _markup(text: str) -> Counter[str]:
    """The tags, comments and entities of a text."""
    tags = (piece.raw for piece in pieces(text) if not isinstance(piece, Words))
    entities = (one for one in _ENTITY.findall(text) if one[1] == "#" or one[1:] in html5)
    return Counter((*tags, *entities))


def _halves(
    good: Mapping[str, Unit],
    needed: Mapping[str, Sequence[Message]],
    language: Language,
    translated: Collection[str],
) -> Iterator[tuple[str, SourceError]]:
    """The texts of plurals that would still lack a category; half of them is of no use."""
    for key, unit in good.items():
        message = needed[key][-1]
        if not message.counted or not unit.translation.strip() or key in translated:
            continue
        lacking = [
            one.rpartition("#")[2]
            for one in message.keys(language)
            if one not in translated and not (one in good and good[one].translation.strip())
        ]
        if lacking:
            yield (
                key,
                SourceError(
                    unit.place,
                    f"{message.key!r} lacks the plural categories {', '.join(lacking)}",
                    fix=f"translate all of: {', '.join(message.keys(language))}",
                ),
            )
