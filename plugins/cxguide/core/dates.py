"""Days as people write them."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from cxguide.core.languages import Language

__all__ = ["format_day", "told_day"]

_BUDDHIST_ERA = 543


def told_day(told: object) -> date | None:
    """A day as YAML reads it, also one that has a time; `None` for what is no day."""
    if isinstance(told, datetime):
        return told.date()
    return told if isinstance(told, date) else None


def format_day(day: date, language: Language) -> str:
    r"""The day in words, with the year of the Buddhist era in Thai.

    Plain "en" is written as in most countries: the day first. No line ends between day and month.
    Days before 1941 have another year in Thai, which began on 1 April until then: we write none.

    >>> days = [format_day(date(2026, 3, 31), Language(tag)) for tag in ("en", "sr", "th", "cs")]
    >>> [day.replace("\u00a0", " ") for day in days]
    ['31 March 2026', '31. март 2026.', '31 มีนาคม 2569', '31. března 2026']
    """
    if language.locale.language == "th":
        # Babel knows the Gregorian calendar alone; the days and months of both are the same.
        month = format_date(day, "MMMM", locale=language.locale)
        return f"{day.day}\u00a0{month} {day.year + _BUDDHIST_ERA}"
    locale = "en_GB" if str(language.locale) == "en" else language.locale
    return format_date(day, "long", locale=locale).replace(" ", "\u00a0", 1)
