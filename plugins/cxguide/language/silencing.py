"""Checks that an editor silences at their place, with a reason.

In a page `<!-- cx-allow CHECK: reason -->` holds for the line it stands in, or, alone in its line,
for the block below it, to the next empty line. In front matter `# cx-allow CHECK: reason` holds for
the line below it, in a catalog for the entry that it stands above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxguide.core.places import Place, Severity, SourceError, nearest
from cxguide.core.source_text import SourceText
from cxguide.language.pages import comments, front_matter_end

__all__ = ["CHECK", "Allowance", "allowances", "silenced"]

CHECK = "cx-allow"

_COMMENT = re.compile(r"<!--\s*cx-allow\b(?P<rest>.*?)-->", re.DOTALL)
_HASH = re.compile(r"^[ \t]*#[ \t]*cx-allow\b(?P<rest>.*)$", re.MULTILINE)
_IN_PAGES = "<!-- cx-allow {check}: {reason} -->"
_AFTER_HASH = "# cx-allow {check}: {reason}"
_REST = re.compile(r"[ \t]*(?P<check>[\w-]*)[ \t]*:?(?P<reason>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Allowance:
    """One comment that silences a check.

    Attributes:
        lines: the first and the last line it holds for.
        form: how it is written in a file of this kind.
    """

    place: Place
    check: str
    reason: str
    lines: tuple[int, int]
    form: str

    def holds_for(self, fault: SourceError) -> bool:
        """Whether it silences a fault; never an error."""
        first, last = self.lines
        return (
            fault.severity is not Severity.ERROR
            and self.reason != ""
            and fault.check == self.check
            and first <= fault.place.line <= last
        )


def allowances(source: SourceText) -> tuple[Allowance, ...]:
    """The comments of a page or a catalog that silence a check, in the order of the file."""
    if source.file.endswith(".po"):
        return tuple(_of_catalog(source))
    return (*_of_front_matter(source), *_of_page(source))


def silenced(
    faults: Iterable[SourceError],
    allowed: Sequence[Allowance],
    *,
    ran: Collection[str],
    known: Collection[str],
) -> tuple[SourceError, ...]:
    """What remains of the faults of a file, and what is wrong with the comments that silence.

    Args:
        faults: of the file.
        allowed: its comments.
        ran: the checks that have run; a comment for another one may be needed there.
        known: the names of all checks.
    """
    used: set[Allowance] = set()
    remaining = []
    for fault in faults:
        holding = [one for one in allowed if one.holds_for(fault)]
        used.update(holding)
        if not holding:
            remaining.append(fault)
    told = (_fault(one, used, ran=ran, known=known) for one in allowed)
    return (*remaining, *(fault for fault in told if fault is not None))


def _fault(
    one: Allowance, used: Collection[Allowance], *, ran: Collection[str], known: Collection[str]
) -> SourceError | None:
    def told(problem: str, fix: str, severity: Severity = Severity.WARNING) -> SourceError:
        return SourceError(one.place, problem, fix=fix, severity=severity, check=CHECK)

    if one.check not in known:
        close = nearest(one.check, known)
        names = f"one of: {', '.join(sorted(known))}"
        return told(
            f"there is no check {one.check!r} to silence",
            f"write {close!r}" if close else f"write {names}",
        )
    if not one.reason:
        form = one.form.format(check=one.check, reason="why it is right here")
        return told(f"this silences {one.check!r} without a reason", f"write '{form}'")
    if one not in used and one.check in ran:
        problem = f"there is nothing that {one.check!r} would tell here"
        return told(problem, "remove this comment", Severity.NOTICE)
    return None


def _of_page(source: SourceText) -> Iterator[Allowance]:
    text = source.text
    for comment in comments(text):
        if (found := _COMMENT.fullmatch(text, *comment.span())) is None:
            continue
        line = text.count("\n", 0, found.start()) + 1
        begin = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        beside = text[begin : found.start()] + text[found.end() : end if end >= 0 else None]
        lines = (line, line) if beside.strip(" \t>") else _block_below(text, end)
        yield _allowance(source, found, lines)


def _block_below(text: str, end: int) -> tuple[int, int]:
    """The first and the last line of the block after the line that ends at an offset."""
    before = text.count("\n", 0, end) + 2 if end >= 0 else text.count("\n") + 2
    lines = text[end + 1 :].split("\n") if end >= 0 else []
    skipped = next((n for n, line in enumerate(lines) if line.strip(" \t>")), len(lines))
    length = next(
        (n for n, line in enumerate(lines[skipped:]) if not line.strip(" \t>")),
        len(lines) - skipped,
    )
    return before + skipped, before + skipped + length - 1


def _of_front_matter(source: SourceText) -> Iterator[Allowance]:
    for found in _HASH.finditer(source.text, 0, front_matter_end(source.text)):
        line = source.text.count("\n", 0, found.start()) + 1
        yield _allowance(source, found, (line + 1, line + 1), _AFTER_HASH)


def _of_catalog(source: SourceText) -> Iterator[Allowance]:
    for found in _HASH.finditer(source.text):
        line = source.text.count("\n", 0, found.start()) + 1
        end = source.text.find("\n\n", found.end())
        last = source.text.count("\n", 0, end if end >= 0 else None) + 1
        yield _allowance(source, found, (line, last), _AFTER_HASH)


def _allowance(
    source: SourceText, found: re.Match[str], lines: tuple[int, int], form: str = _IN_PAGES
) -> Allowance:
    rest = _REST.fullmatch(found["rest"])
    assert rest is not None  # every part of it may be missing
    at = found.start() + len(found[0]) - len(found[0].lstrip())
    reason = " ".join(rest["reason"].split())
    return Allowance(source.position(at), rest["check"], reason, lines, form)
