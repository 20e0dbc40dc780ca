"""Characters of a map that no bundled font has: they would be missing in its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxguide.core.catalogs import Texts
from cxguide.core.places import Place, SourceError
from cxguide.drawing.coverage import letter_fault, missing_letters, written_at
from cxguide.journeys.messages import journey_messages
from cxguide.journeys.model import Journey
from cxguide.journeys.plain import PlainMap

__all__ = ["coverage_faults"]


def coverage_faults(journey: Journey, texts: Texts, plain: PlainMap) -> Iterator[SourceError]:
    """A fault for each character without a letter in our fonts, at the text that has it.

    Args:
        journey: the map.
        texts: the texts of a language.
        plain: the map in that language.
    """
    told: set[str] = set()
    for message in journey_messages(journey):
        text = texts(message.key, message.english)
        if missing := missing_letters(text):
            told.update(missing)
            yield _fault(missing, text, written_at(message, text, texts))
    for text in _texts_in(plain):  # our own words, and what Babel makes of numbers and dates
        untold = [one for one in missing_letters(text) if one not in told]
        if untold:
            told.update(untold)
            yield _fault(untold, text, journey.title.place)


def _fault(characters: Iterable[str], text: str, place: Place) -> SourceError:
    otherwise = "give up the pictures of maps: 'downloads: false' at cx-journeys"
    return letter_fault(characters, text, place, otherwise=otherwise)


def _texts_in(plain: PlainMap) -> Iterator[str]:
    fixed = plain.words.fixed
    yield from (plain.title, plain.summary, plain.stage_head, *plain.heads.values())
    yield from (fixed.today, fixed.target, fixed.moment_of_truth)
    yield from (*fixed.levels.values(), *fixed.lines.values())
    for head, own in plain.lens:
        yield from (head, *own)
    for stage in plain.stages:
        yield from (stage.name, *stage.remarks)
        for lines in stage.cells.values():
            yield from lines
