"""Quantities of the original that a translated section does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxguide.core.languages import Language
from cxguide.core.numbers import format_number, with_percent_sign
from cxguide.core.places import Severity, SourceError
from cxguide.translations.contents import Found
from cxguide.translations.figures import Figure, figures_in
from cxguide.translations.page_sections import PageSection

__all__ = ["figure_remarks"]


def figure_remarks(
    ours: PageSection, theirs: PageSection, language: Language, original_language: Language
) -> Iterator[SourceError]:
    """Numbers beside a unit or a per cent sign that are not there, or not as often.

    In the translation they may stand without the unit, which is in other words there.
    """
    here, there = _figures(ours, language), _figures(theirs, original_language)
    left = Counter(figure.value for figure, _ in here)
    known = {figure.value for figure, _ in there}
    strange = [one for one in here if one[0].value not in known]
    for figure, text in there:
        if not figure.unit:
            continue
        if left[figure.value]:
            left[figure.value] -= 1
            continue
        wrong = next((one for one in strange if _is_alike(one[0], figure)), None)
        if wrong is not None:
            strange.remove(wrong)
        found = f"; found {wrong[0].written!r}" if wrong else ""
        yield SourceError(
            ours.place_of(_located(*wrong)) if wrong else ours.place,
            f"{_shown(figure)!r} of {theirs.line_of(_located(figure, text))} "
            f"is missing in this section{found}",
            fix=f"write {_written(figure, language)!r}",
            severity=Severity.NOTICE,
            check="numbers",
        )


def _figures(section: PageSection, language: Language) -> list[tuple[Figure, Found]]:
    return [
        (figure, text)
        for text in section.contents.texts
        for figure in figures_in(text.what, language)
    ]


def _is_alike(figure: Figure, other: Figure) -> bool:
    """Whether one may be a slip for the other: both are percentages, or neither."""
    return (figure.unit in {"%", "‰"}) == (other.unit in {"%", "‰"})


def _located(figure: Figure, text: Found) -> Found:
    """The text from the number on; of a text of several lines, its line."""
    before = text.what.partition(figure.written)[0]
    return Found(figure.written, text.line + before.count("\n"), text.column)


def _shown(figure: Figure) -> str:
    blank = " " if figure.unit[:1].isalpha() else ""
    return f"{figure.written}{blank}{figure.unit}"


def _written(figure: Figure, language: Language) -> str:
    """A number as the language writes it."""
    part = figure.value.partition(".")[2]
    number = format_number(float(figure.value), len(part), language)
    return with_percent_sign(number, language) if figure.unit == "%" else number
