"""Where a fault is, what it is, and how to mend it.

Every complaint about something an editor wrote is a `SourceError`. Faults of one run are
gathered and told together, sorted by place.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

__all__ = ["Faults", "Place", "Severity", "SourceError", "SourceFaults", "nearest", "short"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a fault matters; only errors stop a build, and fail a check."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class SourceError(Exception):
    """A fault in something an editor wrote.

    Args:
        place: where it stands.
        problem: what is wrong, in the editor's words, with the value found.
        known: what would have been accepted, as a whole line ("inputs are: a, b").
        fix: what to write instead.
        severity: a warning or a notice is about a page that is right as far as it can be built.
        check: the name of what found it, by which an editor can silence it at its place; errors
            have none.

    >>> print(SourceError(Place("a.yml", 3, 5), "unknown stage 'by'", fix="write 'buy'"))
    a.yml:3:5: unknown stage 'by'
      fix: write 'buy'
    """

    def __init__(
        self,
        place: Place,
        problem: str,
        *,
        known: str = "",
        fix: str = "",
        severity: Severity = Severity.ERROR,
        check: str = "",
    ) -> None:
        super().__init__(place, problem, known, fix)
        self.place = place
        self.problem = problem
        self.known = known
        self.fix = fix
        self.severity = severity
        self.check = check

    def but(
        self,
        *,
        place: Place | None = None,
        known: str | None = None,
        fix: str | None = None,
        severity: Severity | None = None,
        check: str | None = None,
    ) -> SourceError:
        """The same fault with something else in it."""
        return SourceError(
            place or self.place,
            self.problem,
            known=self.known if known is None else known,
            fix=self.fix if fix is None else fix,
            severity=severity or self.severity,
            check=self.check if check is None else check,
        )

    def __str__(self) -> str:
        kind = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        lines = [f"{self.place}: {kind}{self.problem}{f' [{self.check}]' if self.check else ''}"]
        if self.known:
            lines.append(f"  {self.known}")
        if self.fix:
            lines.append(f"  fix: {self.fix}")
        return "\n".join(lines)


class SourceFaults(Exception):
    """All faults found in one run, sorted by place; at least one."""

    def __init__(self, faults: Iterable[SourceError]) -> None:
        self.faults = tuple(
            sorted(faults, key=lambda fault: (fault.place.file, fault.place, fault.problem))
        )
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


@dataclass(slots=True)
class Faults:
    """Gathers faults so that an editor hears all of them at once."""

    found: list[SourceError] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def add(self, fault: SourceError) -> None:
        """Keep one fault; a fault already known is not told twice."""
        if (text := str(fault)) not in self._told:
            self._told.add(text)
            self.found.append(fault)

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Keep what the block raises and go on after it."""
        try:
            yield
        except SourceError as fault:
            self.add(fault)
        except SourceFaults as several:
            for one in several.faults:
                self.add(one)

    def taken(self) -> list[SourceError]:
        """Everything gathered; what is gathered next is of another run."""
        taken, self.found = self.found, []
        self._told.clear()
        return taken

    def raise_if_any(self) -> None:
        """Raise `SourceFaults` with everything gathered, or do nothing."""
        if self.found:
            raise SourceFaults(self.found)


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The known word that the editor most likely meant, or `None` if none is close.

    >>> nearest("promotors", ["promoters", "passives"])
    'promoters'
    """
    return _nearest(word, tuple(known), likeness)


@lru_cache(maxsize=4096)  # a name that stands in every page is asked for in every page
def _nearest(word: str, known: tuple[str, ...], likeness: float) -> str | None:
    matches = difflib.get_close_matches(word, known, n=1, cutoff=likeness)
    return matches[0] if matches else None


def short(text: str) -> str:
    """The text, or its beginning where it is too long for a complaint."""
    return text if len(text) <= 60 else text[:57] + "..."
