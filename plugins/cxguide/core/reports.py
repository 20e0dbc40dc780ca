"""Faults for people, for programs, and for the pages of a forge."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from cxguide.core.places import Place, Severity, SourceError

__all__ = ["REPORTS", "below", "fault_data", "fault_from"]


def below(prefix: str, faults: Iterable[SourceError]) -> tuple[SourceError, ...]:
    """The same faults with their files seen from a folder around the project.

    >>> from cxguide.core.places import Place
    >>> print(*below("web/", [SourceError(Place("a.yml", 3, 5), "unknown 'by'")]))
    web/a.yml:3:5: unknown 'by'
    """
    return tuple(
        fault.but(place=replace(fault.place, file=f"{prefix}{fault.place.file}"))
        for fault in faults
    )


def fault_data(fault: SourceError) -> dict[str, str | int]:
    """A fault as plain data."""
    return {
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "problem": fault.problem,
        "known": fault.known,
        "fix": fault.fix,
        "severity": fault.severity.value,
        "check": fault.check,
    }


def fault_from(data: Mapping[str, str | int]) -> SourceError:
    """The fault that `fault_data` made plain.

    Raises:
        KeyError, ValueError: the data is of something else.
    """
    return SourceError(
        Place(str(data["file"]), int(data["line"]), int(data["column"])),
        str(data["problem"]),
        known=str(data["known"]),
        fix=str(data["fix"]),
        severity=Severity(str(data["severity"])),
        check=str(data["check"]),
    )


def _text(faults: Iterable[SourceError]) -> str:
    return "\n".join(map(str, faults))


def _json(faults: Iterable[SourceError]) -> str:
    """A list with one object for each fault."""
    told = [fault_data(fault) for fault in faults]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _github(faults: Iterable[SourceError]) -> str:
    """A line for each fault, which GitHub shows beside the line of the file.

    Source: docs.github.com, "Workflow commands for GitHub Actions".

    >>> print(_github([SourceError(Place("a.yml", 3, 5), "unknown 'by'", fix="write 'buy'")]))
    ::error file=a.yml,line=3,col=5::unknown 'by'%0A  fix: write 'buy'
    >>> mixed = SourceError(Place("a.md"), "a Latin 'a'", severity=Severity.WARNING, check="script")
    >>> print(_github([mixed]))
    ::warning file=a.md,line=1,col=1::a Latin 'a' [script]
    """
    lines = []
    for fault in faults:
        place = fault.place
        message = str(fault).removeprefix(f"{place}: ").removeprefix(f"{fault.severity}: ")
        where = f"file={_value(place.file)},line={place.line},col={place.column}"
        lines.append(f"::{fault.severity} {where}::{_message(message)}")
    return "\n".join(lines)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: Mapping[str, Callable[[Iterable[SourceError]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
"""How faults are told, by the name of the form."""
