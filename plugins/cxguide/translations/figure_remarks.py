"""Quantities of the original that a translated section does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxguide.core.languages import Language
from cxguide.core.numbers import format_number, with_percent_sign
from cxguide.core.places import Severity, SourceError
from cxguide.translations.contents import Found
from cxguide.translations.figures import Figure, figures_in
from cxguide.translations.section_shapes import SectionShape

__all__ = ["figure_remarks"]

_Figure = tuple[Figure, Found]
"""A number, and the text that it stands in."""
_Figures = list[_Figure]


def figure_remarks(
    ours: SectionShape, theirs: SectionShape, language: Language, original_language: Language
) -> Iterator[SourceError]:
    """Numbers beside a unit or a per cent sign that are not there, or not as often.

    In the translation they may stand without the unit, which is in other words there.
    """
    here, there = _figures(ours, language), _figures(theirs, original_language)
    for lost, wrong in [*_changed_percentages(here, there), *_missing(here, there)]:
        yield SourceError(
            ours.place_of(_located(*wrong)) if wrong else ours.place,
            f"{_shown(lost[0])!r} of {theirs.line_of(_located(*lost))} is missing in this section"
            + (f"; found {wrong[0].written!r}" if wrong else ""),
            fix=f"write {_written(lost[0], language)!r}",
            severity=Severity.NOTICE,
            check="numbers",
        )


def _changed_percentages(here: _Figures, there: _Figures) -> Iterator[tuple[_Figure, _Figure]]:
    """Percentages with those that stand in their place; both leave the lists."""
    lost, strange = _without(there, here), _without(here, there)
    for one, other in zip(lost, strange, strict=False):
        there.remove(one)
        here.remove(other)
        yield one, other


def _without(figures: _Figures, others: _Figures) -> _Figures:
    """The percentages of one text that another does not have as often."""
    left = Counter(figure.value for figure, _ in others if figure.unit == "%")
    lost = []
    for one in figures:
        if one[0].unit == "%":
            left[one[0].value] -= 1
            if left[one[0].value] < 0:
                lost.append(one)
    return lost


def _missing(here: _Figures, there: _Figures) -> Iterator[tuple[_Figure, _Figure | None]]:
    """Quantities that are not there, each with what may have been meant to be it."""
    left = Counter(figure.value for figure, _ in here)
    known = {figure.value for figure, _ in there}
    strange = [one for one in here if one[0].value not in known and one[0].unit != "%"]
    for one in there:
        if one[0].unit and not left[one[0].value]:
            is_percentage = one[0].unit == "%"
            yield one, strange.pop(0) if strange and not is_percentage else None
        elif one[0].unit:
            left[one[0].value] -= 1


def _figures(section: SectionShape, language: Language) -> _Figures:
    return [
        (figure, text)
        for text in section.contents.texts
        for figure in figures_in(text.what, language)
    ]


def _located(figure: Figure, text: Found) -> Found:
    """The number where it stands in the source of its text; its line if it is not found there."""
    before = text.what[: figure.start].count(figure.written)
    offset = text.words.find(figure.written)
    for _ in range(before):
        offset = text.words.find(figure.written, offset + 1)
    passed = text.words[: max(offset, 0)]
    line = text.line + passed.count("\n")
    return Found(figure.written, line, len(passed) - passed.rfind("\n"))


def _shown(figure: Figure) -> str:
    blank = " " if figure.unit[:1].isalpha() else ""
    return f"{figure.written}{blank}{figure.unit}"


def _written(figure: Figure, language: Language) -> str:
    """A number as the language writes it."""
    part = figure.value.partition(".")[2]
    number = format_number(float(figure.value), len(part), language)
    return with_percent_sign(number, language) if figure.unit == "%" else number
