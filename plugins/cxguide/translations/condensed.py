"""Faults for a page that shows ten of a kind: the worst first, those of one page together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cxguide.core.places import Severity, SourceError

__all__ = ["SHOWN_OF_A_KIND", "condensed"]

SHOWN_OF_A_KIND = 10
"""Annotations of one severity that GitHub shows for a step; it drops the others without a word.

Source: docs.github.com, discussions 26680 and 68471.
"""


def condensed(faults: Iterable[SourceError]) -> tuple[SourceError, ...]:
    """At most ten of each severity; of one check in one file the first tells of the others.

    What has no room is counted in the last one of its severity.
    """
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
    by_file = sorted(faults, key=lambda one: (one.place.file, one.check, one.place))
    for (_, check), group in groupby(by_file, key=lambda one: (one.place.file, one.check)):
        first, *others = group
        if not check:
            yield from (first, *others)
        elif others:
            lines = ", ".join(str(one.place.line) for one in others)
            yield _with_more(first, f"the same on lines {lines}")
        else:
            yield first


def _with_more(fault: SourceError, more: str) -> SourceError:
    return SourceError(
        fault.place,
        fault.problem,
        known="\n  ".join(filter(None, [fault.known, more])),
        fix=fault.fix,
        severity=fault.severity,
        check=fault.check,
    )
