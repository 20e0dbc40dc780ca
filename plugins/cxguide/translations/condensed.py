"""Faults for a page that shows ten of a kind: the worst first, those of one check together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cxguide.core.places import Severity, SourceError

__all__ = ["SHOWN_OF_A_KIND", "condensed", "worst_first"]

SHOWN_OF_A_KIND = 10
"""Annotations of one severity that GitHub shows for a step; it drops the others without a word.

Source: docs.github.com, discussions 26680 and 68471.
"""

_BY_WEIGHT = (
    *("freshness", "follows", "unknown", "stale", "new", "renamed", "gone", "todo"),
    *("links", "blocks", "lists", "terms", "english", "script", "ijekavian", "numbers", "code"),
    *("cx-allow", "typography", "spelling"),
)
"""The checks: first what misleads readers, last what only looks wrong, or may be right."""
_WEIGHTS = {check: number for number, check in enumerate(_BY_WEIGHT)}


def worst_first(faults: Iterable[SourceError]) -> tuple[SourceError, ...]:
    """By severity, then by the weight of their check, then by place.

    A check that is not known here comes before all others, where nobody overlooks it.
    """
    severities = list(Severity)
    return tuple(
        sorted(
            faults,
            key=lambda one: (
                severities.index(one.severity),
                _WEIGHTS.get(one.check, -1),
                one.check,
                one.place,
                one.problem,
            ),
        )
    )


def condensed(faults: Iterable[SourceError]) -> tuple[SourceError, ...]:
    """At most ten of each severity; of one check in one file the first tells of the others.

    What has no room is counted in the last one of its severity.
    """
    faults = worst_first(faults)
    found: list[SourceError] = []
    for severity in Severity:
        ours = [fault for fault in faults if fault.severity is severity]
        groups = list(_grouped(ours))
        shown, rest = groups[:SHOWN_OF_A_KIND], groups[SHOWN_OF_A_KIND:]
        if rest and shown:
            last = shown[-1]
            more = f"{len(rest)} more are told in the summary"
            shown[-1] = _with_more(last, more)
        found += shown
    return tuple(found)


def _grouped(faults: list[SourceError]) -> Iterator[SourceError]:
    """Errors one by one; of others the first of each check in each file."""
    for (check, _), group in groupby(faults, key=lambda one: (one.check, one.place.file)):
        first, *others = group
        if not check:
            yield from (first, *others)
        elif others:
            yield _with_more(first, f"{len(others)} more in this file, on {_lines(others)}")
        else:
            yield first


def _lines(faults: list[SourceError]) -> str:
    numbers = list(dict.fromkeys(str(one.place.line) for one in faults))
    return f"{'line' if len(numbers) == 1 else 'lines'} {', '.join(numbers)}"


def _with_more(fault: SourceError, more: str) -> SourceError:
    return fault.but(known="\n  ".join(filter(None, [fault.known, more])))
