"""The day on which somebody last checked a page, as its editor wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from cxguide.core.places import Place, SourceError

__all__ = ["review_faults"]

_REVIEWED = re.compile(r"(?P<before>reviewed[ ]*:[ ]*)(?P<day>.*?)[ ]*(?:#.*)?")


def review_faults(front_matter: Iterable[str], file: str) -> Iterator[SourceError]:
    """What is wrong with the setting `reviewed`.

    Args:
        front_matter: the lines at the head of the page, from its first one on.
        file: the page as an editor knows it.
    """
    for number, line in enumerate(front_matter, start=1):
        if (found := _REVIEWED.fullmatch(line)) is not None and not _is_day(found["day"]):
            yield SourceError(
                Place(file, number, len(found["before"]) + 1),
                f"{found['day']!r} is not a day",
                fix="write the day of the last review as 2026-03-31",
            )


def _is_day(text: str) -> bool:
    if len(text) != len("2026-03-31"):
        return False  # Python reads more forms than YAML does
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
